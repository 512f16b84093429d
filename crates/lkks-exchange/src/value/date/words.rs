//! The words in dates: names of months and days, and what stands before a date.

use crate::value::text::slip_of;

/// Months by all their names: old and new spellings, abbreviations, and English.
const MONTHS: [&[&str]; 12] = [
    &["januari", "jan", "january", "janu"],
    &["februari", "pebruari", "feb", "peb", "february", "febuari", "febr"],
    &["maret", "mar", "march", "mrt"],
    &["april", "apr"],
    &["mei", "may", "mey"],
    &["juni", "jun", "june"],
    &["juli", "jul", "july"],
    &["agustus", "agt", "ags", "agu", "agust", "agts", "august", "aug"],
    &["september", "sep", "sept"],
    &["oktober", "okt", "october", "oct"],
    &["november", "nopember", "nov", "nop"],
    &["desember", "des", "december", "dec"],
];

/// Days of the week, from Monday.
const WEEKDAYS: [&[&str]; 7] = [
    &["senin", "sen", "monday", "mon"],
    &["selasa", "sel", "tuesday", "tue"],
    &["rabu", "rab", "wednesday", "wed"],
    &["kamis", "kam", "thursday", "thu"],
    &["jumat", "jum", "friday", "fri"],
    &["sabtu", "sab", "saturday", "sat"],
    &["minggu", "min", "mgg", "ahad", "sunday", "sun"],
];

/// Words before a date that add nothing to it.
const LEADS: [&str; 20] = [
    "tgl",
    "tanggal",
    "tertanggal",
    "tggl",
    "per",
    "sejak",
    "mulai",
    "pada",
    "hari",
    "bulan",
    "bln",
    "tahun",
    "thn",
    "th",
    "masa",
    "berlaku",
    "valid",
    "dated",
    "since",
    "on",
];

/// Words before a last day.
const UNTIL: [&str; 9] =
    ["sd", "sampai", "hingga", "until", "till", "berakhir", "exp", "expired", "expires"];

/// Words that follow those.
const UNTIL_ENDS: [&str; 4] = ["dengan", "dgn", "dg", "date"];

/// That there is no last day, folded.
const FOREVER: [&str; 19] = [
    "seumur hidup",
    "selamanya",
    "selama lamanya",
    "seterusnya",
    "tidak terbatas",
    "tak terbatas",
    "tdk terbatas",
    "tidak terbatas waktu",
    "tidak ada batas",
    "tidak ada batas waktu",
    "tanpa batas",
    "tanpa batas waktu",
    "tidak ada masa berlaku",
    "tidak ada masa kadaluarsa",
    "permanen",
    "permanent",
    "forever",
    "unlimited",
    "lifetime",
];

/// A word in small letters, where it is short and of plain letters; apostrophes within are left
/// out (`Jum'at`).
pub(super) struct Small {
    letters: [u8; 12],
    length: usize,
}

impl Small {
    pub(super) fn of(word: &str) -> Option<Self> {
        let mut small = Self { letters: [0; 12], length: 0 };
        for c in word.chars().filter(|c| !matches!(c, '\'' | '’' | '`')) {
            let letter = u8::try_from(c).ok().filter(u8::is_ascii_alphabetic)?;
            *small.letters.get_mut(small.length)? = letter.to_ascii_lowercase();
            small.length += 1;
        }
        Some(small)
    }

    pub(super) fn text(&self) -> &str {
        let letters = self.letters.get(..self.length).unwrap_or_default();
        std::str::from_utf8(letters).unwrap_or_default()
    }
}

/// A month that a word names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MonthName {
    /// 1 to 12.
    pub(super) number: u32,
    /// Whether the word is a slip of its name.
    pub(super) is_slip: bool,
}

/// The month that a word names or is a slip of.
pub(super) fn month(word: &str) -> Option<MonthName> {
    let small = Small::of(word)?;
    let word = small.text();
    if word.len() < 3 {
        return None;
    }
    let numbered = || (1u32..).zip(&MONTHS);
    if let Some((number, _)) = numbered().find(|(_, names)| names.contains(&word)) {
        return Some(MonthName { number, is_slip: false });
    }
    let names =
        numbered().flat_map(|(number, names)| names.iter().map(move |name| (*name, number)));
    slip_of(word, names).map(|number| MonthName { number, is_slip: true })
}

/// The month of a Roman number from I to XII, in capitals.
pub(super) fn roman_month(word: &str) -> Option<u32> {
    const ROMAN: [&str; 12] =
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    let place = ROMAN.iter().position(|roman| *roman == word)?;
    u32::try_from(place + 1).ok()
}

/// The day of the week that a word names, 0 for Monday.
pub(super) fn weekday(word: &str) -> Option<i64> {
    let small = Small::of(word)?;
    let place = WEEKDAYS.iter().position(|names| names.contains(&small.text()))?;
    i64::try_from(place).ok()
}

/// Whether a word before a date adds nothing to it.
pub(super) fn is_lead(word: &str) -> bool {
    Small::of(word).is_some_and(|small| LEADS.contains(&small.text()))
}

/// Whether a word says that a day follows, and is no part of any number.
pub(super) fn is_date_word(word: &str) -> bool {
    Small::of(word)
        .is_some_and(|small| matches!(small.text(), "tgl" | "tggl" | "tanggal" | "tertanggal"))
}

/// Whether a word says that a year follows.
pub(super) fn is_year(word: &str) -> bool {
    Small::of(word).is_some_and(|small| matches!(small.text(), "tahun" | "thn" | "th"))
}

/// Whether a word says that a number follows.
pub(super) fn is_number_word(word: &str) -> bool {
    Small::of(word).is_some_and(|small| matches!(small.text(), "no" | "nomor" | "nomer" | "nr"))
}

/// Whether a word stands before a last day.
pub(super) fn is_until(word: &str) -> bool {
    Small::of(word).is_some_and(|small| UNTIL.contains(&small.text()))
}

/// Whether a word follows one that stands before a last day.
pub(super) fn ends_until(word: &str) -> bool {
    Small::of(word).is_some_and(|small| UNTIL_ENDS.contains(&small.text()))
}

/// Whether a folded text says that there is no last day.
pub(super) fn is_forever(folded: &str) -> bool {
    FOREVER.contains(&folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_of_a_month_is_its_own() {
        for (place, names) in MONTHS.iter().enumerate() {
            for name in *names {
                let expected = MonthName { number: place as u32 + 1, is_slip: false };
                assert_eq!(month(name), Some(expected), "{name}");
                assert_eq!(month(&name.to_uppercase()), Some(expected), "{name}");
                assert!(Small::of(name).is_some(), "{name}");
            }
        }
    }

    #[test]
    fn a_slip_of_one_month_is_that_month() {
        for (word, number) in [
            ("Agutus", 8),
            ("Septmber", 9),
            ("Desmber", 12),
            ("Novenber", 11),
            ("Nopenber", 11),
            ("Okober", 10),
            ("Januri", 1),
            ("Febuary", 2),
            ("Marret", 3),
            ("Aprill", 4),
            ("Junni", 6),
            ("Jully", 7),
        ] {
            assert_eq!(month(word), Some(MonthName { number, is_slip: true }), "{word}");
        }
    }

    #[test]
    fn what_could_be_two_months_or_none_is_none() {
        for word in ["Juii", "Ju", "M", "Tahun", "Notaris", "Agustusagustus", "é", "Mayor", ""] {
            assert_eq!(month(word), None, "{word}");
        }
    }
}
