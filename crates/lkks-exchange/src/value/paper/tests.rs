use super::*;
use crate::value::text::tests::{NIK, any_cell, is_accounted_for};
use crate::value::text::told;
use lkks::calendar::date as day;
use lkks::message::Code;
use proptest::prelude::*;

fn said(text: &str) -> Said<PaperText> {
    paper(Cell::Text(text), Epoch::Of1900)
}

fn parts(paper: &PaperText) -> (String, String, String) {
    let last = paper.last.map(|last| match last {
        DateText::Known(known) => known.to_string(),
        DateText::Forever => "ever".into(),
    });
    let issued = paper.issued.map(|issued| issued.to_string());
    (paper.number.clone().unwrap_or_default(), issued.unwrap_or_default(), last.unwrap_or_default())
}

fn value(text: &str) -> (String, String, String) {
    let Said::Value(paper) = said(text) else { panic!("{text}: {:?}", said(text)) };
    parts(&paper)
}

fn doubtful(text: &str) -> ((String, String, String), Problem) {
    let Said::Doubtful(paper, problem) = said(text) else { panic!("{text}: {:?}", said(text)) };
    (parts(&paper), problem)
}

#[test]
fn a_number_is_kept_as_written() {
    for (text, number) in [
        ("12", "12"),
        ("No. 12", "12"),
        ("No.12", "12"),
        ("NO 12", "12"),
        ("Nomor: 12", "12"),
        ("Nomor : 460/123", "460/123"),
        ("460/123/2021", "460/123/2021"),
        ("460 / 123 / 2021", "460 / 123 / 2021"),
        ("460/DINSOS/2021", "460/DINSOS/2021"),
        ("460 / DINSOS / 2021", "460 / DINSOS / 2021"),
        ("466.3/0123/STP/2021", "466.3/0123/STP/2021"),
        ("12/VII/2019", "12/VII/2019"),
        ("12/MGG", "12/MGG"),
        ("AHU-0012345.AH.01.04.Tahun 2016", "AHU-0012345.AH.01.04.Tahun 2016"),
        ("AHU - 0012345.AH.01.04 Tahun 2016", "AHU - 0012345.AH.01.04 Tahun 2016"),
        ("AHU 123", "AHU 123"),
        ("No. 2010", "2010"),
        ("DINSOS/ 12", "DINSOS/ 12"),
        ("460 / Dinsos / 2021", "460 / Dinsos / 2021"),
        ("C-12.HT.01.02.TH 2007", "C-12.HT.01.02.TH 2007"),
        ("STP 460/12", "STP 460/12"),
        ("STP No. 460/12", "460/12"),
        ("No. 12 Tahun 2010", "12 Tahun 2010"),
        ("Akta Notaris No. 12", "12"),
        ("SK Kemenkumham No. AHU-0012345", "AHU-0012345"),
        ("Tanda Daftar No. 460/12", "460/12"),
        ("Ada, No. 12", "12"),
        ("00123", "00123"),
        ("'00123", "00123"),
    ] {
        assert_eq!(value(text), (number.into(), "".into(), "".into()), "{text}");
    }
    let number = paper(Cell::Number(12.0), Epoch::Of1900);
    let expected = PaperText { number: Some("12".into()), ..PaperText::default() };
    assert_eq!(number, Said::Value(expected));
}

#[test]
fn dates_beside_a_number_are_its_days() {
    for (text, number, issued, last) in [
        ("No. 12 tgl 3 Maret 2010", "12", "2010-03-03", ""),
        ("No. 12, tanggal 3 Maret 2010", "12", "2010-03-03", ""),
        ("No 12 Tgl. 03-03-2010", "12", "2010-03-03", ""),
        ("12, 3-3-2010", "12", "2010-03-03", ""),
        ("12 / 3-3-2010", "12", "2010-03-03", ""),
        ("460/123 (5/6/2021)", "460/123", "2021-06-05", ""),
        ("460/123/2021 tgl 5/6/21", "460/123/2021", "2021-06-05", ""),
        ("3 Maret 2010 No. 12", "12", "2010-03-03", ""),
        ("Tgl 3 Maret 2010, No. 12", "12", "2010-03-03", ""),
        ("No 5, Maret 2010", "5", "2010-03", ""),
        (
            "AHU-0012345.AH.01.04.Tahun 2016, 05-01-2016",
            "AHU-0012345.AH.01.04.Tahun 2016",
            "2016-01-05",
            "",
        ),
        ("466.3/0123/STP/2021 s/d 5 Juni 2026", "466.3/0123/STP/2021", "", "2026-06-05"),
        ("466/2021 s.d. 2026", "466/2021", "", "2026"),
        ("466/2021 (berlaku s/d 5 Juni 2026)", "466/2021", "", "2026-06-05"),
        ("466/12, 5 Juni 2021 s/d 5 Juni 2026", "466/12", "2021-06-05", "2026-06-05"),
        ("466/12 tgl 5 Juni 2021, berlaku seumur hidup", "466/12", "2021-06-05", "ever"),
        ("466/12 (seumur hidup)", "466/12", "", "ever"),
        ("3 Maret 2010", "", "2010-03-03", ""),
        ("tgl 3-3-2010", "", "2010-03-03", ""),
        ("Maret 2010", "", "2010-03", ""),
        ("Tahun 2010", "", "2010", ""),
        ("th. 2010", "", "2010", ""),
        ("5 Juni 2021 s/d 5 Juni 2026", "", "2021-06-05", "2026-06-05"),
        ("s/d 2027", "", "", "2027"),
    ] {
        assert_eq!(value(text), (number.into(), issued.into(), last.into()), "{text}");
    }
}

#[test]
fn what_could_be_a_number_or_a_date_is_doubtful() {
    assert_eq!(doubtful("2010").0, ("2010".into(), "".into(), "".into()));
    assert_eq!(doubtful("12-3-2010").0, ("".into(), "2010-03-12".into(), "".into()));
    assert_eq!(doubtful("12/3/2021").0, ("".into(), "2021-03-12".into(), "".into()));
    let cell = paper(Cell::Date(day(2021, 3, 12).unwrap()), Epoch::Of1900);
    assert!(matches!(cell, Said::Doubtful(..)));
    assert!(matches!(paper(Cell::Number(2010.0), Epoch::Of1900), Said::Doubtful(..)));
}

#[test]
fn what_is_not_kept_is_told() {
    for (text, number, issued, expected) in [
        ("No. 12 Notaris Contoh, SH", "12", "", "12"),
        ("12 (fotokopi)", "12", "", "12"),
        ("Notaris Contoh No. 12 tgl 3 Maret 2010", "12", "2010-03-03", "12, 2010-03-03"),
        ("No. 12 tgl 3 Maret 2010; No. 5 tgl 4 Mei 2015", "12", "2010-03-03", "12, 2010-03-03"),
        ("12 - Notaris Contoh", "12", "", "12"),
        ("Contoh / 12", "12", "", "12"),
        ("No. 12 dan No. 13", "12", "", "12"),
        ("460/12 (proses perpanjangan)", "460/12", "", "460/12"),
        ("Akta Perubahan No. 5", "5", "", "5"),
    ] {
        let (said, problem) = doubtful(text);
        assert_eq!(said, (number.into(), issued.into(), "".into()), "{text}");
        assert_eq!(problem.value.as_deref(), Some(text));
        assert_eq!(problem.expected.as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn a_notary_is_left_out_with_a_note() {
    use Severity::{Note, Warning};
    for (text, number, issued, severity) in [
        ("Akta Notaris Siti Aminah SH No.12", "12", "", Note),
        ("Akta Notaris Siti Aminah SH No.12 Tgl 3/3/2010", "12", "2010-03-03", Note),
        ("Akta Notaris Siti Aminah, SH., M.Kn No. 12", "12", "", Note),
        ("Notaris Budi SH 12", "12", "", Note),
        ("Akta No 12 Tgl 3 Mei 2010 Notaris Budi, SH., M.Kn", "12", "2010-05-03", Note),
        ("No. 12 Notaris Contoh, SH", "12", "", Note),
        ("No. 12 Notaris Contoh, SH (fotokopi)", "12", "", Warning),
        ("Akta Notaris No. 12 fotokopi", "12", "", Warning),
        ("No. 12 Contoh, SH", "12", "", Warning),
    ] {
        let (said, problem) = doubtful(text);
        assert_eq!(said, (number.into(), issued.into(), "".into()), "{text}");
        assert_eq!((problem.code, problem.severity), (Code::DoubtfulValue, severity), "{text}");
    }
}

#[test]
fn how_long_a_paper_holds_is_no_number() {
    for text in ["3 Mei 2020 (3 tahun)", "3 Mei 2020, berlaku 3 (tiga) tahun"] {
        let (said, problem) = doubtful(text);
        assert_eq!(said, ("".into(), "2020-05-03".into(), "".into()), "{text}");
        assert_eq!(problem.severity, Severity::Warning, "{text}");
    }
}

#[test]
fn a_number_is_kept_beside_a_date_that_there_is_not() {
    let (said, problem) = doubtful("No. 12 tgl 31 Februari 2010");
    assert_eq!(said, ("12".into(), "".into(), "".into()));
    assert_eq!((problem.code, problem.severity), (Code::InvalidDate, Severity::Error));
    assert_eq!(problem.suggestion.as_deref(), Some("2010-02-28"));
}

#[test]
fn words_say_whether_there_is_one() {
    for (text, presence) in [
        ("Ada", Presence::Yes),
        ("√", Presence::Yes),
        ("Belum", Presence::No),
        ("tidak ada", Presence::No),
        ("×", Presence::No),
    ] {
        assert_eq!(said(text), Said::Value(presence.into()), "{text}");
    }
    let Said::Doubtful(paper, note) = said("dlm proses") else { panic!("not in progress") };
    assert_eq!(paper.presence, Some(Presence::InProgress));
    assert_eq!((note.code, note.severity), (Code::InProgress, Severity::Note));
    let Said::Doubtful(paper, _) = said("Ada (fotokopi)") else { panic!("not there") };
    assert_eq!(paper.presence, Some(Presence::Yes));
    let yes = paper_of(Cell::Boolean(true));
    assert_eq!(yes, Said::Value(Presence::Yes.into()));
}

fn paper_of(cell: Cell<'_>) -> Said<PaperText> {
    paper(cell, Epoch::Of1900)
}

#[test]
fn anything_else_is_a_problem() {
    for text in ["x", "Notaris Contoh", "belum, No. 12", "Contoh", "Akta Pendirian"] {
        assert!(matches!(said(text), Said::Problem(_)), "{text}: {:?}", said(text));
    }
    assert!(matches!(said(&"12 ".repeat(1000)), Said::Problem(_)));
    assert!(matches!(paper_of(Cell::Error("#REF!")), Said::Problem(_)));
}

#[test]
fn what_is_not_known_is_nothing() {
    for text in ["", "-", "–", "?", "n/a", "kosong"] {
        assert_eq!(said(text), Said::Nothing, "{text}");
    }
}

#[test]
fn a_national_identity_number_is_masked() {
    let (said, problem) = doubtful(&format!("No. 12 ({NIK})"));
    assert_eq!(said.0, "12");
    assert_eq!(problem.code, Code::NationalIdentityNumber);
    let (said, _) = doubtful(NIK);
    assert_eq!(said.0, "3375••••••••••••");
}

proptest! {
    #[test]
    fn an_approval_is_read_as_any_text(
        text in "AHU-[0-9]{7}\\.AH\\.[0-9]{2}\\.[0-9]{2}\\.Tahun [0-9]{4}"
    ) {
        prop_assert!(is_approval(&text));
        let said = of_text(&text, Epoch::Of1900, None);
        prop_assert_eq!(said, of_any_text(&text, Epoch::Of1900, None));
    }

    #[test]
    fn any_cell_is_a_paper_nothing_or_a_problem(
        cell in any_cell("((No\\. |tgl |s/d |Notaris |AHU-)?[0-9]{1,4}([/., -][0-9]{1,4}){0,3}[ ,;(]?){1,3}")
    ) {
        is_accounted_for(&cell, &paper_of(cell.cell()));
    }

    #[test]
    fn a_number_stands_in_its_cell_and_something_is_said(
        text in "((No\\. |tgl |Ada|Budi |s/d |AHU-|Tahun )?[0-9]{0,4}([/., -][0-9]{1,4}){0,3}[ ,;(]?){1,3}"
    ) {
        if let Said::Value(paper) | Said::Doubtful(paper, _) = said(&text) {
            prop_assert!(!paper.is_empty());
            let solid = |text: &str| text.replace([' ', '\''], "");
            let number = paper.number.unwrap_or_default();
            let text = told(&text);
            prop_assert!(solid(&text).contains(&solid(&number)), "{} {}", text, number);
        }
    }

    #[test]
    fn no_digit_of_an_undoubted_cell_is_lost(
        number in "[1-9][0-9]{0,2}(/[0-9]{1,4}){0,2}(/[A-Z]{2,5})?", day in 1u32..=28, year in 2001u32..2030
    ) {
        // `12/TGL` is a word before a date.
        prop_assume!(!number.ends_with("/TGL") && !number.ends_with("/TGGL"));
        let text = format!("No. {number} tgl {day} Maret {year}");
        prop_assert_eq!(value(&text), (number, format!("{year}-03-{day:02}"), String::new()));
    }
}
