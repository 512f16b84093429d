//! How to fill the template in, and what each column means.

use super::super::look;
use super::fields::Asked;
use super::said;
use lkks::Lang;
use lkks::message::Text;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, XlsxError};

/// The widths of its columns.
const WIDTHS: [f64; 3] = [30.0, 36.0, 70.0];

pub(super) fn sheet(asked: &[Asked], lang: Lang, workbook: &mut Workbook) -> Result<(), XlsxError> {
    let sheet = workbook.add_worksheet();
    sheet.set_name(said(Text::SheetInstructions, lang))?;
    for (column, width) in (0u16..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let title = Format::new().set_bold().set_font_size(15);
    sheet.write_string_with_format(0, 0, said(Text::TemplateTitle, lang), &title)?;
    let organisations = said(Text::SheetOrganisations, lang);
    let steps = [
        Text::TemplateBody,
        Text::TemplateRows,
        Text::TemplateEmpty,
        Text::TemplateHeadings,
        Text::TemplatePeople,
    ];
    let step = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let mut row = 2;
    for text in steps {
        let said = text.text(lang, &[("sheet", organisations)]);
        sheet.merge_range(row, 0, row, 2, &said, &step)?;
        if let Some(height) = look::height([(said.as_str(), WIDTHS.iter().sum())]) {
            sheet.set_row_height(row, height)?;
        }
        row += 1;
    }
    row += 1;
    let edge = Format::new().set_border(FormatBorder::Thin).set_border_color(0xBF_BFBF);
    let edge = edge.set_text_wrap().set_align(FormatAlign::Top);
    let heading = edge.clone().set_bold().set_background_color(0x1F_3864).set_font_color(0xFF_FFFF);
    let headings = [Text::TemplateColumn, Text::TemplateExample, Text::TemplateMeaning];
    for (column, text) in (0u16..).zip(headings) {
        sheet.write_string_with_format(row, column, said(text, lang), &heading)?;
    }
    let named = edge.clone().set_bold();
    for asked in asked {
        row += 1;
        sheet.write_string_with_format(row, 0, asked.field.heading(lang), &named)?;
        sheet.write_string_with_format(row, 1, &asked.example, &edge)?;
        let meaning = asked.about.template(lang);
        sheet.write_string_with_format(row, 2, meaning, &edge)?;
        let heading = asked.field.heading(lang);
        let texts = [heading.as_str(), &asked.example, meaning].into_iter().zip(WIDTHS);
        if let Some(height) = look::height(texts) {
            sheet.set_row_height(row, height)?;
        }
    }
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    Ok(())
}
