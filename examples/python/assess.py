"""Assesses the example register and prints what a secretary asks first: who is accredited, who may
apply, what one organisation lacks and under which article, who sits on the board, and which cases
stand open where.

    python examples/python/assess.py [FILE [DAY]]

It prints the same text as the example in Rust.
"""

import sys
from pathlib import Path

import lkks

REGISTER = Path(__file__).parents[1] / "data" / "kota-pekalongan-synthetic.json"
DAY = "2026-11-24"
# The organisation that is explained.
ONE = "LKS-013"


def accredited(assessment: lkks.Assessment) -> None:
    print("\nAccredited")
    for verdict in assessment:
        standing = verdict.accreditation.standing
        if standing.status == "current":
            grade, until, left = standing.grade, standing.last_day, standing.days_left
            print(f"  {verdict.organisation} {verdict.name}: {grade} until {until}, {left} days")


def may_apply(assessment: lkks.Assessment) -> None:
    print("\nMembers that may apply for accreditation")
    for verdict in assessment:
        judgement = verdict.accreditation
        applies = verdict.membership is not None and judgement.standing.status != "current"
        if applies and judgement.eligibility.status == "eligible":
            print(f"  {verdict.organisation} {verdict.name}")


def lacks(assessment: lkks.Assessment, id: str) -> None:
    verdict = assessment[id]
    print(f"\nWhat {verdict.name} ({verdict.organisation}) lacks")
    for judgement in (verdict.accreditation, verdict.registration, verdict.operating_permit):
        if judgement is None:
            continue
        for finding in judgement.findings:
            if finding.outcome in ("not-met", "unknown"):
                how_sure = f"[{finding.outcome}, {finding.cited or '-'}, {finding.certainty}]"
                print(f"  {judgement.subject}: {finding.label.en} {how_sure}")


def board(summary: lkks.Summary) -> None:
    print(f"\nBoard {summary.board.name or 'without a term'}")
    for holder in summary.board.holders:
        print(f"  {holder.title.en}: {holder.person} since {holder.since}")
    for finding in summary.board.findings:
        print(f"  {finding.severity}: {finding.text.en}")


def open_cases(register: lkks.Register, summary: lkks.Summary) -> None:
    data = register.to_dict()
    names = data.get("regions", {})
    print("\nOpen cases")
    for case in summary.open_cases:
        place = names.get(case.place.region, case.place.region)
        if case.place.rw is not None:
            place += f", RW {case.place.rw}"
        if case.place.rt is not None:
            place += f", RT {case.place.rt}"
        title = case.title or "no title"
        print(f"  {case.id} {case.category}: {title} ({place}), {case.status} for {case.age_days} days")
    print("\nNeeds that no member serves")
    for need in summary.coverage:
        if need.unserved:
            print(f"  {need.category} in {need.name or '?'}")


def main(file: str | Path = REGISTER, day: str = DAY) -> None:
    register = lkks.Register.open(file)
    assessment = register.assess(on=day)
    print(f"{assessment.body} on {assessment.on}")
    if assessment.notice is not None:
        print(assessment.notice)
    accredited(assessment)
    may_apply(assessment)
    if ONE in assessment:
        lacks(assessment, ONE)
    board(assessment.summary)
    open_cases(register, assessment.summary)


if __name__ == "__main__":
    main(*sys.argv[1:])
