//! Which days stand in the calendar.

use super::telling;
use crate::lost::Lost;
use lkks::assess::{Judgement, StandingStatus};
use lkks::message::Text;
use lkks::organisation::CertificateKind;
use lkks::rules::Subject;
use lkks::term::Term;
use lkks::{Assessment, Date, Lang, Register, RuleBook, Verdict};

/// One whole day.
pub(super) struct Entry {
    /// What it is about, the same whenever it is written; the identifier is made of it.
    pub(super) key: String,
    pub(super) on: Date,
    pub(super) summary: String,
    pub(super) description: String,
    pub(super) place: Option<String>,
    pub(super) category: &'static str,
}

/// The last days of what organisations hold, and the last days to ask for its renewal.
pub(super) fn of_organisations(
    register: &Register,
    assessment: &Assessment,
    book: &RuleBook,
    lang: Lang,
    lost: &Lost,
) -> Vec<Entry> {
    let notice = register.data().notice.as_deref();
    let mut entries = Vec::new();
    for (index, verdict) in assessment.verdicts.iter().enumerate() {
        for judgement in verdict.judgements() {
            let standing = &judgement.standing;
            // Nothing runs out that was never held, or was withdrawn.
            if matches!(standing.status, StandingStatus::Never | StandingStatus::Revoked) {
                continue;
            }
            let since = standing.since.map(|since| since.to_string()).unwrap_or_default();
            let Some(last) = standing.last_day else {
                let path = path_of(register, verdict, judgement, index);
                lost.at(path, standing.number.as_ref().unwrap_or(&since));
                continue;
            };
            let about = format!("{}\n{}\n{since}", judgement.subject, verdict.organisation);
            let told = telling::Judged { verdict, judgement, book, lang, notice };
            entries.push(Entry {
                key: format!("last-day\n{about}"),
                on: last,
                summary: told.title(Text::CalendarEnds),
                description: told.last_day(last),
                place: None,
                category: crate::words::subject(judgement.subject, lang),
            });
            let apply_by = judgement.eligibility.apply_by;
            entries.extend(apply_by.map(|day| Entry {
                key: format!("apply-by\n{about}"),
                on: day,
                summary: told.title(Text::CalendarApplyBy),
                description: told.apply_by(day, last),
                place: None,
                category: crate::words::subject(judgement.subject, lang),
            }));
        }
    }
    entries
}

/// Where the record stands that a standing comes from.
fn path_of(register: &Register, verdict: &Verdict, judgement: &Judgement, index: usize) -> String {
    let path = format!("organisations[{index}]");
    let since = judgement.standing.since;
    let Ok(organisation) = register.organisation(&verdict.organisation) else { return path };
    let kind = match judgement.subject {
        Subject::Registration => Some(CertificateKind::Registration),
        Subject::OperatingPermit => Some(CertificateKind::OperatingPermit),
        Subject::Accreditation | Subject::Statutes => None,
    };
    match kind {
        Some(kind) => {
            let is_it = |certificate: &lkks::organisation::Certificate| {
                certificate.kind == kind && Some(certificate.issued) == since
            };
            let found = organisation.certificates.iter().rposition(is_it);
            found.map_or(path.clone(), |found| format!("{path}.certificates[{found}].last_day"))
        }
        None => {
            let mut all = organisation.accreditations.iter();
            let found = all.rposition(|accreditation| Some(accreditation.decided) == since);
            found.map_or(path.clone(), |found| format!("{path}.accreditations[{found}].last_day"))
        }
    }
}

/// The Musda, inductions and ends of terms of the board.
pub(super) fn of_board(register: &Register, today: Date, lang: Lang, lost: &Lost) -> Vec<Entry> {
    let data = register.data();
    let told = telling::Board { body: &data.body.name, notice: data.notice.as_deref(), lang };
    let category = Text::SummaryBoard.template(lang);
    let entry = |key: String, on, summary, description, place: Option<&String>| Entry {
        key,
        on,
        summary,
        description,
        place: place.cloned(),
        category,
    };
    let terms = data.terms.as_slice();
    let mut entries = Vec::new();
    for (index, term) in terms.iter().enumerate() {
        let id = &term.id;
        if let Some(musda) = &term.musda {
            match musda.on.day() {
                Some(on) => entries.push(entry(
                    format!("musda\n{id}"),
                    on,
                    told.of(Text::CalendarMusda, term),
                    told.plain(),
                    musda.place.as_ref(),
                )),
                None => lost.at(format!("terms[{index}].musda.on"), musda.on),
            }
        }
        entries.extend(term.inductions.iter().map(|induction| {
            entry(
                format!("induction\n{id}\n{}\n{}", induction.on, induction.by),
                induction.on,
                told.of(Text::CalendarInduction, term),
                told.induction(induction),
                induction.place.as_ref(),
            )
        }));
        let Some(last) = term.period.last() else { continue };
        let key = format!("term-end\n{id}");
        entries.push(entry(key, last, told.of(Text::CalendarTermEnds, term), told.plain(), None));
        if is_due(term, terms, today) {
            entries.push(entry(
                format!("musda-due\n{id}"),
                last,
                told.of(Text::CalendarMusdaDue, term),
                told.musda_due(term, last),
                None,
            ));
        }
    }
    entries
}

/// Whether the next Musda is due by the end of this term: it runs, and nothing follows it.
fn is_due(term: &Term, terms: &[Term], today: Date) -> bool {
    let follows = |other: &&Term| match (term.period.last(), other.period.last()) {
        (Some(end), Some(later)) => end < later,
        (Some(_), None) => true,
        (None, _) => false,
    };
    term.period.contains(today) && !terms.iter().any(|other| follows(&other))
}
