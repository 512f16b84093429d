use super::*;
use crate::value::text::tests::{NIK, any_cell, is_accounted_for};
use proptest::prelude::*;

fn said(text: &str) -> Said<AccreditationText> {
    grade(Cell::Text(text))
}

fn graded(letter: &str) -> AccreditationText {
    GradeText::Grade(letter.into()).into()
}

fn known(text: &str) -> Option<KnownDate> {
    Some(text.parse().unwrap_or_else(|problem| panic!("{problem:?}")))
}

#[test]
fn a_letter_is_a_grade_whatever_stands_around_it() {
    for (text, letter) in [
        ("A", "A"),
        ("b", "B"),
        (" C ", "C"),
        ("\"B\"", "B"),
        ("(B)", "B"),
        ("Akreditasi A", "A"),
        ("TERAKREDITASI B", "B"),
        ("Terakreditasi \u{a0}'B'", "B"),
        ("Peringkat: C", "C"),
        ("Baik (B)", "B"),
        ("B / Baik", "B"),
        ("B (Baik)", "B"),
        ("C (Cukup)", "C"),
        ("A (Baik Sekali)", "A"),
        ("A (Sangat Baik)", "A"),
        ("Sudah terakreditasi B", "B"),
        ("Akr. B", "B"),
        ("Akred: A", "A"),
    ] {
        assert_eq!(said(text), Said::Value(graded(letter)), "{text}");
    }
}

#[test]
fn a_grade_that_the_regulation_does_not_know_is_doubtful() {
    for (text, letter, code) in [
        ("D", "D", Code::UnknownGrade),
        ("Terakreditasi E", "E", Code::UnknownGrade),
        ("B+", "B", Code::DoubtfulValue),
        ("A-", "A", Code::DoubtfulValue),
        ("Terakreditasi A- (2022)", "A", Code::DoubtfulValue),
    ] {
        let Said::Doubtful(read, problem) = said(text) else { panic!("{text}") };
        assert_eq!(read.grade, GradeText::Grade(letter.into()), "{text}");
        assert_eq!((problem.code, problem.severity), (code, Severity::Warning), "{text}");
    }
    assert_eq!(said("A -"), Said::Value(graded("A")));
}

#[test]
fn a_name_stands_for_a_letter_and_that_is_told() {
    use Severity::{Note, Warning};
    for (text, letter, severity) in [
        ("Baik Sekali", "A", Note),
        ("baik", "B", Note),
        ("Terakreditasi Cukup", "C", Note),
        ("Sangat Baik", "A", Warning),
        ("B (proses perpanjangan)", "B", Warning),
    ] {
        let Said::Doubtful(read, problem) = said(text) else { panic!("{text}") };
        assert_eq!((read, problem.severity), (graded(letter), severity), "{text}");
        assert_eq!(problem.expected.as_deref(), Some(letter));
    }
}

#[test]
fn a_date_or_a_score_beside_it_is_kept() {
    let b = || graded("B");
    for (text, expected) in [
        ("B (2021)", AccreditationText { decided: known("2021"), ..b() }),
        ("B, 2021", AccreditationText { decided: known("2021"), ..b() }),
        ("Terakreditasi B tahun 2021", AccreditationText { decided: known("2021"), ..b() }),
        ("Terakreditasi B th. 2021", AccreditationText { decided: known("2021"), ..b() }),
        ("B / 12-07-2021", AccreditationText { decided: known("2021-07-12"), ..b() }),
        ("B tgl 12 Juli 2021", AccreditationText { decided: known("2021-07-12"), ..b() }),
        ("B (Juli 2021)", AccreditationText { decided: known("2021-07"), ..b() }),
        ("B s/d 2026", AccreditationText { last: known("2026"), ..b() }),
        ("B (84,5)", AccreditationText { score: "84.5".parse().ok(), ..b() }),
        ("B nilai 84", AccreditationText { score: "84".parse().ok(), ..b() }),
        (
            "B (84,5) tahun 2021",
            AccreditationText { score: "84.5".parse().ok(), decided: known("2021"), ..b() },
        ),
        (
            "Terakreditasi 2021",
            AccreditationText {
                decided: known("2021"),
                ..GradeText::AccreditedWithoutGrade.into()
            },
        ),
    ] {
        assert_eq!(said(text), Said::Value(expected), "{text}");
    }
}

#[test]
fn a_period_or_a_paper_beside_it_is_kept() {
    for (text, number, decided, last) in [
        ("A (2022-2027)", "", "2022", "2027"),
        ("A 2022 - 2027", "", "2022", "2027"),
        ("B/2021-2024", "", "2021", "2024"),
        ("Terakreditasi B tgl 12 Juli 2022 s/d 12 Juli 2027", "", "2022-07-12", "2027-07-12"),
        ("B (12-07-2022 - 12-07-2027)", "", "2022-07-12", "2027-07-12"),
        ("A, 12 Juli 2019, berlaku s/d 2024", "", "2019-07-12", "2024"),
        ("B (SK No. 12/2022)", "12/2022", "", ""),
        ("B, No. 12/SK/2022", "12/SK/2022", "", ""),
        ("B (SK Kemensos No. 12/2022, 5 Mei 2022)", "12/2022", "2022-05-05", ""),
        ("B No. 12/2022 tgl 5 Mei 2022 s/d 5 Mei 2025", "12/2022", "2022-05-05", "2025-05-05"),
        ("B, 12-07-2022", "", "2022-07-12", ""),
    ] {
        let expected = AccreditationText {
            number: Some(number.to_owned()).filter(|number| !number.is_empty()),
            decided: decided.parse().ok(),
            last: last.parse().ok(),
            ..graded(&text.replace("Terakreditasi ", "")[..1])
        };
        assert_eq!(said(text), Said::Value(expected), "{text}");
    }
    for text in ["A 3 tahun", "B 2021 2022", "A (2022-2027) s/d 2028", "B (2022-2027-2030)"] {
        assert!(matches!(said(text), Said::Problem(_)), "{text}: {:?}", said(text));
    }
}

#[test]
fn an_accreditation_may_have_no_grade() {
    for text in ["Terakreditasi", "Sudah", "Ada", "√", "v", "Sudah terakreditasi", "Ya"] {
        let grade = GradeText::AccreditedWithoutGrade;
        assert_eq!(said(text), Said::Value(grade.into()), "{text}");
    }
    for cell in [Cell::Text("2021"), Cell::Number(2021.0), Cell::Text("Tahun 2021")] {
        let Said::Doubtful(read, _) = grade(cell) else { panic!("{cell:?}") };
        assert_eq!(read.grade, GradeText::AccreditedWithoutGrade);
        assert_eq!(read.decided, known("2021"));
    }
}

#[test]
fn not_accredited_is_said_in_many_ways() {
    for text in [
        "-",
        "–",
        "Belum",
        "belum ada",
        "Belum terakreditasi",
        "Blm. Akreditasi",
        "tidak",
        "Tidak terakreditasi",
        "non akreditasi",
        "Non-Akreditasi",
        "TT",
        "×",
    ] {
        assert_eq!(said(text), Said::Value(GradeText::NotAccredited.into()), "{text}");
    }
}

#[test]
fn in_progress_is_neither_and_that_is_told() {
    for text in [
        "dlm proses",
        "Proses akreditasi",
        "sedang proses akreditasi",
        "pengajuan akreditasi",
        "Proses re-akreditasi",
        "Belum (dlm proses)",
        "dalam proses reakreditasi",
    ] {
        let Said::Doubtful(read, note) = said(text) else { panic!("{text}") };
        assert_eq!(read, GradeText::InProgress.into(), "{text}");
        assert_eq!((note.code, note.severity), (Code::InProgress, Severity::Note), "{text}");
    }
}

#[test]
fn a_contradiction_is_asked_about() {
    for (text, expected) in
        [("A (Cukup)", "A, C"), ("A/B", "A, B"), ("B atau C", ""), ("x", "Ada, Tidak ada")]
    {
        let Said::Problem(problem) = said(text) else { panic!("{text}") };
        if expected.is_empty() {
            assert_eq!(problem.code, Code::NotUnderstood, "{text}");
        } else {
            assert_eq!(problem.code, Code::AmbiguousValue, "{text}");
            assert_eq!(problem.expected.as_deref(), Some(expected), "{text}");
        }
    }
}

#[test]
fn anything_else_is_a_problem() {
    for text in
        ["B (kadaluarsa)", "Unggul", "84", "84,5", "B 1 2", "F", "belum B", "cukup baik", NIK]
    {
        let Said::Problem(problem) = said(text) else { panic!("{text}: {:?}", said(text)) };
        assert_eq!(problem.code, Code::NotUnderstood, "{text}");
    }
    let Said::Problem(problem) = said("B (31-02-2021)") else { panic!("no problem") };
    assert_eq!(problem.code, Code::InvalidDate);
    assert!(matches!(grade(Cell::Number(84.5)), Said::Problem(_)));
    for text in ["", "n/a", "?", "kosong"] {
        assert_eq!(said(text), Said::Nothing, "{text}");
    }
}

proptest! {
    #[test]
    fn any_cell_is_understood_nothing_or_a_problem(
        cell in any_cell("(A|B|C|D|Baik|Cukup|terakreditasi|belum|proses|No\\. |SK |tgl |s/d |2021|84,5|[-+/() ]){0,7}")
    ) {
        is_accounted_for(&cell, &grade(cell.cell()));
    }

    #[test]
    fn what_the_library_writes_is_read_again(letter in "[A-E]") {
        let (Said::Value(read) | Said::Doubtful(read, _)) = said(&letter) else {
            panic!("{letter}")
        };
        prop_assert_eq!(read, graded(&letter));
    }
}
