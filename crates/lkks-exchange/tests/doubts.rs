//! What a table says against itself is told, and what is plainly meant is read.
#![allow(clippy::panic, clippy::unwrap_used, missing_docs, reason = "a test may fail")]
#![cfg(feature = "regions")]

use lkks::canonical_json;
use lkks::problem::Severity;
use lkks_exchange::workbook::{Cell, Sheet, Workbook};
use lkks_exchange::{Mapping, ReadOptions, Reading, read, read_workbook};
use serde_json::{Value, json};

/// What is read of these columns beside the name of one organisation.
fn row(headings: &str, cells: &str) -> Reading {
    let table = format!("LKS KOTA PEKALONGAN\nNo;Nama LKS;{headings}\n1;Yayasan Contoh;{cells}\n");
    read(table.as_bytes(), &ReadOptions::default()).unwrap()
}

fn organisation(reading: &Reading) -> Value {
    let register = reading.register().unwrap();
    serde_json::from_str(&canonical_json(&register.data().organisations[0])).unwrap()
}

/// The codes of what is told at the cells of the first row.
fn told(reading: &Reading) -> Vec<&'static str> {
    let problems = reading.problems().iter().filter(|problem| problem.line == Some(3));
    problems.map(|problem| problem.code.key()).collect()
}

#[test]
fn no_accreditation_comes_of_a_day_beside_the_word_that_there_is_none() {
    for word in ["Tidak terakreditasi", "Belum", "-", "Proses"] {
        let reading = row("Akreditasi;Tgl Akreditasi", &format!("{word};12 Juli 2024"));
        assert_eq!(organisation(&reading).get("accreditations"), None, "{word}");
        assert!(told(&reading).contains(&"contradiction"), "{word}: {:?}", told(&reading));
        assert!(reading.has_errors());
    }
    let reading = row("Akreditasi;Tgl Akreditasi", "B;12 Juli 2024");
    assert_eq!(told(&reading), [""; 0]);
}

#[test]
fn a_certificate_that_ends_before_it_starts_is_left_out_and_its_holder_kept() {
    let reading = row("Tgl Tanda Daftar;Tanda Daftar Berlaku s/d", "12 Juli 2024;12 Juli 2019");
    assert_eq!(organisation(&reading).get("certificates"), None);
    assert_eq!(told(&reading), ["period-reversed"; 2]);
    let reading = row("Akreditasi;Tgl Akreditasi;Akreditasi Berlaku s/d", "B;2024;2019");
    assert_eq!(organisation(&reading).get("accreditations"), None);
    assert!(told(&reading).contains(&"period-reversed"));
}

#[test]
fn a_period_in_the_column_of_the_last_day_ends_with_it() {
    for (written, last) in [("1 Mei 2021 s.d. 1 Mei 2024", "2024-05-01"), ("2021-2024", "2024")] {
        let reading =
            row("Tgl Tanda Daftar;Tanda Daftar Berlaku s/d", &format!("1 Mei 2021;{written}"));
        let certificates = &organisation(&reading)["certificates"];
        assert_eq!(certificates[0]["last_day"], json!(last), "{written}: {:?}", told(&reading));
    }
}

#[test]
fn what_is_only_being_asked_for_is_not_there() {
    for text in ["ada (dlm proses)", "Ada, masih diurus"] {
        let reading = row("Surat Domisili", text);
        assert_eq!(organisation(&reading).get("documents"), None, "{text}");
        assert!(told(&reading).contains(&"in-progress"), "{text}: {:?}", told(&reading));
    }
}

#[test]
fn people_may_stand_in_as_many_columns_as_there_are() {
    let reading = row("Ketua;Sekretaris;Bendahara;Nama Notaris", "Ana;Bana;Cana;Dana");
    assert!(!reading.has_errors(), "{:?}", reading.problems());
    assert!(!canonical_json(reading.register().unwrap().data()).contains("Bana"));
}

#[test]
fn a_name_has_many_headings() {
    for heading in [
        "Nama Lembaga Kesejahteraan Sosial (LKS)",
        "Nm. LKS",
        "Nama LKSA/Panti Asuhan",
        "Organization Name",
        "Institution Name",
    ] {
        let table =
            format!("LKS KOTA PEKALONGAN\nNo;{heading};Kec.\n1;Yayasan Contoh;Pekalongan Utara\n");
        let reading = read(table.as_bytes(), &ReadOptions::default()).unwrap();
        assert!(!reading.has_errors(), "{heading}: {:?}", reading.problems());
        assert_eq!(organisation(&reading)["name"], json!("Yayasan Contoh"), "{heading}");
    }
}

/// What is read of these cells below the headings `No`, `Nama LKS`, `Kec.` and `Jumlah Klien`.
fn sheet(cells: [Cell<'_>; 4]) -> Reading {
    let mut sheet = Sheet::new("LKS");
    sheet.push(0, 0, Cell::Text("LKS KOTA PEKALONGAN"));
    for (column, heading) in (0..).zip(["No", "Nama LKS", "Kec.", "Jumlah Klien"]) {
        sheet.push(1, column, Cell::Text(heading));
    }
    for (column, cell) in (0..).zip(cells) {
        sheet.push(2, column, cell);
    }
    let workbook = Workbook { sheets: vec![sheet], ..Workbook::default() };
    read_workbook(workbook, &ReadOptions::default()).unwrap()
}

#[test]
fn a_formula_that_nobody_computed_is_told_and_its_row_kept() {
    let (name, place) = (Cell::Text("Yayasan Contoh"), Cell::Text("Pekalongan Utara"));
    let reading = sheet([Cell::Number(1.0), name, place, Cell::Error("=E3+F3")]);
    assert_eq!(told(&reading), ["formula-without-value"]);
    assert_eq!(
        reading.problems().iter().find(|p| p.line == Some(3)).unwrap().value.as_deref(),
        Some("=E3+F3")
    );
    assert!(reading.has_errors());
    assert_eq!(organisation(&reading)["name"], json!("Yayasan Contoh"));
    let reading = sheet([Cell::Number(1.0), name, place, Cell::Error("#REF!")]);
    assert_eq!(told(&reading), ["formula-error"]);
    let reading = sheet([Cell::Number(1.0), Cell::Error("=B9"), place, Cell::Number(3.0)]);
    assert_eq!(told(&reading), ["formula-without-value"]);
    // Nothing is missing of a number of the row.
    let reading = sheet([Cell::Error("=A2+1"), name, place, Cell::Number(3.0)]);
    assert_eq!(told(&reading), ["formula-without-value"]);
    assert!(!reading.has_errors());
}

/// What is read of a whole table under this title.
fn table(lines: &str) -> Reading {
    let text = format!("LKS KOTA PEKALONGAN\n{lines}");
    read(text.as_bytes(), &ReadOptions::default()).unwrap()
}

/// The codes of what is told at the headings.
fn told_at_headings(reading: &Reading) -> Vec<&'static str> {
    let problems = reading.problems().iter().filter(|problem| problem.path == "headings");
    problems.map(|problem| problem.code.key()).collect()
}

#[test]
fn whether_people_are_counted_or_named_is_decided_by_the_cells_or_asked() {
    for heading in ["Penerima Manfaat", "PPKS", "Klien"] {
        let of = |cells: [&str; 3]| {
            let [a, b, c] = cells;
            table(&format!(
                "No;Nama LKS;{heading}\n1;Contoh A;{a}\n2;Contoh B;{b}\n3;Contoh C;{c}\n"
            ))
        };
        for cells in [["25 orang", "12", "3"], ["40", "12", "-"], ["0", "3 anak", "2"]] {
            let reading = of(cells);
            assert_eq!(told_at_headings(&reading), [""; 0], "{cells:?}");
            assert_eq!(
                organisation(&reading)["evidence"][0]["fact"],
                json!("clients"),
                "{cells:?}"
            );
        }
        for cells in
            [["Lansia telantar", "Anak telantar", "-"], ["Anak telantar", "1, 2, 8", "ABH"]]
        {
            let reading = of(cells);
            assert_eq!(told_at_headings(&reading), [""; 0], "{cells:?}");
            assert!(organisation(&reading).get("services").is_some(), "{cells:?}");
        }
        for cells in [["25", "12", "3"], ["Anak telantar", "12", "-"], ["40", "Anak telantar", ""]]
        {
            let reading = of(cells);
            assert_eq!(told_at_headings(&reading), ["ambiguous-heading"], "{cells:?}");
            let problem = reading.problems().iter().find(|p| p.path == "headings").unwrap();
            let expected = "Jumlah Klien (clients), Jenis PPKS (categories)";
            assert_eq!(problem.expected.as_deref(), Some(expected));
            assert_eq!(organisation(&reading).get("services"), None);
            assert_eq!(organisation(&reading).get("evidence"), None);
        }
    }
}

#[test]
fn a_date_in_a_column_with_the_month_first_is_doubtful() {
    let of = |dates: [&str; 3]| {
        let rows = (1..).zip(dates).map(|(row, date)| format!("{row};Contoh {row};B;{date}\n"));
        table(&format!("No;Nama LKS;Akreditasi;Tgl Akreditasi\n{}", rows.collect::<String>()))
    };
    let reading = of(["03/04/2020", "04/23/2020", "5/5/2021"]);
    assert_eq!(told(&reading), ["doubtful-date"]);
    let problem = reading.problems().iter().find(|p| p.line == Some(3)).unwrap();
    assert_eq!(problem.expected.as_deref(), Some("2020-04-03"));
    assert_eq!(problem.suggestion.as_deref(), Some("2020-03-04"));
    // Nobody writes both ways in one column: one of them is a slip.
    for dates in [["03/04/2020", "23/04/2020", "04/23/2020"], ["03/04/2020", "23/04/2020", "-"]] {
        assert_eq!(told(&of(dates)), [""; 0], "{dates:?}");
    }
}

#[test]
fn a_name_that_says_another_legal_form_contradicts_its_column() {
    let of = |name: &str, form: &str| table(&format!("No;Nama LKS;Badan Hukum\n1;{name};{form}\n"));
    assert_eq!(told(&of("Yayasan A", "Perkumpulan")), ["contradiction"]);
    assert_eq!(organisation(&of("Yayasan A", "Perkumpulan"))["legal_form"], json!("perkumpulan"));
    for (name, form) in
        [("Yayasan A", "Yayasan"), ("Panti Asuhan A", "Perkumpulan"), ("Yayasan A", "-")]
    {
        assert_eq!(told(&of(name, form)), [""; 0], "{name}, {form}");
    }
}

#[test]
fn people_counted_without_a_group_are_a_guess_that_is_told() {
    let reading = table("No;Nama LKS;L;P;Jumlah\n1;Yayasan Contoh;3;4;7\n");
    assert_eq!(told_at_headings(&reading), ["guessed-heading"; 3]);
    assert_eq!(organisation(&reading)["evidence"].as_array().unwrap().len(), 3);
    let reading = table("No;Nama LKS;L;P;Jumlah Klien\n1;Yayasan Contoh;3;4;7\n");
    assert_eq!(told_at_headings(&reading), ["guessed-heading"; 2]);
    assert_eq!(organisation(&reading)["evidence"].as_array().unwrap().len(), 3);
    // What the register has no place for, or knows from other columns, is not read.
    for (columns, left_out) in [
        ("Jumlah Klien;L;P;Jumlah\n1;Yayasan Contoh;7;1;2;3", 3),
        ("LU;ODK;Kec.\n1;Yayasan Contoh;3;4;Pekalongan Utara", 2),
        ("L;P\n1;Yayasan Contoh;3;4", 2),
    ] {
        let reading = table(&format!("No;Nama LKS;{columns}\n"));
        assert_eq!(told_at_headings(&reading), vec!["unused-column"; left_out], "{columns}");
    }
}

#[test]
fn a_heading_that_stands_twice_is_of_the_paper_before_it() {
    let rows = "1;Contoh;503/1;1-1-2021;31-12-2024;B;1-1-2021;31-12-2025";
    let reading = table(&format!(
        "No;Nama LKS;No. Ijin Operasional;Tgl Ijin Operasional;Berlaku s/d;Akreditasi;\
        Tgl Akreditasi;Berlaku s/d\n{rows}\n"
    ));
    assert_eq!(told_at_headings(&reading), ["guessed-heading"; 2]);
    let found = organisation(&reading);
    assert_eq!(found["certificates"][0]["last_day"], json!("2024-12-31"));
    assert_eq!(found["accreditations"][0]["last_day"], json!("2025-12-31"));
    // The mapping that was used names each by its letter, and is enough the next time.
    let again = ReadOptions { mapping: reading.mapping().clone(), ..ReadOptions::default() };
    let text = format!(
        "LKS KOTA PEKALONGAN\nNo;Nama LKS;No. Ijin Operasional;Tgl Ijin Operasional;Berlaku s/d;\
        Akreditasi;Tgl Akreditasi;Berlaku s/d\n{rows}\n"
    );
    let again = read(text.as_bytes(), &again).unwrap();
    assert_eq!(told_at_headings(&again), [""; 0]);
    assert_eq!(again.register(), reading.register());
    // Where the paper is not beside it, it is asked.
    let reading = table(
        "No;Nama LKS;Berlaku s/d;No. Ijin Operasional;Berlaku s/d\n1;Contoh;31-12-2024;503/1;31-12-2025\n",
    );
    assert_eq!(told_at_headings(&reading), ["ambiguous-heading"; 2]);
}

#[test]
fn a_mapping_names_one_of_two_columns_by_heading_and_letter() {
    let mapping = Mapping::from_json(
        r#"{ "columns": [
            { "heading": "berlaku s/d", "column": "c", "field": "accreditation_last_day" },
            { "heading": "Berlaku s/d", "column": "F", "field": "permit_last_day" }
        ] }"#,
    );
    let options = ReadOptions { mapping: mapping.unwrap(), ..ReadOptions::default() };
    let text = "LKS KOTA PEKALONGAN\nNo;Nama LKS;Berlaku s/d;Akreditasi;Tgl Akreditasi;Berlaku s/d;Tgl Izin Operasional\n\
        1;Contoh;31-12-2024;B;1-1-2021;31-12-2025;1-1-2020\n";
    let reading = read(text.as_bytes(), &options).unwrap();
    assert_eq!(told_at_headings(&reading), [""; 0], "{:?}", reading.problems());
    let found = organisation(&reading);
    assert_eq!(found["accreditations"][0]["last_day"], json!("2024-12-31"));
    assert_eq!(found["certificates"][0]["last_day"], json!("2025-12-31"));
}

#[test]
fn who_gets_a_copy_is_no_organisation() {
    let reading = table(
        "No;Nama LKS;Kec.;NPWP;Akreditasi\n1;Yayasan Contoh;Pekalongan Utara;-;-\n\n\
        ;;;Pekalongan, 12 Juli 2024;\n;;;Kepala Dinas;\n\n\
        Tembusan:;;;;\n1.;Wali Kota Pekalongan;;;\n2.;Kepala Dinas Sosial Provinsi;;;\n3;Arsip;;;\n",
    );
    assert_eq!(reading.register().unwrap().data().organisations.len(), 1);
    assert!(!reading.has_errors(), "{:?}", reading.problems());
    let unused = reading.problems().iter().filter(|p| p.code.key() == "unused-text");
    assert_eq!(unused.count(), 6);
}

#[test]
fn without_a_table_only_that_is_told() {
    let reading = table("Warna;Ukuran\nmerah;3\n");
    let errors: Vec<_> =
        reading.problems().iter().filter(|p| p.severity == Severity::Error).collect();
    assert_eq!(errors.iter().map(|p| p.code.key()).collect::<Vec<_>>(), ["no-table"]);
}

#[test]
fn a_place_under_one_heading_for_two_levels_is_asked() {
    let of =
        |columns: &str, cells: &str| table(&format!("No;Nama LKS;{columns}\n1;Contoh;{cells}\n"));
    assert_eq!(told_at_headings(&of("Kel/Kec", "Krapyak/Pekalongan Utara")), ["ambiguous-heading"]);
    assert_eq!(told_at_headings(&of("Sub-district", "Pekalongan Utara")), ["ambiguous-heading"]);
    let reading = of("Sub-district;Village", "Pekalongan Utara;Krapyak");
    assert_eq!(told_at_headings(&reading), [""; 0]);
    assert_eq!(organisation(&reading)["place"]["region"], json!("33.75.03.1002"));
}
