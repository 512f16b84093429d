//! Lines of a table that are no organisations, by their words: sums, signatures, notes, and the
//! marks that count groups.

use crate::value::Said;
use crate::value::date::{DateText, date};
use crate::workbook::{Cell, Epoch};

/// Words for a sum.
const SUMS: [&str; 4] = ["jumlah", "jml", "jlh", "total"];
/// Words that may stand before one, and make it a part or the whole.
const PARTS: [&str; 2] = ["sub", "grand"];
/// Words that may stand behind one and name nothing.
const OF_ALL: [&str; 6] = ["keseluruhan", "seluruhnya", "seluruh", "semua", "semuanya", "akhir"];

/// What a text says of sums.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sum {
    /// Nothing but that it is one: `Sub Jumlah`.
    Alone,
    /// It begins as one, and may be of something: `Total LKS`.
    Begun,
}

/// Whether a text is the name of a sum. Small letters, single spaces.
pub(super) fn sum(text: &str) -> Option<Sum> {
    let words = || {
        let parted = text.split([' ', '-', ':', '/', '.', '(', ')']);
        parted.filter(|word| !word.is_empty())
    };
    let first = words().find(|word| !PARTS.contains(word))?;
    // Joined as often as parted.
    let is_sum = |word: &str| SUMS.contains(&word.strip_prefix("sub").unwrap_or(word));
    if !is_sum(first) {
        return None;
    }
    let says_no_more = |word: &str| is_sum(word) || PARTS.contains(&word) || OF_ALL.contains(&word);
    Some(if words().all(says_no_more) { Sum::Alone } else { Sum::Begun })
}

/// Words with which signatures begin.
const SIGNATURES: [&str; 18] = [
    "mengetahui",
    "menyetujui",
    "mengesahkan",
    "disahkan",
    "diketahui oleh",
    "disetujui oleh",
    "diperiksa oleh",
    "disusun oleh",
    "dibuat oleh",
    "hormat kami",
    "kepala dinas",
    "kepala bidang",
    "plt. kepala",
    "plt kepala",
    "a.n. kepala",
    "an. kepala",
    "ketua lkks",
    "sekretaris lkks",
];
/// Words that are a line of a signature or a note when they stand alone or before a colon.
const ALONE: [&str; 7] =
    ["ketua", "sekretaris", "bendahara", "ttd", "sumber", "catatan", "keterangan"];
/// Words of the further lines of signatures and notes.
const FURTHER: [&str; 4] = ["nip", "ttd", "catatan", "sekretaris"];

fn begins(text: &str, word: &str) -> bool {
    let rest = text.strip_prefix(word);
    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Whether a text begins a block of signatures or notes. Small letters, single spaces.
pub(super) fn begins_foot(text: &str) -> bool {
    let alone = text.split_once(':').map_or(text, |(before, _)| before);
    let alone = alone.trim_end_matches([',', '.', ' ']);
    SIGNATURES.iter().any(|word| begins(text, word))
        || ALONE.contains(&alone)
        || text.starts_with("sumber data")
        || is_city_and_date(text)
}

/// Whether a text begins the list of those who get a copy, which is numbered: `Tembusan Yth.:`.
pub(super) fn begins_copies(text: &str) -> bool {
    let rest = text.strip_prefix("tembusan").filter(|_| begins(text, "tembusan"));
    rest.is_some_and(|rest| {
        let rest = rest.trim_start_matches([' ', '.', ',', ':']);
        ["", "yth", "kepada", "disampaikan", "dikirim", "surat"]
            .iter()
            .any(|word| rest == *word || !word.is_empty() && begins(rest, word))
    })
}

/// Whether a text stands in a block of signatures or notes.
pub(super) fn is_foot(text: &str) -> bool {
    begins_foot(text) || FURTHER.iter().any(|word| begins(text, word))
}

/// Whether a text is where and when something was signed: `Pekalongan, 31 Desember 2023`, the day
/// perhaps to be filled in by hand.
fn is_city_and_date(text: &str) -> bool {
    let Some((city, day)) = text.split_once(',') else { return false };
    let is_city = city.split_whitespace().count() <= 3
        && city.chars().any(char::is_alphabetic)
        && city.chars().all(|letter| letter.is_alphabetic() || letter == ' ');
    let day = day.trim_start_matches(['.', '_', '…', ' ']);
    let known = match date(Cell::Text(day), Epoch::default()) {
        Said::Value(DateText::Known(known)) | Said::Doubtful(DateText::Known(known), _) => known,
        _ => return false,
    };
    // More than a year.
    is_city && known.to_string().len() > 4
}

/// Whether a cell counts a group, and no organisation: `IV`, `A.`, `b)`.
pub(super) fn counts_group(cell: Cell<'_>) -> bool {
    let Cell::Text(text) = cell else { return false };
    let mark = text.trim().trim_matches(['(', ')', '.', '[', ']']);
    let is_roman = |letter: char| matches!(letter.to_ascii_uppercase(), 'I' | 'V' | 'X' | 'L');
    match mark.len() {
        1 => mark.chars().all(|letter| letter.is_ascii_alphabetic()),
        2..=7 => mark.chars().all(is_roman),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_known_by_their_words() {
        for text in [
            "jumlah",
            "jml",
            "jml.",
            "jlh",
            "jlh.",
            "jumlah :",
            "total",
            "sub total",
            "sub-total",
            "subtotal",
            "sub jumlah",
            "subjumlah",
            "sub jlh",
            "grand total",
            "jumlah total",
            "total keseluruhan",
            "jumlah seluruhnya",
        ] {
            assert_eq!(sum(text), Some(Sum::Alone), "{text}");
        }
        for text in ["jumlah lks", "total panti", "sub jumlah kecamatan utara", "total kasih"] {
            assert_eq!(sum(text), Some(Sum::Begun), "{text}");
        }
        for text in ["", "sub", "grand", "totalitas", "yayasan total", "grand panti", "keseluruhan"]
        {
            assert_eq!(sum(text), None, "{text}");
        }
    }

    #[test]
    fn signatures_and_notes_are_told_from_names() {
        for text in [
            "mengetahui",
            "mengetahui,",
            "mengetahui :",
            "kepala dinas sosial",
            "ketua lkks",
            "ketua,",
            "sumber: dinas sosial",
            "catatan :",
            "pekalongan, 31 desember 2023",
            "kota pekalongan, juli 2024",
            "pekalongan, ...... desember 2023",
        ] {
            assert!(begins_foot(text), "{text}");
        }
        for text in [
            "",
            "sumber kasih",
            "ketua umum harapan",
            "nipah indah",
            "harapan, 2019",
            "jl. melati 3, 12 juli 2019",
            "yayasan contoh, pekalongan",
            "kepala dinasti",
        ] {
            assert!(!is_foot(text), "{text}");
        }
        for text in ["tembusan", "tembusan :", "tembusan yth.:", "tembusan disampaikan kepada :"] {
            assert!(begins_copies(text), "{text}");
        }
        for text in ["", "tembusan kasih", "tembusankepada", "yayasan tembusan"] {
            assert!(!begins_copies(text), "{text}");
        }
        assert!(is_foot("nip. 19650101 199001 1 001"));
    }

    #[test]
    fn groups_are_counted_with_letters_and_roman_numbers() {
        for text in ["I", "iv.", "XII", "A", "B.", "c)", "(D)"] {
            assert!(counts_group(Cell::Text(text)), "{text}");
        }
        for text in ["", "1", "1.", "AB", "-", "√", "Ada"] {
            assert!(!counts_group(Cell::Text(text)), "{text}");
        }
    }
}
