//! A whole assessment in words.

use super::Writer;
use crate::assess::{
    Assessment, BoardCondition, CoachingPlace, DistrictCount, EligibilityStatus, Judgement,
    OpenCase, StandingStatus, Summary, Verdict,
};
use crate::case::StepKind;
use crate::message::{Lang, Text};
use crate::order::Tally;
use crate::rules::{Certainty, Subject};
use crate::term::Holder;

/// Lists longer than this are cut, with the number left out.
const LONGEST_LIST: usize = 15;

/// What each member lacks is the heart of the matter, so that list is cut much later.
const LONGEST_LIST_OF_ALL: usize = 200;

/// The assessment of a register.
pub(crate) fn assessment(assessment: &Assessment, lang: Lang) -> String {
    let mut out = Writer::new(lang);
    let summary = &assessment.summary;
    let on = out.day(assessment.on);
    out.line(out.say(Text::SummaryHeading, &[("body", &assessment.body), ("on", &on)]));
    if let Some(notice) = &assessment.notice {
        out.line(notice.as_str());
    }
    out.blank();
    out.counts(summary);
    out.growth(summary);
    out.districts(&summary.districts);
    out.accredited(assessment);
    out.eligible(assessment);
    out.expiring(summary);
    out.coaching(&summary.coaching);
    out.lacks(assessment);
    out.board(&summary.board);
    out.cases(assessment);
    out.differences(summary);
    out.rules(assessment);
    out.finish()
}

impl Writer {
    /// A heading and its list; a long one is cut and says so.
    fn list(&mut self, heading: Text, lines: &[String]) {
        self.long_list(heading, lines, LONGEST_LIST);
    }

    fn long_list(&mut self, heading: Text, lines: &[String], longest: usize) {
        self.blank();
        self.line(self.say(heading, &[]));
        if lines.is_empty() {
            self.indented(&self.say(Text::SummaryNone, &[]));
        }
        for line in lines.iter().take(longest) {
            self.indented(line);
        }
        if lines.len() > longest {
            let left = (lines.len() - longest).to_string();
            self.indented(&self.say(Text::SummaryMore, &[("count", &left)]));
        }
    }

    fn counts(&mut self, summary: &Summary) {
        let values = [
            ("members", summary.members.to_string()),
            ("organisations", summary.organisations.to_string()),
            ("accredited", summary.accredited().to_string()),
        ];
        let values: Vec<(&str, &str)> = values.iter().map(|(k, v)| (*k, v.as_str())).collect();
        self.line(self.say(Text::SummaryMembers, &values));
        for subject in [Subject::Accreditation, Subject::Registration, Subject::OperatingPermit] {
            let counts: Vec<String> = summary
                .standings
                .iter()
                .filter(|count| count.subject == subject)
                .map(|count| {
                    let text = match count.status {
                        StandingStatus::Never => Text::StatusNever,
                        StandingStatus::Current => Text::StatusCurrent,
                        StandingStatus::Expired => Text::StatusExpired,
                        StandingStatus::Revoked => Text::StatusRevoked,
                        StandingStatus::Undetermined => Text::StatusUndetermined,
                    };
                    self.say(text, &[("count", &count.count.to_string())])
                })
                .collect();
            if !counts.is_empty() {
                let (subject, counts) = (self.subject(subject), counts.join(", "));
                let values = [("subject", subject.as_str()), ("counts", &counts)];
                self.line(self.say(Text::SummaryStandings, &values));
            }
        }
        if !summary.grades.is_empty() {
            let unknown = self.say(Text::Unknown, &[]);
            let grades = summary.grades.iter();
            let counts: Vec<String> = grades
                .map(|g| format!("{} {}", g.grade.as_deref().unwrap_or(&unknown), g.count))
                .collect();
            self.line(self.say(Text::SummaryGrades, &[("counts", &counts.join(", "))]));
        }
    }

    fn growth(&mut self, summary: &Summary) {
        let years: Vec<String> =
            summary.growth.iter().map(|year| format!("{}: {}", year.year, year.members)).collect();
        if years.len() > 1 {
            self.line(self.say(Text::SummaryGrowth, &[("years", &years.join(", "))]));
        }
    }

    fn place_name(&self, region: Option<&crate::region::RegionCode>, name: Option<&str>) -> String {
        match (name, region) {
            (Some(name), _) => name.to_owned(),
            (None, Some(region)) => region.to_string(),
            (None, None) => self.say(Text::SummaryUnplaced, &[]),
        }
    }

    fn districts(&mut self, districts: &[DistrictCount]) {
        let lines: Vec<String> = districts
            .iter()
            .map(|district| {
                let name = self.place_name(district.region.as_ref(), district.name.as_deref());
                self.say(
                    Text::SummaryDistrict,
                    &[
                        ("district", &name),
                        ("members", &district.members.to_string()),
                        ("accredited", &district.accredited.to_string()),
                        ("registered", &district.registered.to_string()),
                        ("cases", &district.open_cases.to_string()),
                    ],
                )
            })
            .collect();
        if !lines.is_empty() {
            self.list(Text::SummaryDistricts, &lines);
        }
    }

    fn accredited(&mut self, assessment: &Assessment) {
        let lines: Vec<String> = members(assessment)
            .filter(|v| v.accreditation.standing.status == StandingStatus::Current)
            .map(|verdict| {
                let standing = self.standing(&verdict.accreditation.standing);
                self.named(Text::SummaryAccreditedLine, verdict, ("standing", &standing))
            })
            .collect();
        self.list(Text::SummaryAccredited, &lines);
    }

    fn named(&self, text: Text, verdict: &Verdict, value: (&str, &str)) -> String {
        self.say(text, &[("name", &verdict.name), ("id", &verdict.organisation), value])
    }

    fn eligible(&mut self, assessment: &Assessment) {
        let lines: Vec<String> = members(assessment)
            .filter(|v| v.accreditation.eligibility.status == EligibilityStatus::Eligible)
            .map(|verdict| format!("{} ({})", verdict.name, verdict.organisation))
            .collect();
        self.list(Text::SummaryEligible, &lines);
    }

    fn expiring(&mut self, summary: &Summary) {
        let lines: Vec<String> = summary
            .expiring_within(365)
            .map(|expiry| {
                let subject = self.subject(expiry.subject);
                let (last, days) = (self.day(expiry.last_day), self.days(expiry.days_left.max(0)));
                self.say(
                    Text::SummaryExpiringLine,
                    &[
                        ("last", &last),
                        ("subject", &subject),
                        ("name", &expiry.name),
                        ("id", &expiry.organisation),
                        ("days", &days),
                    ],
                )
            })
            .collect();
        self.list(Text::SummaryExpiring, &lines);
    }

    fn coaching(&mut self, places: &[CoachingPlace]) {
        let lines: Vec<String> = places
            .iter()
            .map(|place| {
                let count = place.changes.to_string();
                let text = match place.changes {
                    0 => Text::NoChange,
                    1 => Text::OneChange,
                    _ => Text::Changes,
                };
                let mut changes = self.say(text, &[("count", &count)]);
                if place.out_of_reach > 0 {
                    let count = place.out_of_reach.to_string();
                    let values = [("changes", changes.as_str()), ("count", &count)];
                    changes = self.say(Text::AlsoOutOfReach, &values);
                }
                let values = [
                    ("name", place.name.as_str()),
                    ("id", &place.organisation),
                    ("changes", &changes),
                ];
                self.say(Text::SummaryCoachingLine, &values)
            })
            .collect();
        self.list(Text::SummaryCoaching, &lines);
    }

    /// What each member lacks, and under which article.
    fn lacks(&mut self, assessment: &Assessment) {
        let mut lines = Vec::new();
        for verdict in members(assessment) {
            let lacking: Vec<String> =
                verdict.judgements().filter_map(|judgement| self.lack(judgement)).collect();
            if !lacking.is_empty() {
                let lacking = lacking.join(" ");
                lines.push(self.named(Text::SummaryLacksLine, verdict, ("lacks", &lacking)));
            }
        }
        self.long_list(Text::SummaryLacks, &lines, LONGEST_LIST_OF_ALL);
    }

    fn lack(&self, judgement: &Judgement) -> Option<String> {
        let names = |ids: &[String]| -> String {
            let findings = judgement.findings.iter();
            let named = findings.filter(|finding| ids.contains(&finding.info.criterion));
            let said = named.map(|finding| {
                let label = finding.info.label.get(self.lang);
                match &finding.info.cited {
                    Some(cited) => format!("{label} [{cited}]"),
                    None => label.to_owned(),
                }
            });
            said.collect::<Vec<_>>().join("; ")
        };
        let eligibility = &judgement.eligibility;
        let (unmet, unknown) = (names(&eligibility.unmet), names(&eligibility.unknown));
        let text = match (unmet.is_empty(), unknown.is_empty()) {
            (true, true) => return None,
            (false, true) => Text::LacksUnmet,
            (true, false) => Text::LacksUnknown,
            (false, false) => Text::LacksBoth,
        };
        let subject = self.subject(judgement.subject);
        let values = [("subject", &*subject), ("unmet", &*unmet), ("unknown", &*unknown)];
        Some(self.say(text, &values))
    }

    /// Who holds which office, one office a line.
    fn holders(&mut self, holders: &[Holder]) {
        let mut offices: Vec<(&str, Vec<&str>)> = Vec::new();
        for holder in holders {
            let title = holder.title.get(self.lang);
            match offices.iter_mut().find(|(known, _)| *known == title) {
                Some((_, people)) => people.push(&holder.person),
                None => offices.push((title, vec![&holder.person])),
            }
        }
        for (title, people) in offices {
            self.indented(&format!("{title}: {}.", people.join(", ")));
        }
    }

    fn board(&mut self, board: &BoardCondition) {
        self.blank();
        self.line(self.say(Text::SummaryBoard, &[]));
        let filled = board.holders.len().to_string();
        let seats = board.facts.seats.to_string();
        let last = board.last_day.map(|day| self.day(day));
        let line = match (&board.name, &last) {
            (None, _) => self.say(Text::SummaryNoTerm, &[]),
            (Some(name), Some(last)) => self.say(
                Text::SummaryTerm,
                &[("name", name), ("last", last), ("filled", &filled), ("seats", &seats)],
            ),
            (Some(name), None) => self.say(
                Text::SummaryTermOpen,
                &[("name", name), ("filled", &filled), ("seats", &seats)],
            ),
        };
        self.indented(&line);
        self.holders(&board.holders);
        for finding in &board.findings {
            self.indented(&format!("{}.", finding.text(self.lang)));
        }
        if board.findings.is_empty() && board.name.is_some() {
            self.indented(&self.say(Text::SummaryBoardInOrder, &[]));
        }
        if let Some(statutes) = &board.statutes {
            self.judgement(statutes);
        }
    }

    fn cases(&mut self, assessment: &Assessment) {
        let summary = &assessment.summary;
        let lines: Vec<String> =
            summary.open_cases.iter().map(|case| self.case(case, summary)).collect();
        self.list(Text::SummaryCases, &lines);
        let unserved: Vec<String> = summary
            .coverage
            .iter()
            .filter(|cell| cell.unserved)
            .map(|cell| {
                let district = self.place_name(cell.region.as_ref(), cell.name.as_deref());
                self.say(
                    Text::SummaryCoverageLine,
                    &[
                        ("category", cell.category.name(self.lang)),
                        ("district", &district),
                        ("cases", &cell.open_cases.to_string()),
                    ],
                )
            })
            .collect();
        self.list(Text::SummaryCoverage, &unserved);
    }

    fn case(&self, case: &OpenCase, summary: &Summary) -> String {
        let status = match case.status {
            StepKind::Received => Text::CaseReceived,
            StepKind::Heard => Text::CaseHeard,
            StepKind::Referred => Text::CaseReferred,
            StepKind::Resolved => Text::CaseResolved,
            StepKind::Closed => Text::CaseClosed,
        };
        let district = case.place.region.at(crate::region::RegionLevel::District);
        let known = summary.districts.iter().find(|d| d.region.is_some() && d.region == district);
        let name = known.and_then(|district| district.name.as_deref());
        let region = self.place_name(Some(&case.place.region), name);
        let place = match (case.place.rt, case.place.rw) {
            (Some(rt), Some(rw)) => {
                let (rt, rw) = (format!("{:03}", rt.get()), format!("{:03}", rw.get()));
                self.say(Text::Neighbourhood, &[("region", &region), ("rt", &rt), ("rw", &rw)])
            }
            _ => region,
        };
        self.say(
            Text::SummaryCaseLine,
            &[
                ("id", &case.id),
                ("category", case.category.name(self.lang)),
                ("place", &place),
                ("status", &self.say(status, &[])),
                ("days", &self.days(case.age_days)),
            ],
        )
    }

    fn differences(&mut self, summary: &Summary) {
        if !summary.differences.is_empty() {
            let lines: Vec<String> =
                summary.differences.iter().map(|problem| problem.text(self.lang)).collect();
            self.list(Text::SummaryDifferences, &lines);
        }
    }

    /// Every pack that some judgement applied, with the weakest certainty it was applied with.
    fn rules(&mut self, assessment: &Assessment) {
        let mut used: Tally<&str, (&str, Certainty)> = Tally::new();
        let of_members = assessment.verdicts.iter().flat_map(Verdict::judgements);
        for judgement in of_members.chain(&assessment.summary.board.statutes) {
            let Some(rules) = &judgement.rules else { continue };
            let title = rules.title.get(self.lang);
            let entry = used.entry(&rules.pack, || (title, judgement.certainty));
            entry.1 = entry.1.max(judgement.certainty);
        }
        let lines: Vec<String> = used
            .into_iter()
            .map(|(pack, (title, certainty))| {
                format!("{title} ({pack}): {}", self.certainty(certainty))
            })
            .collect();
        self.list(Text::SummaryRules, &lines);
    }
}

fn members(assessment: &Assessment) -> impl Iterator<Item = &Verdict> {
    assessment.verdicts.iter().filter(|verdict| verdict.membership.is_some())
}
