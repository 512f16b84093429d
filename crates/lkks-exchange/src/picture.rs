//! Problems drawn for a terminal: the cell in its row, under its headings.

use crate::table::report::shown;
use crate::value::text::told;
use crate::workbook::Sheet;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use lkks::message::Text;
use lkks::problem::{Severity, column_letters};
use lkks::{Lang, Problem};
use std::collections::HashMap;

/// How many columns are shown on either side of the cell.
const BESIDE: u32 = 2;
/// How many characters of another cell are shown, and of the cell itself.
const WIDEST: usize = 24;
const WIDEST_OWN: usize = 60;

/// From a row farther from its headings they are not shown.
const FARTHEST: u32 = 200_000;

/// How a picture is drawn.
///
/// ```
/// use lkks_exchange::{Picture, ReadOptions, read};
/// use lkks::Lang;
/// let table = "LKS KOTA PEKALONGAN\nNo;Nama LKS;NPWP\n1;Yayasan Contoh;12\n";
/// let reading = read(table.as_bytes(), &ReadOptions::default())?;
/// let error = reading.problems().iter().find(|p| p.code.key() == "invalid-tax-number").unwrap();
/// let drawn = reading.picture(error, Picture { lang: Lang::En, colour: false });
/// assert!(drawn.contains("2 | No | Nama LKS       | NPWP"), "{drawn}");
/// assert!(drawn.contains("3 | 1  | Yayasan Contoh | 12"), "{drawn}");
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// The language of its words.
    pub lang: Lang,
    /// Whether it has the colours of a terminal.
    pub colour: bool,
}

/// The headings of a sheet: the row of the lowest, and the text over each column.
pub(crate) type Headings<'a> = (u32, &'a HashMap<u32, String>);

/// A problem drawn; `sheet` is the one it points into.
pub(crate) fn drawn(
    problem: &Problem,
    sheet: Option<(&Sheet, Option<Headings<'_>>)>,
    how: Picture,
) -> String {
    let (level, name) = match problem.severity {
        Severity::Error => (Level::ERROR, Text::SeverityError),
        Severity::Warning => (Level::WARNING, Text::SeverityWarning),
        Severity::Note => (Level::NOTE, Text::SeverityNote),
    };
    let text = problem.text(how.lang);
    let title = level.with_name(name.template(how.lang)).primary_title(text).id(problem.code.key());
    let renderer = if how.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let (Some((sheet, headings)), Some(row), Some(column)) = (sheet, problem.line, problem.column)
    else {
        return renderer.render(&[Group::with_title(title)]);
    };
    let place = format!("{}!{}{row}", sheet.name, column_letters(column));
    let (row, column) = (row.saturating_sub(1), column.saturating_sub(1));
    let headings = headings.filter(|(lowest, _)| *lowest < row && row - lowest < FARTHEST);
    let snippet = snippet(sheet, headings, row, column).path(place.clone());
    without_line(&renderer.render(&[title.element(snippet)]), &place)
}

/// The place says all, and the column that the renderer puts behind it counts drawn characters.
fn without_line(drawn: &str, place: &str) -> String {
    let Some((before, after)) = drawn.split_once(place) else { return drawn.to_owned() };
    let after = after.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit());
    format!("{before}{place}{after}")
}

/// The headings and the row, each cell as wide as the wider of the two.
fn snippet(
    sheet: &Sheet,
    headings: Option<Headings<'_>>,
    row: u32,
    column: u32,
) -> Snippet<'static, Annotation<'static>> {
    let last = sheet.row(row).map(|(index, _)| index).max().unwrap_or(column).max(column);
    let (mut over, mut own, mut place) = (String::new(), String::new(), 0..1);
    for index in column.saturating_sub(BESIDE)..=last.min(column.saturating_add(BESIDE)) {
        let most = if index == column { WIDEST_OWN } else { WIDEST };
        let heading = headings.and_then(|(_, texts)| texts.get(&index)).map_or("", String::as_str);
        let heading = short(heading, most);
        let cell = short(&shown(sheet.cell(row, index)), most);
        let width = heading.chars().count().max(cell.chars().count()).max(1);
        if !own.is_empty() {
            over.push_str(" | ");
            own.push_str(" | ");
        }
        if index == column {
            place = own.len()..own.len() + cell.len().max(1);
        }
        over.push_str(&format!("{heading:width$}"));
        own.push_str(&format!("{cell:width$}"));
    }
    let kind = AnnotationKind::Primary;
    let Some((lowest, _)) = headings else {
        return Snippet::source(own).line_start(row as usize + 1).annotation(kind.span(place));
    };
    // The rows between are blank here, and folded away.
    let gap = "\n".repeat((row - lowest) as usize);
    let start = over.len() + gap.len();
    Snippet::source(format!("{over}{gap}{own}"))
        .line_start(lowest as usize + 1)
        .annotation(AnnotationKind::Visible.span(0..1))
        .annotation(kind.span(start + place.start..start + place.end))
}

/// A text on one line, not longer than this; a national identity number in it is masked.
fn short(text: &str, most: usize) -> String {
    let text = told(text);
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if line.chars().count() <= most {
        return line;
    }
    line.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}
