use super::{made, refused, told};
use lkks_exchange::source::Format;

#[test]
fn a_format_is_seen_from_its_content() {
    let xlsx = made::xlsx(&made::sheet(""), &[]);
    let ods = made::zip(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")]);
    for (bytes, name, expected) in [
        (&xlsx[..], Some("data.csv"), Format::Xlsx),
        (&ods, None, Format::Ods),
        (b"{}", None, Format::Json),
        (b"\xef\xbb\xbf  [1]", None, Format::Json),
        (b"\xff\xfe{\0", None, Format::Json),
        (b"[No],[Nama]\n", Some("DATA.CSV"), Format::Csv),
        (b"Nama;Alamat", Some("x.xlsx"), Format::Csv),
        (b"BM,Nama\n", None, Format::Csv),
    ] {
        assert_eq!(Format::of(bytes, name).unwrap(), expected, "{name:?}");
    }
}

#[test]
fn a_file_that_is_something_else_is_named() {
    let docx = made::zip(&[("[Content_Types].xml", b""), ("word/document.xml", b"")]);
    let odt = made::zip(&[("mimetype", b"application/vnd.oasis.opendocument.text")]);
    let xlsb = made::zip(&[("[Content_Types].xml", b""), ("xl/workbook.bin", b"")]);
    let other = made::zip(&[("foto.jpg", b"")]);
    let old =
        br#"<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">"#;
    for (bytes, expected) in [
        (&b"%PDF-1.7\n"[..], "unsupported-format: PDF"),
        (b"\x89PNG\r\n\x1a\n\0", "unsupported-format: PNG"),
        (b"\xff\xd8\xff\xe0\0", "unsupported-format: JPEG"),
        (b"BM\0\0", "unsupported-format: BMP"),
        (b"PAR1\0", "unsupported-format: Parquet"),
        (&docx, "unsupported-format: Word (docx)"),
        (&odt, "unsupported-format: application/vnd.oasis.opendocument.text"),
        (&xlsb, "unsupported-format: xlsb"),
        (&other, "unsupported-format: ZIP"),
        (b"\n<HTML><table>", "unsupported-format: HTML"),
        (old, "unsupported-format: XML Spreadsheet 2003"),
        (b"a\0b", "unsupported-format: ?"),
        (b"{}", "unsupported-format: json"),
        (b"", "damaged-file: 0 B"),
    ] {
        assert_eq!(told(&refused(bytes)), expected);
    }
}
