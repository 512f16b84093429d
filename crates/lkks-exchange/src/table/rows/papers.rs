//! Cells of papers: deeds, approvals, certificates, accreditations and documents that are there.

use super::super::field::Field;
use super::super::papers::PaperParts;
use super::super::report::shown;
use super::super::slot::Told;
use super::{FOR_EVER, Planned, Row, Seen};
use crate::value::Said;
use crate::value::date::{DateText, duration};
use crate::value::grade::{AccreditationText, GradeText, grade};
use crate::value::number::decimal;
use crate::value::paper::{PaperText, paper};
use crate::value::presence::{Presence, presence};
use crate::value::tax_number::tax_number;
use crate::value::text::read_as;
use crate::workbook::Cell;
use lkks::Problem;
use lkks::known_date::KnownDate;
use lkks::message::Code;
use lkks::organisation::DocumentRecord;

/// Scores are of a hundred, and decimals of ten thousand steps.
const HIGHEST_SCORE: i64 = 100 * 10_000;

impl Seen {
    /// The parts of the paper that a field speaks of.
    fn parts(&mut self, field: &Field) -> &mut PaperParts {
        match field {
            Field::Deed | Field::DeedNumber | Field::DeedIssued => &mut self.deed,
            Field::Approval | Field::ApprovalNumber | Field::ApprovalIssued => &mut self.approval,
            Field::Registration
            | Field::RegistrationNumber
            | Field::RegistrationIssued
            | Field::RegistrationLastDay => &mut self.registration,
            Field::Permit | Field::PermitNumber | Field::PermitIssued | Field::PermitLastDay => {
                &mut self.permit
            }
            _ => &mut self.accreditation.paper,
        }
    }
}

impl<'t> Row<'_, 't, '_> {
    /// Tells of a cell of this row that contradicts another.
    fn tell_of_left(&mut self, left: Option<Told>) {
        let Some((index, problem)) = left else { return };
        self.tell_at(index, problem);
    }

    /// Tells at a column that is read.
    pub(super) fn tell_at(&mut self, index: u32, problem: Problem) {
        let table = self.table;
        if let Some(column) = table.columns.iter().find(|column| column.index == index) {
            self.tell(column, problem);
        }
    }

    /// A cell of a deed, an approval or a certificate.
    pub(super) fn part_of_paper(&mut self, column: &Planned, cell: Cell<'t>) {
        match &column.field {
            Field::DeedIssued
            | Field::ApprovalIssued
            | Field::RegistrationIssued
            | Field::PermitIssued
            | Field::AccreditationDecided => {
                let issued = self.date(column, cell);
                let slot = &mut self.seen.parts(&column.field).issued;
                let left = slot.put(issued, column.index, true);
                self.tell_of_left(left);
            }
            Field::RegistrationLastDay | Field::PermitLastDay | Field::AccreditationLastDay => {
                if let Cell::Text(text) = cell
                    && let Some(length) = duration(text)
                {
                    let length = (length, column.index, shown(cell));
                    self.seen.parts(&column.field).length = Some(length);
                    return;
                }
                let last_day = self.last_day(column, cell);
                let slot = &mut self.seen.parts(&column.field).last_day;
                let left = slot.put(last_day, column.index, true);
                self.tell_of_left(left);
            }
            _ => self.paper(column, cell),
        }
    }

    /// A cell with the number of a paper, or with all of it.
    fn paper(&mut self, column: &Planned, cell: Cell<'t>) {
        let is_number = column.field.key().ends_with("_number");
        // Where no more than the paper is asked about, 1 and 0 may be ticks.
        match cell {
            _ if is_number => {}
            Cell::Text("0") | Cell::Number(0.0) => {
                self.tell(column, read_as("0", Presence::No.word()));
                return;
            }
            Cell::Text("1") | Cell::Number(1.0) => self.tell(column, read_as("1", "No. 1")),
            _ => {}
        }
        if let Some(year) = year_alone(cell).filter(|_| is_certificate(&column.field)) {
            self.tell(column, read_as(&shown(cell), format_args!("Th. {year}")));
            let left = self.seen.parts(&column.field).issued.put(Some(year), column.index, false);
            return self.tell_of_left(left);
        }
        let Some(said) = self.said(column, paper(cell, self.table.epoch)) else { return };
        let said = match column.field {
            Field::Deed | Field::DeedNumber => without_year(said),
            _ => said,
        };
        let at = column.index;
        let parts = self.seen.parts(&column.field);
        match said.presence {
            Some(Presence::Yes) => parts.present = Some(Presence::Yes.word().to_owned()),
            Some(Presence::No) => parts.denied = Some(shown(cell)),
            // One may be in force while the next is applied for.
            Some(Presence::InProgress) | None => {}
        }
        let last_day = said.last.and_then(|last| match last {
            DateText::Known(known) => Some(known),
            DateText::Forever => FOR_EVER.parse().ok(),
        });
        let left = [
            parts.number.put(said.number, at, is_number),
            parts.issued.put(said.issued, at, false),
            parts.last_day.put(last_day, at, false),
        ];
        left.into_iter().for_each(|left| self.tell_of_left(left));
    }

    /// A cell under `Nilai`, where many write the grade.
    pub(super) fn score(&mut self, column: &Planned, cell: Cell<'t>) {
        if is_words(cell) {
            return self.grade(column, cell);
        }
        let score = self.said(column, decimal(cell));
        let left = self.seen.accreditation.score.put(score, column.index, true);
        self.tell_of_left(left);
    }

    pub(super) fn grade(&mut self, column: &Planned, cell: Cell<'t>) {
        // `Nilai` is a grade in one table and a score in the next; a year is neither.
        if column.field == Field::Accreditation
            && let Said::Value(score) = decimal(cell)
            && score.steps() <= HIGHEST_SCORE
        {
            let left = self.seen.accreditation.score.put(Some(score), column.index, false);
            return self.tell_of_left(left);
        }
        let said = self.memo.grades.said(cell, grade);
        let Some(said) = self.said(column, said) else {
            self.seen.accreditation.is_unread |= self.told.contains(&column.index);
            return;
        };
        let AccreditationText { grade, score, decided, last, number } = said;
        let (at, parts) = (column.index, &mut self.seen.accreditation);
        let grade = match grade {
            GradeText::Grade(grade) => Some(grade),
            GradeText::AccreditedWithoutGrade => {
                parts.paper.present = Some(shown(cell));
                None
            }
            GradeText::NotAccredited | GradeText::InProgress => {
                parts.paper.denied = Some(shown(cell));
                None
            }
        };
        let left = [
            parts.grade.put(grade, at, column.field == Field::AccreditationGrade),
            parts.score.put(score, at, false),
            parts.paper.number.put(number, at, false),
            parts.paper.issued.put(decided, at, false),
            parts.paper.last_day.put(last, at, false),
        ];
        left.into_iter().for_each(|left| self.tell_of_left(left));
    }

    pub(super) fn tax_number(&mut self, column: &Planned, cell: Cell<'_>) {
        let (present, number) = match presence(cell) {
            Said::Value(Presence::Yes) => (true, None),
            Said::Value(Presence::No) => (false, None),
            _ => match self.said(column, tax_number(cell)) {
                Some(number) => (true, Some(number)),
                None => return,
            },
        };
        self.seen.documents.push(document("npwp", present, number));
    }

    pub(super) fn document(&mut self, name: &str, column: &Planned, cell: Cell<'t>) {
        match self.memo.presences.said(cell, presence) {
            Said::Value(Presence::Yes) => self.seen.documents.push(document(name, true, None)),
            Said::Value(Presence::No) => self.seen.documents.push(document(name, false, None)),
            Said::Doubtful(said, problem) => {
                self.tell(column, problem);
                match said {
                    Presence::Yes => self.seen.documents.push(document(name, true, None)),
                    Presence::No => self.seen.documents.push(document(name, false, None)),
                    Presence::InProgress => {}
                }
            }
            Said::Value(Presence::InProgress) | Said::Nothing => {}
            // A number or a date under the name of a paper says that it is there.
            Said::Problem(problem) => match paper(cell, self.table.epoch) {
                Said::Value(said) if said.number.is_some() || said.issued.is_some() => {
                    let record = self.record(name, column, said);
                    self.seen.documents.push(record);
                }
                _ => self.tell(column, problem),
            },
        }
    }

    /// A document with what its cell says; of days, a register holds whole ones.
    fn record(&mut self, name: &str, column: &Planned, said: PaperText) -> DocumentRecord {
        let last = said.last.and_then(|last| match last {
            DateText::Known(known) => Some(known),
            DateText::Forever => None,
        });
        for known in [said.issued, last].into_iter().flatten().filter(|day| day.day().is_none()) {
            let problem = Problem::warning(Code::IncompleteDate).value(known);
            self.tell(column, problem.expected("2010-03-03"));
        }
        let record = document(name, true, said.number);
        let (issued, last_day) =
            (said.issued.and_then(KnownDate::day), last.and_then(KnownDate::day));
        DocumentRecord { issued, last_day, ..record }
    }
}

/// Deeds are counted by each notary, so that `12 Tahun 2010` is the twelfth, and of that year.
fn without_year(said: PaperText) -> PaperText {
    let parted = said.number.as_deref().filter(|_| said.issued.is_none()).and_then(|number| {
        let mut words = number.split(' ');
        let (number, word, year) = (words.next()?, words.next()?, words.next()?);
        let is_digits = number.bytes().all(|byte| byte.is_ascii_digit());
        let word = word.trim_end_matches('.').to_ascii_lowercase();
        let is_year = matches!(word.as_str(), "tahun" | "thn" | "th") && year.len() == 4;
        let year: KnownDate = year.parse().ok().filter(|_| is_digits && is_year)?;
        words.next().is_none().then(|| (number.to_owned(), year))
    });
    match parted {
        Some((number, year)) => PaperText { number: Some(number), issued: Some(year), ..said },
        None => said,
    }
}

/// Whether a column is there for a certificate as a whole, of which a year alone is its day as far
/// as it is known.
fn is_certificate(field: &Field) -> bool {
    matches!(field, Field::Registration | Field::Permit)
}

/// The year that a cell is, and nothing else.
fn year_alone(cell: Cell<'_>) -> Option<KnownDate> {
    let text = match cell {
        Cell::Text(text) if text.len() > 8 => return None,
        cell => shown(cell),
    };
    // What is no date would be worded as a problem, only to be forgotten.
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let year: KnownDate = is_year.then(|| text.parse().ok()).flatten()?;
    (1900..2100).contains(&year.year()).then_some(year)
}

/// Whether a cell is a text that begins with a letter.
fn is_words(cell: Cell<'_>) -> bool {
    matches!(cell, Cell::Text(text) if text.trim_start().starts_with(char::is_alphabetic))
}

fn document(name: &str, present: bool, number: Option<String>) -> DocumentRecord {
    let document = name.to_owned();
    DocumentRecord { document, present, number, issued: None, last_day: None, recorded: None }
}
