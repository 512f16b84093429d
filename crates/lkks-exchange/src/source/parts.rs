//! What an xlsx says of its own parts, where calamine keeps it to itself.

use super::damaged;
use super::ods::letters;
use super::package::{Package, Part};
use super::survey::{attribute, place};
use calamine::CellErrorType;
use lkks::Error;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::HashMap;
use std::io::BufReader;

/// The most bytes of a part that names others.
const MOST: usize = 64 * 1024 * 1024;

/// The part of each sheet, in small letters as [`survey`](super::survey) has it.
pub(super) fn of_sheets(package: &mut Package<'_>) -> Result<HashMap<String, String>, Error> {
    let workbook = targets(package, "_rels/.rels", "")?
        .into_values()
        .find(|(kind, _)| kind.ends_with("/officeDocument"))
        .map_or_else(|| "xl/workbook.xml".to_owned(), |(_, target)| target);
    let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
    let relations = format!("{folder}/_rels/{file}.rels");
    let targets = targets(package, relations.trim_start_matches('/'), folder)?;
    let Some(text) = package.text(&workbook, MOST)? else { return Ok(HashMap::new()) };
    let mut parts = HashMap::new();
    each_tag(&text, &workbook, |tag| {
        if tag.local_name().as_ref() == "sheet"
            && let (Some(name), Some(id)) = (attribute(tag, "name"), attribute(tag, "id"))
            && let Some((_, target)) = targets.get(&id)
        {
            parts.entry(name).or_insert_with(|| target.to_ascii_lowercase());
        }
    })?;
    Ok(parts)
}

/// Kind and target of each relation by its identifier; targets are in this folder.
fn targets(
    package: &mut Package<'_>,
    part: &str,
    folder: &str,
) -> Result<HashMap<String, (String, String)>, Error> {
    let Some(text) = package.text(part, MOST)? else { return Ok(HashMap::new()) };
    let mut targets = HashMap::new();
    each_tag(&text, part, |tag| {
        if tag.local_name().as_ref() == "Relationship"
            && let (Some(id), Some(kind), Some(target)) =
                (attribute(tag, "Id"), attribute(tag, "Type"), attribute(tag, "Target"))
        {
            let target = match target.strip_prefix('/') {
                Some(absolute) => absolute.to_owned(),
                None if folder.is_empty() => target,
                None => format!("{folder}/{target}"),
            };
            targets.insert(id, (kind, target));
        }
    })?;
    Ok(targets)
}

fn each_tag(
    text: &str,
    part: &str,
    mut each: impl FnMut(&quick_xml::events::BytesStart<'_>),
) -> Result<(), Error> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => each(&tag),
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(error) => return Err(damaged(format!("{part}: {error}"))),
        }
    }
}

/// The part with this name, to be read tag by tag.
fn opened<'p, 'b>(
    package: &'p mut Package<'b>,
    part: &str,
) -> Result<Option<Reader<BufReader<Part<'p, 'b>>>>, Error> {
    let stream = package.find(part)?;
    Ok(stream.map(|stream| {
        let mut reader = Reader::from_reader(BufReader::new(stream));
        reader.config_mut().check_end_names = false;
        reader
    }))
}

/// The cells of a sheet with errors that calamine does not know, in the order of the part.
pub(super) fn unknown_errors(
    package: &mut Package<'_>,
    part: &str,
) -> Result<Vec<(u32, u32, String)>, Error> {
    let Some(mut reader) = opened(package, part)? else { return Ok(Vec::new()) };
    let (mut errors, mut buffer) = (Vec::new(), Vec::new());
    // The cell that holds an error, and whether its value comes next.
    let (mut cell, mut value) = (None, false);
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer);
        match event.map_err(|error| damaged(format!("{part}: {error}")))? {
            Event::Start(tag) if tag.local_name().as_ref() == "c" => {
                let is_error = attribute(&tag, "t").as_deref() == Some("e");
                cell = attribute(&tag, "r").filter(|_| is_error).as_deref().and_then(place);
            }
            Event::Start(tag) => value = tag.local_name().as_ref() == "v",
            Event::Text(text) if value => {
                let text: &str = text.as_ref();
                if let Some((row, column)) = cell
                    && text.parse::<CellErrorType>().is_err()
                {
                    errors.push((row, column, text.to_owned()));
                }
            }
            Event::End(_) => value = false,
            Event::Eof => return Ok(errors),
            _ => {}
        }
    }
}

/// The cells of a sheet with a formula that no program computed, each as `=A1+B1`. A formula of
/// which the result is the empty text was computed.
pub(super) fn formulas_without_value(
    package: &mut Package<'_>,
    part: &str,
) -> Result<Vec<(u32, u32, String)>, Error> {
    let Some(mut reader) = opened(package, part)? else { return Ok(Vec::new()) };
    reader.config_mut().expand_empty_elements = true;
    let (mut found, mut buffer) = (Vec::new(), Vec::new());
    let (mut row, mut column, mut cell, mut within) =
        (0u32, 0u32, Formula::default(), Within::Other);
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer);
        match event.map_err(|error| damaged(format!("{part}: {error}")))? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "row" => {
                    let number = attribute(&tag, "r").and_then(|row| row.parse::<u32>().ok());
                    row = number.and_then(|number| number.checked_sub(1)).unwrap_or(row);
                }
                "c" => {
                    cell = Formula::default();
                    cell.is_text = attribute(&tag, "t").as_deref() == Some("str");
                    let at = attribute(&tag, "r").as_deref().and_then(place);
                    cell.place = at.unwrap_or((row, column));
                    column = cell.place.1.saturating_add(1);
                }
                "f" => {
                    (cell.text, cell.is_computed) = (Some("=".into()), false);
                    within = Within::Formula;
                }
                "v" => {
                    cell.is_computed |= cell.is_text;
                    within = Within::Value;
                }
                "is" => within = Within::Value,
                _ => {}
            },
            Event::Text(text) => cell.take(within, &text.xml10_content()),
            Event::CData(text) => cell.take(within, &text.xml10_content()),
            Event::GeneralRef(name) => {
                // A formula with letters that nobody knows is one all the same.
                cell.take(within, &letters(&name).unwrap_or_else(|_| "?".to_owned()));
            }
            Event::End(tag) => match tag.local_name().as_ref() {
                "row" => (row, column) = (row.saturating_add(1), 0),
                "c" => {
                    let (at, text) = (cell.place, cell.text.take());
                    found.extend(text.filter(|_| !cell.is_computed).map(|text| (at.0, at.1, text)));
                }
                "f" | "v" | "is" => within = Within::Other,
                "sheetData" => return Ok(found),
                _ => {}
            },
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

/// A cell of which it is not known yet whether its formula was computed.
#[derive(Debug, Default)]
struct Formula {
    place: (u32, u32),
    is_text: bool,
    text: Option<String>,
    is_computed: bool,
}

/// The part of a cell that letters stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Within {
    Formula,
    Value,
    Other,
}

impl Formula {
    fn take(&mut self, within: Within, letters: &str) {
        match (within, &mut self.text) {
            (Within::Formula, Some(text)) => text.push_str(letters),
            (Within::Value, _) => self.is_computed |= !letters.is_empty(),
            _ => {}
        }
    }
}
