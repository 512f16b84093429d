//! One look at all parts of an xlsx before anything reads them.
//!
//! It refuses what would make calamine take memory
//! without bounds, and finds what calamine does not give: hidden rows and columns, and merged cells
//! without a second parse of the sheet. Unpacking and searching for bytes is much faster than
//! parsing, which only the tags in question need.

use super::damaged;
use super::fill::{COLUMNS, ROWS};
use super::package::{Package, unreadable};
use crate::workbook::Merge;
use lkks::message::Code;
use lkks::{Error, Problem};
use memchr::{memchr, memchr_iter, memmem, memrchr};
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;
use std::io::Read;

/// The most tags in a part that calamine keeps in memory, such as the texts of all cells. The
/// shortest of them, `<si/>`, becomes five times its size.
const TAGS: usize = 30_000_000;
/// The same for styles, each of which becomes a hundred times its size.
const STYLE_TAGS: usize = 2_000_000;
/// The most merged cells, hidden rows and hidden columns.
const MARKS: usize = 2_000_000;
const CHUNK: usize = 128 * 1024;

/// What a sheet says of its look.
#[derive(Debug, Default)]
pub(super) struct Look {
    pub(super) merges: Vec<Merge>,
    pub(super) hidden_rows: Vec<u32>,
    pub(super) hidden_columns: Vec<u32>,
}

/// The look of these parts, by their names in small letters.
pub(super) fn survey(
    package: &mut Package<'_>,
    is_wanted: impl Fn(&str) -> bool,
) -> Result<HashMap<String, Look>, Error> {
    let mut looks = HashMap::new();
    let mut chunk = vec![0; CHUNK];
    for number in 0..package.len() {
        let mut part = package.part(number)?;
        let name = String::from_utf8_lossy(part.name_raw()).to_ascii_lowercase();
        if !is_wanted(&name) {
            continue;
        }
        let mut search = Search::default();
        let mut held = 0;
        loop {
            let space = chunk.get_mut(held..).unwrap_or_default();
            let read = part.read(space).map_err(|error| unreadable(&name, &error))?;
            if read == 0 {
                break;
            }
            let seen = chunk.get(..held + read).unwrap_or_default();
            search.tags += memchr_iter(b'<', seen.get(held..).unwrap_or_default()).count();
            search.limit(&name)?;
            let rest = search.look(seen, &name)?;
            let start = seen.len() - rest;
            held = rest;
            chunk.copy_within(start..start + rest, 0);
        }
        looks.insert(name, search.look.sorted(search.columns));
    }
    Ok(looks)
}

#[derive(Debug, Default)]
struct Search {
    look: Look,
    /// Hidden columns, first and last.
    columns: Vec<(u32, u32)>,
    tags: usize,
}

impl Search {
    fn limit(&self, part: &str) -> Result<(), Error> {
        let most = match part.rsplit('/').next() {
            Some("sharedstrings.xml") => TAGS,
            Some("styles.xml" | "workbook.xml" | ".rels" | "workbook.xml.rels") => STYLE_TAGS,
            Some(name) if name.ends_with(".rels") || name.starts_with("theme") => STYLE_TAGS,
            _ => usize::MAX,
        };
        if self.tags > most {
            let problem =
                Problem::error(Code::TooLarge).value(format!("{part}, {} <…>", self.tags));
            return Err(problem.expected(format!("{most} <…>")).into());
        }
        let marks = self.look.merges.len() + self.look.hidden_rows.len() + self.columns.len();
        if marks > MARKS {
            let problem = Problem::error(Code::TooLarge).value(format!("{part}, {marks} <…>"));
            return Err(problem.expected(format!("{MARKS} <…>")).into());
        }
        Ok(())
    }

    /// Looks at the tags that are whole, and answers how many bytes at the end belong to one that
    /// is not.
    fn look(&mut self, seen: &[u8], part: &str) -> Result<usize, Error> {
        let open = memrchr(b'<', seen).unwrap_or(seen.len());
        let open = if memchr(b'>', &seen[open..]).is_none() { open } else { seen.len() };
        let whole = &seen[..open];
        for needle in [&b"hidden="[..], b"mergeCell ", b"uniqueCount", b"dimension "] {
            for found in memmem::find_iter(whole, needle) {
                let start = memrchr(b'<', &whole[..found]);
                let end = memchr(b'>', &whole[found..]);
                if let (Some(start), Some(end)) = (start, end)
                    && let Ok(tag) = std::str::from_utf8(&whole[start..=found + end])
                {
                    self.tag(tag).ok_or_else(|| damaged(format!("{part}: {tag}")))?;
                    self.limit(part)?;
                }
            }
        }
        // What is longer than this is no tag that is looked for.
        let rest = seen.len() - open;
        Ok(if rest < CHUNK / 2 { rest } else { 0 })
    }

    /// Takes what a tag says; none where calamine must not see it.
    fn tag(&mut self, tag: &str) -> Option<()> {
        let mut reader = quick_xml::Reader::from_str(tag);
        let (Ok(Event::Start(tag)) | Ok(Event::Empty(tag))) = reader.read_event() else {
            return Some(());
        };
        let attribute = |name| attribute(&tag, name);
        match tag.local_name().as_ref() {
            // calamine 0.38 reserves memory for as many texts as are said to be there, and computes
            // the size of a range that may run backwards.
            "sst" => match attribute("uniqueCount")?.parse::<usize>() {
                Ok(count) if count > TAGS => return None,
                _ => {}
            },
            "dimension" => {
                range(&attribute("ref")?)?;
            }
            "mergeCell" => self.look.merges.push(range(&attribute("ref")?)?),
            "row" if is_hidden(&tag) => self.look.hidden_rows.extend(number(&tag, "r", ROWS)),
            "col" if is_hidden(&tag) => {
                let (first, last) = (number(&tag, "min", COLUMNS), number(&tag, "max", COLUMNS));
                self.columns.extend(first.zip(last));
            }
            _ => {}
        }
        Some(())
    }
}

impl Look {
    fn sorted(mut self, mut columns: Vec<(u32, u32)>) -> Self {
        self.hidden_rows.sort_unstable();
        self.hidden_rows.dedup();
        columns.sort_unstable();
        for (first, last) in columns {
            let next = self.hidden_columns.last().map_or(0, |last| last + 1);
            self.hidden_columns.extend(first.max(next)..=last);
        }
        self
    }
}

fn is_hidden(tag: &BytesStart<'_>) -> bool {
    matches!(attribute(tag, "hidden").as_deref(), Some("1" | "true"))
}

/// A row or column, from 0, that the attribute gives from 1.
fn number(tag: &BytesStart<'_>, name: &str, below: u32) -> Option<u32> {
    let number = attribute(tag, name)?.parse::<u32>().ok()?.checked_sub(1)?;
    (number < below).then_some(number)
}

/// The value of the attribute with this name, whatever its prefix.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|found| found.key.local_name().as_ref() == name)?;
    Some(unescaped(&found))
}

/// The value of an attribute, without what stands for letters in it.
pub(super) fn unescaped(attribute: &Attribute<'_>) -> String {
    let text: &str = attribute.value.as_ref();
    quick_xml::escape::unescape(text).map_or_else(|_| text.to_owned(), |text| text.into_owned())
}

/// `B2:D4`, if it runs forwards within a sheet.
fn range(range: &str) -> Option<Merge> {
    let (first, last) = range.split_once(':').unwrap_or((range, range));
    let (first, last) = (place(first)?, place(last)?);
    let forwards = first.0 <= last.0 && first.1 <= last.1;
    (forwards && last.0 < ROWS && last.1 < COLUMNS).then_some(Merge { first, last })
}

/// `B2`, as row and column from 0.
pub(super) fn place(text: &str) -> Option<(u32, u32)> {
    let text = text.replace('$', "");
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = text.split_at(digits);
    let mut column = 0u32;
    for letter in letters.bytes() {
        let value = u32::from(letter.to_ascii_uppercase().checked_sub(b'A')?) + 1;
        column = column.checked_mul(26)?.checked_add(value).filter(|_| value <= 26)?;
    }
    Some((digits.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}
