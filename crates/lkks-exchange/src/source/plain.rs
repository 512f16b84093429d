//! The cells of an xlsx, read as nearly all programs write them.
//!
//! This reads what Excel, LibreOffice and the usual libraries write, three times as fast as
//! calamine, and is not sure of anything else: then it gives nothing, and calamine reads the whole.
//! A test holds both against each other.

use super::Limits;
use super::chunks::{Chunks, Took};
use super::fill::Filling;
use super::package::Package;
use super::probe::{Probe, Shown};
use super::shared::{Shared, plain};
use crate::workbook::{Cell, Epoch, TextAt, Workbook};
use calamine::{CellErrorType, SheetType, SheetVisible};
use lkks::Error;
use memchr::{memchr, memmem};
use std::collections::HashMap;

/// The tables of an xlsx, without the look of its sheets; nothing where it is not as most are.
pub(super) fn read(
    package: &mut Package<'_>,
    parts: &HashMap<String, String>,
    limits: &Limits,
) -> Result<Option<Workbook>, Error> {
    let Some(first) = parts.values().min() else { return Ok(None) };
    let Some(probe) = Probe::of(package, first)? else { return Ok(None) };
    let Some(shared) = shared(package, limits)? else { return Ok(None) };
    let epoch = if probe.is_1904 { Epoch::Of1904 } else { Epoch::Of1900 };
    let mut filling = Filling::new(limits, epoch);
    for sheet in probe.sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        filling.open(&sheet.name)?;
        filling.sheet().hidden = sheet.visible != SheetVisible::Visible;
        let Some(part) = parts.get(&sheet.name) else { return Ok(None) };
        let Some(mut part) = package.find(part)? else { return Ok(None) };
        let mut cells = Cells::new(&probe.shown, &shared, &mut filling);
        if cells.read(&mut Chunks::new(&mut part)).is_none() {
            return cells.error.map_or(Ok(None), Err);
        }
        filling.close()?;
    }
    Ok(Some(filling.finish()))
}

fn shared(package: &mut Package<'_>, limits: &Limits) -> Result<Option<Shared>, Error> {
    let is_one = |name: &String| name.to_ascii_lowercase().ends_with("sharedstrings.xml");
    let names: Vec<String> = package.names().filter(is_one).collect();
    Ok(match names.as_slice() {
        [] => Some(Shared::default()),
        [name] if name.eq_ignore_ascii_case("xl/sharedStrings.xml") => {
            let Some(mut part) = package.find(name)? else { return Ok(None) };
            Shared::of(&mut Chunks::new(&mut part), limits.text)
        }
        _ => None,
    })
}

/// The cells of one sheet on their way into a filling.
struct Cells<'a, 'l> {
    shown: &'a [Shown],
    shared: &'a Shared,
    filling: &'a mut Filling<'l>,
    /// Where each shared text stands in the sheet already.
    kept: Vec<Option<TextAt>>,
    buffer: String,
    /// Why a cell could not be put in.
    error: Option<Error>,
}

/// What the tag of a cell says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tag<'b> {
    place: (u32, u32),
    style: Option<usize>,
    kind: &'b [u8],
}

impl<'a, 'l> Cells<'a, 'l> {
    fn new(shown: &'a [Shown], shared: &'a Shared, filling: &'a mut Filling<'l>) -> Self {
        let kept = vec![None; shared.len()];
        Self { shown, shared, filling, kept, buffer: String::new(), error: None }
    }

    fn read(&mut self, chunks: &mut Chunks<'_>) -> Option<()> {
        chunks.skip_to(b"<sheetData")?;
        let mut is_empty = false;
        chunks.each(|bytes| {
            is_empty = bytes.starts_with(b"<sheetData/>");
            match (is_empty, bytes.starts_with(b"<sheetData>")) {
                (true, _) | (_, true) => Took::Last(b"<sheetData>".len()),
                _ if bytes.len() < b"<sheetData/>".len() => Took::More,
                _ => Took::Other,
            }
        })?;
        if is_empty { Some(()) } else { chunks.each(|bytes| self.next(bytes)) }
    }

    /// Takes a cell, or a tag between cells.
    fn next(&mut self, bytes: &[u8]) -> Took {
        match bytes {
            [b'<', b'c', b' ', ..] => self.cell(bytes),
            [b'<', b'r', b'o', b'w', b' ' | b'>', ..] => match memchr(b'>', bytes) {
                None => Took::More,
                Some(end) => {
                    let attributes = &bytes[b"<row".len()..end];
                    let attributes = attributes.strip_suffix(b"/").unwrap_or(attributes);
                    if are_attributes(attributes) { Took::Bytes(end + 1) } else { Took::Other }
                }
            },
            [b'<', b'/', b'r', b'o', b'w', b'>', ..] => Took::Bytes(b"</row>".len()),
            _ if bytes.starts_with(b"</sheetData>") => Took::Last(b"</sheetData>".len()),
            _ if bytes.len() < b"</sheetData>".len() => Took::More,
            _ => Took::Other,
        }
    }

    fn cell(&mut self, bytes: &[u8]) -> Took {
        let Some(end) = memchr(b'>', bytes) else { return Took::More };
        let (is_empty, attributes) = match bytes[2..end].strip_suffix(b"/") {
            Some(attributes) => (true, attributes),
            None => (false, &bytes[2..end]),
        };
        let Some(tag) = Tag::of(attributes) else { return Took::Other };
        let behind = end + 1;
        if is_empty {
            return Took::Bytes(behind);
        }
        let (formula, computes) = match formula(&bytes[behind..]) {
            Ok(found) => found,
            Err(other) => return other,
        };
        let rest = &bytes[behind + formula..];
        const EMPTY: &[u8] = b"</c>";
        const MOST_TAGS: usize = b"</v></c>".len();
        if rest.starts_with(EMPTY) {
            let end = Took::Bytes(behind + formula + EMPTY.len());
            return self.put_formula(tag, computes).map_or(Took::Other, |()| end);
        }
        let Some(value) = rest.strip_prefix(b"<v>") else {
            return if rest.len() < MOST_TAGS { Took::More } else { Took::Other };
        };
        let Some(length) = memchr(b'<', value) else { return Took::More };
        if value.len() < length + MOST_TAGS {
            return Took::More;
        }
        if !value[length..].starts_with(b"</v></c>") {
            return Took::Other;
        }
        let put = match (length, tag.kind) {
            (0, b"" | b"n") if computes.is_some() => self.put_formula(tag, computes),
            _ => self.put(tag, &value[..length]),
        };
        match put {
            Some(()) => Took::Bytes(behind + formula + b"<v>".len() + length + MOST_TAGS),
            None => Took::Other,
        }
    }

    /// Puts a value into the sheet.
    fn put(&mut self, tag: Tag<'_>, value: &[u8]) -> Option<()> {
        let (row, column) = tag.place;
        if !self.filling.sheet().is_behind(row, column) {
            return None;
        }
        let cell = match tag.kind {
            b"s" => return self.put_shared(tag, value),
            b"" | b"n" => {
                let number = number(value)?;
                let style = tag.style.map_or(Some(&Shown::Number), |style| self.shown.get(style));
                if style? == &Shown::Day {
                    let put = self.filling.put_day(row, column, number);
                    return self.noted(put);
                }
                Cell::Number(number)
            }
            b"str" => Cell::Text(plain(value, &mut self.buffer)?),
            b"b" => match value {
                b"0" => Cell::Boolean(false),
                b"1" => Cell::Boolean(true),
                _ => return None,
            },
            b"e" => {
                let error: CellErrorType = std::str::from_utf8(value).ok()?.parse().ok()?;
                let put = self.filling.put(row, column, Cell::Error(&error.to_string()));
                return self.noted(put);
            }
            _ => return None,
        };
        let put = self.filling.put(row, column, cell);
        self.noted(put)
    }

    /// Puts a formula that was never computed into the sheet, so that it can be told of.
    fn put_formula(&mut self, tag: Tag<'_>, formula: Option<&[u8]>) -> Option<()> {
        let Some(formula) = formula else { return Some(()) };
        let (row, column) = tag.place;
        if !self.filling.sheet().is_behind(row, column) {
            return None;
        }
        let text = format!("={}", plain(formula, &mut self.buffer)?);
        let put = self.filling.put(row, column, Cell::Error(&text));
        self.noted(put)
    }

    fn put_shared(&mut self, tag: Tag<'_>, value: &[u8]) -> Option<()> {
        let (row, column) = tag.place;
        let index = whole(value)?;
        let text = self.shared.get(index)?;
        let kept = self.kept.get_mut(index)?;
        let put = self.filling.put_again(row, column, text, kept);
        self.noted(put)
    }

    fn noted(&mut self, put: Result<(), Error>) -> Option<()> {
        put.map_err(|error| self.error = Some(error)).ok()
    }
}

impl<'b> Tag<'b> {
    /// The attributes of a cell, of which only three are known.
    fn of(mut bytes: &'b [u8]) -> Option<Self> {
        let (mut tag, mut place) = (Self::default(), None);
        while let [b' ', name, b'=', b'"', rest @ ..] = bytes {
            let length = memchr(b'"', rest)?;
            let value = &rest[..length];
            match name {
                b'r' => place = Some(place_of(value)?),
                b's' => tag.style = Some(whole(value)?),
                b't' if !value.is_empty() => tag.kind = value,
                _ => return None,
            }
            bytes = &rest[length + 1..];
        }
        tag.place = place?;
        bytes.is_empty().then_some(tag)
    }
}

/// The length of the formula at the front, and the formula as it is written.
fn formula(bytes: &[u8]) -> Result<(usize, Option<&[u8]>), Took> {
    if !bytes.starts_with(b"<f") {
        return if bytes.len() < 2 { Err(Took::More) } else { Ok((0, None)) };
    }
    let end = memchr(b'>', bytes).ok_or(Took::More)?;
    let attributes = &bytes[b"<f".len()..end.max(b"<f".len())];
    let (is_empty, attributes) = match attributes.strip_suffix(b"/") {
        Some(attributes) => (true, attributes),
        None => (false, attributes),
    };
    if !are_attributes(attributes) {
        return Err(Took::Other);
    }
    if is_empty {
        return Ok((end + 1, Some(b"")));
    }
    let close = end + memmem::find(&bytes[end..], b"</f>").ok_or(Took::More)?;
    let text = std::str::from_utf8(&bytes[end + 1..close]).map_err(|_| Took::Other)?;
    if text.contains('<') || text.contains('&') && quick_xml::escape::unescape(text).is_err() {
        return Err(Took::Other);
    }
    Ok((close + b"</f>".len(), Some(&bytes[end + 1..close])))
}

/// Whether these bytes are attributes as nearly all programs write them, and nothing else. A sign
/// `>` within a value, at which the tag seemed to end, leaves that value open.
pub(super) fn are_attributes(mut bytes: &[u8]) -> bool {
    while let Some(rest) = bytes.strip_prefix(b" ") {
        let Some(length) = memchr(b'=', rest) else { return false };
        let (name, value) = (&rest[..length], &rest[length + 1..]);
        let Some(value) = value.strip_prefix(b"\"") else { return false };
        let Some(length) = memchr(b'"', value) else { return false };
        let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b':';
        let is_usual = name.first().is_some_and(u8::is_ascii_alphabetic)
            && name.iter().all(is_name)
            && value[..length].iter().all(|byte| byte.is_ascii_graphic() || *byte == b' ')
            && !value[..length].contains(&b'<')
            && (name != b"r" || whole(&value[..length]).is_some_and(|row| row > 0));
        if !is_usual {
            return false;
        }
        bytes = &value[length + 1..];
    }
    bytes.is_empty()
}

/// `B2`, as row and column from 0.
fn place_of(bytes: &[u8]) -> Option<(u32, u32)> {
    let letters = bytes.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let (letters, digits) = bytes.split_at(letters);
    if !(1..=3).contains(&letters.len()) || !(1..=7).contains(&digits.len()) {
        return None;
    }
    let column = letters.iter().fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1);
    let row = u32::try_from(whole(digits)?).ok()?;
    Some((row.checked_sub(1)?, column - 1))
}

/// A whole number of digits alone.
fn whole(bytes: &[u8]) -> Option<usize> {
    if !(1..=9).contains(&bytes.len()) {
        return None;
    }
    bytes
        .iter()
        .try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + usize::from(byte - b'0')))
}

/// A number in the form that every reader of numbers knows.
fn number(bytes: &[u8]) -> Option<f64> {
    if let Some(whole) = whole(bytes) {
        return u32::try_from(whole).ok().map(f64::from);
    }
    let is_part = |byte: &u8| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-');
    let is_usual = bytes.iter().all(is_part)
        && bytes.strip_prefix(b"-").unwrap_or(bytes).first()?.is_ascii_digit()
        && bytes.last()?.is_ascii_digit();
    if is_usual { std::str::from_utf8(bytes).ok()?.parse().ok() } else { None }
}

#[cfg(test)]
mod tests;
