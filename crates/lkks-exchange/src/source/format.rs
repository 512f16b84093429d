//! Which format a file is in, as seen from its content.

use super::package::Package;
use super::{damaged, text, unsupported};
use lkks::message::Code;
use lkks::{Error, Problem};
use std::fmt;
use std::io::Cursor;

/// The formats that are read.
///
/// ```
/// use lkks_exchange::source::Format;
/// assert_eq!(Format::of(b"id,name\n", None)?.to_string(), "csv");
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Excel since 2007, also with macros (xlsm).
    Xlsx,
    /// Excel until 2003.
    Xls,
    /// LibreOffice and other programs for OpenDocument.
    Ods,
    /// Text with separators: csv, tsv, txt.
    Csv,
    /// A register as this library writes it; it has no tables.
    Json,
}

impl fmt::Display for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::Csv => "csv",
            Self::Json => "json",
        })
    }
}

/// Beginnings of files that people also drop.
const OTHERS: &[(&[u8], &str)] = &[
    (b"%PDF-", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"RIFF", "RIFF"),
    (b"{\\rtf", "RTF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3\0", "SQLite"),
    (b"PAR1", "Parquet"),
    (b"ARROW1", "Arrow"),
    (b"\x09\x00\x04\x00", "xls (Excel 2)"),
    (b"\x09\x02\x06\x00", "xls (Excel 3)"),
    (b"\x09\x04\x06\x00", "xls (Excel 4)"),
];

/// Beginnings of texts that are no tables, in small letters.
const MARKUP: &[(&str, &str)] = &[
    ("<!doctype html", "HTML"),
    ("<html", "HTML"),
    ("<head", "HTML"),
    ("<table", "HTML"),
    ("<meta", "HTML"),
    ("<style", "HTML"),
    ("<div", "HTML"),
    ("<?xml", "XML"),
];

/// Parts of a zip, or their beginnings, that tell what it is.
const ZIPS: &[(&str, &str)] = &[
    ("xl/workbook.bin", "xlsb"),
    ("word/", "Word (docx)"),
    ("ppt/", "PowerPoint (pptx)"),
    ("index/document.iwa", "Numbers"),
    ("meta-inf/manifest.mf", "Java (jar)"),
];

/// Streams of a compound file that tell what it is.
const COMPOUNDS: &[(&str, &str)] = &[
    ("WordDocument", "Word (doc)"),
    ("PowerPoint Document", "PowerPoint (ppt)"),
    ("__properties_version1.0", "Outlook (msg)"),
    ("VisioDocument", "Visio (vsd)"),
];

const ODS: &str = "application/vnd.oasis.opendocument.spreadsheet";

impl Format {
    /// The format of these bytes; `name` is the name of their file.
    ///
    /// ```
    /// use lkks_exchange::source::Format;
    /// assert_eq!(Format::of(br#"{ "body": {} }"#, None)?, Format::Json);
    /// assert_eq!(Format::of(b"Nama,Alamat\n", Some("data.txt"))?, Format::Csv);
    /// let error = Format::of(b"%PDF-1.7", Some("data.xlsx")).unwrap_err();
    /// assert_eq!(error.problems()[0].value.as_deref(), Some("PDF"));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// What it is instead; that it is locked with a password; that nothing can be seen because it is
    /// empty or damaged.
    pub fn of(bytes: &[u8], name: Option<&str>) -> Result<Self, Error> {
        if bytes.is_empty() {
            return Err(damaged("0 B"));
        }
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return zip(bytes);
        }
        if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            return compound(bytes);
        }
        if let Some((_, what)) = OTHERS.iter().find(|(start, _)| {
            // Letters alone can start a text too; a file in this format is not text.
            bytes.starts_with(start) && (start.len() > 2 || text::is_binary(bytes))
        }) {
            return Err(unsupported(what));
        }
        text(bytes, name)
    }
}

fn text(bytes: &[u8], name: Option<&str>) -> Result<Format, Error> {
    if text::is_binary(bytes) {
        return Err(unsupported(name.and_then(extension).unwrap_or("?")));
    }
    let start = text::start(bytes);
    let start = start.trim_start();
    let small = start.to_ascii_lowercase();
    if let Some((_, what)) = MARKUP.iter().find(|(markup, _)| small.starts_with(markup)) {
        let what = if start.contains("urn:schemas-microsoft-com:office:spreadsheet") {
            "XML Spreadsheet 2003"
        } else {
            what
        };
        return Err(unsupported(what));
    }
    let is_table = name.and_then(extension).is_some_and(|extension| {
        ["csv", "tsv", "tab", "txt"].iter().any(|known| extension.eq_ignore_ascii_case(known))
    });
    Ok(if start.starts_with(['{', '[']) && !is_table { Format::Json } else { Format::Csv })
}

fn zip(bytes: &[u8]) -> Result<Format, Error> {
    let mut package = Package::open(bytes)?;
    if let Some(kind) = package.text("mimetype", 100)? {
        return match kind.trim() {
            ODS => Ok(Format::Ods),
            other => Err(unsupported(other)),
        };
    }
    let mut names = package.names().map(|name| name.replace('\\', "/").to_ascii_lowercase());
    if let Some((_, what)) =
        names.clone().find_map(|name| ZIPS.iter().find(|(start, _)| name.starts_with(start)))
    {
        return Err(unsupported(what));
    }
    match names.any(|name| name == "[content_types].xml") {
        true => Ok(Format::Xlsx),
        false => Err(unsupported("ZIP")),
    }
}

fn compound(bytes: &[u8]) -> Result<Format, Error> {
    let file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(damaged)?;
    let streams: Vec<_> = file.read_root_storage().map(|entry| entry.name().to_owned()).collect();
    let has = |name: &str| streams.iter().any(|stream| stream.eq_ignore_ascii_case(name));
    if has("EncryptedPackage") {
        return Err(Problem::error(Code::EncryptedFile).into());
    }
    if has("Workbook") || has("Book") {
        return Ok(Format::Xls);
    }
    let known = COMPOUNDS.iter().find(|(stream, _)| has(stream));
    Err(unsupported(known.map_or("OLE", |(_, what)| *what)))
}

/// What stands behind the last dot of a name.
fn extension(name: &str) -> Option<&str> {
    let name = name.rsplit(['/', '\\']).next()?;
    name.rsplit_once('.').map(|(_, extension)| extension)
}
