//! Zips put together by hand, for what no program writes.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A zip of these parts.
pub(crate) fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let stored = *name == "mimetype";
        let method = if stored { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default().compression_method(method);
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const TYPES: &str = "<Types/>";
const RELATIONS: &str = r#"<Relationships><Relationship Id="r1"
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &str =
    r#"<workbook><sheets><sheet name="Data" sheetId="1" r:id="s1"/></sheets></workbook>"#;
const SHEETS: &str = r#"<Relationships><Relationship Id="s1"
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    Target="worksheets/sheet1.xml"/></Relationships>"#;

/// An xlsx with one sheet of this XML, and parts that replace or join the usual ones.
pub(crate) fn xlsx(sheet: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let mut parts = vec![
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", SHEETS),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    for (name, text) in others {
        match parts.iter_mut().find(|(known, _)| known == name) {
            Some(part) => part.1 = text,
            None => parts.push((name, text)),
        }
    }
    let parts: Vec<_> = parts.into_iter().map(|(name, text)| (name, text.as_bytes())).collect();
    zip(&parts)
}

/// The XML of a sheet with these rows.
pub(crate) fn sheet(rows: &str) -> String {
    format!(r#"<?xml version="1.0"?><worksheet><sheetData>{rows}</sheetData></worksheet>"#)
}
