//! Where the cells of a record stand in the text, for pointing at them.
//!
//! The `csv` crate says where a record starts, not where its cells do. Looked up only for a record
//! with a problem; it splits as that crate does (a quote counts at the start of a cell alone).

/// A place in the text, from 1; the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) line: u32,
    pub(super) column: u32,
}

/// Where a record starts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    pub(super) byte: usize,
    pub(super) line: u32,
}

impl Start {
    /// The start that the `csv` crate gives.
    pub(super) fn of(position: Option<&csv::Position>) -> Self {
        let number = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            byte: position.map_or(0, |p| usize::try_from(p.byte()).unwrap_or(usize::MAX)),
            line: position.map_or(1, |p| number(p.line())),
        }
    }
}

/// The cells of one record.
#[derive(Debug)]
pub(super) struct Layout {
    /// Where each cell starts.
    pub(super) cells: Vec<Place>,
    /// Whether a quote is opened and never closed.
    pub(super) unclosed: bool,
}

impl Layout {
    /// The cells of the record of `text` that starts at `start`.
    pub(super) fn of(text: &str, start: Start) -> Self {
        let mut place = Place { line: start.line, column: 1 };
        let mut cells = Vec::new();
        let mut quoted = false;
        let mut opens = true;
        let mut characters = text.get(start.byte..).unwrap_or_default().chars().peekable();
        while let Some(character) = characters.next() {
            let breaks = matches!(character, '\n' | '\r') && !quoted;
            // Blank lines before a record are counted to it.
            if opens && !(breaks && cells.is_empty()) {
                cells.push(place);
                opens = false;
                quoted = character == '"';
                if breaks {
                    break;
                }
                opens |= character == ',';
            } else if quoted && character == '"' {
                if characters.peek() == Some(&'"') {
                    characters.next();
                    place.column += 1;
                } else {
                    quoted = false;
                }
            } else if !quoted && character == ',' {
                opens = true;
            } else if breaks && !cells.is_empty() {
                break;
            }
            place = match character {
                '\n' => Place { line: place.line + 1, column: 1 },
                _ => Place { column: place.column + 1, ..place },
            };
        }
        if opens {
            cells.push(place);
        }
        Self { cells, unclosed: quoted }
    }

    /// Where this cell starts, or the record where there is no such cell.
    pub(super) fn place(&self, cell: Option<usize>) -> Option<Place> {
        let found = cell.and_then(|cell| self.cells.get(cell));
        found.or_else(|| self.cells.first()).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cells(text: &str) -> Vec<(u32, u32)> {
        let layout = Layout::of(text, Start { byte: 0, line: 1 });
        layout.cells.iter().map(|place| (place.line, place.column)).collect()
    }

    #[test]
    fn cells_are_found_in_quotes_and_over_lines() {
        assert_eq!(cells("a,b\nc"), [(1, 1), (1, 3)]);
        assert_eq!(cells("é,,\n"), [(1, 1), (1, 3), (1, 4)]);
        assert_eq!(cells("\"a,\"\"b\",c"), [(1, 1), (1, 9)]);
        assert_eq!(cells("\n\n\"a\nb\",c"), [(3, 1), (4, 4)]);
        assert!(Layout::of("a,\"b\nc", Start { byte: 0, line: 1 }).unclosed);
    }

    proptest! {
        #[test]
        fn every_record_has_as_many_cells_as_the_reader_finds(text in "[a\",\n\ré]{0,30}") {
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .from_reader(text.as_bytes());
            for record in reader.records() {
                let record = record?;
                let layout = Layout::of(&text, Start::of(record.position()));
                prop_assert_eq!(layout.cells.len(), record.len(), "{:?}", record);
            }
        }
    }
}
