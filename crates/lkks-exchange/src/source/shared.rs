//! The texts that the cells of an xlsx share, read as nearly all programs write them.
//!
//! Whatever is written otherwise (a prefix of a namespace, a reading aid, an escaped character) is
//! left to calamine, which reads all there is and takes three times as long.

use super::chunks::{Chunks, Took};
use super::plain::are_attributes;
use memchr::{memchr, memchr_iter, memmem};
use quick_xml::events::Event;

/// Texts one behind the other.
#[derive(Debug, Default)]
pub(super) struct Shared {
    text: String,
    ends: Vec<u32>,
}

/// As many as calamine is given.
const MOST: usize = 30_000_000;

impl Shared {
    /// The texts of a part; nothing where it is written in another way.
    pub(super) fn of(chunks: &mut Chunks<'_>, most: usize) -> Option<Self> {
        let mut shared = Self::default();
        chunks.skip_to(b"<sst")?;
        chunks.each(Self::tag)?;
        let mut trimmed = String::new();
        chunks.each(|bytes| {
            if shared.text.len() > most || shared.ends.len() > MOST {
                return Took::Other;
            }
            shared.item(bytes, &mut trimmed)
        })?;
        Some(shared)
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)? as usize;
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before));
        self.text.get(start.map_or(0, |start| *start as usize)..end)
    }

    /// The tag that opens the list.
    fn tag(bytes: &[u8]) -> Took {
        let Some(end) = memchr(b'>', bytes) else { return Took::More };
        let Ok(tag) = std::str::from_utf8(&bytes[..=end]) else { return Took::Other };
        match quick_xml::Reader::from_str(tag).read_event() {
            Ok(Event::Start(tag))
                if tag.name().as_ref() == "sst" && tag.attributes().all(|a| a.is_ok()) =>
            {
                Took::Last(end + 1)
            }
            _ => Took::Other,
        }
    }

    /// One text, with what it is wrapped in.
    fn item(&mut self, bytes: &[u8], buffer: &mut String) -> Took {
        if bytes.starts_with(b"</sst>") {
            return Took::Last(bytes.len());
        }
        if bytes.starts_with(b"<si/>") {
            return self.end(b"<si/>".len());
        }
        // Nearly all are one text and nothing else.
        if let Some((found, is_kept, behind)) = bytes.strip_prefix(b"<si>").and_then(text)
            && behind.starts_with(b"</si>")
        {
            let took = bytes.len() - behind.len() + b"</si>".len();
            return if self.push(found, is_kept, buffer) { self.end(took) } else { Took::Other };
        }
        let Some(end) = memmem::find(bytes, b"</si>") else { return Took::More };
        let Some(mut rest) = bytes[..end].strip_prefix(b"<si>") else { return Took::Other };
        while !rest.is_empty() {
            let Some((found, is_kept, behind)) = text(rest).or_else(|| run(rest)) else {
                return Took::Other;
            };
            rest = behind;
            if !self.push(found, is_kept, buffer) {
                return Took::Other;
            }
        }
        self.end(end + b"</si>".len())
    }

    fn end(&mut self, took: usize) -> Took {
        match u32::try_from(self.text.len()) {
            Ok(end) => self.ends.push(end),
            Err(_) => return Took::Other,
        }
        Took::Bytes(took)
    }

    /// Puts a text behind the others, as calamine would read it.
    fn push(&mut self, found: &[u8], is_kept: bool, buffer: &mut String) -> bool {
        let Some(text) = plain(found, buffer) else { return false };
        let blanks = [' ', '\t', '\r', '\n'];
        self.text.push_str(if is_kept { text } else { text.trim_matches(blanks) });
        true
    }
}

/// The same of a text with a format of its own: `<r><rPr>…</rPr><t>…</t></r>`.
fn run(bytes: &[u8]) -> Option<(&[u8], bool, &[u8])> {
    let run = bytes.strip_prefix(b"<r>")?;
    let run = match run.strip_prefix(b"<rPr>") {
        None => run,
        Some(rest) => {
            let end = memmem::find(rest, b"</rPr>")?;
            let (format, behind) = rest.split_at(end);
            if !is_format(format) {
                return None;
            }
            behind.strip_prefix(b"</rPr>")?
        }
    };
    let (found, is_kept, behind) = text(run)?;
    Some((found, is_kept, behind.strip_prefix(b"</r>")?))
}

/// Whether these are empty elements, which say how text looks.
fn is_format(mut bytes: &[u8]) -> bool {
    while let Some(rest) = bytes.strip_prefix(b"<") {
        let Some(end) = memchr(b'>', rest) else { return false };
        let (tag, behind) = (&rest[..end], &rest[end + 1..]);
        let Some(tag) = tag.strip_suffix(b"/") else { return false };
        let name = tag.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let is_usual = tag.first().is_some_and(u8::is_ascii_alphabetic)
            && are_attributes(tag.get(name..).unwrap_or_default());
        if !is_usual {
            return false;
        }
        bytes = behind;
    }
    bytes.is_empty()
}

/// The text of an element `t` at the front, whether its blanks are kept, and what is behind it.
fn text(bytes: &[u8]) -> Option<(&[u8], bool, &[u8])> {
    const KEPT: &[u8] = b"<t xml:space=\"preserve\">";
    if let Some(rest) = bytes.strip_prefix(b"<t/>") {
        return Some((&[], true, rest));
    }
    let (is_kept, rest) = match bytes.strip_prefix(b"<t>") {
        Some(rest) => (false, rest),
        None => (true, bytes.strip_prefix(KEPT)?),
    };
    let (found, behind) = rest.split_at(memchr(b'<', rest)?);
    Some((found, is_kept, behind.strip_prefix(b"</t>")?))
}

/// The text that these bytes of XML stand for, unless that takes more than a look.
pub(super) fn plain<'b>(bytes: &'b [u8], buffer: &'b mut String) -> Option<&'b str> {
    let text = std::str::from_utf8(bytes).ok()?;
    let may_be_escape = |at: usize| bytes.get(at + 1) == Some(&b'x');
    if memchr(b'\r', bytes).is_some() || memchr_iter(b'_', bytes).any(may_be_escape) {
        return None;
    }
    if memchr(b'&', bytes).is_none() {
        return Some(text);
    }
    buffer.clear();
    buffer.push_str(&quick_xml::escape::unescape(text).ok()?);
    (!buffer.contains("_x")).then_some(buffer.as_str())
}
