//! The sheet of what an assessment says: a row for each organisation and subject.

use super::cells::{Cell, cut};
use super::look::{self, Look};
use super::organisations::put;
use super::said;
use crate::table::field::Field;
use crate::words;
use lkks::assess::{EligibilityStatus, Finding, Judgement, Outcome, StandingStatus, Verdict};
use lkks::known_date::KnownDate;
use lkks::message::Text;
use lkks::{Assessment, Lang};
use rust_xlsxwriter::{Workbook, XlsxError};

/// Its columns: heading and width.
const COLUMNS: [(Text, f64); 14] = [
    (Text::SheetId, 11.0),
    (Text::SheetName, 34.0),
    (Text::SheetMember, 9.0),
    (Text::SheetSubject, 18.0),
    (Text::SheetStanding, 16.0),
    (Text::SheetGrade, 9.0),
    (Text::SheetSince, 13.0),
    (Text::SheetLastDay, 13.0),
    (Text::SheetDaysLeft, 9.0),
    (Text::SheetEligibility, 25.0),
    (Text::SheetUnmet, 48.0),
    (Text::SheetUnknown, 48.0),
    (Text::SheetRules, 34.0),
    (Text::SheetCertainty, 18.0),
];

pub(super) fn sheet(
    assessment: &Assessment,
    lang: Lang,
    workbook: &mut Workbook,
) -> Result<(), XlsxError> {
    let look = Look::of(lang);
    let sheet = workbook.add_worksheet();
    sheet.set_name(said(Text::SheetAssessment, lang))?;
    for (column, (heading, width)) in (0u16..).zip(COLUMNS) {
        let odd = matches!(column, 3..=8 | 12..);
        sheet.write_string_with_format(0, column, said(heading, lang), look.heading(odd))?;
        sheet.set_column_width(column, width)?;
    }
    sheet.set_row_height(0, 32)?;
    let all = assessment.verdicts.iter();
    let all = all.flat_map(|verdict| verdict.judgements().map(move |judged| (verdict, judged)));
    let mut last = 0;
    for (row, (verdict, judgement)) in (1u32..).zip(all).take(super::MOST_ROWS) {
        let cells = cells(verdict, judgement, lang);
        for (column, cell) in (0u16..).zip(&cells) {
            match cell {
                Some(cell) => put(sheet, row, column, cell, look.of_both(&held(column), cell))?,
                None => {
                    sheet.write_blank(row, column, look.of_field(&Field::Name))?;
                }
            }
        }
        let texts = cells.iter().zip(COLUMNS).filter_map(|(cell, (_, width))| match cell {
            Some(Cell::Text(text)) => Some((text.as_str(), width)),
            _ => None,
        });
        if let Some(height) = look::height(texts) {
            sheet.set_row_height(row, height)?;
        }
        last = row;
    }
    let rows = (1, last.max(1));
    look::grades(sheet, 5, rows)?;
    look::last_days(sheet, 7, rows, assessment.on)?;
    sheet.autofilter(0, 0, rows.1, 13)?;
    sheet.set_freeze_panes(1, 2)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    let on = words::date(assessment.on, lang);
    let header = Text::SummaryHeading.text(lang, &[("body", &assessment.body), ("on", &on)]);
    // What a header of a page has no room for is in the sheet that names the body.
    if header.chars().count() < 200 {
        sheet.set_header(format!("&L{}", header.replace('&', "&&")));
    }
    sheet.set_footer("&L&A&R&P / &N");
    Ok(())
}

/// The field that a column looks like.
const fn held(column: u16) -> Field {
    match column {
        5 => Field::AccreditationGrade,
        8 => Field::Rw,
        _ => Field::Name,
    }
}

fn cells(verdict: &Verdict, judgement: &Judgement, lang: Lang) -> [Option<Cell>; 14] {
    let standing = &judgement.standing;
    let text = |text: &str| Some(Cell::Text(cut(text)));
    let member = if verdict.membership.is_some() { Text::Yes } else { Text::No };
    let days_left = standing.days_left.and_then(|days| u32::try_from(days).ok());
    let rules = judgement.rules.as_ref().map(|rules| rules.title.get(lang));
    [
        text(&verdict.organisation),
        text(&verdict.name),
        text(said(member, lang)),
        text(words::subject(judgement.subject, lang)),
        text(status(standing.status).text(lang, &[]).trim()),
        standing.grade.as_deref().and_then(text),
        standing.since.and_then(date),
        standing.last_day.and_then(|day| date(day.into())),
        days_left.map(|days| Cell::Number(f64::from(days))),
        text(said(eligibility(judgement.eligibility.status), lang)),
        listed(judgement, Outcome::NotMet, lang),
        listed(judgement, Outcome::Unknown, lang),
        text(rules.unwrap_or(said(Text::NoRules, lang))),
        text(words::certainty(judgement.certainty, lang)),
    ]
}

fn date(known: KnownDate) -> Option<Cell> {
    Cell::date(&known.to_string())
}

/// The criteria with this outcome, each with where it stands.
fn listed(judgement: &Judgement, outcome: Outcome, lang: Lang) -> Option<Cell> {
    let findings = judgement.findings.iter().filter(|finding| finding.outcome == outcome);
    let told = |finding: &Finding| {
        let label = finding.info.label.get(lang);
        match &finding.info.cited {
            Some(cited) => format!("{label} ({cited})"),
            None => label.to_owned(),
        }
    };
    let all: Vec<String> = findings.map(told).collect();
    (!all.is_empty()).then(|| Cell::Text(cut(&all.join("; "))))
}

const fn status(status: StandingStatus) -> Text {
    match status {
        StandingStatus::Never => Text::StatusNever,
        StandingStatus::Current => Text::StatusCurrent,
        StandingStatus::Expired => Text::StatusExpired,
        StandingStatus::Revoked => Text::StatusRevoked,
        StandingStatus::Undetermined => Text::StatusUndetermined,
    }
}

const fn eligibility(status: EligibilityStatus) -> Text {
    match status {
        EligibilityStatus::Eligible => Text::SheetEligible,
        EligibilityStatus::NotEligible => Text::SheetNotEligible,
        EligibilityStatus::Undetermined => Text::SheetUndetermined,
        EligibilityStatus::Invalid => Text::SheetInvalid,
        EligibilityStatus::NoRules => Text::SheetNoRules,
    }
}
