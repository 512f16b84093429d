use super::{cells, made, read, refused, told};
use lkks::message::Code;
use lkks_exchange::source::{Limits, workbook};
use lkks_exchange::workbook::Cell;

fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet>{tables}</office:spreadsheet>\
        </office:body></office:document-content>"
    );
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    made::zip(&[("mimetype", kind), ("content.xml", content.as_bytes())])
}

fn table(rows: &str) -> Vec<u8> {
    ods(&format!(r#"<table:table table:name="Data">{rows}</table:table>"#))
}

const ONE: &str = r#"<table:table-cell office:value-type="float" office:value="1"/>"#;

#[test]
fn what_is_repeated_is_there_as_often_and_nothing_takes_no_memory() {
    let book = read(&table(&format!(
        r#"<table:table-row table:number-rows-repeated="2">
        <table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1"/>
        <table:table-cell table:number-columns-repeated="16382"/></table:table-row>
        <table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>
        <table:table-row><table:table-cell table:number-columns-repeated="3"/>{ONE}</table:table-row>"#
    )));
    assert_eq!(cells(&book.sheets[0]), ["A1 1", "B1 1", "A2 1", "B2 1", "D1048573 1"]);
}

#[test]
fn a_formula_that_was_never_computed_is_kept_as_it_is_written() {
    let book = read(&table(
        r#"<table:table-row><table:table-cell table:formula="of:=[.A2]&amp;[.B2]"/>
        <table:table-cell table:formula="of:=[.A2]" office:value-type="float" office:value="1"/>
        <table:table-cell table:formula="of:=[.A2]" office:value-type="string" office:string-value=""/>
        </table:table-row>"#,
    ));
    assert_eq!(book.sheets[0].cell(0, 0), Cell::Error("=[.A2]&[.B2]"));
    assert_eq!(cells(&book.sheets[0]).len(), 2);
}

#[test]
fn repetition_without_end_is_refused() {
    let rows = r#"<table:table-row table:number-rows-repeated="1048576">
        <table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>
        </table:table-row>"#;
    let limits = Limits { cells: 100_000, ..Limits::default() };
    let error = workbook(&table(rows), None, &limits).unwrap_err();
    assert_eq!(error.code(), Code::TooManyCells);
    for rows in [
        format!(r#"<table:table-row table:number-rows-repeated="4000000000"/><table:table-row>{ONE}</table:table-row>"#),
        r#"<table:table-row><table:table-cell table:number-columns-repeated="4000000000" office:value-type="float" office:value="1"/></table:table-row>"#.to_owned(),
        r#"<table:table-row table:number-rows-repeated="-1"/>"#.to_owned(),
        r#"<table:table-row><table:table-cell office:value-type="float" office:value="x"/></table:table-row>"#.to_owned(),
        r#"<table:table-row><table:table-cell table:number-rows-spanned="4000000000"/></table:table-row>"#.to_owned(),
    ] {
        assert_eq!(refused(&table(&rows)).code(), Code::DamagedFile, "{rows}");
    }
}

#[test]
fn spaces_lines_letters_and_spans_are_text_and_comments_and_drawings_are_not() {
    let book = read(&table(
        r#"<table:shapes><draw:frame><draw:text-box><text:p>gambar</text:p></draw:text-box></draw:frame></table:shapes>
        <table:table-header-rows><table:table-row><table:table-cell office:value-type="string">
        <office:annotation><text:p>catatan</text:p></office:annotation>
        <text:p>a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d &#233;&amp;<text:span>e<text:a>f</text:a></text:span></text:p>
        <text:p>g</text:p><draw:frame><text:p>h</text:p></draw:frame></table:table-cell>
        <table:covered-table-cell office:value-type="string" office:string-value="i"/>
        <table:table-cell office:value-type="time" office:time-value="PT1H"/>
        <table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>
        </table:table-row></table:table-header-rows>"#,
    ));
    assert_eq!(
        cells(&book.sheets[0]),
        ["A1 \"a  b\\tc\\nd é&ef\\ng\"", "B1 \"i\"", "C1 \"PT1H\"", "D1 !#REF!"]
    );
}

#[test]
fn what_was_deleted_is_no_cell() {
    let book = read(&ods(&format!(
        r#"<table:tracked-changes><table:deletion><table:table><table:table-row>{ONE}</table:table-row>
        </table:table></table:deletion></table:tracked-changes>
        <table:table table:name="Data"><table:table-row>{ONE}</table:table-row></table:table>"#
    )));
    assert_eq!(book.sheets.len(), 1);
    assert_eq!(cells(&book.sheets[0]), ["A1 1"]);
}

#[test]
fn a_content_that_ends_early_is_damaged() {
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    for content in ["", "<office:document-content>", "<office:document-content><table:table>"] {
        let bytes = made::zip(&[("mimetype", kind), ("content.xml", content.as_bytes())]);
        assert_eq!(told(&refused(&bytes)), "damaged-file: content.xml");
    }
    assert_eq!(told(&refused(&made::zip(&[("mimetype", kind)]))), "damaged-file: content.xml");
}
