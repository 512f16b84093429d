//! Records: a kind, a length and data, one behind the other.

use crate::source::damaged;
use lkks::Error;

pub(super) const BOF: u16 = 0x0809;
pub(super) const EOF: u16 = 0x000A;
pub(super) const CONTINUE: u16 = 0x003C;

/// One record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record<'s> {
    pub(super) kind: u16,
    pub(super) data: &'s [u8],
}

/// The records of a stream up to its end, each with the data that follow it.
#[derive(Debug)]
pub(super) struct Records<'s> {
    rest: &'s [u8],
}

impl<'s> Records<'s> {
    pub(super) fn of(stream: &'s [u8]) -> Self {
        Self { rest: stream }
    }

    /// How many bytes are left.
    pub(super) fn left(&self) -> usize {
        self.rest.len()
    }

    /// The next record; an error where the stream is cut off.
    pub(super) fn next(&mut self) -> Result<Record<'s>, Error> {
        let cut_off = || damaged("xls");
        let (head, rest) = self.rest.split_at_checked(4).ok_or_else(cut_off)?;
        let head = Data(head);
        let length = usize::from(head.u16(2)?);
        let (data, rest) = rest.split_at_checked(length).ok_or_else(cut_off)?;
        self.rest = rest;
        Ok(Record { kind: head.u16(0)?, data })
    }

    /// The data of the records that continue the one before.
    pub(super) fn continued(&mut self) -> Result<Vec<&'s [u8]>, Error> {
        let mut pieces = Vec::new();
        while self.rest.starts_with(&CONTINUE.to_le_bytes()) {
            pieces.push(self.next()?.data);
        }
        Ok(pieces)
    }
}

/// Data with numbers at places, little end first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Data<'s>(pub(super) &'s [u8]);

impl<'s> Data<'s> {
    fn bytes<const N: usize>(self, at: usize) -> Result<[u8; N], Error> {
        let found = self.0.get(at..).and_then(<[u8]>::first_chunk);
        found.copied().ok_or_else(|| damaged("xls"))
    }

    pub(super) fn u8(self, at: usize) -> Result<u8, Error> {
        Ok(self.bytes::<1>(at)?[0])
    }

    pub(super) fn u16(self, at: usize) -> Result<u16, Error> {
        Ok(u16::from_le_bytes(self.bytes(at)?))
    }

    pub(super) fn u32(self, at: usize) -> Result<u32, Error> {
        Ok(u32::from_le_bytes(self.bytes(at)?))
    }

    pub(super) fn f64(self, at: usize) -> Result<f64, Error> {
        Ok(f64::from_le_bytes(self.bytes(at)?))
    }

    /// What stands behind a place.
    pub(super) fn from(self, at: usize) -> Result<&'s [u8], Error> {
        self.0.get(at..).ok_or_else(|| damaged("xls"))
    }
}
