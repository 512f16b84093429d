"""What lkks answers, as frozen dataclasses: dates are `datetime.date`, scores are `Decimal`.

A date that is known only to its month or year is a `str` such as `"2018-03"`.

Made by `cargo xtask generate` from the schemas of the core; not for editing.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, TypeAlias

from . import _display

__all__ = [
    "Accreditation",
    "Action",
    "Activity",
    "Advice",
    "Adviser",
    "Application",
    "ApplicationKind",
    "Appointment",
    "AppointmentCause",
    "BoardCondition",
    "BoardFacts",
    "Body",
    "BodyLevel",
    "Case",
    "Category",
    "Certainty",
    "Certificate",
    "CertificateKind",
    "Change",
    "ChangeKind",
    "ChangedVerdict",
    "Citation",
    "CoachingPlace",
    "Code",
    "Comparison",
    "Coverage",
    "DistrictCount",
    "Document",
    "DocumentRecord",
    "EarlierName",
    "Eligibility",
    "EligibilityStatus",
    "EndCause",
    "Evidence",
    "Expiry",
    "FactState",
    "FactType",
    "FigureChange",
    "FigureKind",
    "Finding",
    "FindingSeverity",
    "Found",
    "Gate",
    "Goal",
    "GradeCount",
    "GrowthYear",
    "Holder",
    "Induction",
    "Judgement",
    "Kind",
    "LegalForm",
    "Localised",
    "Margin",
    "MarginUnit",
    "Membership",
    "Musda",
    "Office",
    "OpenCase",
    "Organisation",
    "Outcome",
    "PackStatus",
    "Paper",
    "Period",
    "Place",
    "Position",
    "Problem",
    "PublishedFigure",
    "Purpose",
    "Receipt",
    "Revocation",
    "RulesUsed",
    "Score",
    "ScoredComponent",
    "Service",
    "Setting",
    "Severity",
    "Simulation",
    "Standing",
    "StandingCount",
    "StandingStatus",
    "Step",
    "StepKind",
    "Subject",
    "Summary",
    "Term",
    "TermFinding",
    "TermFindingCode",
    "ToGrade",
    "Urgency",
    "WrittenWarning",
]

Action: TypeAlias = Literal[
    "provide",
    "renew",
    "record",
    "achieve",
    "raise",
    "lower",
    "wait",
]

ApplicationKind: TypeAlias = Literal[
    "registration",
    "operating-permit",
    "accreditation",
]

AppointmentCause: TypeAlias = Literal[
    "elected",
    "replacement",
    "ex-officio",
    "acting",
]

BodyLevel: TypeAlias = Literal[
    "regency",
    "province",
    "nation",
]

Category: TypeAlias = Literal[
    "anak-balita-telantar",
    "anak-telantar",
    "anak-yang-berhadapan-dengan-hukum",
    "anak-jalanan",
    "anak-dengan-kedisabilitasan",
    "anak-korban-tindak-kekerasan",
    "anak-yang-memerlukan-perlindungan-khusus",
    "lanjut-usia-telantar",
    "penyandang-disabilitas",
    "tuna-susila",
    "gelandangan",
    "pengemis",
    "pemulung",
    "kelompok-minoritas",
    "bekas-warga-binaan-lembaga-pemasyarakatan",
    "orang-dengan-hiv-aids",
    "korban-penyalahgunaan-napza",
    "korban-trafficking",
    "korban-tindak-kekerasan",
    "pekerja-migran-bermasalah-sosial",
    "korban-bencana-alam",
    "korban-bencana-sosial",
    "perempuan-rawan-sosial-ekonomi",
    "fakir-miskin",
    "keluarga-bermasalah-sosial-psikologis",
    "komunitas-adat-terpencil",
]

Certainty: TypeAlias = Literal[
    "confirmed",
    "reported",
    "assumed",
]

CertificateKind: TypeAlias = Literal[
    "registration",
    "operating-permit",
]

ChangeKind: TypeAlias = Literal[
    "added",
    "removed",
    "changed",
]

Code: TypeAlias = Literal[
    "invalid-json",
    "invalid-toml",
    "invalid-csv",
    "too-deep",
    "too-large",
    "unreadable-file",
    "unsupported-format",
    "unknown-heading",
    "duplicate-heading",
    "row-length",
    "not-held",
    "wrong-type",
    "missing-field",
    "unknown-field",
    "unknown-value",
    "invalid-date",
    "invalid-decimal",
    "invalid-number",
    "invalid-region",
    "invalid-id",
    "out-of-range",
    "national-identity-number",
    "period-reversed",
    "date-overflow",
    "encrypted-file",
    "damaged-file",
    "too-many-sheets",
    "too-many-cells",
    "guessed-encoding",
    "unknown-encoding",
    "contradiction",
    "unwritable-file",
    "unreadable-table",
    "not-text",
    "no-table",
    "ambiguous-heading",
    "guessed-heading",
    "unused-column",
    "unused-sheet",
    "unused-text",
    "totals-row",
    "hidden-read",
    "formula-error",
    "formula-without-value",
    "made-identifiers",
    "made-body",
    "unknown-body",
    "incomplete-date",
    "doubtful-date",
    "doubtful-value",
    "in-progress",
    "not-understood",
    "ambiguous-value",
    "unknown-place",
    "ambiguous-place",
    "place-outside",
    "place-differs",
    "invalid-tax-number",
    "tax-number-check-digit",
    "possible-duplicate",
    "paper-not-kept",
    "sum-differs",
    "duplicate-id",
    "unknown-reference",
    "illegal-step",
    "step-back-in-time",
    "duplicate-membership",
    "registered-twice",
    "same-name-twice",
    "overlapping-certificates",
    "contradictory-evidence",
    "published-figure-differs",
    "unknown-organisation",
    "region-level-differs",
    "unknown-fact",
    "fact-type",
    "unknown-pack",
    "extends-cycle",
    "no-version-in-force",
    "version-overlap",
    "version-gap",
    "weights-do-not-add-up",
    "band-gap",
    "band-overlap",
    "never-met",
    "never-fails",
    "not-judged",
    "cites-repealed",
    "unknown-grade",
    "invalid-condition",
    "invalid-citation",
    "invalid-figure",
    "open-figure",
    "uncertain-edge",
    "assumed-figure",
    "reported-figure",
    "illustration-only",
    "receipt-mismatch",
]

EligibilityStatus: TypeAlias = Literal[
    "eligible",
    "not-eligible",
    "undetermined",
    "invalid",
    "no-rules",
]

EndCause: TypeAlias = Literal[
    "term-ended",
    "replaced",
    "resigned",
    "inactive",
    "died",
    "removed",
]

FactState: TypeAlias = Literal[
    "known",
    "missing",
    "contradictory",
    "invalid",
    "not-applicable",
]

FactType: TypeAlias = Literal[
    "boolean",
    "integer",
    "decimal",
    "date",
    "choice",
    "document",
]

FigureKind: TypeAlias = Literal[
    "members",
    "accredited",
    "officers",
    "districts",
]

FindingSeverity: TypeAlias = Literal[
    "problem",
    "notice",
]

Gate: TypeAlias = Literal[
    "registration",
    "application",
    "renewal",
    "grade",
    "keeping",
    "board",
]

Goal: TypeAlias = Literal[
    "eligibility",
    "grade",
]

Kind: TypeAlias = Literal[
    "lksa",
    "lks-lu",
    "lks-disability",
    "other",
]

LegalForm: TypeAlias = Literal[
    "yayasan",
    "perkumpulan",
    "unincorporated",
    "government",
]

MarginUnit: TypeAlias = Literal[
    "days",
    "points",
]

Outcome: TypeAlias = Literal[
    "met",
    "not-met",
    "unknown",
    "not-applicable",
]

PackStatus: TypeAlias = Literal[
    "law",
    "example",
    "illustration",
]

Purpose: TypeAlias = Literal[
    "first",
    "renewal",
]

Setting: TypeAlias = Literal[
    "inside",
    "outside",
]

Severity: TypeAlias = Literal[
    "error",
    "warning",
    "note",
]

StandingStatus: TypeAlias = Literal[
    "never",
    "current",
    "expired",
    "revoked",
    "undetermined",
]

StepKind: TypeAlias = Literal[
    "received",
    "heard",
    "referred",
    "resolved",
    "closed",
]

Subject: TypeAlias = Literal[
    "registration",
    "operating-permit",
    "accreditation",
    "statutes",
]

TermFindingCode: TypeAlias = Literal[
    "no-term",
    "term-ended-without-successor",
    "term-ending",
    "overlapping-terms",
    "gap-between-terms",
    "no-musda",
    "not-inducted",
    "no-oath",
    "no-officers",
    "too-many-holders",
    "vacant-seats",
    "same-person-twice",
    "holder-before-induction",
    "holder-outside-term",
]

Urgency: TypeAlias = Literal[
    "low",
    "normal",
    "urgent",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Accreditation:
    """An accreditation: a grade from the day it was decided.

    Attributes:
        decided: When it was decided, as far as it is known: an answer that the missing part
            would decide is undetermined.
        body: The body that accredited it.
        grade: The grade, where known.
        last_day: The last day it is valid as the certificate itself states it. Where it states
            none, the rules under which it was decided say.
        number: The number of its certificate.
        revoked: When and why it was withdrawn.
        score: The score it rests on.
        source: Where it was published.
    """

    decided: datetime.date | str
    body: str | None = None
    grade: str | None = None
    last_day: datetime.date | str | None = None
    number: str | None = None
    revoked: Revocation | None = None
    score: Decimal | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """A joint activity.

    Attributes:
        id: Its identifier in this register, unique.
        title: What it was.
        on: Its day, or its first.
        organisations: The identifiers of the organisations that took part.
        place: Where.
        reached: How many people it reached, by category.
        source: Where it was published.
        until: Its last day, where it took several.
    """

    id: str
    title: str
    on: datetime.date
    organisations: tuple[str, ...] = ()
    place: Place | None = None
    reached: Mapping[str, int] = field(default_factory=dict[str, int])
    source: str | None = None
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What would help, and how little of it is enough.

    Attributes:
        goal: What for.
        grade: The grade it leads to, where that is the goal.
        changes: What to change; all of it together is enough.
        smallest: Whether no smaller set of changes is enough.
        out_of_reach: Criteria that no change to this organisation's papers or scores can meet.
    """

    goal: Goal
    grade: str | None
    changes: tuple[Change, ...]
    smallest: bool
    out_of_reach: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adviser:
    """A public official who advises the body (penasehat).

    Attributes:
        name: The official's name.
        position: The public office in which the advice is given.
        period: From when until when.
    """

    name: str
    position: str
    period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """An application that was lodged.

    Attributes:
        kind: What was applied for.
        lodged: The day it was lodged.
        decided: The day it was decided; absent while it is pending.
    """

    kind: ApplicationKind
    lodged: datetime.date
    decided: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A person in a seat. Of the person no more than the name is held.

    Attributes:
        person: The person's name.
        office: The identifier of the office.
        period: From when until when; without a last day, to the end of the term.
        cause: How the person came into the seat.
        ended: Why the person left it.
    """

    person: str
    office: str
    period: Period
    cause: AppointmentCause
    ended: EndCause | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardCondition:
    """The board on a day.

    Attributes:
        term: The term that runs.
        name: Its name.
        last_day: Its last day.
        holders: Who holds which office.
        facts: Counts about the term that runs, or the last that ran.
        findings: What is not in order.
        statutes: The board held against its statutes, where a pack on them is chosen.
    """

    term: str | None
    name: str | None
    last_day: datetime.date | None
    holders: tuple[Holder, ...]
    facts: BoardFacts
    findings: tuple[TermFinding, ...]
    statutes: Judgement | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardFacts:
    """The board in figures, on a day: of the current term or, when none runs, of the one that
    ended last, as it was on its last day.

    What the register does not say is absent, never "no".

    Attributes:
        in_term: Whether a term runs on the day.
        term_length_months: How many whole months the term lasts; absent when it is open.
        musda_held: Whether its Musda was held; absent where none is on record or its date is
            too vague.
        inducted: Whether it was inducted; absent where no induction is on record.
        oath_taken: Whether an oath was taken; absent where no record says so or denies it.
        seats: How many seats its offices have together.
        vacant_seats: How many of them nobody holds; absent where no holder is on record.
        overfilled_offices: How many offices more people hold than there are seats.
        days_since_term_end: How many days ago the last term ended, when none runs.
        days_to_term_end: How many days the current term has left; absent when it is open.
        days_without_board: The longest stretch of days without a term before this one.
        replacements: How many people were put in the place of another during the term.
    """

    in_term: bool
    term_length_months: int | None
    musda_held: bool | None
    inducted: bool | None
    oath_taken: bool | None
    seats: int
    vacant_seats: int | None
    overfilled_offices: int
    days_since_term_end: int | None
    days_to_term_end: int | None
    days_without_board: int
    replacements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A coordinating body.

    Attributes:
        name: Its name.
        level: The level at which it coordinates.
        advisers: Its advisers (penasehat), by office: the mayor, the regent.
        figures: Totals that were published about it.
        formed: When it was formed, as far as it is known.
        legal_basis: The provisions it rests on, as lawyers write them: "UU 11/2009 Pasal 42".
        region: The region it coordinates; none for the nation.
    """

    name: str
    level: BodyLevel
    advisers: tuple[Adviser, ...] = ()
    figures: tuple[PublishedFigure, ...] = ()
    formed: datetime.date | str | None = None
    legal_basis: tuple[str, ...] = ()
    region: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A community problem that was brought to the body.

    Attributes:
        id: Its identifier in this register, unique.
        place: Where, down to RW and RT.
        category: Whom it concerns (PPKS).
        steps: What was done, the earliest first; the first is its receipt.
        title: What it is about, without names of the people concerned.
        urgency: How soon it needs an answer.
    """

    id: str
    place: Place
    category: Category
    steps: tuple[Step, ...]
    title: str | None = None
    urgency: Urgency | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """A registration certificate or an operating permit.

    Attributes:
        kind: What it says its holder is.
        issued: When it was issued, as far as it is known: an answer that the missing part would
            decide is undetermined.
        issuer: The office that issued it.
        last_day: The last day it is valid as the certificate itself states it. Where it states
            none, the rules in force on the day it was issued say.
        number: Its number.
        revoked: When and why it was withdrawn.
    """

    kind: CertificateKind
    issued: datetime.date | str
    issuer: str | None = None
    last_day: datetime.date | str | None = None
    number: str | None = None
    revoked: Revocation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change.

    Attributes:
        fact: The fact to change.
        label: What a person calls it.
        action: What to do.
        to: The value to reach, as text.
        by: How far that is from today's value, for a number.
        until: Until when to wait.
        criteria: The criteria it helps to meet.
    """

    fact: str
    label: Localised
    action: Action
    to: str | None
    by: Decimal | None
    until: datetime.date | None
    criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedVerdict:
    """One judgement that differs.

    Attributes:
        organisation: The organisation.
        name: Its name.
        subject: About what.
        before: What it was.
        after: What it would be.
        because: The criteria whose outcome differs, or that only one of the two asks.
        figures: The figures in which the rules applied differ, named as `compare` names them.
    """

    organisation: str
    name: str
    subject: Subject
    before: Position
    after: Position
    because: tuple[str, ...]
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a rule stands: a regulation, and the place in it.

    Attributes:
        regulation: The regulation as it is commonly cited.
        angka: The number below a letter.
        annex: The annex.
        ayat: The paragraph.
        huruf: The letter.
        item: The number in a list that has no articles.
        page: The page of the public copy.
        pasal: The article.
    """

    regulation: str
    angka: int | None = None
    annex: str | None = None
    ayat: int | None = None
    huruf: str | None = None
    item: int | str | None = None
    page: int | None = None
    pasal: int | str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachingPlace:
    """A place in the order in which to coach members.

    Attributes:
        organisation: The organisation.
        name: Its name.
        eligibility: Whether it may apply already.
        changes: How many changes are enough.
        unmet: Criteria not met.
        unknown: Criteria of which it is not known whether they are met.
        out_of_reach: Criteria that no change can meet.
    """

    organisation: str
    name: str
    eligibility: EligibilityStatus
    changes: int
    unmet: int
    unknown: int
    out_of_reach: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What differs between two packs together with those they extend.

    Attributes:
        a: The first pack.
        b: The second pack.
        changes: What differs, in order of figure.
    """

    a: str
    b: str
    changes: tuple[FigureChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """One category of people in one kecamatan.

    Attributes:
        category: The people.
        region: The kecamatan; nothing where it is not known.
        name: Its name.
        members: Members that serve them there.
        accredited: Of these, accredited.
        open_cases: Cases that stand open.
        unserved: Whether cases are open and no member serves them.
        unserved_by_accredited: Whether cases are open and no accredited member serves them.
    """

    category: Category
    region: str | None
    name: str | None
    members: int
    accredited: int
    open_cases: int
    unserved: bool
    unserved_by_accredited: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictCount:
    """The members in one kecamatan.

    Attributes:
        region: The kecamatan; nothing where it is not known.
        name: Its name.
        members: Members.
        accredited: Of these, accredited.
        registered: Of these, registered.
        open_cases: Cases that stand open there.
    """

    region: str | None
    name: str | None
    members: int
    accredited: int
    registered: int
    open_cases: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document as far as it matters to the rules.

    Attributes:
        present: Whether it is there.
        number: Its number.
        issued: The day it was issued.
        last_day: The last day it is valid, stated by itself or given by the rules.
        undated: Whether the rules limit its validity from a day of issue that is not known.
    """

    present: bool
    number: str | None
    issued: datetime.date | None
    last_day: datetime.date | None
    undated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRecord:
    """A document that was seen, or seen to be absent.

    Of several records of one document, that with the latest day (issued, else recorded) by the
    day asked about counts; two of the same day that disagree make the document unknown.

    Attributes:
        document: The name of the fact in the rule packs, such as `domicile_letter`.
        issued: The day it was issued.
        last_day: The last day it is valid, as it states itself.
        number: Its number.
        present: Whether it is there; `false` says that it was looked for and is absent.
        recorded: The day from which this is known, where it was not issued then.
    """

    document: str
    issued: datetime.date | None = None
    last_day: datetime.date | None = None
    number: str | None = None
    present: bool = False
    recorded: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierName:
    """A name an organisation no longer bears.

    Attributes:
        name: The name.
        until: The last day it was borne, where known.
    """

    name: str
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Eligibility:
    """Whether an organisation may apply, for the first time or again.

    Attributes:
        status: Whether it may.
        purpose: For what.
        unmet: The criteria not met.
        unknown: The criteria of which it is not known whether they are met.
        opens: The first day on which a renewal may be asked for.
        apply_by: The last day on which a renewal is asked for in time.
    """

    status: EligibilityStatus
    purpose: Purpose
    unmet: tuple[str, ...]
    unknown: tuple[str, ...]
    opens: datetime.date | None
    apply_by: datetime.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The value of one fact during a period.

    Of several that hold on a day, that which started last counts; two that started together and
    disagree make the fact unknown.

    Attributes:
        fact: The name of the fact in the rule packs.
        from_: The first day it holds; always, when absent.
        source: Who found it, and where.
        until: The last day it holds.
        value: Its value; absent where the fact does not apply to this organisation.
    """

    fact: str
    from_: datetime.date | None = None
    source: str | None = None
    until: datetime.date | None = None
    value: bool | str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expiry:
    """Something a member holds that runs out.

    Attributes:
        organisation: The organisation.
        name: Its name.
        subject: What runs out.
        grade: The grade, for an accreditation.
        last_day: The last day.
        days_left: How many days are left, the last one included.
    """

    organisation: str
    name: str
    subject: Subject
    grade: str | None
    last_day: datetime.date
    days_left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureChange:
    """One figure that differs.

    Attributes:
        figure: The figure, with parts of lists named by what they are: `instrument.band.A.min`.
        kind: How it differs.
        before: Its value in the first pack.
        after: Its value in the second pack.
    """

    figure: str
    kind: ChangeKind
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Whether one criterion is met, and how that is known.

    Attributes:
        criterion: The identifier of the criterion.
        gate: What it stands before.
        grade: The grade it stands before, where that is its gate.
        label: What a person calls it.
        required: What is required, in words.
        citation: Where it stands.
        cited: The citation as lawyers write it.
        certainty: How sure we are that it is so.
        pack: The pack that sets it.
        outcome: Whether it is met.
        found: The facts it asks about.
        margin: How far it is from its bound, where it has one.
    """

    criterion: str
    gate: Gate
    grade: str | None
    label: Localised
    required: Localised
    citation: Citation | None
    cited: str | None
    certainty: Certainty
    pack: str
    outcome: Outcome
    found: tuple[Found, ...]
    margin: Margin | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A fact as it was found.

    Attributes:
        fact: Its name.
        label: What a person calls it.
        kind: Its type, which says how to read the value.
        state: What is known of it.
        value: Its value as text: `true`, `84.5`, `2024-05-20`, a word, `present`.
        document: The document, where it is one.
    """

    fact: str
    label: Localised
    kind: FactType
    state: FactState
    value: str | None
    document: Document | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeCount:
    """How many members have a grade.

    Attributes:
        grade: The grade; nothing where it is not known.
        count: How many.
    """

    grade: str | None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthYear:
    """Membership at the end of a year, or on the day asked about in its year.

    Attributes:
        year: The year.
        members: Members on its last day.
        joined: Who joined during it.
        left: Whose membership ended during it.
        published: The number published for that year, where one was.
    """

    year: int
    members: int
    joined: int
    left: int
    published: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A person who holds an office on a day.

    Attributes:
        term: The identifier of the term.
        office: The identifier of the office.
        title: What the office is called.
        person: The person's name.
        since: The first day in the seat.
        cause: How the person came into it.
    """

    term: str
    office: str
    title: Localised
    person: str
    since: datetime.date
    cause: AppointmentCause


@dataclass(frozen=True, slots=True, kw_only=True)
class Induction:
    """The induction of a board (pelantikan, pengukuhan).

    Attributes:
        on: The day.
        by: Who inducted it, by office.
        oath: Whether an oath was taken; absent where the record does not say.
        place: Where.
    """

    on: datetime.date
    by: str
    oath: bool | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What one set of rules says of one organisation (or of the board).

    Attributes:
        subject: What is decided about.
        rules: The rules applied; nothing when none is in force.
        standing: What is held.
        eligibility: Whether it may be applied for.
        score: The score, where the rules have an instrument.
        findings: One for each criterion.
        advice: What would help, and how little of it is enough.
        caveats: What a reader must know of how sure this is.
        certainty: The weakest certainty of any figure it rests on.
    """

    subject: Subject
    rules: RulesUsed | None
    standing: Standing
    eligibility: Eligibility
    score: Score | None
    findings: tuple[Finding, ...]
    advice: tuple[Advice, ...]
    caveats: tuple[Problem, ...]
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class Localised:
    """A short text that a pack or register gives in both languages, such as a label.

    Attributes:
        id: The Indonesian text.
        en: The English text.
    """

    id: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Margin:
    """How far a finding is from its bound.

    Attributes:
        amount: How far; negative when the requirement is missed by so much.
        unit: In what.
    """

    amount: Decimal
    unit: MarginUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """The membership of an organisation in the body.

    Attributes:
        organisation: The identifier of the organisation.
        period: From when until when.
        reason: Why it left.
    """

    organisation: str
    period: Period
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Musda:
    """The assembly of the members that elects the board (musyawarah daerah).

    Attributes:
        on: When it was held, as far as it is known.
        place: Where.
    """

    on: datetime.date | str
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office of the board and how many people hold it at once.

    Attributes:
        id: Its identifier in this term, unique.
        title: What it is called.
        seats: How many people hold it at once, at least 1.
    """

    id: str
    title: Localised
    seats: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCase:
    """A case that stands open.

    Attributes:
        id: Its identifier.
        title: What it is about.
        category: Whom it concerns.
        status: How far it has come.
        place: Where.
        age_days: How many days since it was received.
    """

    id: str
    title: str | None
    category: Category
    status: StepKind
    place: Place
    age_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation and everything recorded about it.

    Attributes:
        id: Its identifier in this register, unique.
        name: Its name today.
        accreditations: Accreditations.
        applications: Applications that were lodged.
        approvals: Approvals of the ministry of law (SK Kemenkumham).
        certificates: Registration certificates and operating permits.
        deeds: Notarial deeds (akta).
        documents: Documents that were seen, or seen to be absent.
        earlier_names: Names it had before.
        evidence: Anything else the rules may ask: scores, counts, yes or no.
        founded: When it was founded, as far as it is known.
        kind: Its kind, where known.
        legal_form: Its legal form, where known.
        place: Where its secretariat is.
        services: Whom it serves, and how.
        source: Where this entry was published.
        warnings: Warnings it was given by the office that permits it.
    """

    id: str
    name: str
    accreditations: tuple[Accreditation, ...] = ()
    applications: tuple[Application, ...] = ()
    approvals: tuple[Paper, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    deeds: tuple[Paper, ...] = ()
    documents: tuple[DocumentRecord, ...] = ()
    earlier_names: tuple[EarlierName, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    founded: datetime.date | str | None = None
    kind: Kind | None = None
    legal_form: LegalForm | None = None
    place: Place | None = None
    services: tuple[Service, ...] = ()
    source: str | None = None
    warnings: tuple[WrittenWarning, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A deed or an approval: its number and day.

    Attributes:
        issued: The day it was issued, where known.
        number: Its number.
    """

    issued: datetime.date | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From a first day to a last day, both inclusive.

    Attributes:
        first: The first day.
        last: The last day, still inside; absent when open.
    """

    first: datetime.date
    last: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place: a region, and where known the neighbourhood (RW, RT) and the address.

    Attributes:
        region: The narrowest region known.
        address: Street and number.
        rt: The number of the RT (rukun tetangga), 1 to 999.
        rw: The number of the RW (rukun warga), 1 to 999.
    """

    region: str
    address: str | None = None
    rt: int | None = None
    rw: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where an organisation stands under one set of rules.

    Attributes:
        pack: The pack applied.
        standing: What it holds.
        last_day: The last day of that.
        eligibility: Whether it may apply.
        grade: The grade its scores would earn.
    """

    pack: str | None
    standing: StandingStatus
    last_day: datetime.date | None
    eligibility: EligibilityStatus
    grade: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem(_display.ShownProblem):
    """A problem as plain data: what the bindings and the conformance vectors carry.

    Attributes:
        code: What is wrong.
        severity: Whether it prevents an answer.
        path: The field, from the root of the input.
        line: The line in the input's text, or the row of the sheet, from 1.
        column: The column in that line, in characters, or the column of the sheet, from 1.
        value: The value found, as text.
        expected: What was expected instead.
        suggestion: The nearest known name.
        text: The text for a person, in both languages.
        cell: The cell of that sheet, as a spreadsheet names it: `AB12`.
        sheet: The sheet of a workbook, which line and column are the row and the column of.
    """

    code: Code
    severity: Severity
    path: str
    line: int | None
    column: int | None
    value: str | None
    expected: str | None
    suggestion: str | None
    text: Localised
    cell: str | None = None
    sheet: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedFigure:
    """A total that somebody published, with its source.

    Attributes:
        on: The date it speaks of, as far as it is known.
        what: What it counts.
        count: How many.
        source: Where it was published.
    """

    on: datetime.date | str
    what: FigureKind
    count: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A SHA-256 over the canonical JSON (RFC 8785) of a verdict without its receipt.

    A verdict names the rules it applied with their own SHA-256, every fact it found and the
    day, so the hash covers them all. To recompute it: take the verdict's JSON, remove
    `receipt`, write it canonically, hash it.

    Attributes:
        format: How it was made.
        sha256: The hash, in hexadecimal.
    """

    format: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Revocation:
    """The withdrawal of a certificate or an accreditation.

    Attributes:
        on: The first day it no longer holds.
        reason: Why.
    """

    on: datetime.date
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesUsed:
    """The rules a judgement applied.

    Attributes:
        pack: The pack.
        title: Its title.
        status: Whether it is law, an example or an illustration.
        sha256: The SHA-256 of the canonical JSON of the packs it is made of.
    """

    pack: str
    title: Localised
    status: PackStatus
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What an instrument makes of the scores.

    Attributes:
        components: The components with their scores.
        total: The weighted mean, cut (never rounded up) to four places; unknown while a
            component is.
        rounded: The total as it is put into a band.
        band: The grade of the band, whatever the floors say.
        grade: The grade it would earn, floors included.
        accredited: Whether that grade is an accredited one.
        to_next: The next better grade and how many points of the rounded total are short of its
            band.
        to_lower: The grade below and how many points of the rounded total may be lost before
            it.
    """

    components: tuple[ScoredComponent, ...]
    total: Decimal | None
    rounded: Decimal | None
    band: str | None
    grade: str | None
    accredited: bool | None
    to_next: ToGrade | None
    to_lower: ToGrade | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredComponent:
    """One component, its weight and its score.

    Attributes:
        fact: The fact that holds its score.
        label: What a person calls it.
        weight: Its weight.
        score: Its score, where known.
    """

    fact: str
    label: Localised
    weight: Decimal
    score: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A service: one category of people, inside or outside an institution.

    Attributes:
        category: Whom it serves (PPKS).
        capacity: How many people it can serve.
        period: When it was offered; always, when absent.
        setting: Inside or outside an institution, where known.
    """

    category: Category
    capacity: int | None = None
    period: Period | None = None
    setting: Setting | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """The difference between two assessments of one register on one day.

    Attributes:
        on: The day.
        organisations: How many organisations were assessed.
        changed: Whose verdict changes.
    """

    on: datetime.date
    organisations: int
    changed: tuple[ChangedVerdict, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What an organisation holds on a day, by its latest certificate or decision.

    Attributes:
        status: Whether it holds.
        number: The number of the certificate.
        grade: The grade, for an accreditation.
        since: When it was issued or decided, as far as it is known.
        last_day: The last day it is valid, stated or computed, where it is known to the day.
        days_left: How many days are left, the last one included; negative once it has run out.
        runs_on: Whether it holds beyond its last day, because a renewal asked for in time is
            pending.
        validity_from: The pack whose validity gave the last day, where the certificate states
            none.
    """

    status: StandingStatus
    number: str | None
    grade: str | None
    since: datetime.date | str | None
    last_day: datetime.date | None
    days_left: int | None
    runs_on: bool
    validity_from: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingCount:
    """How many members hold something in a certain way.

    Attributes:
        subject: About what.
        status: How it is held.
        count: How many.
    """

    subject: Subject
    status: StandingStatus
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a `Case`.

    Attributes:
        kind: What was done.
        on: The day.
        by: By whom: an office or an organisation.
        reason: Why; needed where it was closed.
        to: The identifier of the organisation it was referred to; needed there and only there.
    """

    kind: StepKind
    on: datetime.date
    by: str | None = None
    reason: str | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary(_display.ShownSummary):
    """The register as a whole on a day.

    Attributes:
        organisations: Organisations in the register.
        members: Of these, members that day.
        standings: Members by what they hold.
        grades: Members with a current accreditation, by grade.
        districts: Members by kecamatan.
        expiring: What members hold today and runs out, the soonest first.
        coaching: The order in which to coach members that are not accredited.
        coverage: Who serves whom where, and where nobody does.
        growth: Membership by year.
        board: The board.
        open_cases: Cases that stand open, the oldest first.
        differences: Published figures that the register does not bear out.
    """

    organisations: int
    members: int
    standings: tuple[StandingCount, ...]
    grades: tuple[GradeCount, ...]
    districts: tuple[DistrictCount, ...]
    expiring: tuple[Expiry, ...]
    coaching: tuple[CoachingPlace, ...]
    coverage: tuple[Coverage, ...]
    growth: tuple[GrowthYear, ...]
    board: BoardCondition
    open_cases: tuple[OpenCase, ...]
    differences: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of office of the board (masa bakti), with its offices and who held them.

    Attributes:
        id: Its identifier in this register, unique.
        name: What it is called: "2024–2028".
        period: From when until when.
        appointments: Who held them.
        inductions: When the board was inducted; again after changes during the term.
        musda: The assembly that elected the board, where it is on record.
        offices: The offices of the board.
        source: Where this was published.
    """

    id: str
    name: str
    period: Period
    appointments: tuple[Appointment, ...] = ()
    inductions: tuple[Induction, ...] = ()
    musda: Musda | None = None
    offices: tuple[Office, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TermFinding:
    """Something about the terms or the board that a secretary should know, as of a day.

    Attributes:
        code: What it is.
        severity: Whether it calls for action.
        term: The identifier of the term; of two, the one that began later.
        other_term: The identifier of the term before it, where two are concerned.
        office: The identifier of the office.
        persons: The names of the people concerned, in order.
        seats: How many seats: vacant, held by too many, or held by one person.
        from_: The first day it was so.
        until: The last day it was or will be so.
        days: How many days it has been so, `from` and the last of them counted; for a term that
            is ending, how many days it has left.
        text: What it is, for a person, in both languages.
    """

    code: TermFindingCode
    severity: FindingSeverity
    term: str | None
    other_term: str | None
    office: str | None
    persons: tuple[str, ...]
    seats: int | None
    from_: datetime.date | None
    until: datetime.date | None
    days: int | None
    text: Localised


@dataclass(frozen=True, slots=True, kw_only=True)
class ToGrade:
    """How many points lie between a score and a band.

    Attributes:
        grade: The grade of the band.
        points: How many points.
    """

    grade: str
    points: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenWarning:
    """A written warning.

    Attributes:
        on: The day it was given.
        reason: Why.
    """

    on: datetime.date
    reason: str | None = None

