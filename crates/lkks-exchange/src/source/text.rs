//! Bytes of a text into letters: which encoding it is in, never with letters replaced in silence.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};
use lkks::message::Code;
use lkks::{Error, Problem};
use std::borrow::Cow;

/// A text, and what to tell of how it was read.
#[derive(Debug)]
pub(super) struct Decoded<'b> {
    pub(super) text: Cow<'b, str>,
    pub(super) note: Option<Problem>,
}

/// Whether the bytes are no text: text holds no zero, other than in UTF-16 with its mark.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    utf_16(bytes).is_none() && memchr::memchr(0, bytes).is_some()
}

/// The first letters, for a look at what the text is.
pub(super) fn start(bytes: &[u8]) -> String {
    let bytes = bytes.get(..2000).unwrap_or(bytes);
    match utf_16(bytes) {
        Some((encoding, rest)) => encoding.decode_without_bom_handling(rest).0.into_owned(),
        None => String::from_utf8_lossy(bytes).trim_start_matches('\u{feff}').to_owned(),
    }
}

/// The whole text: UTF-8 and UTF-16 with a mark, UTF-8 without one, and otherwise Windows-1252,
/// which Excel writes as "CSV" where it is set to a Western language.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, Error> {
    if let Some((encoding, rest)) = utf_16(bytes) {
        let decoded = encoding.decode_without_bom_handling_and_without_replacement(rest);
        let text = decoded.ok_or_else(|| unknown(encoding.name(), None))?;
        return Ok(Decoded { text, note: None });
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Decoded { text: Cow::Borrowed(text), note: None }),
        Err(_) => windows_1252(bytes),
    }
}

fn windows_1252(bytes: &[u8]) -> Result<Decoded<'_>, Error> {
    // Letters of UTF-8 hardly ever come about by chance: where they are the most, the text is UTF-8
    // with a few bytes spoilt, and reading it as another encoding would spoil all its letters.
    let (mut letters, mut others, mut first, mut byte) = (0, 0, None, 0);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        others += chunk.invalid().len();
        byte += chunk.valid().len();
        first = first.or_else(|| chunk.invalid().first().map(|found| (*found, byte)));
        byte += chunk.invalid().len();
    }
    // Bytes that stand for no letter in it.
    let undefined = |byte: &u8| matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d);
    let spoilt = if letters > others {
        first
    } else {
        bytes.iter().position(undefined).map(|at| (bytes[at], at))
    };
    if let Some((byte, at)) = spoilt {
        return Err(unknown(format!("0x{byte:02X}"), bytes.get(..at)));
    }
    let text = WINDOWS_1252.decode_without_bom_handling(bytes).0;
    let note = Problem::note(Code::GuessedEncoding).value("Windows-1252");
    Ok(Decoded { text, note: Some(note) })
}

/// UTF-16 that says so, and what stands behind its mark.
fn utf_16(bytes: &[u8]) -> Option<(&'static Encoding, &[u8])> {
    let little = bytes.strip_prefix(b"\xff\xfe").map(|rest| (UTF_16LE, rest));
    little.or_else(|| bytes.strip_prefix(b"\xfe\xff").map(|rest| (UTF_16BE, rest)))
}

/// Letters that cannot be read, behind these bytes.
fn unknown(what: impl std::fmt::Display, before: Option<&[u8]>) -> Error {
    let mut problem = Problem::error(Code::UnknownEncoding).value(what);
    if let Some(before) = before {
        let line = memchr::memchr_iter(b'\n', before).count() + 1;
        let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
        problem.line = u32::try_from(line).ok();
        problem.column = u32::try_from(column).ok();
    }
    problem.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> String {
        decode(bytes).unwrap().text.into_owned()
    }

    #[test]
    fn each_encoding_is_found() {
        assert_eq!(read("é’".as_bytes()), "é’");
        assert_eq!(read(b"\xef\xbb\xbfa\xc3\xa9"), "aé");
        assert_eq!(read(b"\xff\xfea\0\x19 "), "a’");
        assert_eq!(read(b"\xfe\xff\0a \x19"), "a’");
        let windows = decode(b"Caf\xe9 Jum\x92at").unwrap();
        assert_eq!(windows.text, "Café Jum’at");
        assert_eq!(windows.note.map(|note| note.code), Some(Code::GuessedEncoding));
    }

    #[test]
    fn letters_that_are_none_are_told_with_their_place() {
        for bytes in [&b"a\nb\x81"[..], b"\xc3\xa9\nb\xffx\xc3\xa9"] {
            let error = decode(bytes).unwrap_err();
            assert_eq!(error.code(), Code::UnknownEncoding);
            assert_eq!((error.problems()[0].line, error.problems()[0].column), (Some(2), Some(2)));
        }
        assert_eq!(decode(b"\xff\xfe\0\xd8a\0").unwrap_err().code(), Code::UnknownEncoding);
        assert_eq!(decode(b"\xff\xfea").unwrap_err().code(), Code::UnknownEncoding);
    }

    #[test]
    fn a_zero_makes_it_binary_unless_the_text_says_that_it_is_utf_16() {
        assert!(is_binary(b"a\0b"));
        assert!(!is_binary(b"\xff\xfea\0"));
        assert!(!is_binary(b"abc"));
    }
}
