//! What a CSV is read as, and how its problems are pointed at.
#![allow(clippy::panic, clippy::unwrap_used, missing_docs, reason = "a test may fail")]

use lkks::body::{Body, BodyLevel};
use lkks::calendar::date;
use lkks::facts::Scalar;
use lkks::message::Code;
use lkks::{Error, Register};
use lkks_exchange::{CsvOptions, read_csv};

const FRONT: &str = "# name,LKKS Contoh\n# region,33.75\n";

fn read(text: &str) -> Result<Register, Error> {
    read_csv(text, &CsvOptions::default())
}

fn register(text: &str) -> Register {
    read(text).unwrap_or_else(|error| panic!("{error}"))
}

/// Code, path, line and column of every problem.
type Told = (Code, String, Option<u32>, Option<u32>);

fn problems(text: &str) -> Vec<Told> {
    match read(text) {
        Ok(_) => Vec::new(),
        Err(error) => {
            error.problems().iter().map(|p| (p.code, p.path.clone(), p.line, p.column)).collect()
        }
    }
}

fn told(code: Code, path: &str, line: u32, column: u32) -> Told {
    (code, path.to_owned(), Some(line), Some(column))
}

#[test]
fn every_heading_of_the_form_is_read() {
    let register = register(concat!(
        "# notice,Data sintetis\n# name,\"LKKS Contoh, kota\"\n# region,33.75\n",
        "id,name,legal_form,kind,founded,region,rw,rt,address,categories,joined,left,",
        "registration_number,registration_issued,registration_last_day,",
        "permit_number,permit_issued,permit_last_day,",
        "accreditation_number,accreditation_grade,accreditation_score,accreditation_decided,",
        "accreditation_last_day,document:npwp,document:profile,document:deed,",
        "fact:children,fact:children_in_danger,fact:work_area\n",
        "LKS-1,Yayasan A,yayasan,lksa,2001-02-03,33.75.01.1002,3,2,Jl. A 1,",
        "anak-telantar;fakir-miskin,2018-03-01,2023-12-31,",
        "R/1,2020-01-01,2024-12-31,P/1,2020-02-01,2025-01-31,",
        "A/1,B,84.5,2021-04-09,2024-04-08,yes,no,,40,no,one-regency\n",
    ));
    let data = register.data();
    assert_eq!(data.notice.as_deref(), Some("Data sintetis"));
    assert_eq!(
        (data.body.name.as_str(), data.body.level),
        ("LKKS Contoh, kota", BodyLevel::Regency)
    );
    let expected = Register::from_json(
        r#"{ "notice": "Data sintetis",
             "body": { "name": "LKKS Contoh, kota", "level": "regency", "region": "33.75" },
             "organisations": [{
                "id": "LKS-1", "name": "Yayasan A", "legal_form": "yayasan", "kind": "lksa",
                "founded": "2001-02-03",
                "place": { "region": "33.75.01.1002", "rw": 3, "rt": 2, "address": "Jl. A 1" },
                "services": [{ "category": "anak-telantar" }, { "category": "fakir-miskin" }],
                "certificates": [
                    { "kind": "registration", "number": "R/1", "issued": "2020-01-01", "last_day": "2024-12-31" },
                    { "kind": "operating-permit", "number": "P/1", "issued": "2020-02-01", "last_day": "2025-01-31" }],
                "accreditations": [{ "number": "A/1", "grade": "B", "score": "84.5",
                                     "decided": "2021-04-09", "last_day": "2024-04-08" }],
                "documents": [{ "document": "npwp" }, { "document": "profile", "present": false }],
                "evidence": [{ "fact": "children", "value": 40 },
                             { "fact": "children_in_danger", "value": false },
                             { "fact": "work_area", "value": "one-regency" }] }],
             "memberships": [{ "organisation": "LKS-1",
                               "period": { "first": "2018-03-01", "last": "2023-12-31" } }] }"#,
    );
    assert_eq!(Ok(register), expected);
}

#[test]
fn a_mark_at_the_start_blank_rows_and_windows_lines_change_nothing() {
    let plain = register(&format!("{FRONT}id,name\na,A\nb,B\n"));
    assert_eq!(register(&format!("\u{feff}{FRONT}id,name\r\na,A\r\n\r\n,\r\nb,B")), plain);
    // As a spreadsheet saves it: every line as long as the longest.
    assert_eq!(register("# name,LKKS Contoh\n# region,33.75\nid,name\na,A\nb,B\n,\n"), plain);
    assert_eq!(register("# name,LKKS Contoh,,\n# region,33.75,,\nid,name\na,A\nb,B\n"), plain);
}

#[test]
fn the_body_of_the_options_goes_before_that_of_the_file() -> Result<(), Error> {
    let options = CsvOptions::from_json(r#"{ "name": "LKKS Lain", "level": "province" }"#)?;
    let register = read_csv(&format!("{FRONT}id,name\n"), &options)?;
    assert_eq!(register.data().body.name, "LKKS Lain");
    assert_eq!(CsvOptions::from_json(" {} ")?, CsvOptions::default());
    assert_eq!(
        CsvOptions::of(Body::from_json(r#"{"name":"x","level":"nation"}"#)?).body.map(|b| b.level),
        Some(BodyLevel::Nation)
    );
    let error = CsvOptions::from_json(r#"{ "name": "x", "lvel": "nation" }"#).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::UnknownField, "options.lvel"));
    Ok(())
}

#[test]
fn a_body_without_name_or_level_is_a_problem() {
    let error = read("id,name\na,A\n").unwrap_err();
    let paths: Vec<_> = error.problems().iter().map(|p| (p.code, p.path.as_str())).collect();
    assert_eq!(paths, [(Code::MissingField, "body.name"), (Code::MissingField, "body.level")]);
    assert_eq!(
        problems("# name,x\n# level,kota\n# regoin,33.75\n# name,y\nid,name\n"),
        [
            told(Code::UnknownValue, "body.level", 2, 9),
            told(Code::UnknownField, "# regoin", 3, 1),
            told(Code::DuplicateHeading, "# name", 4, 1),
        ]
    );
}

#[test]
fn headings_that_are_unknown_double_or_missing_are_pointed_at() {
    assert_eq!(
        problems(&format!("{FRONT}name,Fonded,name,document:,fact:x,fact:x\n")),
        [
            told(Code::MissingField, "headings", 3, 1),
            told(Code::UnknownHeading, "headings[1]", 3, 6),
            told(Code::DuplicateHeading, "headings[2]", 3, 13),
            told(Code::UnknownHeading, "headings[3]", 3, 18),
            told(Code::DuplicateHeading, "headings[5]", 3, 35),
        ]
    );
    assert_eq!(problems(FRONT).len(), 2, "no headings at all");
    let error = read(&format!("{FRONT}id,name,acreditation_grade\n")).unwrap_err();
    assert_eq!(error.problems()[0].suggestion.as_deref(), Some("accreditation_grade"));
}

#[test]
fn every_problem_of_every_row_is_told_at_once_in_the_order_of_the_text() {
    let text = format!(
        "{FRONT}{}",
        concat!(
            "id,name,founded,region,rw,categories,document:npwp,registration_issued,registration_number\n",
            "a,A,31 Februari,33.75.1,1000,anak-terlantar;pengemis;x,ada,2020-01-01,7\n",
            ",B,,,3,,,,R/1\n",
            "a,C\n",
            "\"é\nb\",\"D \"\"x\"\"\",2010-02-30,,,,,,,,\n",
        )
    );
    assert_eq!(
        problems(&text),
        [
            told(Code::InvalidDate, "rows[0].founded", 4, 5),
            told(Code::InvalidRegion, "rows[0].region", 4, 17),
            told(Code::OutOfRange, "rows[0].rw", 4, 25),
            told(Code::UnknownValue, "rows[0].categories", 4, 30),
            told(Code::UnknownValue, "rows[0].categories", 4, 30),
            told(Code::UnknownValue, "rows[0].document:npwp", 4, 56),
            told(Code::MissingField, "rows[1].id", 5, 1),
            told(Code::MissingField, "rows[1].region", 5, 5),
            told(Code::MissingField, "rows[1].registration_issued", 5, 10),
            told(Code::RowLength, "rows[2]", 6, 1),
            told(Code::DuplicateId, "rows[2].id", 6, 1),
            told(Code::InvalidDate, "rows[3].founded", 8, 14),
            told(Code::RowLength, "rows[3]", 8, 31),
        ]
    );
    let error = read(&text).unwrap_err();
    let duplicate = error.problems().iter().find(|p| p.code == Code::DuplicateId);
    assert_eq!(duplicate.and_then(|p| p.expected.as_deref()), Some("rows[0].id"));
}

#[test]
fn what_the_register_finds_is_told_at_the_cell_it_came_from() {
    // Made up: no such region serial exists.
    let text = format!(
        "{FRONT}{}",
        concat!(
            "id,name,address,region,joined,left,permit_issued,permit_last_day,fact:note\n",
            "a,A,NIK 3375014101900001,33.75,2020-01-01,2019-12-31,,,\n",
            "b,B,,,,2019-12-31,2020-01-01,2019-01-01,3375014101900001\n",
        )
    );
    assert_eq!(
        problems(&text),
        [
            told(Code::NationalIdentityNumber, "rows[0].address", 4, 5),
            told(Code::PeriodReversed, "rows[0].left", 4, 43),
            told(Code::MissingField, "rows[1].joined", 5, 7),
            told(Code::PeriodReversed, "rows[1].permit_last_day", 5, 30),
            told(Code::NationalIdentityNumber, "rows[1].fact:note", 5, 41),
        ]
    );
    let error = read(&text).unwrap_err();
    assert!(!error.to_json().contains("3375014101900001"), "the number is masked");
}

#[test]
fn a_quote_that_is_never_closed_swallows_nothing_unseen() {
    assert_eq!(
        problems(&format!("{FRONT}id,name\na,\"A\nb,B\n")),
        [told(Code::InvalidCsv, "", 4, 3)]
    );
}

#[test]
fn cells_are_taken_by_their_letters() {
    let register =
        register(&format!("{FRONT}id,name,fact:a,fact:b,fact:c,fact:d\nx,'=1+1,007,1.50,-5,Yes\n"));
    let organisation = &register.data().organisations[0];
    assert_eq!(organisation.name, "=1+1");
    let values: Vec<_> = organisation.evidence.iter().filter_map(|e| e.value.clone()).collect();
    let text = |text: &str| Scalar::Text(text.to_owned());
    let minus_five = lkks::Decimal::from_integer(-5).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(values, [text("007"), text("1.50"), Scalar::Number(minus_five), text("Yes")]);
}

#[test]
fn a_member_is_who_joined() -> Result<(), Error> {
    let register = register(&format!("{FRONT}id,name,joined,left\na,A,2018-01-01,\nb,B,,\n"));
    let members: Vec<_> = register.on(date(2020, 1, 1)?).members().map(|o| o.id.as_str()).collect();
    assert_eq!(members, ["a"]);
    Ok(())
}

#[test]
fn a_line_of_many_unknown_headings_is_looked_at_once() {
    let headings: Vec<String> = (0..20_000).map(|number| format!("x{number}")).collect();
    let text = format!("{FRONT}id,name,{}\na,A\n", headings.join(","));
    let started = std::time::Instant::now();
    assert_eq!(problems(&text).len(), 20_001);
    // Seconds where every problem looks for its cell from the start of the line.
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}
