//! Where people are served: inside an institution or outside it.
//!
//! | a cell | says |
//! | --- | --- |
//! | `Dalam panti`, `Dlm. panti`, `dalam`, `panti`, `berbasis panti`, `residential`, `asrama` | inside |
//! | `Luar panti`, `non panti`, `luar`, `keluarga`, `berbasis keluarga`, `home care` | outside |
//! | `inside`, `outside` | as the library writes them |
//! | `Panti (asrama)` | several names of one setting are that setting |
//! | `Dalam panti (20 anak)`, `dalam pantai` | the setting, doubtful |
//! | `dalam dan luar panti`, `DP/LP`, `keduanya` | a problem that is a warning: a service has one setting, so none is recorded |
//! | `√`, `Ada` and anything else | a problem |
//! | empty, `-`, `?`, `n/a` | nothing |

use crate::value::Said;
use crate::value::choice::Choices;
use crate::value::text::{clean, fold, told};
use crate::workbook::Cell;
use lkks::Problem;
use lkks::message::Code;
use lkks::organisation::Setting;
use lkks::problem::Severity;

/// The setting that a cell names.
///
/// ```
/// use lkks::organisation::Setting;
/// use lkks::problem::Severity;
/// use lkks_exchange::value::{Said, setting::setting};
/// use lkks_exchange::workbook::Cell;
/// assert_eq!(setting(Cell::Text("Dlm. Panti")), Said::Value(Setting::Inside));
/// let Said::Problem(problem) = setting(Cell::Text("dalam & luar panti")) else { panic!() };
/// assert_eq!(problem.severity, Severity::Warning);
/// ```
pub fn setting(cell: Cell<'_>) -> Said<Setting> {
    if let Cell::Text(text) = cell {
        let text = clean(text);
        if BOTH.contains(&fold(&text).as_str()) {
            return Said::Problem(both(&text));
        }
    }
    match SETTINGS.of_cell(cell) {
        Said::Problem(problem) if problem.code == Code::AmbiguousValue => {
            Said::Problem(Problem { severity: Severity::Warning, ..problem })
        }
        said => said,
    }
}

/// The word that the library writes and reads for a setting.
///
/// ```
/// use lkks::organisation::Setting;
/// use lkks_exchange::value::setting::word;
/// assert_eq!(word(Setting::Outside), "Luar panti");
/// ```
pub const fn word(setting: Setting) -> &'static str {
    match setting {
        Setting::Inside => "Dalam panti",
        Setting::Outside => "Luar panti",
    }
}

fn both(text: &str) -> Problem {
    Problem::warning(Code::AmbiguousValue).value(told(text)).expected(SETTINGS.expected)
}

const BOTH: [&str; 10] = [
    "keduanya",
    "kedua duanya",
    "dua duanya",
    "both",
    "campuran",
    "dalam luar panti",
    "luar dalam panti",
    "dalam luar",
    "dp lp",
    "panti non panti",
];

const SETTINGS: Choices<Setting> = Choices {
    names: &[
        ("inside", Setting::Inside),
        ("dalam panti", Setting::Inside),
        ("di dalam panti", Setting::Inside),
        ("didalam panti", Setting::Inside),
        ("dlm panti", Setting::Inside),
        ("dalam", Setting::Inside),
        ("di dalam", Setting::Inside),
        ("dlm", Setting::Inside),
        ("dp", Setting::Inside),
        ("panti", Setting::Inside),
        ("berbasis panti", Setting::Inside),
        ("sistem panti", Setting::Inside),
        ("layanan dalam panti", Setting::Inside),
        ("pelayanan dalam panti", Setting::Inside),
        ("residential", Setting::Inside),
        ("residensial", Setting::Inside),
        ("asrama", Setting::Inside),
        ("berasrama", Setting::Inside),
        ("dalam asrama", Setting::Inside),
        ("dalam lembaga", Setting::Inside),
        ("berbasis lembaga", Setting::Inside),
        ("inside institution", Setting::Inside),
        ("outside", Setting::Outside),
        ("luar panti", Setting::Outside),
        ("di luar panti", Setting::Outside),
        ("diluar panti", Setting::Outside),
        ("lr panti", Setting::Outside),
        ("luar", Setting::Outside),
        ("di luar", Setting::Outside),
        ("lp", Setting::Outside),
        ("non panti", Setting::Outside),
        ("non", Setting::Outside),
        ("sistem luar panti", Setting::Outside),
        ("sistem non panti", Setting::Outside),
        ("layanan luar panti", Setting::Outside),
        ("pelayanan luar panti", Setting::Outside),
        ("luar asrama", Setting::Outside),
        ("non asrama", Setting::Outside),
        ("luar lembaga", Setting::Outside),
        ("keluarga", Setting::Outside),
        ("dalam keluarga", Setting::Outside),
        ("berbasis keluarga", Setting::Outside),
        ("home care", Setting::Outside),
        ("non residential", Setting::Outside),
        ("non residensial", Setting::Outside),
        ("outside institution", Setting::Outside),
    ],
    word,
    expected: "Dalam panti, Luar panti",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::text::tests::{any_cell, is_accounted_for};
    use proptest::prelude::*;

    fn said(text: &str) -> Said<Setting> {
        setting(Cell::Text(text))
    }

    #[test]
    fn a_setting_goes_by_its_names() {
        for (text, expected) in [
            ("Dalam Panti", Setting::Inside),
            ("Dlm. Panti", Setting::Inside),
            ("di dalam panti", Setting::Inside),
            ("PANTI", Setting::Inside),
            ("Residential", Setting::Inside),
            ("asrama", Setting::Inside),
            ("Panti (asrama)", Setting::Inside),
            ("Luar Panti", Setting::Outside),
            ("Non-Panti", Setting::Outside),
            ("NonPanti", Setting::Outside),
            ("keluarga", Setting::Outside),
            ("Home Care", Setting::Outside),
            ("homecare", Setting::Outside),
        ] {
            assert_eq!(said(text), Said::Value(expected), "{text}");
        }
    }

    #[test]
    fn more_or_less_than_its_name_is_doubtful() {
        for (text, expected) in [
            ("Dalam panti (20 anak)", Setting::Inside),
            ("dalam pnati", Setting::Inside),
            ("Luar panti; kunjungan", Setting::Outside),
        ] {
            let Said::Doubtful(setting, problem) = said(text) else { panic!("{text}") };
            assert_eq!(setting, expected, "{text}");
            assert_eq!(problem.expected.as_deref(), Some(word(expected)), "{text}");
        }
    }

    #[test]
    fn both_are_told_and_neither_is_recorded() {
        for text in [
            "dalam dan luar panti",
            "Dalam & Luar Panti",
            "dalam/luar panti",
            "Dalam Panti dan Luar Panti",
            "DP/LP",
            "Panti, non panti",
            "keduanya",
            "Dalam panti, luar panti, lain",
        ] {
            let Said::Problem(problem) = said(text) else { panic!("{text}") };
            assert_eq!(problem.code, Code::AmbiguousValue, "{text}");
            assert_eq!(problem.severity, Severity::Warning, "{text}");
            assert_eq!(problem.expected.as_deref(), Some("Dalam panti, Luar panti"), "{text}");
        }
    }

    #[test]
    fn anything_else_is_a_problem() {
        for text in ["√", "Ada", "bukan panti", "12", "Panti Asuhan", "kunjungan"] {
            let Said::Problem(problem) = said(text) else { panic!("{text}") };
            assert_eq!(problem.code, Code::NotUnderstood, "{text}");
            assert_eq!(problem.severity, Severity::Error, "{text}");
        }
    }

    #[test]
    fn what_is_not_known_is_nothing() {
        for text in ["", "-", "–", "?", "n/a", "tidak diketahui"] {
            assert_eq!(said(text), Said::Nothing, "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for setting in Setting::ALL {
            assert_eq!(said(setting.key()), Said::Value(*setting));
            assert_eq!(said(word(*setting)), Said::Value(*setting));
            assert!(SETTINGS.expected.contains(word(*setting)));
        }
        for (name, setting) in SETTINGS.names {
            assert_eq!(said(name), Said::Value(*setting), "{name}");
        }
    }

    proptest! {
        #[test]
        fn any_cell_is_understood_nothing_or_a_problem(
            cell in any_cell("(dalam |luar |panti|dan |-|√|[/(, a-z]){0,5}")
        ) {
            is_accounted_for(&cell, &setting(cell.cell()));
        }
    }
}
