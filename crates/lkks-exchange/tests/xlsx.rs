//! What is written as a workbook is read again without a remark, and what is not written is listed.
#![allow(clippy::panic, clippy::unwrap_used, missing_docs, reason = "a test may fail")]

use calamine::{Data, Reader, Xlsx};
use lkks::calendar::date;
use lkks::message::{Code, Text};
use lkks::problem::column_letters;
use lkks::region::{RegionCode, RegionLevel};
use lkks::{Lang, Problem, Register, RuleBook};
use lkks_exchange::{
    Fate, Field, ReadOptions, Reading, TemplateOptions, XlsxOptions, is_own_sheet, read,
    write_template, write_xlsx,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;

fn register(json: &Value) -> Register {
    Register::from_json(&json.to_string()).unwrap_or_else(|error| panic!("{error}"))
}

fn example() -> Register {
    let file = "../../examples/data/kota-pekalongan-synthetic.json";
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    Register::from_json(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn sheet(bytes: &[u8], name: &str) -> Vec<Vec<Data>> {
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let range = workbook.worksheet_range(name).unwrap();
    range.rows().map(<[Data]>::to_vec).collect()
}

/// What is told of a reading, but for organisations that are perhaps one: the example has two, on
/// purpose.
fn remarks(reading: &Reading) -> Vec<&Problem> {
    let all = reading.problems().iter();
    all.filter(|problem| problem.code != Code::PossibleDuplicate).collect()
}

/// A register of which a workbook holds everything.
fn held() -> Value {
    json!({
        "notice": "DATA SINTETIS",
        "body": { "name": "LKKS Contoh", "level": "regency", "region": "33.75" },
        "organisations": [
            { "id": "LKS-001", "name": "LKSA Contoh Anggrek", "legal_form": "yayasan",
              "kind": "lksa", "founded": "2010-03-03",
              "place": { "region": "33.75.03.1002", "rw": 4, "rt": 2, "address": "Jl. Contoh 1" },
              "services": [{ "category": "anak-telantar", "setting": "inside", "capacity": 40 }],
              "deeds": [{ "number": "12", "issued": "2010-03-03" }],
              "approvals": [{ "number": "AHU-0012345.AH.01.04.Tahun 2016", "issued": "2016-06-01" }],
              "certificates": [
                { "kind": "registration", "number": "460/012/2023", "issued": "2023-03-07",
                  "last_day": "2026-03-06" },
                { "kind": "operating-permit", "number": "503/007/2022", "issued": "2022-08-17" }],
              "accreditations": [{ "number": "001/BALKS/2024", "grade": "B", "score": "84.5",
                                   "decided": "2024-04-09" }],
              "documents": [{ "document": "profile" },
                            { "document": "statutes_ad_art", "present": false }],
              "evidence": [{ "fact": "clients", "value": 32 }, { "fact": "staff", "value": 2.5 },
                           { "fact": "visited", "value": true }, { "fact": "word", "value": "baik" }] },
            { "id": "LKS-002", "name": "=HYPERLINK(\"http://example.org\")", "kind": "other",
              "legal_form": "unincorporated", "founded": "2012",
              "services": [{ "category": "pengemis" }, { "category": "pemulung" }],
              "accreditations": [{ "grade": "C", "decided": "2021" }] },
            { "id": "LKS-003", "name": "Contoh Tiga", "legal_form": "perkumpulan", "kind": "other",
              "certificates": [{ "kind": "registration", "issued": "1889-05-01",
                                 "last_day": "2025" }] }
        ],
        "memberships": [
            { "organisation": "LKS-001", "period": { "first": "2018-03-01" } },
            { "organisation": "LKS-002",
              "period": { "first": "2019-03-01", "last": "2020-12-31" } }]
    })
}

#[test]
fn what_a_workbook_holds_is_read_back_equal_and_without_a_remark() {
    let register = register(&held());
    let assessment = register.assess(&RuleBook::indonesia(), date(2026, 1, 1).unwrap()).unwrap();
    for lang in [Lang::Id, Lang::En] {
        for assessment in [None, Some(&assessment)] {
            let (bytes, lost) = write_xlsx(&register, &XlsxOptions { lang, assessment }).unwrap();
            assert_eq!(lost, []);
            let reading = read(&bytes, &ReadOptions::default()).unwrap();
            assert_eq!(reading.problems(), [], "{lang}");
            assert_eq!(reading.register(), Some(&register), "{lang}");
        }
    }
}

#[test]
fn the_example_is_read_back_with_what_was_not_lost() {
    let register = example();
    let (bytes, lost) = write_xlsx(&register, &XlsxOptions::default()).unwrap();
    assert!(lost.iter().all(|problem| problem.code == Code::NotHeld));
    let reading = read(&bytes, &ReadOptions::default()).unwrap();
    assert!(remarks(&reading).is_empty(), "{:?}", remarks(&reading));
    let again = reading.into_register().unwrap();
    assert_eq!(again.data().organisations.len(), register.data().organisations.len());
    let (bytes_again, lost_again) = write_xlsx(&again, &XlsxOptions::default()).unwrap();
    assert_eq!(lost_again, [], "what was written is held whole");
    let read_again = read(&bytes_again, &ReadOptions::default()).unwrap();
    assert_eq!(read_again.into_register(), Ok(again));
}

#[test]
fn what_a_workbook_cannot_hold_is_listed() {
    let register = register(&json!({
        "body": { "name": "LKKS", "level": "regency", "region": "33.75", "formed": "2018" },
        "regions": { "33.75": "Kota" },
        "organisations": [{
            "id": "a", "name": "Nama  dua", "source": "s",
            "earlier_names": [{ "name": "Lama" }],
            "services": [{ "category": "pengemis", "capacity": 5, "setting": "inside" },
                         { "category": "pemulung", "setting": "outside" },
                         { "category": "gelandangan", "period": { "first": "2020-01-01" } }],
            "deeds": [{ "number": "1", "issued": "2001-01-01" }, { "number": "2" }],
            "certificates": [
                { "kind": "registration", "number": "old", "issued": "2015-01-01" },
                { "kind": "registration", "number": "17", "issued": "2020-01-01", "issuer": "D" },
                { "kind": "operating-permit", "issued": "2020-01-01", "revoked": { "on": "2021-01-01" } }],
            "accreditations": [{ "decided": "2021-01-01", "grade": "Unggul", "body": "BALKS" }],
            "documents": [{ "document": "profile", "recorded": "2024-01-01" },
                          { "document": "domicile_letter", "last_day": "2025-01-01" }],
            "evidence": [{ "fact": "staff", "value": "3" }, { "fact": "none" }] }],
        "memberships": [{ "organisation": "a", "period": { "first": "2018-01-01", "last": "2019-12-31" } },
                        { "organisation": "a", "period": { "first": "2021-01-01" }, "reason": "kembali" }],
        "cases": [{ "id": "c", "place": { "region": "33.75" }, "category": "pengemis",
                    "steps": [{ "kind": "received", "on": "2020-01-01" }] }]
    }));
    let (_, lost) = write_xlsx(&register, &XlsxOptions::default()).unwrap();
    let paths: Vec<&str> = lost.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "regions",
            "cases",
            "body.formed",
            "memberships[0]",
            "memberships[1].reason",
            "organisations[0].name",
            "organisations[0].services[0].capacity",
            "organisations[0].services[0].setting",
            "organisations[0].services[1].setting",
            "organisations[0].services[2]",
            "organisations[0].deeds[1]",
            "organisations[0].certificates[1].issuer",
            "organisations[0].certificates[0]",
            "organisations[0].certificates[2]",
            "organisations[0].accreditations[0].body",
            "organisations[0].accreditations[0].grade",
            "organisations[0].documents[0].recorded",
            "organisations[0].documents[1]",
            "organisations[0].evidence[0]",
            "organisations[0].evidence[1]",
            "organisations[0].earlier_names",
            "organisations[0].source",
        ]
    );
}

#[test]
fn days_are_days_numbers_are_numbers_and_formulas_are_texts() {
    let (bytes, _) = write_xlsx(&register(&held()), &XlsxOptions::default()).unwrap();
    let rows = sheet(&bytes, "Data LKS");
    let column =
        |name: &str| rows[0].iter().position(|cell| *cell == Data::String(name.into())).unwrap();
    assert!(matches!(rows[1][column("Tanggal Berdiri")], Data::DateTime(_)));
    assert_eq!(rows[1][column("Nilai Akreditasi")], Data::Float(84.5));
    assert_eq!(rows[1][column("RW")], Data::Float(4.0));
    let name = Data::String("=HYPERLINK(\"http://example.org\")".into());
    assert_eq!(rows[2][column("Nama LKS")], name);
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(&bytes)).unwrap();
    let formulas = workbook.worksheet_formula("Data LKS").unwrap();
    assert!(formulas.cells().all(|(_, _, formula)| formula.is_empty()));
}

#[test]
fn an_assessment_has_a_sheet_of_its_own_which_is_passed_over() {
    let register = example();
    let assessment = register.assess(&RuleBook::indonesia(), date(2026, 11, 24).unwrap()).unwrap();
    let options = XlsxOptions { assessment: Some(&assessment), ..XlsxOptions::default() };
    let (bytes, _) = write_xlsx(&register, &options).unwrap();
    let name = "Penilaian (lkks)";
    assert!(is_own_sheet(name) && is_own_sheet("Assessment (lkks)"));
    let judged: usize =
        assessment.verdicts.iter().map(|verdict| verdict.judgements().count()).sum();
    assert_eq!(sheet(&bytes, name).len(), judged + 1);
    let reading = read(&bytes, &ReadOptions::default()).unwrap();
    assert!(remarks(&reading).is_empty(), "{:?}", remarks(&reading));
    assert_eq!(reading.fate(name, 2, 1), Some(Fate::PassedOver));
}

#[test]
fn the_same_is_written_as_the_same_bytes() {
    let register = example();
    let written = || write_xlsx(&register, &XlsxOptions::default()).unwrap().0;
    let first = written();
    std::thread::sleep(std::time::Duration::from_millis(2100));
    assert_eq!(first, written(), "no clock is in it");
}

fn template(options: &TemplateOptions) -> Vec<u8> {
    write_template(options).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn an_empty_template_is_read_without_a_remark() {
    let example = example();
    for lang in [Lang::Id, Lang::En] {
        let options = TemplateOptions {
            lang,
            body: Some(example.data().body.clone()),
            regions: example.data().regions.clone(),
            documents: vec!["profile".into(), "statutes_ad_art".into()],
            ..TemplateOptions::default()
        };
        let reading = read(&template(&options), &ReadOptions::default()).unwrap();
        assert_eq!(reading.problems(), [], "{lang}");
        let register = reading.into_register().unwrap();
        assert_eq!(register.data().organisations, []);
        assert_eq!(register.data().body.name, example.data().body.name);
    }
}

#[test]
fn a_template_without_a_body_asks_for_one_and_for_nothing_else() {
    let bytes = template(&TemplateOptions::default());
    let codes = |options: &ReadOptions| {
        let reading = read(&bytes, options).unwrap();
        reading.problems().iter().map(|problem| problem.code).collect::<Vec<_>>()
    };
    assert_eq!(codes(&ReadOptions::default()), [Code::UnknownBody]);
    let body = example().data().body.clone();
    assert_eq!(codes(&ReadOptions { body: Some(body), ..ReadOptions::default() }), []);
}

/// What somebody puts into a cell of a template. Its format stays.
enum Typed {
    Text(String),
    Number(f64),
    Day(lkks::Date),
}

/// The template with these cells filled in, each by its field, a row each; and what stands beside the
/// labels of the body.
fn filled(template: &[u8], lang: Lang, rows: &[Vec<(&str, Typed)>], body: &[&str]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(template)).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let headings = sheet(template, Text::SheetOrganisations.template(lang)).remove(0);
    let headings: Vec<String> = headings.iter().map(ToString::to_string).collect();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let mut text = Vec::new();
        part.read_to_end(&mut text).unwrap();
        let name = part.name().unwrap().into_owned();
        if name == "xl/worksheets/sheet1.xml" {
            let mut xml = String::from_utf8(text).unwrap();
            for (number, row) in (2..).zip(rows) {
                for (field, typed) in row {
                    let heading = field.parse::<Field>().unwrap().heading(lang);
                    let column = headings.iter().position(|one| *one == heading);
                    let column =
                        u32::try_from(column.unwrap_or_else(|| panic!("{heading}"))).unwrap();
                    type_into(&mut xml, column_letters(column + 1), number, typed);
                }
            }
            text = xml.into_bytes();
        } else if name == "xl/worksheets/sheet2.xml" && !body.is_empty() {
            let mut xml = String::from_utf8(text).unwrap();
            for (number, beside) in (1..).zip(body) {
                type_into(&mut xml, "B".into(), number, &Typed::Text((*beside).to_owned()));
            }
            text = xml.into_bytes();
        }
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(&text).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn type_into(xml: &mut String, column: String, row: u32, typed: &Typed) {
    let start = xml.find(&format!("<c r=\"{column}{row}\"")).unwrap();
    let end = start + xml[start..].find("/>").unwrap();
    let cell = &xml[start..end];
    let first = date(1899, 12, 30).unwrap();
    let cell = match typed {
        Typed::Text(text) => format!("{cell} t=\"inlineStr\"><is><t>{text}</t></is></c>"),
        Typed::Number(number) => format!("{cell}><v>{number}</v></c>"),
        Typed::Day(day) => format!("{cell}><v>{}</v></c>", day.days_since(first)),
    };
    xml.replace_range(start..end + 2, &cell);
}

/// The words of a list that the template offers: they stand in columns of a hidden sheet.
fn offered(template: &[u8], lang: Lang, with: &str) -> Vec<String> {
    let rows = sheet(template, Text::SheetLists.template(lang));
    let words = |column: usize| rows.iter().map(move |row| row[column].to_string());
    let column = (0..rows[0].len()).find(|column| words(*column).any(|word| word == with));
    words(column.unwrap_or_else(|| panic!("{with}"))).filter(|word| !word.is_empty()).collect()
}

/// The names of all villages, in whichever order, each after that of its district.
fn villages(regions: &BTreeMap<RegionCode, String>) -> (Vec<String>, Vec<String>) {
    let villages = regions.iter().filter(|(code, _)| code.level() == RegionLevel::Village);
    villages.map(|(code, name)| (regions[&code.parent().unwrap()].clone(), name.clone())).unzip()
}

#[test]
fn a_template_that_was_filled_in_is_read_without_a_remark() {
    for lang in [Lang::Id, Lang::En] {
        let body = example().data().body.clone();
        let given = TemplateOptions { lang, ..TemplateOptions::of(body) };
        is_read_when_filled_in(&given, &[]);
        // The body too is filled in where it is not given.
        let level = Text::SheetLevelRegency.template(lang);
        let asked = TemplateOptions { body: None, ..given };
        is_read_when_filled_in(&asked, &["LKKS Kota Contoh", level, "33.75"]);
    }
}

fn is_read_when_filled_in(options: &TemplateOptions, body: &[&str]) {
    let lang = options.lang;
    let options = TemplateOptions {
        documents: vec!["profile".into(), "statutes_ad_art".into()],
        rows: 60,
        ..options.clone()
    };
    let regions = villages(&options.regions);
    let template = template(&options);
    assert_eq!(offered(&template, lang, &regions.0[0]).len(), 4, "districts of the city");
    let [kinds, forms, settings, grades] =
        ["LKSA", "Yayasan", "Dalam panti", "A"].map(|with| offered(&template, lang, with));
    let first = lkks::category::Category::all().next().unwrap();
    let categories = offered(&template, lang, first.name(Lang::Id));
    let text = |text: &str| Typed::Text(text.to_owned());
    let day = |year, month, day| Typed::Day(date(year, month, day).unwrap());
    let names = [
        "Anggrek",
        "Bougenvil",
        "Cempaka",
        "Dahlia",
        "Edelweis",
        "Flamboyan",
        "Gardenia",
        "Kenanga",
        "Lavender",
        "Melati",
        "Nusa Indah",
        "Rosela",
        "Sakura",
        "Tulip",
        "Wijayakusuma",
    ];
    let lists = [&kinds, &forms, &settings, &grades, &categories, &regions.1];
    let most = lists.map(Vec::len).into_iter().max();
    let rows: Vec<_> = (0..most.unwrap())
        .map(|index| {
            let of = |words: &[String]| Typed::Text(words[index % words.len()].clone());
            let name = format!(
                "{} {}",
                names[index % names.len()],
                ["Satu", "Dua", "Tiga", "Empat"][index / names.len()]
            );
            let year = 2010 + i32::try_from(index % 8).unwrap();
            let mut row = vec![
                ("id", Typed::Text(format!("LKS-{:03}", index + 1))),
                ("name", Typed::Text(name)),
                ("kind", of(&kinds)),
                ("legal_form", of(&forms)),
                ("founded", day(year, 3, 12)),
                ("district", of(&regions.0)),
                ("village", of(&regions.1)),
                ("rw", Typed::Number(4.0)),
                ("rt", Typed::Number(2.0)),
                ("address", Typed::Text(format!("Jl. Contoh No. {}", index + 1))),
                ("categories", of(&categories)),
                ("setting", of(&settings)),
                ("capacity", Typed::Number(40.0)),
                ("clients_male", Typed::Number(18.0)),
                ("clients_female", Typed::Number(14.0)),
                ("joined", day(2018, 3, 1)),
                ("deed_number", Typed::Number(12.0)),
                ("deed_issued", day(year, 3, 3)),
                (
                    "approval_number",
                    Typed::Text(format!("AHU-00123{index:02}.AH.01.04.Tahun 2016")),
                ),
                ("approval_issued", day(2016, 6, 1)),
                ("registration_number", Typed::Text(format!("460/{:03}/2023", index + 1))),
                ("registration_issued", day(2023, 3, 7)),
                ("registration_last_day", day(2026, 3, 6)),
                ("accreditation_number", Typed::Text(format!("{:03}/BALKS/2024", index + 1))),
                ("accreditation_grade", of(&grades)),
                ("accreditation_score", Typed::Number(84.5)),
                ("accreditation_decided", day(2024, 4, 9)),
                ("document:profile", text(["Ada", "Tidak ada"][index % 2])),
            ];
            if index == 0 {
                row.push(("tax_number", text("01.234.567.4-501.000")));
            }
            row
        })
        .collect();
    let bytes = filled(&template, lang, &rows, body);
    let reading = read(&bytes, &ReadOptions::default()).unwrap();
    assert_eq!(reading.problems(), [], "{lang}");
    let register = reading.into_register().unwrap();
    let organisations = &register.data().organisations;
    assert_eq!(organisations.len(), rows.len());
    assert_eq!(register.data().memberships.len(), rows.len());
    let first = &organisations[0];
    assert_eq!(first.founded, Some("2010-03-12".parse().unwrap()));
    let places = organisations.iter().map(|one| one.place.as_ref().unwrap().region.clone());
    let known = options.regions.keys().filter(|code| code.level() == RegionLevel::Village);
    assert!(known.eq(places.take(regions.1.len()).collect::<Vec<_>>().iter()));
    assert_eq!(first.deeds[0].number.as_deref(), Some("12"));
    assert_eq!(first.certificates[0].last_day, Some(date(2026, 3, 6).unwrap().into()));
    let accredited = |index: usize| organisations[index].accreditations[0].grade.as_deref();
    assert_eq!([accredited(0), accredited(1), accredited(2)], ["A", "B", "C"].map(Some));
    let npwp = first.documents.iter().find(|record| record.document == "npwp").unwrap();
    assert_eq!(npwp.number.as_deref(), Some("01.234.567.4-501.000"));
    for (organisation, kind) in organisations.iter().zip(lkks::organisation::Kind::ALL) {
        assert_eq!(organisation.kind, Some(*kind));
    }
}

#[test]
fn the_examples_of_the_template_are_read_without_a_remark() {
    for lang in [Lang::Id, Lang::En] {
        let options = TemplateOptions {
            lang,
            documents: vec!["profile".into()],
            ..TemplateOptions::default()
        };
        let instructions = match lang {
            Lang::Id => "Petunjuk (lkks)",
            Lang::En => "Instructions (lkks)",
        };
        let rows = sheet(&template(&options), instructions);
        let told = rows.iter().filter_map(|row| match row.as_slice() {
            [Data::String(heading), Data::String(example), Data::String(_)] => {
                Some((heading.clone(), example.clone()))
            }
            _ => None,
        });
        let told: Vec<(String, String)> = told.skip(1).collect();
        assert!(told.len() > 25, "{lang}: {}", told.len());
        let quoted = |text: &String| format!("\"{}\"", text.replace('"', "\"\""));
        let line = |cells: Vec<String>| cells.join(";");
        let headings = line(told.iter().map(|(heading, _)| quoted(heading)).collect());
        let cells = line(told.iter().map(|(_, example)| quoted(example)).collect());
        let body = example().data().body.clone();
        let options = ReadOptions { body: Some(body), ..ReadOptions::default() };
        let reading = read(format!("{headings}\n{cells}\n").as_bytes(), &options).unwrap();
        assert_eq!(reading.problems(), [], "{lang}");
        let register = reading.into_register().unwrap();
        let organisation = &register.data().organisations[0];
        assert_eq!(organisation.accreditations[0].score.unwrap().to_string(), "84.5");
        assert_eq!(organisation.documents.len(), 2);
        assert_eq!(register.data().memberships.len(), 1);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_names_and_numbers_are_read_back_or_listed(
        name in any::<String>(), number in any::<String>(), address in any::<String>()
    ) {
        let json = json!({
            "body": { "name": "LKKS", "level": "regency", "region": "33.75" },
            "organisations": [{ "id": "a", "name": name, "kind": "other", "legal_form": "yayasan",
                "place": { "region": "33.75", "address": address },
                "certificates": [{ "kind": "registration", "number": number,
                                   "issued": "2023-01-01" }] }] });
        let Ok(register) = Register::from_json(&json.to_string()) else { return Ok(()) };
        let (bytes, lost) = write_xlsx(&register, &XlsxOptions::default()).unwrap();
        let reading = read(&bytes, &ReadOptions::default()).unwrap();
        if lost.is_empty() {
            prop_assert_eq!(reading.register(), Some(&register));
        }
    }
}
