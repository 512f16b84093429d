//! The sheet that names the body: labels, and beside them what they are of it.

use super::cells::cut;
use super::said;
use lkks::Lang;
use lkks::body::{Body, BodyLevel};
use lkks::message::Text;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

/// The name of the sheet, the same in every language.
const NAME: &str = "LKKS";

/// The width of the column of what the labels name.
const VALUE_WIDTH: f64 = 70.0;

/// The words for a level, as they are read again.
pub(super) const LEVELS: [(BodyLevel, Text); 3] = [
    (BodyLevel::Regency, Text::SheetLevelRegency),
    (BodyLevel::Province, Text::SheetLevelProvince),
    (BodyLevel::Nation, Text::SheetLevelNation),
];

pub(super) fn sheet(
    body: &Body,
    notice: Option<&str>,
    lang: Lang,
    workbook: &mut Workbook,
) -> Result<(), XlsxError> {
    let level = LEVELS.iter().find(|(level, _)| *level == body.level).map(|(_, text)| *text);
    let rows = [
        (Text::SheetBodyName, Some(body.name.clone())),
        (Text::SheetBodyLevel, level.map(|text| said(text, lang).to_owned())),
        (Text::SheetBodyRegion, body.region.as_ref().map(ToString::to_string)),
        (Text::SheetBodyNotice, notice.map(str::to_owned)),
    ];
    let sheet = empty(workbook)?;
    let there = rows.into_iter().filter_map(|(label, value)| Some((label, value?)));
    for (row, (label, value)) in (0u32..).zip(there) {
        self::row(sheet, row, label, &value, lang)?;
    }
    Ok(())
}

/// A sheet of labels without any yet.
pub(super) fn empty(workbook: &mut Workbook) -> Result<&mut Worksheet, XlsxError> {
    let sheet = workbook.add_worksheet();
    sheet.set_name(NAME)?;
    sheet.set_column_width(0, 22)?;
    sheet.set_column_width(1, VALUE_WIDTH)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    Ok(sheet)
}

pub(super) fn row(
    sheet: &mut Worksheet,
    row: u32,
    label: Text,
    value: &str,
    lang: Lang,
) -> Result<(), XlsxError> {
    let edge = Format::new().set_border(FormatBorder::Thin).set_border_color(0xBF_BFBF);
    let edge = edge.set_align(FormatAlign::Top);
    let named = edge.clone().set_bold().set_background_color(0xDE_EBF7);
    sheet.write_string_with_format(row, 0, said(label, lang), &named)?;
    let format = edge.set_text_wrap();
    match value {
        "" => sheet.write_blank(row, 1, &format)?,
        value => sheet.write_string_with_format(row, 1, cut(value), &format)?,
    };
    if let Some(height) = super::look::height([(value, VALUE_WIDTH)]) {
        sheet.set_row_height(row, height)?;
    }
    Ok(())
}
