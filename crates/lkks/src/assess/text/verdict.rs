//! One verdict in words.

use super::Writer;
use crate::Decimal;
use crate::assess::{
    Action, Advice, Change, Eligibility, EligibilityStatus, FactState, Finding, Found, Goal,
    Judgement, Outcome, Purpose, Score, Standing, StandingStatus, Verdict,
};
use crate::facts::FactType;
use crate::message::{Lang, Text};
use crate::rules::{MarginUnit, Subject};

/// The verdict on one organisation.
pub(crate) fn verdict(verdict: &Verdict, lang: Lang) -> String {
    let mut out = Writer::new(lang);
    let on = out.day(verdict.on);
    out.line(out.say(
        Text::VerdictHeading,
        &[("name", &verdict.name), ("id", &verdict.organisation), ("on", &on)],
    ));
    let membership = match verdict.membership {
        Some(period) => out.say(Text::MemberSince, &[("since", &out.day(period.first()))]),
        None => out.say(Text::NotMember, &[]),
    };
    out.line(membership);
    if !verdict.problems.is_empty() {
        out.line(out.say(Text::RecordsWrong, &[]));
        for problem in &verdict.problems {
            out.indented(&problem.line_text(lang));
        }
    }
    for judgement in verdict.judgements() {
        out.blank();
        out.judgement(judgement);
    }
    out.blank();
    out.line(out.say(Text::ReceiptLine, &[("hash", &verdict.receipt().sha256)]));
    out.finish()
}

impl Writer {
    /// What one set of rules says.
    pub(super) fn judgement(&mut self, judgement: &Judgement) {
        self.line(self.subject(judgement.subject));
        match &judgement.rules {
            None => self.indented(&self.say(Text::NoRules, &[])),
            Some(rules) => {
                let title = rules.title.get(self.lang);
                self.indented(&self.say(Text::RulesLine, &[("title", title)]));
            }
        }
        let holds_something = judgement.subject != Subject::Statutes;
        if holds_something {
            self.indented(&self.standing(&judgement.standing));
            for line in self.eligibility(&judgement.eligibility) {
                self.indented(&line);
            }
        }
        if let Some(score) = &judgement.score {
            self.score(score);
        }
        self.findings(&judgement.findings);
        for advice in &judgement.advice {
            self.advice(advice, judgement);
        }
        if !judgement.caveats.is_empty() {
            let said: Vec<String> = judgement.caveats.iter().map(|c| c.text(self.lang)).collect();
            let line = format!("{} {}.", self.say(Text::CaveatsLine, &[]), said.join("; "));
            self.indented(&line);
        }
    }

    /// What is held, as one or a few sentences.
    pub(super) fn standing(&self, standing: &Standing) -> String {
        let last = standing.last_day.map(|day| self.day(day)).unwrap_or_default();
        let since = standing.since.map(|given| self.known(given)).unwrap_or_default();
        let days = self.days(standing.days_left.unwrap_or_default().abs());
        let values = [("last", last.as_str()), ("since", &since), ("days", &days)];
        let text = match (standing.status, standing.last_day) {
            (StandingStatus::Never, _) => Text::StandingNever,
            (StandingStatus::Current, _) if standing.runs_on => Text::StandingRunsOn,
            (StandingStatus::Current, Some(_)) => Text::StandingCurrent,
            (StandingStatus::Current, None) => Text::StandingCurrentOpen,
            (StandingStatus::Expired, Some(_)) => Text::StandingExpired,
            (StandingStatus::Expired, None) => Text::StandingExpiredOpen,
            (StandingStatus::Revoked, _) => Text::StandingRevoked,
            (StandingStatus::Undetermined, _) => Text::StandingUndetermined,
        };
        let mut said = Vec::new();
        if let Some(grade) = &standing.grade {
            said.push(self.say(Text::StandingGrade, &[("grade", grade)]));
        }
        said.push(self.say(text, &values));
        if let Some(number) = &standing.number {
            said.push(self.say(Text::StandingNumber, &[("number", number), ("since", &since)]));
        }
        said.join(" ")
    }

    fn eligibility(&self, eligibility: &Eligibility) -> Vec<String> {
        let unmet = eligibility.unmet.len().to_string();
        let unknown = eligibility.unknown.len().to_string();
        let text = match (eligibility.status, eligibility.purpose) {
            (EligibilityStatus::Eligible, Purpose::First) => Text::EligibleFirst,
            (EligibilityStatus::Eligible, Purpose::Renewal) => Text::EligibleRenewal,
            (EligibilityStatus::NotEligible, Purpose::First) => Text::NotEligibleFirst,
            (EligibilityStatus::NotEligible, Purpose::Renewal) => Text::NotEligibleRenewal,
            (EligibilityStatus::Undetermined, _) => Text::UndeterminedLine,
            (EligibilityStatus::Invalid, _) => Text::InvalidLine,
            (EligibilityStatus::NoRules, _) => return Vec::new(),
        };
        let mut lines = vec![self.say(text, &[("unmet", &unmet), ("unknown", &unknown)])];
        if let Some(day) = eligibility.opens {
            lines.push(self.say(Text::RenewalFrom, &[("day", &self.day(day))]));
        }
        if let Some(day) = eligibility.apply_by {
            lines.push(self.say(Text::RenewalBy, &[("day", &self.day(day))]));
        }
        lines
    }

    fn score(&mut self, score: &Score) {
        let none = self.say(Text::NoGrade, &[]);
        let Some(total) = score.total else {
            let missing = score.components.iter().filter(|c| c.score.is_none());
            let labels: Vec<&str> = missing.map(|c| c.label.get(self.lang)).collect();
            self.indented(&self.say(Text::ScoreUnknown, &[("labels", &labels.join(", "))]));
            return;
        };
        let open = self.say(Text::GradeOpen, &[]);
        let earned = match (&score.grade, score.accredited) {
            (Some(grade), _) => grade,
            (None, None) => &open,
            (None, Some(_)) => &none,
        };
        let line = self.say(
            Text::ScoreLine,
            &[
                ("total", &self.number(total)),
                ("band", score.band.as_deref().unwrap_or(&none)),
                ("grade", earned),
            ],
        );
        self.indented(&line);
        if let Some(next) = &score.to_next {
            let points = self.number(next.points);
            let values = [("points", points.as_str()), ("grade", &next.grade)];
            self.indented(&self.say(Text::ScoreToNext, &values));
        }
    }

    /// What is not met and what is not known in full, what is met by name.
    fn findings(&mut self, findings: &[Finding]) {
        for outcome in [Outcome::NotMet, Outcome::Unknown] {
            for finding in findings.iter().filter(|finding| finding.outcome == outcome) {
                self.indented(&self.finding(finding));
            }
        }
        let met = findings.iter().filter(|finding| finding.outcome == Outcome::Met);
        let labels: Vec<&str> = met.map(|finding| finding.info.label.get(self.lang)).collect();
        if !labels.is_empty() {
            self.indented(&self.say(Text::FindingsMet, &[("labels", &labels.join("; "))]));
        }
    }

    fn finding(&self, finding: &Finding) -> String {
        let heading = match finding.outcome {
            Outcome::Unknown => Text::FindingUnknown,
            _ => Text::FindingNotMet,
        };
        let mut said = vec![self.say(heading, &[("label", finding.info.label.get(self.lang))])];
        let label = finding.info.label.get(self.lang);
        let required = without_label(finding.info.required.get(self.lang), label);
        said.push(self.say(Text::FindingRequired, &[("required", required)]));
        if !finding.found.is_empty() {
            let found: Vec<String> = finding.found.iter().map(|found| self.found(found)).collect();
            let found = found.join("; ");
            let found =
                if finding.found.len() == 1 { without_label(&found, label) } else { &found };
            said.push(self.say(Text::FindingFound, &[("found", found)]));
        }
        if let Some(margin) = finding.margin.filter(|margin| margin.amount < Decimal::ZERO) {
            let amount = self.number(Decimal::ZERO.minus(margin.amount));
            let text = match margin.unit {
                MarginUnit::Days => Text::MarginDaysShort,
                MarginUnit::Points => Text::MarginPointsShort,
            };
            said.push(self.say(text, &[("amount", &amount)]));
        }
        if let Some(cited) = &finding.info.cited {
            let certainty = self.certainty(finding.info.certainty);
            let values = [("cited", cited.as_str()), ("certainty", &certainty)];
            said.push(self.say(Text::FindingBasis, &values));
        }
        said.join(" ")
    }

    fn found(&self, found: &Found) -> String {
        let value = match found.state {
            FactState::Known => self.value(found),
            FactState::Missing => self.say(Text::FoundMissing, &[]),
            FactState::Contradictory => self.say(Text::FoundContradictory, &[]),
            FactState::Invalid => self.say(Text::FoundInvalid, &[]),
            FactState::NotApplicable => self.say(Text::FoundNotApplicable, &[]),
        };
        format!("{}: {value}", found.label.get(self.lang))
    }

    fn value(&self, found: &Found) -> String {
        if let Some(document) = &found.document {
            return match document.last_day {
                _ if !document.present => self.say(Text::DocumentAbsent, &[]),
                Some(last) => self.say(Text::DocumentValidTo, &[("last", &self.day(last))]),
                None if document.undated => self.say(Text::DocumentUndated, &[]),
                None => self.say(Text::DocumentPresent, &[]),
            };
        }
        self.plain(found.kind, found.value.as_deref().unwrap_or_default())
    }

    /// A value that stands as text, in the manner of the language.
    fn plain(&self, kind: FactType, value: &str) -> String {
        match (kind, value) {
            (FactType::Boolean, _) => self.yes_no(value == "true"),
            (FactType::Date, _) => value.parse().map_or(value.to_owned(), |day| self.day(day)),
            (FactType::Integer | FactType::Decimal, _) => {
                value.parse().map_or(value.to_owned(), |number| self.number(number))
            }
            (FactType::Choice | FactType::Document, _) => value.to_owned(),
        }
    }

    fn advice(&mut self, advice: &Advice, judgement: &Judgement) {
        if !advice.changes.is_empty() {
            let heading = match (advice.goal, &advice.grade) {
                (Goal::Grade, Some(grade)) => self.say(Text::AdviceGrade, &[("grade", grade)]),
                _ if judgement.subject == Subject::Statutes => self.say(Text::AdviceBoard, &[]),
                _ => self.say(Text::AdviceEligibility, &[]),
            };
            let changes: Vec<String> =
                advice.changes.iter().map(|change| self.change(change, judgement)).collect();
            self.indented(&format!("{heading} {}.", changes.join("; ")));
        }
        if !advice.out_of_reach.is_empty() {
            let labels: Vec<&str> = judgement
                .findings
                .iter()
                .filter(|finding| advice.out_of_reach.contains(&finding.info.criterion))
                .map(|finding| finding.info.label.get(self.lang))
                .collect();
            let labels = labels.join("; ");
            self.indented(&self.say(Text::AdviceOutOfReach, &[("criteria", &labels)]));
        }
    }

    fn change(&self, change: &Change, judgement: &Judgement) -> String {
        let kind = judgement
            .findings
            .iter()
            .flat_map(|finding| &finding.found)
            .find(|found| found.fact == change.fact)
            .map_or(FactType::Decimal, |found| found.kind);
        let to = change.to.as_deref().map(|to| self.plain(kind, to)).unwrap_or_default();
        let by = change.by.map(|by| self.number(by)).unwrap_or_default();
        let until = change.until.map(|day| self.day(day)).unwrap_or_default();
        let text = match change.action {
            Action::Provide => Text::AdviceProvide,
            Action::Renew => Text::AdviceRenew,
            Action::Record if change.to.is_none() => Text::AdviceRecord,
            Action::Record => Text::AdviceRecordAs,
            Action::Achieve => Text::AdviceAchieve,
            Action::Raise => Text::AdviceRaise,
            Action::Lower => Text::AdviceLower,
            Action::Wait => Text::AdviceWait,
        };
        let label = change.label.get(self.lang);
        self.say(text, &[("label", label), ("to", &to), ("by", &by), ("until", &until)])
    }
}

/// What is said of a fact that bears the name of its criterion, without that name again.
fn without_label<'a>(said: &'a str, label: &str) -> &'a str {
    said.strip_prefix(label).and_then(|rest| rest.strip_prefix(": ")).unwrap_or(said)
}
