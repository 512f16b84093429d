//! The kind of an LKS, by whom it mainly serves.
//!
//! | a cell | says |
//! | --- | --- |
//! | `LKSA`, `LKS-A`, `LKS Anak`, `PA`, `PSAA`, `Panti Asuhan`, `Panti Sosial Asuhan Anak`, `anak`, `anak yatim` | children |
//! | `LKS-LU`, `LKS Lansia`, `Panti Wreda`, `Werdha`, `Tresna Werdha`, `Jompo`, `lansia`, `lanjut usia` | the elderly |
//! | `LKS-PD`, `LKS Disabilitas`, `difabel`, `penyandang disabilitas`, `penyandang cacat`, `penca` | persons with disability |
//! | `lainnya`, `umum`, `multi layanan`, `LKS lainnya` | any other |
//! | `lksa`, `lks-lu`, `lks-disability`, `other` | as the library writes them |
//! | `Panti Asuhan (LKSA)` | several names of one kind are that kind |
//! | `LKSA (tipe B)`, `lanjut usai` | the kind, doubtful |
//! | `anak dan lansia`, `LKSA/LKS-LU` | a problem: which of them mainly? |
//! | `Panti`, `LKS`, `Yayasan`, `√`, `anak terlantar jalanan` | a problem |
//! | `dlm proses` | nothing yet: a problem that is only a note |
//! | empty, `-`, `?`, `n/a` | nothing |

use crate::value::Said;
use crate::value::choice::Choices;
use crate::workbook::Cell;
use lkks::organisation::Kind;

/// The kind of LKS that a cell names.
///
/// ```
/// use lkks::organisation::Kind;
/// use lkks_exchange::value::{Said, kind::kind};
/// use lkks_exchange::workbook::Cell;
/// assert_eq!(kind(Cell::Text("Panti Wreda")), Said::Value(Kind::LksLu));
/// let Said::Problem(problem) = kind(Cell::Text("anak & lansia")) else { panic!() };
/// assert_eq!(problem.expected.as_deref(), Some("LKSA, LKS-LU"));
/// ```
pub fn kind(cell: Cell<'_>) -> Said<Kind> {
    KINDS.of_cell(cell)
}

/// The word that the library writes and reads for a kind.
///
/// ```
/// use lkks::organisation::Kind;
/// use lkks_exchange::value::kind::word;
/// assert_eq!(word(Kind::LksDisability), "LKS Disabilitas");
/// ```
pub const fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Lksa => "LKSA",
        Kind::LksLu => "LKS-LU",
        Kind::LksDisability => "LKS Disabilitas",
        Kind::Other => "Lainnya",
    }
}

const KINDS: Choices<Kind> = Choices {
    names: &[
        ("lksa", Kind::Lksa),
        ("lks anak", Kind::Lksa),
        ("lembaga kesejahteraan sosial anak", Kind::Lksa),
        ("pa", Kind::Lksa),
        ("psaa", Kind::Lksa),
        ("panti asuhan", Kind::Lksa),
        ("panti anak", Kind::Lksa),
        ("panti asuhan anak", Kind::Lksa),
        ("panti sosial anak", Kind::Lksa),
        ("panti sosial asuhan anak", Kind::Lksa),
        ("panti asuhan yatim", Kind::Lksa),
        ("panti asuhan yatim piatu", Kind::Lksa),
        ("panti yatim", Kind::Lksa),
        ("panti yatim piatu", Kind::Lksa),
        ("rumah yatim", Kind::Lksa),
        ("asuhan anak", Kind::Lksa),
        ("anak", Kind::Lksa),
        ("anak asuh", Kind::Lksa),
        ("anak anak", Kind::Lksa),
        ("anak yatim", Kind::Lksa),
        ("anak yatim piatu", Kind::Lksa),
        ("yatim", Kind::Lksa),
        ("yatim piatu", Kind::Lksa),
        ("kesejahteraan sosial anak", Kind::Lksa),
        ("lks lu", Kind::LksLu),
        ("lks lansia", Kind::LksLu),
        ("lks lanjut usia", Kind::LksLu),
        ("lembaga kesejahteraan sosial lansia", Kind::LksLu),
        ("lembaga kesejahteraan sosial lanjut usia", Kind::LksLu),
        ("panti wreda", Kind::LksLu),
        ("panti wredha", Kind::LksLu),
        ("panti werda", Kind::LksLu),
        ("panti werdha", Kind::LksLu),
        ("panti sosial tresna werda", Kind::LksLu),
        ("panti sosial tresna werdha", Kind::LksLu),
        ("panti tresna werda", Kind::LksLu),
        ("panti tresna werdha", Kind::LksLu),
        ("tresna werda", Kind::LksLu),
        ("tresna werdha", Kind::LksLu),
        ("pstw", Kind::LksLu),
        ("wreda", Kind::LksLu),
        ("wredha", Kind::LksLu),
        ("werda", Kind::LksLu),
        ("werdha", Kind::LksLu),
        ("panti jompo", Kind::LksLu),
        ("jompo", Kind::LksLu),
        ("panti lansia", Kind::LksLu),
        ("panti lanjut usia", Kind::LksLu),
        ("lansia", Kind::LksLu),
        ("lanjut usia", Kind::LksLu),
        ("lks pd", Kind::LksDisability),
        ("lks disabilitas", Kind::LksDisability),
        ("lks disability", Kind::LksDisability),
        ("lks penyandang disabilitas", Kind::LksDisability),
        ("lks difabel", Kind::LksDisability),
        ("lembaga kesejahteraan sosial disabilitas", Kind::LksDisability),
        ("lembaga kesejahteraan sosial penyandang disabilitas", Kind::LksDisability),
        ("panti disabilitas", Kind::LksDisability),
        ("panti penyandang disabilitas", Kind::LksDisability),
        ("panti difabel", Kind::LksDisability),
        ("panti cacat", Kind::LksDisability),
        ("disabilitas", Kind::LksDisability),
        ("penyandang disabilitas", Kind::LksDisability),
        ("difabel", Kind::LksDisability),
        ("difable", Kind::LksDisability),
        ("penyandang cacat", Kind::LksDisability),
        ("cacat", Kind::LksDisability),
        ("penca", Kind::LksDisability),
        ("paca", Kind::LksDisability),
        ("other", Kind::Other),
        ("lainnya", Kind::Other),
        ("lain lain", Kind::Other),
        ("lain", Kind::Other),
        ("dll", Kind::Other),
        ("umum", Kind::Other),
        ("lks umum", Kind::Other),
        ("lks lain", Kind::Other),
        ("lks lainnya", Kind::Other),
        ("multi layanan", Kind::Other),
        ("multilayanan", Kind::Other),
        ("lks multi layanan", Kind::Other),
    ],
    word,
    expected: "LKSA, LKS-LU, LKS Disabilitas, Lainnya",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::text::tests::{any_cell, is_accounted_for};
    use lkks::message::Code;
    use proptest::prelude::*;

    fn said(text: &str) -> Said<Kind> {
        kind(Cell::Text(text))
    }

    #[test]
    fn a_kind_goes_by_its_names() {
        for (text, expected) in [
            ("LKSA", Kind::Lksa),
            ("LKS-A", Kind::Lksa),
            ("LKS A", Kind::Lksa),
            ("L.K.S.A.", Kind::Lksa),
            ("PA", Kind::Lksa),
            ("P.A.", Kind::Lksa),
            ("PSAA", Kind::Lksa),
            ("Panti Asuhan", Kind::Lksa),
            ("PANTI  SOSIAL ASUHAN ANAK", Kind::Lksa),
            ("anak", Kind::Lksa),
            ("anak-anak", Kind::Lksa),
            ("Panti Asuhan (LKSA)", Kind::Lksa),
            ("Lembaga Kesejahteraan Sosial Anak (LKSA)", Kind::Lksa),
            ("PA/LKSA", Kind::Lksa),
            ("LKS-LU", Kind::LksLu),
            ("LKS LU", Kind::LksLu),
            ("LKSLU", Kind::LksLu),
            ("Panti Wreda", Kind::LksLu),
            ("Panti Werdha", Kind::LksLu),
            ("Panti Sosial Tresna Werdha", Kind::LksLu),
            ("Panti Jompo", Kind::LksLu),
            ("Lansia", Kind::LksLu),
            ("Lanjut Usia", Kind::LksLu),
            ("Lanjut Usia (Lansia)", Kind::LksLu),
            ("Disabilitas", Kind::LksDisability),
            ("Difabel", Kind::LksDisability),
            ("Penyandang cacat", Kind::LksDisability),
            ("Penca", Kind::LksDisability),
            ("LKS-PD", Kind::LksDisability),
            ("LKSPD", Kind::LksDisability),
            ("Lainnya", Kind::Other),
            ("lain-lain", Kind::Other),
            ("Umum", Kind::Other),
            ("Multi Layanan", Kind::Other),
        ] {
            assert_eq!(said(text), Said::Value(expected), "{text}");
        }
    }

    #[test]
    fn more_or_less_than_its_name_is_doubtful() {
        for (text, expected) in [
            ("LKSA (tipe B)", Kind::Lksa),
            ("LKSA, majelis taklim", Kind::Lksa),
            ("panti ashuan", Kind::Lksa),
            ("lanjut usai", Kind::LksLu),
            ("Disabiltas", Kind::LksDisability),
        ] {
            let Said::Doubtful(kind, problem) = said(text) else { panic!("{text}") };
            assert_eq!(kind, expected, "{text}");
            assert_eq!(problem.expected.as_deref(), Some(word(expected)), "{text}");
        }
    }

    #[test]
    fn several_kinds_are_asked_about() {
        for (text, expected) in [
            ("anak dan lansia", "LKSA, LKS-LU"),
            ("Anak & Lansia", "LKSA, LKS-LU"),
            ("LKSA/LKS-LU", "LKSA, LKS-LU"),
            ("anak, lansia, disabilitas", "LKSA, LKS-LU, LKS Disabilitas"),
            ("Disabilitas dan anak asuh", "LKS Disabilitas, LKSA"),
        ] {
            let Said::Problem(problem) = said(text) else { panic!("{text}") };
            assert_eq!(problem.code, Code::AmbiguousValue, "{text}");
            assert_eq!(problem.expected.as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn anything_else_is_a_problem() {
        for text in [
            "Panti",
            "LKS",
            "LKS B",
            "Yayasan",
            "√",
            "Ada",
            "bukan anak",
            "anak disabilitas",
            "12",
            "Anak terlantar",
        ] {
            let Said::Problem(problem) = said(text) else { panic!("{text}") };
            assert_eq!(problem.code, Code::NotUnderstood, "{text}");
        }
        assert!(matches!(kind(Cell::Number(1.0)), Said::Problem(_)));
        assert!(matches!(kind(Cell::Boolean(true)), Said::Problem(_)));
    }

    #[test]
    fn what_is_not_known_is_nothing() {
        for text in ["", "-", "–", "?", "n/a", "tidak diketahui"] {
            assert_eq!(said(text), Said::Nothing, "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for kind in Kind::ALL {
            assert_eq!(said(kind.key()), Said::Value(*kind));
            assert_eq!(said(word(*kind)), Said::Value(*kind));
            assert!(KINDS.expected.contains(word(*kind)));
        }
        for (name, kind) in KINDS.names {
            assert_eq!(said(name), Said::Value(*kind), "{name}");
        }
    }

    proptest! {
        #[test]
        fn any_cell_is_understood_nothing_or_a_problem(
            cell in any_cell("(lksa|lks|panti|anak|lansia| dan |-|√|[/(, a-z]){0,5}")
        ) {
            is_accounted_for(&cell, &kind(cell.cell()));
        }
    }
}
