//! A zip of parts, which say how large they are: the `zip` crate refuses one that turns out larger.

use super::{Limits, damaged, too_large};
use lkks::message::Code;
use lkks::{Error, Problem};
use memchr::memmem;
use std::io::{Cursor, Read, Write};
use zip::read::ZipFile;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The most parts that are looked at: each has a name and a record in memory.
const PARTS: usize = 20_000;

/// A zip in memory.
#[derive(Debug)]
pub(super) struct Package<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
}

/// A part while it is unpacked.
pub(super) type Part<'p, 'b> = ZipFile<'p, Cursor<&'b [u8]>>;

impl<'b> Package<'b> {
    /// The zip that these bytes are.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Error> {
        // Before its directory is loaded: a file of nothing but records would take ten times its size.
        let records = memmem::find_iter(bytes, b"PK\x01\x02").take(PARTS + 1).count();
        if records > PARTS {
            return Err(Problem::error(Code::TooLarge).value("ZIP").expected(PARTS).into());
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken("ZIP", error))?;
        Ok(Self { zip })
    }

    /// An error where all parts together say that they unpack to more than is read.
    pub(super) fn limit(&self, limits: &Limits) -> Result<(), Error> {
        let sizes =
            (0..self.len()).filter_map(|number| Some(self.zip.by_index_data(number).ok()?.size()));
        let total = sizes.fold(0u64, u64::saturating_add);
        match usize::try_from(total) {
            Ok(total) if total <= limits.unpacked => Ok(()),
            total => Err(too_large("ZIP", total.unwrap_or(usize::MAX), limits.unpacked)),
        }
    }

    /// The names of its parts.
    pub(super) fn names(&self) -> impl Iterator<Item = String> + Clone {
        // Most are ASCII; another one is none that is looked for.
        let names =
            self.zip.file_names_raw().map(|name| String::from_utf8_lossy(name).into_owned());
        names.collect::<Vec<_>>().into_iter()
    }

    /// How many parts there are.
    pub(super) fn len(&self) -> usize {
        self.zip.len()
    }

    /// The part with this number.
    pub(super) fn part(&mut self, number: usize) -> Result<Part<'_, 'b>, Error> {
        self.zip.by_index(number).map_err(|error| broken(&format!("ZIP [{number}]"), error))
    }

    /// The part with this name, whatever the case of its letters.
    pub(super) fn find(&mut self, name: &str) -> Result<Option<Part<'_, 'b>>, Error> {
        let same = |found: &[u8]| found.eq_ignore_ascii_case(name.as_bytes());
        let number = self.zip.file_names_raw().position(same);
        number.map(|number| self.part(number)).transpose()
    }

    /// A copy with the parts that are wanted, by their names in small letters, and with this content
    /// for one of them.
    pub(super) fn copy_with(
        &mut self,
        changed: &str,
        content: &str,
        is_wanted: impl Fn(&str) -> bool,
    ) -> Result<Vec<u8>, Error> {
        let mut copy = ZipWriter::new(Cursor::new(Vec::new()));
        for number in 0..self.len() {
            let part = self.zip.by_index_raw(number);
            let part = part.map_err(|error| broken(&format!("ZIP [{number}]"), error))?;
            let name = String::from_utf8_lossy(part.name_raw()).into_owned();
            let folded = name.to_ascii_lowercase();
            let put = if folded == changed {
                let options = SimpleFileOptions::default();
                let started = copy.start_file(&name, options);
                started.and_then(|()| Ok(copy.write_all(content.as_bytes())?))
            } else if is_wanted(&folded) {
                copy.raw_copy_file(part)
            } else {
                Ok(())
            };
            put.map_err(|error| broken(&name, error))?;
        }
        copy.finish().map(Cursor::into_inner).map_err(|error| broken("ZIP", error))
    }

    /// The text of the part with this name, if it is text and no longer than `most` bytes.
    pub(super) fn text(&mut self, name: &str, most: usize) -> Result<Option<String>, Error> {
        let Some(part) = self.find(name)? else { return Ok(None) };
        let mut text = Vec::new();
        let read = part.take(most as u64 + 1).read_to_end(&mut text);
        read.map_err(|error| unreadable(name, &error))?;
        if text.len() > most {
            return Err(too_large(name, text.len(), most));
        }
        match String::from_utf8(text) {
            Ok(text) => Ok(Some(text)),
            Err(error) => Err(damaged(format!("{name}: {error}"))),
        }
    }
}

/// What is wrong with a zip or a part of it.
fn broken(part: &str, error: ZipError) -> Error {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            Problem::error(Code::EncryptedFile).into()
        }
        other => damaged(format!("{part}: {other}")),
    }
}

/// What is wrong with a part that cannot be unpacked.
pub(super) fn unreadable(part: &str, error: &std::io::Error) -> Error {
    damaged(format!("{part}: {error}"))
}
