//! A heading as words: folded, without signs, abbreviations written out, slips mended.

use super::{grammar, phrases};

/// The words of a heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words(Vec<Box<str>>);

/// Ways to write a word, and the word they stand for; an empty one is passed over.
const ABBREVIATIONS: &[(&str, &str)] = &[
    ("no", "nomor"),
    ("nmr", "nomor"),
    ("nm", "nama"),
    ("number", "nomor"),
    ("tgl", "tanggal"),
    ("tg", "tanggal"),
    ("date", "tanggal"),
    ("th", "tahun"),
    ("thn", "tahun"),
    ("year", "tahun"),
    ("jml", "jumlah"),
    ("jmlh", "jumlah"),
    ("jlh", "jumlah"),
    ("total", "jumlah"),
    ("kec", "kecamatan"),
    ("kel", "kelurahan"),
    ("ds", "desa"),
    ("kab", "kabupaten"),
    ("prov", "provinsi"),
    ("prop", "provinsi"),
    ("propinsi", "provinsi"),
    ("ket", "keterangan"),
    ("telp", "telepon"),
    ("tlp", "telepon"),
    ("tlpn", "telepon"),
    ("telpon", "telepon"),
    ("hp", "telepon"),
    ("wa", "telepon"),
    ("whatsapp", "telepon"),
    ("akte", "akta"),
    ("akred", "akreditasi"),
    ("prog", "program"),
    ("rek", "rekening"),
    ("ijin", "izin"),
    ("kumham", "kemenkumham"),
    ("menkumham", "kemenkumham"),
    ("kemenkum", "kemenkumham"),
    ("kemenhumham", "kemenkumham"),
    ("kemenhukham", "kemenkumham"),
    ("dlm", "dalam"),
    ("lk", "laki"),
    ("pr", "perempuan"),
    ("pengesahaan", "pengesahan"),
    ("lks", "lembaga"),
    ("lksa", "lembaga"),
    ("orsos", "lembaga"),
    ("organisasi", "lembaga"),
    ("yayasan", "lembaga"),
    ("sd", "sampai"),
    ("hingga", "sampai"),
    ("until", "sampai"),
    ("pmks", "ppks"),
    ("ditangani", "dilayani"),
    ("yang", ""),
    ("yg", ""),
    ("dan", ""),
    ("atau", ""),
    ("and", ""),
    ("of", ""),
    ("dengan", ""),
    ("the", ""),
    ("an", ""),
];

impl Words {
    /// The words of a text.
    pub(super) fn of(text: &str) -> Self {
        let folded: String = text
            .chars()
            .map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { ' ' })
            .collect();
        let mut words: Vec<Box<str>> = Vec::new();
        for word in folded.split_whitespace() {
            // `s/d` and `s.d.` are one word.
            if word == "d" && words.last().is_some_and(|last| &**last == "s") {
                words.pop();
                words.push("sampai".into());
                continue;
            }
            match ABBREVIATIONS.iter().find(|(short, _)| *short == word) {
                Some((_, "")) => {}
                Some((_, long)) => words.push((*long).into()),
                None => words.push(word.into()),
            }
            // `LKS/Orsos`, `Telp/HP`: two words for one thing.
            words.dedup();
        }
        Self(words)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|word| &**word)
    }

    pub(super) fn has(&self, word: &str) -> bool {
        self.iter().any(|mine| mine == word)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a> FromIterator<&'a str> for Words {
    fn from_iter<I: IntoIterator<Item = &'a str>>(words: I) -> Self {
        Self(words.into_iter().map(Into::into).collect())
    }
}

/// The same words with each that is not known replaced by the known one it is a slip of.
pub(super) fn mended(words: &Words) -> Words {
    words.iter().map(|word| nearest(word).unwrap_or(word)).collect()
}

/// The known word that a longer word is a slip of: one letter is wrong, or two in a long word.
fn nearest(word: &str) -> Option<&'static str> {
    let known = || {
        let short = ABBREVIATIONS.iter().flat_map(|(short, long)| [*short, *long]);
        phrases::words().chain(grammar::words()).chain(short)
    };
    if known().any(|mine| mine == word) {
        return None;
    }
    let length = word.chars().count();
    let allowed = match length {
        0..5 => 0,
        5..11 => 1,
        _ => 2,
    };
    let near = known().filter(|mine| mine.len() >= 5 && mine.len().abs_diff(length) <= allowed);
    near.map(|mine| (strsim::osa_distance(mine, word), mine))
        .filter(|(wrong, _)| *wrong <= allowed)
        .min()
        .map(|(_, mine)| mine)
}
