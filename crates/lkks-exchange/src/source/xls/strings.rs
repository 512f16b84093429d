//! Texts of records: in a code page, or in Unicode with one or two bytes a letter.

use super::Biff;
use super::record::Data;
use crate::source::damaged;
use lkks::Error;

/// The texts of all cells, which records point at.
#[derive(Debug, Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    /// The texts of a record and of those that continue it.
    pub(super) fn read(pieces: &[&[u8]]) -> Result<Self, Error> {
        let mut pieces =
            Pieces { rest: pieces.first().copied().unwrap_or_default(), pieces, next: 1 };
        let mut strings = Self::default();
        // How often texts are used, and how many there are; the latter is not always right.
        pieces.skip(8)?;
        while !pieces.is_done() {
            pieces.text(&mut strings.text)?;
            let end = u32::try_from(strings.text.len()).map_err(|_| damaged("xls"))?;
            strings.ends.push(end);
        }
        Ok(strings)
    }

    /// The text with this number.
    pub(super) fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let before = number.checked_sub(1).and_then(|before| self.ends.get(before));
        self.text.get(before.map_or(0, |start| *start as usize)..end as usize)
    }
}

/// Data in pieces: a text may go on in the next one, where it says anew how wide its letters are.
struct Pieces<'p, 's> {
    rest: &'s [u8],
    pieces: &'p [&'s [u8]],
    next: usize,
}

impl Pieces<'_, '_> {
    fn is_done(&self) -> bool {
        self.rest.is_empty()
            && self.pieces.get(self.next..).unwrap_or_default().iter().all(|piece| piece.is_empty())
    }

    /// Goes on to the next piece where this one is used up.
    fn refill(&mut self) -> Result<bool, Error> {
        let mut moved = false;
        while self.rest.is_empty() {
            self.rest = self.pieces.get(self.next).ok_or_else(|| damaged("xls"))?;
            self.next += 1;
            moved = true;
        }
        Ok(moved)
    }

    fn skip(&mut self, mut bytes: usize) -> Result<(), Error> {
        while bytes > 0 {
            self.refill()?;
            let here = bytes.min(self.rest.len());
            self.rest = &self.rest[here..];
            bytes -= here;
        }
        Ok(())
    }

    fn u8(&mut self) -> Result<u8, Error> {
        self.refill()?;
        let byte = Data(self.rest).u8(0)?;
        self.rest = &self.rest[1..];
        Ok(byte)
    }

    fn u16(&mut self) -> Result<u16, Error> {
        Ok(u16::from_le_bytes([self.u8()?, self.u8()?]))
    }

    fn u32(&mut self) -> Result<u32, Error> {
        Ok(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    /// Reads a text with all that may go with it, and puts its letters behind `text`.
    fn text(&mut self, text: &mut String) -> Result<(), Error> {
        let mut left = usize::from(self.u16()?);
        let mut flags = self.u8()?;
        let formats = if flags & 8 != 0 { usize::from(self.u16()?) } else { 0 };
        let phonetic = if flags & 4 != 0 { self.u32()? as usize } else { 0 };
        while left > 0 {
            if self.refill()? {
                flags = self.u8()?;
                self.refill()?;
            }
            let width = 1 + usize::from(flags & 1);
            let here = left.min(self.rest.len() / width);
            if here == 0 {
                return Err(damaged("xls"));
            }
            unicode(&self.rest[..here * width], width == 2, text);
            self.rest = &self.rest[here * width..];
            left -= here;
        }
        self.skip(formats * 4)?;
        self.skip(phonetic)
    }
}

/// Letters of one byte, which are the first of Unicode, or of two.
fn unicode(bytes: &[u8], wide: bool, text: &mut String) {
    if wide {
        let (pairs, _) = bytes.as_chunks::<2>();
        let units = pairs.iter().map(|pair| u16::from_le_bytes(*pair));
        text.extend(
            char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)),
        );
    } else {
        text.extend(bytes.iter().map(|byte| char::from(*byte)));
    }
}

/// How a record says how long a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Length {
    Byte,
    Word,
}

/// The text that starts the data, followed by `more` where it goes on in other records.
pub(super) fn text(
    data: &[u8],
    more: &[&[u8]],
    length: Length,
    biff: Biff,
) -> Result<String, Error> {
    let (letters, rest) = match length {
        Length::Byte => (usize::from(Data(data).u8(0)?), Data(data).from(1)?),
        Length::Word => (usize::from(Data(data).u16(0)?), Data(data).from(2)?),
    };
    match biff {
        Biff::Five(encoding) => {
            let bytes = rest.get(..letters).ok_or_else(|| damaged("xls"))?;
            Ok(encoding.decode_without_bom_handling(bytes).0.into_owned())
        }
        Biff::Eight => {
            let length = u16::try_from(letters).unwrap_or(u16::MAX).to_le_bytes();
            let mut pieces = vec![&length[..], rest];
            pieces.extend(more);
            let mut pieces = Pieces { rest: &[], pieces: &pieces, next: 0 };
            let mut text = String::new();
            pieces.text(&mut text)?;
            Ok(text)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_goes_on_in_the_next_record_with_other_letters() -> Result<(), Error> {
        let first = [0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, b'a', 4, 0, 0, b'b', b'c'];
        let next = [1, 0x19, 0x20, b'd', 0];
        let strings = Strings::read(&[&first, &next])?;
        assert_eq!(
            (strings.get(0), strings.get(1), strings.get(2)),
            (Some("a"), Some("bc’d"), None)
        );
        Ok(())
    }

    #[test]
    fn formats_and_readings_are_passed_over() -> Result<(), Error> {
        let data = [
            0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 12, 1, 0, 2, 0, 0, 0, b'a', 9, 9, 9, 9, 7, 7, 1, 0, 0,
            b'b',
        ];
        let strings = Strings::read(&[&data])?;
        assert_eq!((strings.get(0), strings.get(1)), (Some("a"), Some("b")));
        assert!(Strings::read(&[&data[..20]]).is_err());
        assert!(Strings::read(&[]).is_err());
        Ok(())
    }
}
