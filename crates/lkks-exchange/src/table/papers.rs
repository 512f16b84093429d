//! Papers of an organisation, put together from the columns that speak of them.

use super::field::Field;
use lkks::known_date::KnownDate;
use lkks::message::Code;
use lkks::organisation::{Accreditation, Certificate, CertificateKind, Paper};
use lkks::{Decimal, Problem};

/// The parts of a deed, an approval or a certificate.
#[derive(Clone, Debug, Default)]
pub(super) struct PaperParts {
    pub(super) number: Option<String>,
    pub(super) issued: Option<KnownDate>,
    pub(super) last_day: Option<KnownDate>,
    /// Whether a cell says no more than that there is one.
    pub(super) present: bool,
}

impl PaperParts {
    /// Takes what one cell says of the paper as a whole; a column of its own for the day comes
    /// first.
    pub(super) fn take(&mut self, cell: Self) {
        self.number = self.number.take().or(cell.number);
        self.issued = self.issued.or(cell.issued);
        self.last_day = self.last_day.or(cell.last_day);
        self.present |= cell.present;
    }

    fn is_empty(&self) -> bool {
        self.number.is_none() && self.issued.is_none() && self.last_day.is_none() && !self.present
    }

    /// A deed or an approval, whose day a register holds to the day alone.
    pub(super) fn paper(self) -> Result<Option<Paper>, Problem> {
        if self.is_empty() {
            return Ok(None);
        }
        let paper = Paper { number: self.number, issued: self.issued.and_then(KnownDate::day) };
        match self.issued {
            Some(issued) if issued.day().is_none() => {
                Err(Problem::warning(Code::IncompleteDate).value(issued).expected("2010-03-03"))
            }
            _ => Ok(Some(paper)),
        }
    }

    /// A certificate, or what is missing of it.
    pub(super) fn certificate(
        self,
        kind: CertificateKind,
        issued: &Field,
    ) -> Result<Option<Certificate>, Problem> {
        if self.is_empty() {
            return Ok(None);
        }
        let (number, last_day) = (self.number, self.last_day);
        match self.issued {
            Some(issued) if is_over_before(issued, last_day) => Err(reversed(issued, last_day)),
            Some(issued) => Ok(Some(Certificate {
                kind,
                number,
                issuer: None,
                issued,
                last_day,
                revoked: None,
            })),
            None => Err(Problem::error(Code::MissingField).expected(issued.told())),
        }
    }
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
    pub(super) number: Option<String>,
    pub(super) grade: Option<String>,
    pub(super) score: Option<Decimal>,
    pub(super) decided: Option<KnownDate>,
    pub(super) last_day: Option<KnownDate>,
    pub(super) accredited: bool,
    /// The words, where they say that there is none, or none as yet.
    pub(super) denied: Option<String>,
}

impl AccreditationParts {
    /// Takes what the cell of its certificate says.
    pub(super) fn take(&mut self, cell: PaperParts) {
        self.number = self.number.take().or(cell.number);
        self.decided = self.decided.or(cell.issued);
        self.last_day = self.last_day.or(cell.last_day);
        self.accredited |= cell.present;
    }

    /// The accreditation, or what is missing of it.
    pub(super) fn accreditation(self) -> Result<Option<Accreditation>, Problem> {
        let Self { number, grade, score, decided, last_day, accredited, denied } = self;
        let any = accredited
            || number.is_some()
            || grade.is_some()
            || score.is_some()
            || last_day.is_some();
        match decided {
            Some(decided) if is_over_before(decided, last_day) => Err(reversed(decided, last_day)),
            // There is none, and a day on which it was decided: one of the two is wrong.
            Some(decided) if denied.is_some() && grade.is_none() && !accredited => {
                let denied = denied.unwrap_or_default();
                Err(Problem::error(Code::Contradiction).value(denied).expected(decided))
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
                Err(Problem::error(Code::MissingField).expected(Field::AccreditationDecided.told()))
            }
            None => Ok(None),
        }
    }
}
