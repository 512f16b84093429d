use super::*;
use crate::value::text::tests::{NIK, any_cell, is_accounted_for};
use proptest::prelude::*;

const EPOCH: Epoch = Epoch::Of1900;

fn said(text: &str) -> Said<DateText> {
    date(Cell::Text(text), EPOCH)
}

fn known(text: &str) -> DateText {
    DateText::Known(text.parse().unwrap_or_else(|problem| panic!("{problem:?}")))
}

/// Forms that are beyond doubt, and what they say.
const FORMS: &[(&str, &str)] = &[
    ("2019-07-12", "2019-07-12"),
    ("2019/07/12", "2019-07-12"),
    ("2019.7.12", "2019-07-12"),
    ("2019 07 12", "2019-07-12"),
    ("12-07-2019", "2019-07-12"),
    ("12/07/2019", "2019-07-12"),
    ("12/7/2019", "2019-07-12"),
    ("12.07.2019", "2019-07-12"),
    ("12 07 2019", "2019-07-12"),
    ("12 - 7 - 2019", "2019-07-12"),
    ("12–07–2019", "2019-07-12"),
    ("12-VII-2019", "2019-07-12"),
    ("31/12/2024", "2024-12-31"),
    ("12/7/19", "2019-07-12"),
    ("12-07-19", "2019-07-12"),
    ("1.1.00", "2000-01-01"),
    ("3/3/98", "1998-03-03"),
    ("3/3/34", "2034-03-03"),
    ("3/3/70", "1970-03-03"),
    ("12 Juli 2019", "2019-07-12"),
    ("12 JULI 2019", "2019-07-12"),
    ("12\u{a0}Juli\u{a0} 2019.", "2019-07-12"),
    ("12Juli2019", "2019-07-12"),
    ("12-Juli-2019", "2019-07-12"),
    ("12 Juli, 2019", "2019-07-12"),
    ("12 Jul. 2019", "2019-07-12"),
    ("12-Jul-19", "2019-07-12"),
    ("12 Jul 19", "2019-07-12"),
    ("July 12, 2019", "2019-07-12"),
    ("Jul 12 2019", "2019-07-12"),
    ("12th of July 2019", "2019-07-12"),
    ("2019 Juli 12", "2019-07-12"),
    ("29 Februari 2024", "2024-02-29"),
    ("17 Pebruari 2010", "2010-02-17"),
    ("17 Peb 2010", "2010-02-17"),
    ("10 Nopember 2008", "2008-11-10"),
    ("10 Nop 2008", "2008-11-10"),
    ("17 Agt 1995", "1995-08-17"),
    ("17 Ags 1995", "1995-08-17"),
    ("17 Agu 1995", "1995-08-17"),
    ("1 Okt 2020", "2020-10-01"),
    ("25 Des 2020", "2020-12-25"),
    ("5 Mei 2021", "2021-05-05"),
    ("Senin, 20 Mei 2024", "2024-05-20"),
    ("Jum'at, 17 Mei 2024", "2024-05-17"),
    ("Jumat/17 Mei 2024", "2024-05-17"),
    ("hari Minggu tanggal 19 Mei 2024", "2024-05-19"),
    ("tgl 12 Juli 2019", "2019-07-12"),
    ("Tgl. 12-07-2019", "2019-07-12"),
    ("Tanggal : 12 Juli 2019", "2019-07-12"),
    ("per 12/7/2019", "2019-07-12"),
    ("s.d. 12 Juli 2027", "2027-07-12"),
    ("s/d 12-7-2027", "2027-07-12"),
    ("sd. 12 Juli 2027", "2027-07-12"),
    ("sampai dengan 12 Juli 2027", "2027-07-12"),
    ("Berlaku s/d tgl 12 Juli 2027", "2027-07-12"),
    ("hingga 12 Juli 2027", "2027-07-12"),
    ("12 Juli 2019 M", "2019-07-12"),
    ("2024-05-20T00:00:00", "2024-05-20"),
    ("2024-05-20 00:00:00", "2024-05-20"),
    ("20/05/2024 0:00", "2024-05-20"),
    ("Juli 2019", "2019-07"),
    ("Jul. 2019", "2019-07"),
    ("Juli-2019", "2019-07"),
    ("bulan Juli 2019", "2019-07"),
    ("07/2019", "2019-07"),
    ("7-2019", "2019-07"),
    ("2019-07", "2019-07"),
    ("2019/7", "2019-07"),
    ("2019", "2019"),
    ("2019.0", "2019"),
    ("Tahun 2019", "2019"),
    ("Th. 2019", "2019"),
    ("s.d. 2027", "2027"),
    ("sampai 2027", "2027"),
    ("9999-12-31", "9999-12-31"),
];

#[test]
fn every_form_is_read() {
    for (text, expected) in FORMS {
        assert_eq!(said(text), Said::Value(known(expected)), "{text}");
    }
}

#[test]
fn what_holds_for_ever_has_no_last_day() {
    for text in [
        "seumur hidup",
        "Seumur Hidup",
        "s/d seumur hidup",
        "selamanya",
        "Berlaku selamanya",
        "tidak terbatas",
        "Tdk. terbatas",
    ] {
        assert_eq!(said(text), Said::Value(DateText::Forever), "{text}");
        let last = last_day(Cell::Text(text), EPOCH, Incomplete::Refuse);
        assert_eq!(last, Said::Value(LastDay::Never), "{text}");
        let day = day(Cell::Text(text), EPOCH, Incomplete::Refuse);
        assert!(matches!(day, Said::Problem(_)), "{text}");
    }
}

#[test]
fn what_is_read_with_care_is_told() {
    use Severity::{Note, Warning};
    for (text, expected, severity) in [
        ("Pekalongan, 12 Juli 2019", "2019-07-12", Note),
        ("Kota Pekalongan, tgl 12-7-2019", "2019-07-12", Note),
        ("2024-05-20T08:30:00", "2024-05-20", Note),
        ("2024-05-20T08:30:00.000+07:00", "2024-05-20", Note),
        ("2024-05-20T08:30:00Z", "2024-05-20", Note),
        ("20/05/2024 08.30 WIB", "2024-05-20", Note),
        ("20 Mei 2024, pukul 08.30", "2024-05-20", Note),
        ("43658", "2019-07-12", Note),
        ("43658.0", "2019-07-12", Note),
        ("12 Agutus 2019", "2019-08-12", Warning),
        ("12 Novenber 2019", "2019-11-12", Warning),
        ("Septmber 2019", "2019-09", Warning),
        ("Selasa, 20 Mei 2024", "2024-05-20", Warning),
        ("17/8/45", "2045-08-17", Warning),
        ("17/8/65", "1965-08-17", Warning),
        ("Jul-19", "2019-07", Warning),
        ("20190712", "2019-07-12", Warning),
        ("12072019", "2019-07-12", Warning),
        ("12 Juli 2019 (perpanjangan)", "2019-07-12", Warning),
        ("12-7-0219", "0219-07-12", Warning),
    ] {
        let Said::Doubtful(read, problem) = said(text) else { panic!("{text}: {:?}", said(text)) };
        assert_eq!((read, problem.severity), (known(expected), severity), "{text}");
        assert_eq!(problem.code, Code::DoubtfulDate);
        assert_eq!(problem.expected.as_deref(), Some(expected));
    }
}

#[test]
fn a_day_that_does_not_exist_is_a_problem_with_a_way_out() {
    for (text, suggestion) in [
        ("31 Februari 2025", Some("2025-02-28")),
        ("30-02-2024", Some("2024-02-29 / 2024-03-01")),
        ("31/04/2020", Some("2020-04-30 / 2020-05-01")),
        ("12/31/2024", Some("2024-12-31")),
        ("2019-13-07", Some("2019-07-13")),
        ("2025-02-29", Some("2025-02-28 / 2025-03-01")),
        ("40 Juli 2019", None),
        ("31/31/2024", None),
        ("0/7/2019", None),
        ("13/2019", None),
        ("0000", None),
        ("00-00-0000", None),
    ] {
        let Said::Problem(problem) = said(text) else { panic!("{text}: {:?}", said(text)) };
        assert_eq!(problem.code, Code::InvalidDate, "{text}");
        assert_eq!(problem.suggestion.as_deref(), suggestion, "{text}");
    }
}

#[test]
fn what_is_no_date_is_a_problem() {
    for (text, suggestion) in [
        ("l2 Juli 2O19", Some("2019-07-12")),
        ("12 Juli", None),
        ("7/19", None),
        ("sekitar 2010", Some("2010")),
        ("±2010", Some("2010")),
        ("1440 H", None),
        ("12 Juli 20119", None),
        ("habis", None),
        ("2021-2026", Some("2021")),
        ("12 Juli 2019 dan 5 Mei 2020", Some("2019-07-12")),
        ("12 Juii 2019", Some("2019")),
        ("12/07-2019", Some("2019-07")),
        ("1/2", None),
        ("123", None),
        ("123456", None),
    ] {
        let Said::Problem(problem) = said(text) else { panic!("{text}: {:?}", said(text)) };
        assert_eq!(problem.code, Code::NotUnderstood, "{text}");
        assert_eq!(problem.suggestion.as_deref(), suggestion, "{text}");
    }
}

#[test]
fn none_is_nothing_and_in_progress_is_only_a_note() {
    for text in ["", "-", "belum", "Belum ada", "tidak ada", "n/a", "NaT", "\u{a0}"] {
        assert_eq!(said(text), Said::Nothing, "{text}");
    }
    let Said::Problem(problem) = said("dlm proses") else { panic!("not a problem") };
    assert_eq!((problem.code, problem.severity), (Code::InProgress, Severity::Note));
}

#[test]
fn a_number_of_a_day_counts_from_its_epoch() {
    for (number, epoch, expected) in [
        (43_658.0, Epoch::Of1900, Some("2019-07-12")),
        (42_196.0, Epoch::Of1904, Some("2019-07-12")),
        (60.0, Epoch::Of1900, None),
        (61.0, Epoch::Of1900, Some("1900-03-01")),
        (59.0, Epoch::Of1900, Some("1900-02-28")),
        (1.0, Epoch::Of1900, Some("1900-01-01")),
        (0.0, Epoch::Of1900, None),
        (0.0, Epoch::Of1904, Some("1904-01-01")),
        (60.0, Epoch::Of1904, Some("1904-03-01")),
        (2_958_465.0, Epoch::Of1900, Some("9999-12-31")),
        (2_958_466.0, Epoch::Of1900, None),
        (-1.0, Epoch::Of1904, None),
        (f64::NAN, Epoch::Of1900, None),
    ] {
        let day = of_serial(number, epoch).map(|day| day.to_string());
        assert_eq!(day.as_deref(), expected, "{number} {epoch:?}");
    }
}

#[test]
fn a_number_is_a_year_a_day_or_a_problem() {
    let said = |number| date(Cell::Number(number), EPOCH);
    assert_eq!(said(2019.0), Said::Value(known("2019")));
    assert_eq!(said(43_658.0), Said::Value(known("2019-07-12")));
    let Said::Doubtful(day, problem) = said(43_658.75) else { panic!("not doubtful") };
    assert_eq!((day, problem.severity), (known("2019-07-12"), Severity::Note));
    let Said::Doubtful(day, _) = said(20_190_712.0) else { panic!("not doubtful") };
    assert_eq!(day, known("2019-07-12"));
    for number in [0.0, 12.0, 60.0, 7.2019, -43_658.0, 9_999.0, 200_000.0, 1e300, f64::NAN] {
        let Said::Problem(problem) = said(number) else { panic!("{number}") };
        assert_eq!(problem.code, Code::InvalidDate, "{number}");
    }
}

#[test]
fn a_month_alone_is_not_a_day() {
    for text in ["Juli 2019", "2019"] {
        let Said::Problem(problem) = day(Cell::Text(text), EPOCH, Incomplete::Refuse) else {
            panic!("{text}")
        };
        assert_eq!(problem.code, Code::IncompleteDate, "{text}");
        assert_eq!(problem.value.as_deref(), Some(text));
    }
}

#[test]
fn a_month_is_a_day_where_the_user_says_which() {
    for (text, incomplete, expected, severity) in [
        ("Juli 2019", Incomplete::FirstDay, "2019-07-01", Severity::Note),
        ("Juli 2019", Incomplete::LastDay, "2019-07-31", Severity::Note),
        ("2019", Incomplete::LastDay, "2019-12-31", Severity::Note),
        ("Agutus 2019", Incomplete::LastDay, "2019-08-31", Severity::Warning),
    ] {
        let Said::Doubtful(read, problem) = day(Cell::Text(text), EPOCH, incomplete) else {
            panic!("{text}")
        };
        assert_eq!((read.to_string().as_str(), problem.severity), (expected, severity), "{text}");
        assert_eq!(problem.expected.as_deref(), Some(expected));
    }
}

#[test]
fn the_last_day_of_a_period_is_its_second_date() {
    for (text, expected) in [
        ("5 Juni 2021 s/d 5 Juni 2026", "2026-06-05"),
        ("5/6/2021 - 5/6/2026", "2026-06-05"),
        ("tgl 5-6-2021 s.d. tgl 5-6-2026", "2026-06-05"),
        ("2021-2026", "2026-12-31"),
        ("2021 sampai dengan 2026", "2026-12-31"),
    ] {
        let said = last_day(Cell::Text(text), EPOCH, Incomplete::LastDay);
        let Said::Doubtful(LastDay::On(last), problem) = said else { panic!("{text}: {said:?}") };
        assert_eq!((last.to_string().as_str(), problem.severity), (expected, Severity::Note));
    }
    let said = last_day(Cell::Text("5/6/2021 s/d seumur hidup"), EPOCH, Incomplete::Refuse);
    assert!(matches!(said, Said::Doubtful(LastDay::Never, _)), "{said:?}");
    let said = last_day(Cell::Text("31/2/2021 - 5/6/2026"), EPOCH, Incomplete::Refuse);
    assert!(matches!(said, Said::Problem(_)), "{said:?}");
}

#[test]
fn other_cells_are_days_or_problems() {
    let first: Date = "2019-07-12".parse().unwrap();
    assert_eq!(date(Cell::Date(first), EPOCH), Said::Value(known("2019-07-12")));
    assert_eq!(date(Cell::Empty, EPOCH), Said::Nothing);
    assert!(matches!(date(Cell::Boolean(true), EPOCH), Said::Problem(_)));
    let Said::Problem(problem) = date(Cell::Error("#REF!"), EPOCH) else { panic!("no problem") };
    assert_eq!(problem.code, Code::FormulaError);
    let Said::Problem(problem) = said(NIK) else { panic!("no problem") };
    assert_eq!(problem.value.as_deref(), Some("3375••••••••••••"));
}

#[test]
fn a_long_text_is_no_date() {
    let text = "12 ".repeat(100_000);
    assert!(matches!(said(&text), Said::Problem(_)));
    assert!(matches!(last_day(Cell::Text(&text), EPOCH, Incomplete::Refuse), Said::Problem(_)));
}

/// Ways to write a day that all say the same.
fn ways(day: Date) -> Vec<String> {
    use std::fmt::Write;
    const MONTHS: &str = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober \
                          November Desember";
    let text = day.to_string();
    let mut parts = text.split('-');
    let (y, m, d) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
    let month = MONTHS.split(' ').nth(m.parse::<usize>().unwrap() - 1).unwrap();
    let mut ways = vec![text.clone()];
    for parting in ["-", "/", ".", " ", " - "] {
        ways.push([d, m, y].join(parting));
        ways.push([y, m, d].join(parting));
        ways.push([d, month, y].join(parting));
    }
    for word in ["tgl ", "s/d ", "per ", "Tanggal: "] {
        let mut way = String::new();
        write!(way, "{word}{d} {month} {y}").unwrap();
        ways.push(way);
    }
    ways
}

proptest! {
    #[test]
    fn any_cell_is_a_date_nothing_or_a_problem(
        cell in any_cell("([0-9]{1,4}|[-/. ,:]|Juli|s/d|tgl|T){0,8}"), of_1904 in any::<bool>()
    ) {
        let epoch = if of_1904 { Epoch::Of1904 } else { Epoch::Of1900 };
        let is_none = matches!(&cell, crate::value::text::tests::OwnedCell::Text(text)
            if presence::says_no(&fold(text)));
        if !is_none {
            is_accounted_for(&cell, &date(cell.cell(), epoch));
            for incomplete in [Incomplete::Refuse, Incomplete::FirstDay, Incomplete::LastDay] {
                is_accounted_for(&cell, &day(cell.cell(), epoch, incomplete));
                is_accounted_for(&cell, &last_day(cell.cell(), epoch, incomplete));
            }
        }
    }

    #[test]
    fn a_day_is_read_however_it_is_written(y in 1850i32..2100, m in 1u32..=12, d in 1u32..=28) {
        let day = day_of(y, m, d).unwrap();
        for way in ways(day) {
            prop_assert_eq!(said(&way), Said::Value(DateText::Known(day.into())), "{}", way);
        }
    }

    #[test]
    fn what_the_library_writes_is_read_again(
        y in 1850i32..2100, m in 1u32..=12, precision in 0usize..3
    ) {
        let text = [format!("{y}"), format!("{y}-{m:02}"), format!("{y}-{m:02}-01")];
        let known: KnownDate = text[precision].parse().unwrap();
        prop_assert_eq!(said(&known.to_string()), Said::Value(DateText::Known(known)));
    }

    #[test]
    fn a_serial_and_its_day_are_the_same(number in 10_000i64..109_000) {
        let number = number as f64;
        let (windows, mac) = (of_serial(number, Epoch::Of1900), of_serial(number, Epoch::Of1904));
        prop_assert_eq!(mac.unwrap().days_since(windows.unwrap()), 1462);
    }
}

#[test]
fn one_day_too_many_is_one_of_two() {
    for (text, suggestion) in [
        ("31 Juni 2020", "2020-06-30 / 2020-07-01"),
        ("31-04-2020", "2020-04-30 / 2020-05-01"),
        ("29 Februari 2025", "2025-02-28 / 2025-03-01"),
        ("31 Februari 2025", "2025-02-28"),
    ] {
        let Said::Problem(problem) = date(Cell::Text(text), Epoch::Of1900) else {
            panic!("{text}")
        };
        assert_eq!(problem.code, Code::InvalidDate, "{text}");
        assert_eq!(problem.suggestion.as_deref(), Some(suggestion), "{text}");
    }
}

#[test]
fn a_length_of_time_is_no_day() {
    for (text, length) in [
        ("3 tahun", Some(Duration::years(3))),
        ("3 Thn.", Some(Duration::years(3))),
        ("5 (lima) tahun", Some(Duration::years(5))),
        ("lima tahun", Some(Duration::years(5))),
        ("berlaku selama 6 bulan", Some(Duration::months(6))),
        ("tahun 3", None),
        ("3", None),
        ("2019 tahun", None),
        ("5 (enam) tahun", None),
        ("0 tahun", None),
    ] {
        assert_eq!(duration(text), length, "{text}");
    }
}
