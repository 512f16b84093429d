//! Where in a sheet the table is: which rows are headings, which are organisations, and what the
//! others are.

use super::field::Field;
use super::heading::{Heading, as_written, with_slips};
use super::mapping::Mapping;
use super::merged::Merged;
use crate::workbook::{Cell, Sheet};
use roles::Roles;
use std::collections::HashMap;

mod roles;
mod told_apart;

/// In how many rows from the top headings are looked for.
const FIRST_ROWS: u32 = 60;
/// Over how many rows headings may stand.
const MOST_LEVELS: u32 = 3;
/// Over how many they may stand at most, where the lowest say nothing that is known.
const MOST_DEEP: u32 = 5;
/// How many columns are looked at for headings.
const MOST_COLUMNS: u32 = 1024;

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Above the headings.
    Above,
    /// Headings, also where they are repeated.
    Heading,
    /// Numbers under the headings: 1, 2, 3 …
    Numbering,
    /// An organisation.
    Data,
    /// More of the organisation above, whose name is merged over the rows.
    Continued,
    /// A line between the rows that says what the next rows have in common.
    Group,
    /// Sums.
    Totals,
    /// Below the table: signatures, sources, notes.
    Below,
    /// Without anything in it.
    Blank,
}

/// A column and what its headings say.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    /// Which, from 0.
    pub(crate) index: u32,
    /// Its heading as it stands, the group above it before it.
    pub(crate) text: String,
    /// What it says.
    pub(crate) heading: Heading,
}

/// The table of a sheet.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    /// The first row of headings.
    pub(crate) top: u32,
    /// The row after the last one of headings.
    pub(crate) under: u32,
    /// The columns that have headings or anything in them.
    pub(crate) columns: Vec<Column>,
    /// What each row is.
    pub(crate) roles: Vec<Role>,
}

impl Layout {
    /// The table of a sheet, if it has one: headings, among them one for names of organisations.
    pub(crate) fn of(sheet: &Sheet, merged: &Merged, mapping: &Mapping) -> Option<Self> {
        let last = sheet.rows().min(FIRST_ROWS);
        let is_blank = |row: u32| sheet.row(row).next().is_none();
        let mut best: Option<(i32, Headings)> = None;
        // Of two that are understood equally well, the one over fewer rows.
        for levels in 1..=MOST_LEVELS.min(sheet.rows()) {
            for top in 0..last.min(sheet.rows() - levels + 1) {
                if is_blank(top) || is_blank(top + levels - 1) {
                    continue;
                }
                let found = Headings::of(sheet, merged, top, levels, mapping);
                let Some(headings) = found else { continue };
                let score = headings.score();
                if best.as_ref().is_none_or(|(most, _)| score > *most) {
                    best = Some((score, headings));
                }
            }
        }
        let (_, headings) = best?;
        let mut headings = headings.with_more(sheet, merged, mapping);
        headings.top = headings.first_row(merged);
        let roles = Roles::of(sheet, merged, &headings).all();
        let Headings { top, under, mut columns } = headings;
        told_apart::settle(sheet, &roles, &mut columns);
        Some(Self { top, under, columns, roles })
    }
}

/// Headings over a number of rows.
struct Headings {
    top: u32,
    under: u32,
    columns: Vec<Column>,
}

impl Headings {
    fn of(
        sheet: &Sheet,
        merged: &Merged,
        top: u32,
        levels: u32,
        mapping: &Mapping,
    ) -> Option<Self> {
        let rows = top..top + levels;
        let texts = Self::texts(sheet, merged, rows.clone());
        let mut columns = Vec::new();
        for (index, levels) in &texts {
            let texts: Vec<&str> = levels.iter().map(String::as_str).collect();
            let text = texts.join(" / ");
            let chosen = mapping.heading(&sheet.name, *index, &text);
            let heading = chosen.unwrap_or_else(|| as_written(&texts));
            columns.push(Column { index: *index, text, heading });
        }
        let mut found = Self { top, under: rows.end, columns };
        // Slips are looked for only where something is a heading as it stands: it takes long.
        if found.known() == 0 {
            return None;
        }
        for (column, (_, levels)) in found.columns.iter_mut().zip(&texts) {
            if column.heading == Heading::Unknown {
                let texts: Vec<&str> = levels.iter().map(String::as_str).collect();
                column.heading = with_slips(&texts);
            }
        }
        let is_table = found.has_names() && found.known() >= 2 || found.is_mapped(mapping);
        (is_table && !found.counts_names(sheet)).then_some(found)
    }

    /// These, with the rows under them that are headings as well though they say little that is
    /// known: `L` and `P` under `Dalam Panti`.
    fn with_more(self, sheet: &Sheet, merged: &Merged, mapping: &Mapping) -> Self {
        let most = self.top.saturating_add(MOST_DEEP).min(sheet.rows());
        let reaches = |row: u32| self.reaches(merged, row);
        let rows = self.under..most;
        let may_go_on = rows.take_while(|row| reaches(*row) || self.is_words(sheet, *row));
        let last = may_go_on.filter(|row| reaches(*row) || says_headings(sheet, *row)).last();
        let Some(last) = last else { return self };
        let top = self.first_row(merged);
        Self::of(sheet, merged, top, last + 1 - top, mapping).unwrap_or(self)
    }

    /// The first of their rows; one that is merged over several began above.
    fn first_row(&self, merged: &Merged) -> u32 {
        let columns = self.columns.iter();
        columns.fold(self.top, |top, column| top.min(merged.first_row(self.top, column.index)))
    }

    /// Whether the heading of the names reaches over a row under them.
    fn reaches(&self, merged: &Merged, row: u32) -> bool {
        let name = self.column(&Field::Name).map(|name| merged.first_row(row, name.index));
        name.is_some_and(|begins| begins < self.under)
    }

    /// Whether a row holds several words and no organisation.
    fn is_words(&self, sheet: &Sheet, row: u32) -> bool {
        let own = [self.column(&Field::Name), self.column(&Field::RowNumber)];
        let is_own = |column: u32| own.iter().flatten().any(|own| own.index == column);
        let is_word = |cell| matches!(cell, Cell::Text(_)) && !is_number(cell);
        let mut cells = sheet.row(row);
        cells.clone().count() >= 2 && cells.all(|(column, cell)| is_word(cell) && !is_own(column))
    }

    /// Whether there are numbers in place of names, as under `LKS` where organisations are counted.
    fn counts_names(&self, sheet: &Sheet) -> bool {
        let Some(name) = self.column(&Field::Name) else { return false };
        let last = sheet.rows().min(self.under.saturating_add(FIRST_ROWS));
        let cells = (self.under..last).map(|row| sheet.cell(row, name.index));
        let (numbers, names): (Vec<_>, Vec<_>) =
            cells.filter(|cell| *cell != Cell::Empty).partition(|cell| is_number(*cell));
        numbers.len() > names.len()
    }

    /// The texts over each column, from the top, without repetitions.
    fn texts(
        sheet: &Sheet,
        merged: &Merged,
        rows: std::ops::Range<u32>,
    ) -> Vec<(u32, Vec<String>)> {
        let (lowest, end) = (rows.end - 1, rows.end);
        let wide = sheet.columns().min(MOST_COLUMNS);
        let mut over: HashMap<u32, Vec<String>> = HashMap::new();
        for row in rows {
            let mut group: Option<String> = None;
            for column in 0..wide {
                let own = text_of(merged.cell(sheet, row, column));
                let has_text = |row| text_of(merged.cell(sheet, row, column)).is_some();
                let below = || (row + 1..end).any(has_text);
                let text = match own {
                    Some(text) => {
                        // Where nothing is merged, a group stands over its first column alone.
                        group = (row < lowest && !merged.covers(row, column)).then(|| text.clone());
                        Some(text)
                    }
                    None => group.clone().filter(|_| below()),
                };
                if text.is_none() {
                    group = None;
                }
                let Some(text) = text else { continue };
                let levels = over.entry(column).or_default();
                if levels.last() != Some(&text) {
                    levels.push(text);
                }
            }
        }
        let mut columns: Vec<(u32, Vec<String>)> = over.into_iter().collect();
        columns.sort_unstable_by_key(|(column, _)| *column);
        columns
    }

    fn field(column: &Column) -> Option<&Field> {
        match &column.heading {
            Heading::Certain(field) | Heading::Mended(field) => Some(field),
            Heading::Choice(_) | Heading::Unknown | Heading::PassedOver => None,
        }
    }

    fn has_names(&self) -> bool {
        self.columns.iter().any(|column| Self::field(column) == Some(&Field::Name))
    }

    fn is_mapped(&self, mapping: &Mapping) -> bool {
        self.has_names() && !mapping.columns.is_empty()
    }

    fn known(&self) -> usize {
        self.columns.iter().filter(|column| column.heading != Heading::Unknown).count()
    }

    /// How well they are understood: each field counts once. A row of data under the headings is
    /// no second row of them, since it makes them less understood.
    fn score(&self) -> i32 {
        let mut seen: Vec<&Heading> = Vec::new();
        let mut score = 0;
        for column in &self.columns {
            if seen.contains(&&column.heading) {
                continue;
            }
            seen.push(&column.heading);
            score += match column.heading {
                Heading::Certain(_) => 4,
                Heading::Mended(_) | Heading::Choice(_) => 3,
                Heading::PassedOver => 0,
                Heading::Unknown => -1,
            };
        }
        score
    }

    /// The column of this field.
    fn column(&self, wanted: &Field) -> Option<&Column> {
        self.columns.iter().find(|column| Self::field(column) == Some(wanted))
    }
}

fn text_of(cell: Cell<'_>) -> Option<String> {
    let text = match cell {
        Cell::Text(text) => text.trim().to_owned(),
        Cell::Number(number) => number.to_string(),
        Cell::Empty | Cell::Boolean(_) | Cell::Date(_) | Cell::Error(_) => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// Whether a cell is a number, also as a text.
fn is_number(cell: Cell<'_>) -> bool {
    match cell {
        Cell::Number(_) => true,
        Cell::Text(text) => {
            let text = text.trim();
            text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'-'))
        }
        _ => false,
    }
}

/// The number of a column as people write it: `1`, `(1)`, `1.`, `a`.
fn column_number(cell: Cell<'_>) -> Option<u32> {
    match cell {
        Cell::Number(number) if number.fract() == 0.0 && (0.0..1e6).contains(&number) => {
            format!("{number}").parse().ok()
        }
        Cell::Text(text) => {
            let text = text.trim().trim_matches(['(', ')', '.', '[', ']']);
            let mut letters = text.chars();
            match (letters.next(), letters.next()) {
                (Some(letter @ 'a'..='z'), None) => Some(u32::from(letter) - u32::from('a') + 1),
                _ => text.parse().ok(),
            }
        }
        _ => None,
    }
}

/// Whether a row holds nothing but headings, or stands over numbers of columns.
fn says_headings(sheet: &Sheet, row: u32) -> bool {
    // `L` says something only under a group.
    let is_heading = |text: String| {
        [&[&*text][..], &["Jumlah Klien", &text]]
            .iter()
            .any(|levels| as_written(levels) != Heading::Unknown)
    };
    is_numbering(sheet, row + 1)
        || sheet.row(row).all(|(_, cell)| text_of(cell).is_some_and(is_heading))
}

/// Whether the cells of a row count 1, 2, 3 … as columns are numbered; letters and brackets too.
fn is_numbering(sheet: &Sheet, row: u32) -> bool {
    let numbers: Vec<Option<u32>> = sheet.row(row).map(|(_, cell)| column_number(cell)).collect();
    let counted = |pair: &[Option<u32>]| matches!(pair, [Some(a), Some(b)] if *b == a + 1);
    numbers.len() >= 2 && numbers.windows(2).all(counted) && numbers[0] == Some(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::Merge;

    /// A sheet of lines, cells parted by `|`; what looks like a number is one.
    fn sheet(lines: &[&str], merges: &[[(u32, u32); 2]]) -> Sheet {
        let mut sheet = Sheet::new("Data");
        for (row, line) in (0u32..).zip(lines) {
            for (column, text) in (0u32..).zip(line.split('|').map(str::trim)) {
                let cell = text.parse().map_or(Cell::Text(text), Cell::Number);
                sheet.push(row, column, cell);
            }
        }
        sheet.merges =
            merges.iter().map(|[first, last]| Merge { first: *first, last: *last }).collect();
        sheet
    }

    fn layout(sheet: &Sheet) -> Layout {
        let merged = Merged::of(sheet);
        Layout::of(sheet, &merged, &Mapping::default()).unwrap_or_else(|| panic!("no table"))
    }

    fn fields(layout: &Layout) -> Vec<String> {
        let said = layout.columns.iter().map(|column| match &column.heading {
            Heading::Certain(field) | Heading::Mended(field) => field.to_string(),
            Heading::Choice(fields) => format!("{}?", fields.len()),
            Heading::Unknown | Heading::PassedOver => "?".to_owned(),
        });
        said.collect()
    }

    #[test]
    fn titles_numbers_sums_and_signatures_are_told_from_organisations() {
        use Role::*;
        let sheet = sheet(
            &[
                "DATA LEMBAGA KESEJAHTERAAN SOSIAL KOTA PEKALONGAN",
                "TAHUN 2024",
                "",
                "No|Nama LKS|Alamat|Kec.|Jml Klien|Akreditasi",
                "1|2|3|4|5|6",
                "1|Yayasan Contoh|Jl. Satu|Pekalongan Barat|30|B",
                "",
                "2|Panti Asuhan Contoh|Jl. Dua|Pekalongan Timur|12|-",
                "|Jumlah|||42|",
                "",
                "||||Pekalongan, 12 Juli 2024",
                "||||Ketua LKKS",
            ],
            &[[(0, 0), (0, 5)]],
        );
        let layout = layout(&sheet);
        assert_eq!(
            layout.roles,
            [
                Above, Above, Blank, Heading, Numbering, Data, Blank, Data, Totals, Blank, Below,
                Below
            ]
        );
        assert_eq!(
            fields(&layout),
            ["row_number", "name", "address", "district", "clients", "accreditation"]
        );
    }

    #[test]
    fn headings_over_two_rows_are_put_together_merged_or_not() {
        let lines = [
            "No|Nama LKS|Tanda Daftar|||Jumlah Klien||",
            "||Nomor|Tanggal|Berlaku s/d|L|P|Jml",
            "1|Yayasan Contoh|460/1|12-7-2019|12-7-2024|3|4|7",
        ];
        let expected = [
            "row_number",
            "name",
            "registration_number",
            "registration_issued",
            "registration_last_day",
            "clients_male",
            "clients_female",
            "clients",
        ];
        let merges = [[(0, 0), (1, 0)], [(0, 1), (1, 1)], [(0, 2), (0, 4)], [(0, 5), (0, 7)]];
        for merges in [&merges[..], &[]] {
            let layout = layout(&sheet(&lines, merges));
            assert_eq!(fields(&layout), expected);
            assert_eq!((layout.top, layout.under), (0, 2));
        }
    }

    #[test]
    fn a_line_between_rows_and_repeated_headings_are_no_organisations() {
        use Role::*;
        let sheet = sheet(
            &[
                "Nama Yayasan|Alamat|NPWP|Akreditasi|Ket",
                "Kecamatan Pekalongan Barat",
                "Contoh|Jl. Satu||B|",
                "Nama Yayasan|Alamat|NPWP|Akreditasi|Ket",
                "Teladan|Jl. Dua||A|",
            ],
            &[],
        );
        assert_eq!(layout(&sheet).roles, [Heading, Group, Data, Heading, Data]);
    }

    #[test]
    fn headings_of_two_rows_are_known_again_on_the_next_page() {
        use Role::*;
        let sheet = sheet(
            &[
                "No|Nama LKS|Jumlah Klien||",
                "||L|P|Jml",
                "(1)|(2)|(3)|(4)|(5)",
                "1|Contoh|3|4|7",
                "No|Nama LKS|Jumlah Klien||",
                "||L|P|Jml",
                "(1)|(2)|(3)|(4)|(5)",
                "2|Teladan|1|2|3",
            ],
            &[[(0, 0), (1, 0)], [(0, 1), (1, 1)], [(0, 2), (0, 4)]],
        );
        let once = [Heading, Heading, Numbering, Data];
        assert_eq!(layout(&sheet).roles, [once, once].concat());
    }

    #[test]
    fn a_group_that_says_nothing_is_a_heading_too() {
        let lines = ["DAFTAR LKS", "No|Nama LKS|Hasil|", "||Akreditasi|Warna", "1|Contoh|B|x"];
        let merges = [[(0, 0), (0, 3)], [(1, 0), (2, 0)], [(1, 1), (2, 1)], [(1, 2), (1, 3)]];
        let layout = layout(&sheet(&lines, &merges));
        assert_eq!(layout.roles, [Role::Above, Role::Heading, Role::Heading, Role::Data]);
    }

    #[test]
    fn a_sum_that_failed_is_a_sum() {
        let mut sheet = sheet(&["No|Nama LKS|L|Jml Klien", "1|Contoh|3|4", "JUMLAH TOTAL||3"], &[]);
        sheet.push(2, 3, Cell::Error("#REF!"));
        assert_eq!(layout(&sheet).roles.last(), Some(&Role::Totals));
    }

    #[test]
    fn a_sheet_that_counts_organisations_is_no_table() {
        let sheet = sheet(&["Kecamatan|LKS|Terakreditasi", "Barat|13|7", "Timur|12|5"], &[]);
        let merged = Merged::of(&sheet);
        assert!(Layout::of(&sheet, &merged, &Mapping::default()).is_none());
    }

    #[test]
    fn a_name_over_several_rows_is_one_organisation() {
        use Role::*;
        let sheet = sheet(
            &[
                "No|Nama LKS|Akreditasi|Tahun Akreditasi",
                "1|Contoh|B|2019",
                "||A|2022",
                "2|Teladan|C|2020",
            ],
            &[[(1, 1), (2, 1)], [(1, 0), (2, 0)]],
        );
        assert_eq!(layout(&sheet).roles, [Heading, Data, Continued, Data]);
    }

    #[test]
    fn a_sheet_without_names_of_organisations_is_no_table() {
        for lines in [&["Rekap", "Kecamatan|Jumlah", "Barat|3"][..], &[], &["Nama|"]] {
            let sheet = sheet(lines, &[]);
            let merged = Merged::of(&sheet);
            assert!(Layout::of(&sheet, &merged, &Mapping::default()).is_none(), "{lines:?}");
        }
    }
}
