//! Papers of an organisation, put together from the columns that speak of them.

use super::field::Field;
use super::slot::{Slot, Told};
use lkks::calendar::{Duration, LastDay, LeapDay, Validity};
use lkks::known_date::KnownDate;
use lkks::message::Code;
use lkks::organisation::{Accreditation, Certificate, CertificateKind, Paper};
use lkks::{Decimal, Problem};

/// The parts of a deed, an approval or a certificate.
#[derive(Clone, Debug, Default)]
pub(super) struct PaperParts {
    pub(super) number: Slot<String>,
    pub(super) issued: Slot<KnownDate>,
    pub(super) last_day: Slot<KnownDate>,
    /// How long it holds, the column that says so, and its words.
    pub(super) length: Option<(Duration, u32, String)>,
    /// The word that there is one, where a cell says no more.
    pub(super) present: Option<String>,
    /// The words that there is none, or none as yet.
    pub(super) denied: Option<String>,
}

impl PaperParts {
    fn is_empty(&self) -> bool {
        self.number.is_empty()
            && self.issued.is_empty()
            && self.last_day.is_empty()
            && self.present.is_none()
    }

    /// Whether a cell says that there is none, and none says which one there is.
    fn contradiction(&self) -> Option<Problem> {
        let denied = self.denied.as_ref().filter(|_| self.number.is_empty())?;
        let day = self.issued.get().or(self.last_day.get())?;
        Some(Problem::error(Code::Contradiction).value(denied).expected(day))
    }

    /// That a length of time is no last day: which one it ends with is for the rules to say, which
    /// count the day of issue or do not.
    pub(super) fn take_length(&mut self) -> Option<Told> {
        let (duration, column, words) = self.length.take()?;
        let last = |decided, last_day| {
            let validity = Validity { duration, last_day, leap_day: LeapDay::LastOfMonth };
            validity.last_day(decided).ok()
        };
        let days = self.issued.get().and_then(|issued| issued.day()).and_then(|day| {
            Some((last(day, LastDay::DayBefore)?, last(day, LastDay::Anniversary)?))
        });
        let problem = match days {
            Some((before, on)) => {
                Problem::warning(Code::AmbiguousValue).expected(format!("{before}, {on}"))
            }
            None => Problem::warning(Code::IncompleteDate).expected("2010-03-03"),
        };
        Some((column, problem.value(words)))
    }

    /// A deed or an approval. A register holds its day to the day alone; where less of it is known
    /// the rest is kept, and the column of its day is given with what is wrong.
    pub(super) fn paper(self) -> Result<(Option<Paper>, Option<Told>), Problem> {
        if let Some(problem) = self.contradiction() {
            return Err(problem);
        }
        if self.is_empty() {
            return Ok((None, None));
        }
        let problem = self.issued.get().filter(|issued| issued.day().is_none()).map(|issued| {
            Problem::warning(Code::IncompleteDate).value(issued).expected("2010-03-03")
        });
        let told = self.issued.column().zip(problem);
        let issued = self.issued.value().and_then(KnownDate::day);
        Ok((Some(Paper { number: self.number.value(), issued }), told))
    }

    /// A certificate, or what is missing of it.
    pub(super) fn certificate(
        self,
        kind: CertificateKind,
        issued: &Field,
    ) -> Result<Option<Certificate>, Problem> {
        if let Some(problem) = self.contradiction() {
            return Err(problem);
        }
        if self.is_empty() {
            return Ok(None);
        }
        let Self { number, issued: day, last_day, present, .. } = self;
        let (number, last_day) = (number.value(), last_day.value());
        match day.value() {
            Some(issued) if is_over_before(issued, last_day) => Err(reversed(issued, last_day)),
            Some(issued) => Ok(Some(Certificate {
                kind,
                number,
                issuer: None,
                issued,
                last_day,
                revoked: None,
            })),
            None => Err(not_kept([present, number, last_day.map(until)], issued)),
        }
    }
}

/// That a paper is not kept, since the day from which it counts is not known.
fn not_kept<const N: usize>(parts: [Option<String>; N], day: &Field) -> Problem {
    let paper = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    Problem::error(Code::PaperNotKept).value(paper).expected(day.told())
}

fn until(last_day: KnownDate) -> String {
    format!("s/d {last_day}")
}

/// Whether a last day lies before the first, however little of either is known.
fn is_over_before(first: KnownDate, last: Option<KnownDate>) -> bool {
    last.is_some_and(|last| last.latest() < first.earliest())
}

fn reversed(first: KnownDate, last: Option<KnownDate>) -> Problem {
    let last = last.map(|last| last.to_string()).unwrap_or_default();
    Problem::error(Code::PeriodReversed).value(format!("{first}..{last}"))
}

/// The parts of an accreditation.
#[derive(Clone, Debug, Default)]
pub(super) struct AccreditationParts {
    /// Of its certificate, decided on the day on which that was issued.
    pub(super) paper: PaperParts,
    pub(super) grade: Slot<String>,
    pub(super) score: Slot<Decimal>,
    /// Whether a cell is there for the grade that is not understood.
    pub(super) is_unread: bool,
}

impl AccreditationParts {
    /// The accreditation, or what is missing of it.
    pub(super) fn accreditation(self) -> Result<Option<Accreditation>, Problem> {
        let Self { paper, grade, score, is_unread } = self;
        let PaperParts { number, issued, last_day, present, denied, .. } = paper;
        let any = present.is_some()
            || !number.is_empty()
            || !grade.is_empty()
            || !score.is_empty()
            || !last_day.is_empty();
        let (number, grade, score) = (number.value(), grade.value(), score.value());
        let (decided, last_day) = (issued.value(), last_day.value());
        match decided {
            Some(decided) if is_over_before(decided, last_day) => Err(reversed(decided, last_day)),
            // There is none, and a day on which it was decided: one of the two is wrong.
            Some(decided) if denied.is_some() && grade.is_none() && present.is_none() => {
                let denied = denied.unwrap_or_default();
                Err(Problem::error(Code::Contradiction).value(denied).expected(decided))
            }
            // What is not understood may be that there is none, which has no score, no number and no
            // last day either.
            Some(decided)
                if is_unread
                    && grade.is_none()
                    && score.is_none()
                    && number.is_none()
                    && last_day.is_none() =>
            {
                Err(not_kept([Some(decided.to_string())], &Field::AccreditationGrade))
            }
            Some(decided) => Ok(Some(Accreditation {
                number,
                body: None,
                grade,
                score,
                decided,
                last_day,
                revoked: None,
                source: None,
            })),
            None if any => {
                let score = score.map(|score| score.to_string());
                let parts = [present, grade, score, number, last_day.map(until)];
                Err(not_kept(parts, &Field::AccreditationDecided))
            }
            None => Ok(None),
        }
    }
}
