//! The legal form of an organisation.
//!
//! | a cell | says |
//! | --- | --- |
//! | `Yayasan`, `Yys.`, `Yay.`, `foundation` | yayasan |
//! | `Perkumpulan`, `Perk.`, `Perhimpunan`, `association` | perkumpulan |
//! | `belum berbadan hukum`, `tidak berbadan hukum`, `non badan hukum`, `Perkumpulan tidak berbadan hukum` | without legal personality |
//! | `Pemerintah`, `Pemda`, `Pemkot`, `UPT`, `UPTD`, `UPT Dinas Sosial`, `negeri`, `milik pemerintah` | of the government |
//! | `yayasan`, `perkumpulan`, `unincorporated`, `government` | as the library writes them |
//! | `Yayasan (cabang)`, `Yayasn` | the form, doubtful |
//! | `belum`, `tidak`, `tidak ada` under "Badan hukum" | without legal personality, doubtful |
//! | `Ada`, `√`, `Berbadan hukum`, `Swasta`, `Ormas`, `LSM` | a problem: which of several forms? |
//! | `Koperasi`, `PT`, `CV` and anything else | a problem: no form of an LKS |
//! | `dlm proses` | nothing yet: a problem that is only a note |
//! | empty, `-`, `?`, `n/a` | nothing |

use crate::value::Said;
use crate::value::choice::Choices;
use crate::value::presence::{self, Presence};
use crate::value::text::{ambiguous, clean, fold, is_dash};
use crate::workbook::Cell;
use lkks::organisation::LegalForm;

/// The legal form that a cell names.
///
/// ```
/// use lkks::organisation::LegalForm;
/// use lkks_exchange::value::{Said, legal_form::legal_form};
/// use lkks_exchange::workbook::Cell;
/// assert_eq!(legal_form(Cell::Text("Yys.")), Said::Value(LegalForm::Yayasan));
/// let Said::Problem(problem) = legal_form(Cell::Text("Berbadan hukum")) else { panic!() };
/// assert_eq!(problem.expected.as_deref(), Some("Yayasan, Perkumpulan"));
/// ```
pub fn legal_form(cell: Cell<'_>) -> Said<LegalForm> {
    let said = match cell {
        Cell::Text(text) => of_presence(&clean(text)),
        Cell::Boolean(is_there) => Some(of_word(
            &is_there.to_string(),
            if is_there { Presence::Yes } else { Presence::No },
        )),
        _ => None,
    };
    said.unwrap_or_else(|| FORMS.of_cell(cell))
}

/// The word that the library writes and reads for a legal form.
///
/// ```
/// use lkks::organisation::LegalForm;
/// use lkks_exchange::value::legal_form::word;
/// assert_eq!(word(LegalForm::Unincorporated), "Tidak berbadan hukum");
/// ```
pub const fn word(form: LegalForm) -> &'static str {
    match form {
        LegalForm::Yayasan => "Yayasan",
        LegalForm::Perkumpulan => "Perkumpulan",
        LegalForm::Unincorporated => "Tidak berbadan hukum",
        LegalForm::Government => "Pemerintah",
    }
}

/// What a text says that answers whether there is legal personality and not which, or that could
/// stand for several forms.
fn of_presence(text: &str) -> Option<Said<LegalForm>> {
    if is_dash(text) {
        return None;
    }
    let folded = fold(text);
    if SEVERAL.contains(&folded.as_str()) {
        return Some(Said::Problem(ambiguous(text, NOT_GOVERNMENT)));
    }
    if INCORPORATED.contains(&folded.as_str()) {
        return Some(Said::Problem(ambiguous(text, WITH_PERSONALITY)));
    }
    match presence::of_text(text)? {
        Said::Value(presence) | Said::Doubtful(presence, _) if presence != Presence::InProgress => {
            Some(of_word(text, presence))
        }
        _ => None,
    }
}

fn of_word(text: &str, presence: Presence) -> Said<LegalForm> {
    match presence {
        Presence::No => FORMS.doubtful(text, LegalForm::Unincorporated),
        _ => Said::Problem(ambiguous(text, WITH_PERSONALITY)),
    }
}

const WITH_PERSONALITY: &str = "Yayasan, Perkumpulan";
const NOT_GOVERNMENT: &str = "Yayasan, Perkumpulan, Tidak berbadan hukum";

const INCORPORATED: [&str; 5] =
    ["berbadan hukum", "badan hukum", "sudah berbadan hukum", "sdh berbadan hukum", "incorporated"];

const SEVERAL: [&str; 15] = [
    "swasta",
    "masyarakat",
    "milik masyarakat",
    "milik swasta",
    "ormas",
    "organisasi masyarakat",
    "organisasi kemasyarakatan",
    "organisasi sosial",
    "orsos",
    "lsm",
    "lembaga swadaya masyarakat",
    "ngo",
    "komunitas",
    "yayasan belum berbadan hukum",
    "yayasan tidak berbadan hukum",
];

const FORMS: Choices<LegalForm> = Choices {
    names: &[
        ("yayasan", LegalForm::Yayasan),
        ("yys", LegalForm::Yayasan),
        ("yay", LegalForm::Yayasan),
        ("ysn", LegalForm::Yayasan),
        ("badan hukum yayasan", LegalForm::Yayasan),
        ("yayasan berbadan hukum", LegalForm::Yayasan),
        ("foundation", LegalForm::Yayasan),
        ("perkumpulan", LegalForm::Perkumpulan),
        ("perk", LegalForm::Perkumpulan),
        ("perkump", LegalForm::Perkumpulan),
        ("perhimpunan", LegalForm::Perkumpulan),
        ("badan hukum perkumpulan", LegalForm::Perkumpulan),
        ("perkumpulan berbadan hukum", LegalForm::Perkumpulan),
        ("association", LegalForm::Perkumpulan),
        ("unincorporated", LegalForm::Unincorporated),
        ("tidak berbadan hukum", LegalForm::Unincorporated),
        ("tdk berbadan hukum", LegalForm::Unincorporated),
        ("tanpa badan hukum", LegalForm::Unincorporated),
        ("belum berbadan hukum", LegalForm::Unincorporated),
        ("blm berbadan hukum", LegalForm::Unincorporated),
        ("belum badan hukum", LegalForm::Unincorporated),
        ("belum ada badan hukum", LegalForm::Unincorporated),
        ("tidak ada badan hukum", LegalForm::Unincorporated),
        ("tidak memiliki badan hukum", LegalForm::Unincorporated),
        ("belum memiliki badan hukum", LegalForm::Unincorporated),
        ("bukan badan hukum", LegalForm::Unincorporated),
        ("non badan hukum", LegalForm::Unincorporated),
        ("non berbadan hukum", LegalForm::Unincorporated),
        ("perkumpulan tidak berbadan hukum", LegalForm::Unincorporated),
        ("perkumpulan belum berbadan hukum", LegalForm::Unincorporated),
        ("government", LegalForm::Government),
        ("pemerintah", LegalForm::Government),
        ("pemerintah daerah", LegalForm::Government),
        ("pemerintah kota", LegalForm::Government),
        ("pemerintah kabupaten", LegalForm::Government),
        ("pemerintah provinsi", LegalForm::Government),
        ("pemerintah pusat", LegalForm::Government),
        ("pemda", LegalForm::Government),
        ("pemkot", LegalForm::Government),
        ("pemkab", LegalForm::Government),
        ("pemprov", LegalForm::Government),
        ("milik pemerintah", LegalForm::Government),
        ("milik pemerintah daerah", LegalForm::Government),
        ("milik pemda", LegalForm::Government),
        ("milik negara", LegalForm::Government),
        ("instansi pemerintah", LegalForm::Government),
        ("lembaga pemerintah", LegalForm::Government),
        ("panti pemerintah", LegalForm::Government),
        ("negeri", LegalForm::Government),
        ("upt", LegalForm::Government),
        ("uptd", LegalForm::Government),
        ("unit pelaksana teknis", LegalForm::Government),
        ("unit pelaksana teknis daerah", LegalForm::Government),
        ("upt dinas sosial", LegalForm::Government),
        ("uptd dinas sosial", LegalForm::Government),
        ("upt dinsos", LegalForm::Government),
        ("uptd dinsos", LegalForm::Government),
        ("dinas sosial", LegalForm::Government),
        ("dinsos", LegalForm::Government),
        ("kemensos", LegalForm::Government),
        ("kementerian sosial", LegalForm::Government),
    ],
    word,
    expected: "Yayasan, Perkumpulan, Tidak berbadan hukum, Pemerintah",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::text::tests::{any_cell, is_accounted_for};
    use lkks::message::Code;
    use proptest::prelude::*;

    fn said(text: &str) -> Said<LegalForm> {
        legal_form(Cell::Text(text))
    }

    #[test]
    fn a_form_goes_by_its_names() {
        for (text, expected) in [
            ("Yayasan", LegalForm::Yayasan),
            ("YAYASAN", LegalForm::Yayasan),
            ("Yys.", LegalForm::Yayasan),
            ("Yay.", LegalForm::Yayasan),
            ("Badan Hukum Yayasan", LegalForm::Yayasan),
            ("Perkumpulan", LegalForm::Perkumpulan),
            ("Perk.", LegalForm::Perkumpulan),
            ("perhimpunan", LegalForm::Perkumpulan),
            ("Perkumpulan / Perhimpunan", LegalForm::Perkumpulan),
            ("Belum berbadan hukum", LegalForm::Unincorporated),
            ("Tdk. berbadan hukum", LegalForm::Unincorporated),
            ("Non-Badan Hukum", LegalForm::Unincorporated),
            ("Perkumpulan tidak berbadan hukum", LegalForm::Unincorporated),
            ("Pemerintah", LegalForm::Government),
            ("PEMDA", LegalForm::Government),
            ("UPT", LegalForm::Government),
            ("U.P.T.D.", LegalForm::Government),
            ("UPT Dinas Sosial", LegalForm::Government),
            ("Pemerintah (UPTD Dinsos)", LegalForm::Government),
            ("negeri", LegalForm::Government),
            ("milik pemerintah", LegalForm::Government),
        ] {
            assert_eq!(said(text), Said::Value(expected), "{text}");
        }
    }

    #[test]
    fn more_or_less_than_its_name_is_doubtful() {
        for (text, expected) in [
            ("Yayasan (cabang)", LegalForm::Yayasan),
            ("Yayasn", LegalForm::Yayasan),
            ("Perkumpulann", LegalForm::Perkumpulan),
            ("Belum", LegalForm::Unincorporated),
            ("tidak ada", LegalForm::Unincorporated),
            ("Tdk", LegalForm::Unincorporated),
            ("Belum ada", LegalForm::Unincorporated),
            ("×", LegalForm::Unincorporated),
        ] {
            let Said::Doubtful(form, problem) = said(text) else { panic!("{text}") };
            assert_eq!(form, expected, "{text}");
            assert_eq!(problem.expected.as_deref(), Some(word(expected)), "{text}");
        }
        assert!(matches!(legal_form(Cell::Boolean(false)), Said::Doubtful(..)));
    }

    #[test]
    fn what_leaves_the_form_open_is_asked_about() {
        for (text, expected) in [
            ("Berbadan hukum", WITH_PERSONALITY),
            ("Ada", WITH_PERSONALITY),
            ("√", WITH_PERSONALITY),
            ("v", WITH_PERSONALITY),
            ("Ada (akta notaris)", WITH_PERSONALITY),
            ("Ormas", NOT_GOVERNMENT),
            ("LSM", NOT_GOVERNMENT),
            ("Swasta", NOT_GOVERNMENT),
            ("Yayasan/Perkumpulan", "Yayasan, Perkumpulan"),
            ("Yayasan (belum berbadan hukum)", "Yayasan, Perkumpulan, Tidak berbadan hukum"),
        ] {
            let Said::Problem(problem) = said(text) else { panic!("{text}") };
            assert_eq!(problem.code, Code::AmbiguousValue, "{text}");
            assert_eq!(problem.expected.as_deref(), Some(expected), "{text}");
        }
        assert!(matches!(legal_form(Cell::Boolean(true)), Said::Problem(_)));
    }

    #[test]
    fn anything_else_is_a_problem() {
        for text in ["Koperasi", "PT", "CV", "bukan yayasan", "Budi", "Panti Asuhan", "12"] {
            let Said::Problem(problem) = said(text) else { panic!("{text}") };
            assert_eq!(problem.code, Code::NotUnderstood, "{text}");
        }
        let Said::Problem(problem) = said("dlm proses") else { panic!("not in progress") };
        assert_eq!(problem.code, Code::InProgress);
    }

    #[test]
    fn what_is_not_known_is_nothing() {
        for text in ["", "-", "–", "?", "n/a", "tidak diketahui"] {
            assert_eq!(said(text), Said::Nothing, "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for form in LegalForm::ALL {
            assert_eq!(said(form.key()), Said::Value(*form));
            assert_eq!(said(word(*form)), Said::Value(*form));
            assert!(FORMS.expected.contains(word(*form)));
        }
        for (name, form) in FORMS.names {
            assert_eq!(said(name), Said::Value(*form), "{name}");
        }
    }

    proptest! {
        #[test]
        fn any_cell_is_understood_nothing_or_a_problem(
            cell in any_cell("(yayasan|perk|belum|berbadan hukum|upt|-|√|[(, a-z]){0,5}")
        ) {
            is_accounted_for(&cell, &legal_form(cell.cell()));
        }
    }
}
