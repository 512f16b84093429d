//! How a day is told: its title and what stands behind it, in the language asked for.

use crate::words;
use lkks::assess::{Finding, Judgement};
use lkks::known_date::KnownDate;
use lkks::message::Text;
use lkks::rules::pack::ValidityFigure;
use lkks::rules::{Plan, RuleBook};
use lkks::term::{Induction, Term};
use lkks::{Date, Lang, Verdict};

/// What one set of rules says of one organisation.
pub(super) struct Judged<'a> {
    pub(super) verdict: &'a Verdict,
    pub(super) judgement: &'a Judgement,
    pub(super) book: &'a RuleBook,
    pub(super) lang: Lang,
    pub(super) notice: Option<&'a str>,
}

impl Judged<'_> {
    fn say(&self, text: Text, values: &[(&str, &str)]) -> String {
        text.text(self.lang, values)
    }

    fn day(&self, date: impl Into<KnownDate>) -> String {
        words::date(date, self.lang)
    }

    pub(super) fn title(&self, text: Text) -> String {
        let subject = words::subject(self.judgement.subject, self.lang);
        self.say(text, &[("subject", subject), ("name", &self.verdict.name)])
    }

    /// What stands behind a last day: what is held, which rule gives it, and how sure that is.
    pub(super) fn last_day(&self, last: Date) -> String {
        let standing = &self.judgement.standing;
        let day = self.day(last);
        let mut lines = vec![self.heading()];
        if let Some(grade) = &standing.grade {
            lines.push(self.say(Text::StandingGrade, &[("grade", grade)]));
        }
        lines.push(self.say(Text::CalendarLastDay, &[("last", &day)]));
        if standing.runs_on {
            lines.push(self.say(Text::StandingRunsOn, &[("last", &day)]));
        }
        if let (Some(number), Some(since)) = (&standing.number, standing.since) {
            let values = [("number", number.as_str()), ("since", &self.day(since))];
            lines.push(self.say(Text::StandingNumber, &values));
        }
        lines.extend(self.basis(last));
        if let Some(day) = self.judgement.eligibility.apply_by {
            lines.push(self.say(Text::RenewalBy, &[("day", &self.day(day))]));
        }
        self.close(lines)
    }

    /// What stands behind a last day to ask for renewal.
    pub(super) fn apply_by(&self, day: Date, last: Date) -> String {
        let mut lines = vec![
            self.heading(),
            self.say(Text::RenewalBy, &[("day", &self.day(day))]),
            self.say(Text::CalendarLastDay, &[("last", &self.day(last))]),
        ];
        let in_time = |finding: &&Finding| finding.info.criterion == "renewal-in-time";
        if let Some(finding) = self.judgement.findings.iter().find(in_time) {
            let required = finding.info.required.get(self.lang);
            lines.push(self.say(Text::FindingRequired, &[("required", required)]));
            let cited = finding.info.cited.as_deref().unwrap_or(&finding.info.pack);
            lines.push(self.cited(cited, finding.info.certainty));
        }
        self.close(lines)
    }

    fn heading(&self) -> String {
        let on = self.day(self.verdict.on);
        let values =
            [("name", self.verdict.name.as_str()), ("id", &self.verdict.organisation), ("on", &on)];
        self.say(Text::VerdictHeading, &values)
    }

    /// Where the last day comes from.
    fn basis(&self, last: Date) -> Vec<String> {
        let standing = &self.judgement.standing;
        let Some(pack) = &standing.validity_from else {
            return vec![self.say(Text::CalendarStated, &[])];
        };
        let plan = self.book.plan(pack);
        let since = standing.since.and_then(KnownDate::day);
        let figure = plan.zip(since).and_then(|(plan, since)| {
            Some((plan, since, figure(plan, standing.grade.as_deref(), since, last)?))
        });
        let Some((plan, since, figure)) = figure else {
            return vec![self.say(Text::CalendarEndedEarlier, &[])];
        };
        let title = plan.title().get(self.lang);
        let (length, since) = (words::length(figure.lasts, self.lang), self.day(since));
        let values = [("title", title), ("length", &length), ("since", &since)];
        let cited = figure.cite.as_ref().map_or_else(|| pack.clone(), ToString::to_string);
        vec![self.say(Text::CalendarCounted, &values), self.cited(&cited, figure.weakest())]
    }

    fn cited(&self, cited: &str, certainty: lkks::rules::Certainty) -> String {
        let certainty = words::certainty(certainty, self.lang);
        self.say(Text::FindingBasis, &[("cited", cited), ("certainty", certainty)])
    }

    /// How sure the whole is, and what a reader must know first.
    fn close(&self, mut lines: Vec<String>) -> String {
        let certainty = words::certainty(self.judgement.certainty, self.lang);
        lines.push(self.say(Text::CalendarCertainty, &[("certainty", certainty)]));
        let caveats = self.judgement.caveats.iter();
        let caveats: Vec<String> = caveats.map(|caveat| caveat.text(self.lang)).collect();
        if !caveats.is_empty() {
            let said = self.say(Text::CaveatsLine, &[]);
            lines.push(format!("{said} {}.", caveats.join("; ")));
        }
        lines.extend(self.notice.map(str::to_owned));
        lines.join("\n")
    }
}

/// The figure that gives this last day, if one does; a later change of the rules can end it before.
fn figure<'p>(
    plan: &'p Plan,
    grade: Option<&str>,
    since: Date,
    last: Date,
) -> Option<&'p ValidityFigure> {
    let of_grade = plan.grades().iter().filter(|of| grade.is_none_or(|grade| of.code == grade));
    let of_grade = of_grade.filter_map(|grade| grade.validity.as_ref());
    let of_pack = plan.packs().filter_map(|pack| pack.validity.as_ref());
    let mut figures = of_grade.chain(of_pack);
    figures.find(|figure| figure.validity().last_day(since) == Ok(last))
}

/// The board of one body.
pub(super) struct Board<'a> {
    pub(super) body: &'a str,
    pub(super) notice: Option<&'a str>,
    pub(super) lang: Lang,
}

impl Board<'_> {
    pub(super) fn of(&self, text: Text, term: &Term) -> String {
        text.text(self.lang, &[("term", &term.name), ("body", self.body)])
    }

    pub(super) fn plain(&self) -> String {
        self.with(Vec::new())
    }

    pub(super) fn induction(&self, induction: &Induction) -> String {
        let mut lines = vec![Text::CalendarInductedBy.text(self.lang, &[("by", &induction.by)])];
        lines.extend(induction.oath.map(|sworn| {
            let text = if sworn { Text::CalendarOath } else { Text::CalendarNoOath };
            text.template(self.lang).to_owned()
        }));
        self.with(lines)
    }

    pub(super) fn musda_due(&self, term: &Term, last: Date) -> String {
        let last = words::date(last, self.lang);
        let values = [("term", term.name.as_str()), ("last", &last)];
        self.with(vec![Text::CalendarMusdaDueBecause.text(self.lang, &values)])
    }

    fn with(&self, lines: Vec<String>) -> String {
        let mut all = vec![self.body.to_owned()];
        all.extend(lines);
        all.extend(self.notice.map(str::to_owned));
        all.join("\n")
    }
}
