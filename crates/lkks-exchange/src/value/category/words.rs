//! The words that names of categories are made of, and what people write for them.
//!
//! A name is a set of words, one bit each: their order and the small words between them say nothing.

use std::ops::BitOr;

/// A set of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Words(u64);

impl Words {
    pub(super) const NONE: Self = Self(0);

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    pub(super) const fn common(self, other: Self) -> u32 {
        (self.0 & other.0).count_ones()
    }

    pub(super) const fn count(self) -> u32 {
        self.0.count_ones()
    }
}

impl BitOr for Words {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        self.and(other)
    }
}

/// Gives every word its bit.
macro_rules! words {
    ($($name:ident)*) => { words!(@ 0; $($name)*); };
    (@ $bit:expr; $name:ident $($rest:ident)*) => {
        const $name: Words = Words(1 << ($bit));
        words!(@ $bit + 1; $($rest)*);
    };
    (@ $bit:expr;) => {};
}

words! {
    ANAK BALITA TELANTAR BERHADAPAN HUKUM JALANAN DISABILITAS KORBAN TINDAK KEKERASAN DIPERLAKUKAN
    SALAH MEMERLUKAN PERLINDUNGAN KHUSUS LANJUT USIA TUNA SUSILA GELANDANGAN PENGEMIS PEMULUNG
    KELOMPOK MINORITAS BEKAS WARGA BINAAN LEMBAGA PEMASYARAKATAN HIV AIDS PENYALAHGUNAAN NAPZA
    TRAFFICKING PEKERJA MIGRAN BERMASALAH SOSIAL BENCANA ALAM PEREMPUAN RAWAN EKONOMI FAKIR MISKIN
    KELUARGA PSIKOLOGIS KOMUNITAS ADAT TERPENCIL YATIM BERKEBUTUHAN
}

const fn all<const N: usize>(words: [Words; N]) -> Words {
    let (mut set, mut at) = (Words::NONE, 0);
    while at < N {
        set = set.and(words[at]);
        at += 1;
    }
    set
}

/// How sure it is that a name means a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Certainty {
    Sure,
    /// It is a part of the category: `tuna netra`.
    Narrower,
    Doubtful,
}
use Certainty::{Doubtful, Narrower, Sure};

/// A name: its words, the numbers of the categories it means, and how sure that is. The first name
/// of a category is the one in the list of Permensos 8/2012 without its small words.
pub(super) struct Name(pub(super) Words, pub(super) &'static [u64], pub(super) Certainty);

#[rustfmt::skip]
pub(super) const NAMES: &[Name] = &[
    Name(all([ANAK, BALITA, TELANTAR]), &[1], Sure),
    Name(all([BALITA, TELANTAR]), &[1], Sure),
    Name(all([ANAK, TELANTAR]), &[2], Sure),
    Name(all([ANAK, BERHADAPAN, HUKUM]), &[3], Sure),
    Name(all([ANAK, JALANAN]), &[4], Sure),
    Name(all([ANAK, DISABILITAS]), &[5], Sure),
    Name(all([ANAK, TUNA, DISABILITAS]), &[5], Narrower),
    Name(all([ANAK, KORBAN, TINDAK, KEKERASAN, DIPERLAKUKAN, SALAH]), &[6], Sure),
    Name(all([ANAK, KORBAN, TINDAK, KEKERASAN]), &[6], Sure),
    Name(all([ANAK, KORBAN, KEKERASAN]), &[6], Sure),
    Name(all([ANAK, KORBAN, DIPERLAKUKAN, SALAH]), &[6], Sure),
    Name(all([ANAK, DIPERLAKUKAN, SALAH]), &[6], Sure),
    Name(all([ANAK, MEMERLUKAN, PERLINDUNGAN, KHUSUS]), &[7], Sure),
    Name(all([LANJUT, USIA, TELANTAR]), &[8], Sure),
    Name(DISABILITAS, &[9], Sure),
    Name(all([TUNA, DISABILITAS]), &[9], Narrower),
    Name(all([TUNA, SUSILA]), &[10], Sure),
    Name(GELANDANGAN, &[11], Sure),
    Name(all([TUNA, GELANDANGAN]), &[11], Narrower),
    Name(PENGEMIS, &[12], Sure),
    Name(all([GELANDANGAN, PENGEMIS]), &[11, 12], Sure),
    Name(PEMULUNG, &[13], Sure),
    Name(all([KELOMPOK, MINORITAS]), &[14], Sure),
    Name(MINORITAS, &[14], Sure),
    Name(all([BEKAS, WARGA, BINAAN, LEMBAGA, PEMASYARAKATAN]), &[15], Sure),
    Name(all([BEKAS, WARGA, BINAAN, PEMASYARAKATAN]), &[15], Sure),
    Name(all([HIV, AIDS]), &[16], Sure),
    Name(HIV, &[16], Sure),
    Name(AIDS, &[16], Sure),
    Name(all([KORBAN, PENYALAHGUNAAN, NAPZA]), &[17], Sure),
    Name(all([PENYALAHGUNAAN, NAPZA]), &[17], Sure),
    Name(all([KORBAN, NAPZA]), &[17], Sure),
    Name(NAPZA, &[17], Sure),
    Name(all([KORBAN, TRAFFICKING]), &[18], Sure),
    Name(TRAFFICKING, &[18], Sure),
    Name(all([KORBAN, TINDAK, KEKERASAN]), &[19], Sure),
    Name(all([KORBAN, KEKERASAN]), &[19], Sure),
    Name(all([PEKERJA, MIGRAN, BERMASALAH, SOSIAL]), &[20], Sure),
    Name(all([PEKERJA, MIGRAN, BERMASALAH]), &[20], Sure),
    Name(all([KORBAN, BENCANA, ALAM]), &[21], Sure),
    Name(all([BENCANA, ALAM]), &[21], Sure),
    Name(all([KORBAN, BENCANA, SOSIAL]), &[22], Sure),
    Name(all([BENCANA, SOSIAL]), &[22], Sure),
    Name(all([PEREMPUAN, RAWAN, SOSIAL, EKONOMI]), &[23], Sure),
    Name(all([FAKIR, MISKIN]), &[24], Sure),
    Name(all([KELUARGA, MISKIN]), &[24], Doubtful),
    Name(all([KELUARGA, BERMASALAH, SOSIAL, PSIKOLOGIS]), &[25], Sure),
    Name(all([KOMUNITAS, ADAT, TERPENCIL]), &[26], Sure),
];

/// Names that could be several categories, of which a person has to choose.
#[rustfmt::skip]
pub(super) const OPEN: &[(Words, &[u64])] = &[
    (YATIM, &[1, 2, 7]),
    (all([ANAK, YATIM]), &[1, 2, 7]),
    (all([ANAK, BERKEBUTUHAN, KHUSUS]), &[5, 7]),
];

/// What people write for words, in the order of letters.
#[rustfmt::skip]
const SPELLINGS: &[(&str, Words, Certainty)] = &[
("abh", all([ANAK, BERHADAPAN, HUKUM]), Sure),
    ("abk", all([ANAK, BERKEBUTUHAN, KHUSUS]), Sure),
    ("adat", ADAT, Sure),
    ("adk", all([ANAK, DISABILITAS]), Sure),
    ("aids", AIDS, Sure),
    ("alam", ALAM, Sure),
    ("ampk", all([ANAK, MEMERLUKAN, PERLINDUNGAN, KHUSUS]), Sure),
    ("anak", ANAK, Sure),
    ("anak2", ANAK, Sure),
    ("anjal", all([ANAK, JALANAN]), Sure),
    ("balita", BALITA, Sure),
    ("bekas", BEKAS, Sure),
    ("bencana", BENCANA, Sure),
    ("berhadapan", BERHADAPAN, Sure),
    ("berkebutuhan", BERKEBUTUHAN, Sure),
    ("berkonflik", BERHADAPAN, Sure),
    ("bermasalah", BERMASALAH, Sure),
    ("binaan", BINAAN, Sure),
    ("buruh", PEKERJA, Sure),
    ("butuh", MEMERLUKAN, Sure),
    ("bwblp", all([BEKAS, WARGA, BINAAN, LEMBAGA, PEMASYARAKATAN]), Sure),
    ("cacat", DISABILITAS, Sure),
    ("daksa", DISABILITAS, Narrower),
    ("dhuafa", all([FAKIR, MISKIN]), Doubtful),
    ("difabel", DISABILITAS, Sure),
    ("diperlakukan", DIPERLAKUKAN, Sure),
    ("disabilitas", DISABILITAS, Sure),
    ("disabled", DISABILITAS, Sure),
    ("duafa", all([FAKIR, MISKIN]), Doubtful),
    ("ekonomi", EKONOMI, Sure),
    ("eks", BEKAS, Sure),
    ("ex", BEKAS, Sure),
    ("fakir", FAKIR, Sure),
    ("fisik", DISABILITAS, Narrower),
    ("ganda", DISABILITAS, Narrower),
    ("gelandangan", GELANDANGAN, Sure),
    ("gepeng", all([GELANDANGAN, PENGEMIS]), Sure),
    ("grahita", DISABILITAS, Narrower),
    ("hiv", HIV, Sure),
    ("hukum", HUKUM, Sure),
    ("intelektual", DISABILITAS, Narrower),
    ("jalanan", JALANAN, Sure),
    ("jompo", all([LANJUT, USIA]), Sure),
    ("kat", all([KOMUNITAS, ADAT, TERPENCIL]), Sure),
    ("kbsp", all([KELUARGA, BERMASALAH, SOSIAL, PSIKOLOGIS]), Sure),
    ("kdrt", all([KORBAN, TINDAK, KEKERASAN]), Doubtful),
    ("kecacatan", DISABILITAS, Sure),
    ("kedisabilitasan", DISABILITAS, Sure),
    ("kekerasan", KEKERASAN, Sure),
    ("kelompok", KELOMPOK, Sure),
    ("keluarga", KELUARGA, Sure),
    ("khusus", KHUSUS, Sure),
    ("komunitas", KOMUNITAS, Sure),
    ("korban", KORBAN, Sure),
    ("lanjut", LANJUT, Sure),
    ("lansia", all([LANJUT, USIA]), Sure),
    ("lapas", all([LEMBAGA, PEMASYARAKATAN]), Sure),
    ("laras", DISABILITAS, Narrower),
    ("lembaga", LEMBAGA, Sure),
    ("lp", all([LEMBAGA, PEMASYARAKATAN]), Sure),
    ("lut", all([LANJUT, USIA, TELANTAR]), Sure),
    ("mantan", BEKAS, Sure),
    ("manula", all([LANJUT, USIA]), Sure),
    ("masalah", BERMASALAH, Sure),
    ("masyarakat", KOMUNITAS, Sure),
    ("membutuhkan", MEMERLUKAN, Sure),
    ("memerlukan", MEMERLUKAN, Sure),
    ("mental", DISABILITAS, Narrower),
    ("migran", MIGRAN, Sure),
    ("minoritas", MINORITAS, Sure),
    ("miskin", MISKIN, Sure),
    ("napi", all([WARGA, BINAAN, LEMBAGA, PEMASYARAKATAN]), Sure),
    ("napza", NAPZA, Sure),
    ("narapidana", all([WARGA, BINAAN, LEMBAGA, PEMASYARAKATAN]), Sure),
    ("narkoba", NAPZA, Sure),
    ("narkotika", NAPZA, Sure),
    ("naza", NAPZA, Sure),
    ("netra", DISABILITAS, Narrower),
    ("odgj", DISABILITAS, Doubtful),
    ("odha", all([HIV, AIDS]), Sure),
    ("odhiv", all([HIV, AIDS]), Sure),
    ("paca", DISABILITAS, Sure),
    ("pecandu", PENYALAHGUNAAN, Sure),
    ("pekerja", PEKERJA, Sure),
    ("pemasyarakatan", PEMASYARAKATAN, Sure),
    ("pemulung", PEMULUNG, Sure),
    ("penca", DISABILITAS, Sure),
    ("pengemis", PENGEMIS, Sure),
    ("pengguna", PENYALAHGUNAAN, Sure),
    ("penyalahguna", PENYALAHGUNAAN, Sure),
    ("penyalahgunaan", PENYALAHGUNAAN, Sure),
    ("perdagangan", TRAFFICKING, Sure),
    ("perempuan", PEREMPUAN, Sure),
    ("perlakuan", DIPERLAKUKAN, Sure),
    ("perlindungan", PERLINDUNGAN, Sure),
    ("perlu", MEMERLUKAN, Sure),
    ("piatu", YATIM, Sure),
    ("pmbs", all([PEKERJA, MIGRAN, BERMASALAH, SOSIAL]), Sure),
    ("pmi", all([PEKERJA, MIGRAN]), Sure),
    ("prse", all([PEREMPUAN, RAWAN, SOSIAL, EKONOMI]), Sure),
    ("psikologi", PSIKOLOGIS, Sure),
    ("psikologis", PSIKOLOGIS, Sure),
    ("psk", all([TUNA, SUSILA]), Sure),
    ("rawan", RAWAN, Sure),
    ("rungu", DISABILITAS, Narrower),
    ("salah", SALAH, Sure),
    ("sensorik", DISABILITAS, Narrower),
    ("sosial", SOSIAL, Sure),
    ("susila", SUSILA, Sure),
    ("telantar", TELANTAR, Sure),
    ("terlantar", TELANTAR, Sure),
    ("terpencil", TERPENCIL, Sure),
    ("tindak", TINDAK, Sure),
    ("tindakan", TINDAK, Sure),
    ("tki", all([PEKERJA, MIGRAN]), Sure),
    ("tkw", all([PEKERJA, MIGRAN]), Sure),
    ("tppo", all([KORBAN, TRAFFICKING]), Sure),
    ("trafficking", TRAFFICKING, Sure),
    ("traficking", TRAFFICKING, Sure),
    ("trafiking", TRAFFICKING, Sure),
    ("tuna", TUNA, Sure),
    ("tunadaksa", DISABILITAS, Narrower),
    ("tunagrahita", DISABILITAS, Narrower),
    ("tunalaras", DISABILITAS, Narrower),
    ("tunanetra", DISABILITAS, Narrower),
    ("tunarungu", DISABILITAS, Narrower),
    ("tunasusila", all([TUNA, SUSILA]), Sure),
    ("tunawicara", DISABILITAS, Narrower),
    ("tunawisma", GELANDANGAN, Narrower),
    ("usia", USIA, Sure),
    ("wanita", PEREMPUAN, Sure),
    ("warga", WARGA, Sure),
    ("wicara", DISABILITAS, Narrower),
    ("wisma", GELANDANGAN, Narrower),
    ("wrse", all([PEREMPUAN, RAWAN, SOSIAL, EKONOMI]), Sure),
    ("wts", all([TUNA, SUSILA]), Sure),
    ("yatim", YATIM, Sure),
];

/// Words that say nothing of which category it is.
const SMALL: &[&str] = &[
    "yang",
    "yg",
    "dengan",
    "dgn",
    "atau",
    "oleh",
    "dari",
    "di",
    "menjadi",
    "orang",
    "manusia",
    "penyandang",
    "penderita",
    "pengidap",
    "para",
    "kaum",
    "indonesia",
    "jenis",
    "ppks",
    "pmks",
    "kategori",
    "pelayanan",
    "layanan",
];

/// What a folded word stands for; nothing where it is not known.
pub(super) fn word(text: &str) -> Option<(Words, Certainty)> {
    if SMALL.contains(&text) {
        return Some((Words::NONE, Sure));
    }
    SPELLINGS
        .binary_search_by_key(&text, |(known, ..)| known)
        .ok()
        .and_then(|place| SPELLINGS.get(place))
        .map(|(_, words, certainty)| (*words, *certainty))
}

/// Every spelling and what it stands for, to look for slips.
pub(super) fn spellings() -> impl Iterator<Item = (&'static str, Words)> {
    SPELLINGS.iter().map(|(text, words, _)| (*text, *words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::text::fold;
    use lkks::category::Category;
    use lkks::message::Lang;

    #[test]
    fn spellings_are_in_order_and_folded() {
        assert!(SPELLINGS.is_sorted_by(|a, b| a.0 < b.0));
        for (text, ..) in SPELLINGS {
            assert_eq!(fold(text), *text);
            assert!(!SMALL.contains(text), "{text}");
        }
    }

    #[test]
    fn no_name_stands_twice() {
        let names = NAMES.iter().map(|name| name.0).chain(OPEN.iter().map(|(words, _)| *words));
        let names: Vec<Words> = names.collect();
        for (place, words) in names.iter().enumerate() {
            assert!(!names[..place].contains(words), "{place}");
        }
    }

    #[test]
    fn the_names_of_the_list_are_known() {
        for category in Category::all() {
            for name in [category.slug(), category.name(Lang::Id)] {
                let mut set = Words::NONE;
                for part in fold(name).split(' ') {
                    set = set | word(part).unwrap_or_else(|| panic!("{part}")).0;
                }
                let known = NAMES.iter().find(|known| known.0 == set);
                let numbers = known.map(|known| known.1);
                assert_eq!(numbers, Some([u64::from(category.number())].as_slice()), "{name}");
            }
        }
    }
}
