//! The sheet of organisations.

use super::cells::Cell;
use super::columns::Table;
use super::look::{self, Look};
use super::{XlsxOptions, day, notes, said};
use crate::table::field::Field;
use lkks::message::Text;
use lkks::{Date, Lang};
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

/// How large it is printed, in per cent: names and identifiers stand on every page, so that a wide
/// sheet may take several.
const PRINT_SCALE: u16 = 60;
/// Up to how many cells the empty ones are drawn too; beyond, lines are not worth their bytes.
const MOST_DRAWN: usize = 200_000;
/// The height of the row of headings, in points.
const HEADING_HEIGHT: f64 = 45.0;

pub(super) fn sheet(
    table: &Table,
    options: &XlsxOptions<'_>,
    workbook: &mut Workbook,
) -> Result<(), XlsxError> {
    let look = Look::of(options.lang);
    let sheet = workbook.add_worksheet();
    sheet.set_name(said(Text::SheetOrganisations, options.lang))?;
    headings(&table.fields, &look, options.lang, sheet)?;
    let last = u32::try_from(table.rows.len()).unwrap_or(u32::MAX).max(1);
    let on = options.assessment.map(|assessment| assessment.on);
    let mut widths = Vec::with_capacity(table.fields.len());
    for (column, field) in (0u16..).zip(&table.fields) {
        let cells = table.rows.iter().filter_map(|row| row.get(usize::from(column))?.as_ref());
        let widest = cells.map(Cell::width).max().unwrap_or(0);
        let heading = field.heading(options.lang);
        let width = look::width(look::kind(field), &heading, widest);
        sheet.set_column_width(column, width)?;
        widths.push(width);
        marks(sheet, column, field, last, on, options.lang)?;
    }
    let drawn = table.rows.len().saturating_mul(table.fields.len()) <= MOST_DRAWN;
    for (index, cells) in (1u32..).zip(&table.rows) {
        for ((column, cell), field) in (0u16..).zip(cells).zip(&table.fields) {
            match cell {
                Some(cell) => put(sheet, index, column, cell, look.of_both(field, cell))?,
                None if drawn => {
                    sheet.write_blank(index, column, look.of_field(field))?;
                }
                None => {}
            }
        }
        let texts = cells.iter().zip(&widths).filter_map(|(cell, width)| match cell {
            Some(Cell::Text(text)) => Some((text.as_str(), *width)),
            _ => None,
        });
        if let Some(height) = look::height(texts) {
            sheet.set_row_height(index, height)?;
        }
    }
    frame(sheet, &table.fields, last)?;
    Ok(())
}

/// The row of headings; where the subject changes, so does their colour.
pub(super) fn headings(
    fields: &[Field],
    look: &Look,
    lang: Lang,
    sheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    let mut odd = false;
    let mut before = fields.first().map(look::group);
    for (column, field) in (0u16..).zip(fields) {
        let group = Some(look::group(field));
        odd ^= group != before;
        before = group;
        sheet.write_string_with_format(0, column, field.heading(lang), look.heading(odd))?;
    }
    sheet.set_row_height(0, HEADING_HEIGHT)?;
    Ok(())
}

/// What keeps the headings in sight, on the screen and on paper.
pub(super) fn frame(sheet: &mut Worksheet, fields: &[Field], last: u32) -> Result<(), XlsxError> {
    let columns = u16::try_from(fields.len()).unwrap_or(u16::MAX);
    // The identifier and the name stay while the rest moves.
    sheet.set_freeze_panes(1, 2.min(columns))?;
    sheet.autofilter(0, 0, last, columns.saturating_sub(1))?;
    sheet.set_landscape().set_paper_size(9).set_print_scale(PRINT_SCALE);
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_repeat_columns(0, 1.min(columns.saturating_sub(1)))?;
    sheet.set_margins(0.4, 0.4, 0.5, 0.5, 0.3, 0.3);
    sheet.set_footer("&L&A&R&P / &N");
    Ok(())
}

fn marks(
    sheet: &mut Worksheet,
    column: u16,
    field: &Field,
    last: u32,
    on: Option<Date>,
    lang: Lang,
) -> Result<(), XlsxError> {
    let rows = (1, last);
    match (field, on) {
        (Field::AccreditationGrade, _) => {
            look::grades(sheet, column, rows)?;
            notes::put(sheet, 0, column, said(Text::SheetGradeMarks, lang))
        }
        (
            Field::RegistrationLastDay | Field::PermitLastDay | Field::AccreditationLastDay,
            Some(on),
        ) => {
            look::last_days(sheet, column, rows, on)?;
            let (on, soon) = (crate::words::date(on, lang), look::SOON.to_string());
            let legend = Text::SheetLastDayMarks.text(lang, &[("on", &on), ("days", &soon)]);
            notes::put(sheet, 0, column, &legend)
        }
        _ => Ok(()),
    }
}

/// Writes a cell.
pub(super) fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    format: &Format,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) => sheet.write_string_with_format(row, column, text, format)?,
        Cell::Number(number) => sheet.write_number_with_format(row, column, *number, format)?,
        Cell::YesNo(yes) => sheet.write_boolean_with_format(row, column, *yes, format)?,
        Cell::Day(on) => match day(*on) {
            Some(day) => sheet.write_datetime_with_format(row, column, &day, format)?,
            None => sheet.write_string_with_format(row, column, on.to_string(), format)?,
        },
    };
    Ok(())
}
