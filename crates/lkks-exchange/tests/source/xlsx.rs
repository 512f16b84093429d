use super::{cells, made, read, refused, told};
use lkks_exchange::workbook::{Epoch, Merge};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

#[test]
fn every_kind_of_cell_is_read_as_the_file_has_it() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Data LKS").unwrap();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let time = Format::new().set_num_format("dd/mm/yyyy hh:mm");
    let span = Format::new().set_num_format("[h]:mm");
    sheet.write_string(1, 1, "Yayasan Contoh").unwrap();
    sheet.write_number(1, 2, 12.5).unwrap();
    sheet.write_boolean(1, 3, true).unwrap();
    let date = ExcelDateTime::from_ymd(2024, 5, 20).unwrap();
    sheet.write_with_format(2, 0, &date, &day).unwrap();
    sheet.write_with_format(2, 1, date.clone().and_hms(10, 30, 0).unwrap(), &time).unwrap();
    sheet.write_number_with_format(2, 2, 60.0, &day).unwrap();
    sheet.write_number_with_format(2, 3, 1.5, &span).unwrap();
    sheet.write_number_with_format(2, 4, -3.0, &day).unwrap();
    sheet.write_formula(3, 0, Formula::new("=1+1").set_result("2")).unwrap();
    sheet.write_formula(3, 1, Formula::new("=A9").set_result("#REF!")).unwrap();
    sheet.write_formula(3, 2, Formula::new("=A9").set_result("teks")).unwrap();
    sheet.write_string(9, 0, " tepi \n baris\tdua").unwrap();
    let bold = Format::new().set_bold();
    let plain = Format::default();
    sheet.write_rich_string(9, 1, &[(&bold, "Yayasan "), (&plain, "Kasih")]).unwrap();
    let book = read(&book.save_to_buffer().unwrap());
    assert_eq!(book.epoch, Epoch::Of1900);
    assert_eq!(book.sheets[0].name, "Data LKS");
    assert_eq!(
        cells(&book.sheets[0]),
        [
            "B2 \"Yayasan Contoh\"",
            "C2 12.5",
            "D2 true",
            "A3 2024-05-20",
            "B3 \"2024-05-20T10:30:00\"",
            "C3 60",
            "D3 1.5",
            "E3 -3",
            "A4 2",
            "B4 !#REF!",
            "C4 \"teks\"",
            "A10 \" tepi \\n baris\\tdua\"",
            "B10 \"Yayasan Kasih\"",
        ]
    );
}

#[test]
fn merges_hidden_rows_columns_and_sheets_are_kept() {
    let mut book = Workbook::new();
    let plain = Format::default();
    let sheet = book.add_worksheet();
    sheet.merge_range(0, 0, 0, 3, "DAFTAR LKS", &plain).unwrap();
    sheet.merge_range(2, 1, 3, 1, "Kecamatan", &plain).unwrap();
    for row in 0..500u32 {
        sheet.write_number(row + 4, 0, row).unwrap();
    }
    sheet.write_number(0, 6, 1).unwrap();
    sheet.set_row_hidden(7).unwrap();
    sheet.set_row_hidden(402).unwrap();
    sheet.set_column_hidden(2).unwrap();
    sheet.set_column_range_hidden(5, 9).unwrap();
    book.add_worksheet().set_hidden(true);
    book.add_worksheet().set_very_hidden(true);
    let book = read(&book.save_to_buffer().unwrap());
    let sheet = &book.sheets[0];
    assert_eq!(
        sheet.merges,
        [Merge { first: (0, 0), last: (0, 3) }, Merge { first: (2, 1), last: (3, 1) }]
    );
    assert_eq!(sheet.hidden_rows, [7, 402]);
    assert_eq!(sheet.hidden_columns, [2, 5, 6]);
    let hidden: Vec<_> = book.sheets.iter().map(|sheet| sheet.hidden).collect();
    assert_eq!(hidden, [false, true, true]);
}

#[test]
fn days_are_counted_from_1904_where_the_file_says_so() {
    let workbook = r#"<workbook><workbookPr date1904="1"/><sheets>
        <sheet name="Data" sheetId="1" r:id="s1"/></sheets></workbook>"#;
    let styles =
        r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
    let sheet = made::sheet(r#"<row r="1"><c r="A1" s="1"><v>43970</v></c></row>"#);
    let others = [("xl/workbook.xml", workbook), ("xl/styles.xml", styles)];
    let book = read(&made::xlsx(&sheet, &others));
    assert_eq!(book.epoch, Epoch::Of1904);
    assert_eq!(cells(&book.sheets[0]), ["A1 2024-05-20"]);
}

#[test]
fn texts_within_cells_escapes_and_readings_aloud_are_understood() {
    let strings = r#"<sst uniqueCount="2"><si><t>satu_x000D_dua</t></si>
        <si><t>a</t><rPh sb="0" eb="1"><t>b</t></rPh></si></sst>"#;
    let sheet = made::sheet(
        r#"<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> x </t></is></c>
        <c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c>
        <c r="D1" t="d"><v>2024-05-20T00:00:00</v></c><c r="E1" t="str"><v>a &amp; b</v></c></row>"#,
    );
    let book = read(&made::xlsx(&sheet, &[("xl/sharedStrings.xml", strings)]));
    assert_eq!(
        cells(&book.sheets[0]),
        ["A1 \" x \"", "B1 \"satu\\rdua\"", "C1 \"a\"", "D1 2024-05-20", "E1 \"a & b\""]
    );
}

#[test]
fn errors_newer_than_the_reader_keep_their_cells() {
    let sheet = made::sheet(
        r##"<row r="1"><c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="e"><f>A1</f><v>#SPILL!</v></c>
        <c r="C1"><v>1</v></c></row><row r="3"><c r="D3" t="e"><v>#CALC!</v></c></row>"##,
    );
    let book = read(&made::xlsx(&sheet, &[]));
    assert_eq!(cells(&book.sheets[0]), ["A1 !#REF!", "B1 !#SPILL!", "C1 1", "D3 !#CALC!"]);
}

#[test]
fn cells_out_of_order_and_without_places_are_read() {
    let sheet = made::sheet(
        r#"<row r="3"><c r="B3"><v>3</v></c><c r="A3"><v>2</v></c></row>
        <row r="1"><c r="A1"><v>1</v></c></row>"#,
    );
    assert_eq!(cells(&read(&made::xlsx(&sheet, &[])).sheets[0]), ["A1 1", "A3 2", "B3 3"]);
    let sheet = made::sheet("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>");
    assert_eq!(cells(&read(&made::xlsx(&sheet, &[])).sheets[0]), ["A1 1", "B1 2", "A2 3"]);
    let twice = made::sheet(r#"<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>"#);
    assert_eq!(told(&refused(&made::xlsx(&twice, &[]))), "damaged-file: Data!A1 × 2");
}

#[test]
fn prefixes_and_other_folders_do_not_hide_what_is_hidden() {
    let sheet = r#"<x:worksheet xmlns:x="m"><x:cols><x:col min='2' max='3' hidden='true'/></x:cols>
        <x:sheetData><x:row r="2" hidden="1"><x:c r="D2"><x:v>1</x:v></x:c></x:row></x:sheetData>
        <x:mergeCells><x:mergeCell ref="A2:B2"/></x:mergeCells></x:worksheet>"#;
    let relations = r#"<Relationships><Relationship Id="s1"
        Type="x/relationships/worksheet" Target="/xl/worksheets/Sheet1.xml"/></Relationships>"#;
    let book = read(&made::xlsx(sheet, &[("xl/_rels/workbook.xml.rels", relations)]));
    let sheet = &book.sheets[0];
    assert_eq!((&sheet.hidden_rows[..], &sheet.hidden_columns[..]), (&[1][..], &[1, 2][..]));
    assert_eq!(sheet.merges, [Merge { first: (1, 0), last: (1, 1) }]);
    assert_eq!(cells(sheet), ["D2 1"]);
}

#[test]
fn a_cell_in_the_far_corner_is_small() {
    let sheet = made::sheet(
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#,
    );
    let book = read(&made::xlsx(&sheet, &[]));
    assert_eq!(cells(&book.sheets[0]), ["A1 1", "XFD1048576 2"]);
    let beyond = made::sheet(r#"<row r="1048577"><c r="A1048577"><v>1</v></c></row>"#);
    assert!(told(&refused(&made::xlsx(&beyond, &[]))).starts_with("damaged-file"));
}
