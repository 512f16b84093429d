//! The 26 categories of people in need of social welfare services (PPKS): who is served.
//!
//! The list is that of Permensos 8/2012, which local offices still use. Its order and names agree
//! in three independent local systems and with the first five that Harian Rakyat Bengkulu gives
//! from Permensos 5/2019; the text of the regulation itself was not read. Certainty: **reported**.
//! Ages and criteria differ between sources and are therefore no part of this table.

use crate::decode::{At, Decode, deserialize_by_decode, note, wrong_kind};
use crate::message::{Code, Lang};
use crate::problem::Problem;
use serde::Serialize;
use serde_json::Value;
use std::fmt;
use std::str::FromStr;

/// One row of the list: the word in data, the Indonesian name and the English name.
struct Row(&'static str, &'static str, &'static str);

/// The list of Permensos 8/2012, number 1 first (reported; see the head of this module). The
/// English names are translations made for this library.
#[rustfmt::skip]
const TABLE: [Row; 26] = [
    Row("anak-balita-telantar", "Anak balita telantar", "Neglected children under five"),
    Row("anak-telantar", "Anak telantar", "Neglected children"),
    Row("anak-yang-berhadapan-dengan-hukum", "Anak yang berhadapan dengan hukum", "Children in contact with the law"),
    Row("anak-jalanan", "Anak jalanan", "Street children"),
    Row("anak-dengan-kedisabilitasan", "Anak dengan kedisabilitasan", "Children with disabilities"),
    Row("anak-korban-tindak-kekerasan", "Anak yang menjadi korban tindak kekerasan atau diperlakukan salah", "Children who suffered violence or mistreatment"),
    Row("anak-yang-memerlukan-perlindungan-khusus", "Anak yang memerlukan perlindungan khusus", "Children in need of special protection"),
    Row("lanjut-usia-telantar", "Lanjut usia telantar", "Neglected older people"),
    Row("penyandang-disabilitas", "Penyandang disabilitas", "Persons with disabilities"),
    Row("tuna-susila", "Tuna susila", "Sex workers"),
    Row("gelandangan", "Gelandangan", "Homeless people"),
    Row("pengemis", "Pengemis", "Beggars"),
    Row("pemulung", "Pemulung", "Waste pickers"),
    Row("kelompok-minoritas", "Kelompok minoritas", "Minority groups"),
    Row("bekas-warga-binaan-lembaga-pemasyarakatan", "Bekas warga binaan lembaga pemasyarakatan", "Former prisoners"),
    Row("orang-dengan-hiv-aids", "Orang dengan HIV/AIDS", "People living with HIV/AIDS"),
    Row("korban-penyalahgunaan-napza", "Korban penyalahgunaan NAPZA", "Victims of drug abuse"),
    Row("korban-trafficking", "Korban trafficking", "Victims of trafficking"),
    Row("korban-tindak-kekerasan", "Korban tindak kekerasan", "Victims of violence"),
    Row("pekerja-migran-bermasalah-sosial", "Pekerja migran bermasalah sosial", "Migrant workers with social problems"),
    Row("korban-bencana-alam", "Korban bencana alam", "Victims of natural disasters"),
    Row("korban-bencana-sosial", "Korban bencana sosial", "Victims of social disasters"),
    Row("perempuan-rawan-sosial-ekonomi", "Perempuan rawan sosial ekonomi", "Socially and economically vulnerable women"),
    Row("fakir-miskin", "Fakir miskin", "The poor"),
    Row("keluarga-bermasalah-sosial-psikologis", "Keluarga bermasalah sosial psikologis", "Families with psychosocial problems"),
    Row("komunitas-adat-terpencil", "Komunitas adat terpencil", "Remote indigenous communities"),
];

/// A category of people in need of social welfare services (PPKS), one of 26.
///
/// Written as a word in kebab case; read from that word or from its number in the list. Ordered by
/// number.
///
/// ```
/// use lkks::category::Category;
/// use lkks::message::Lang;
/// let elderly: Category = "lanjut-usia-telantar".parse()?;
/// assert_eq!(elderly.number(), 8);
/// assert_eq!(elderly.name(Lang::En), "Neglected older people");
/// assert_eq!(serde_json::from_str::<Category>("8").unwrap(), elderly);
/// assert_eq!(serde_json::to_string(&elderly).unwrap(), r#""lanjut-usia-telantar""#);
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Category(
    // INVARIANT: 1 to 26.
    u8,
);

impl Category {
    /// How many categories there are.
    pub const COUNT: usize = TABLE.len();

    /// The category with this number in the list, 1 to 26.
    ///
    /// ```
    /// use lkks::category::Category;
    /// assert_eq!(Category::new(2)?.slug(), "anak-telantar");
    /// assert!(Category::new(27).is_err());
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// `out-of-range`.
    pub fn new(number: u64) -> Result<Self, Problem> {
        match u8::try_from(number) {
            Ok(small @ 1..=26) => Ok(Self(small)),
            _ => Err(Problem::error(Code::OutOfRange).value(number).expected("1–26")),
        }
    }

    /// Every category, in the order of the list.
    ///
    /// ```
    /// # use lkks::category::Category;
    /// assert_eq!(Category::all().count(), 26);
    /// ```
    pub fn all() -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator {
        (1..=26).map(Self)
    }

    /// Its number in the list, 1 to 26.
    ///
    /// ```
    /// # use lkks::category::Category;
    /// assert_eq!("pengemis".parse::<Category>()?.number(), 12);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn number(self) -> u8 {
        self.0
    }

    /// The word it is written as in data.
    ///
    /// ```
    /// # use lkks::category::Category;
    /// assert_eq!(Category::new(8)?.slug(), "lanjut-usia-telantar");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn slug(self) -> &'static str {
        self.row().0
    }

    /// Its name.
    ///
    /// ```
    /// # use lkks::category::Category;
    /// # use lkks::message::Lang;
    /// let category = Category::new(4)?;
    /// assert_eq!(category.name(Lang::Id), "Anak jalanan");
    /// assert_eq!(category.name(Lang::En), "Street children");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn name(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => self.row().1,
            Lang::En => self.row().2,
        }
    }

    /// Whether it is one of children: the first seven of the list.
    ///
    /// ```
    /// # use lkks::category::Category;
    /// assert!(Category::new(7)?.is_of_children());
    /// assert!(!Category::new(8)?.is_of_children());
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn is_of_children(self) -> bool {
        self.0 <= 7
    }

    const fn row(self) -> &'static Row {
        &TABLE[self.0 as usize - 1]
    }
}

/// Every word, in the order of the list.
fn slugs() -> impl Iterator<Item = &'static str> {
    TABLE.iter().map(|row| row.0)
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug())
    }
}

impl fmt::Debug for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Category {
    type Err = Problem;
    fn from_str(text: &str) -> Result<Self, Problem> {
        Self::all().find(|category| category.slug() == text).ok_or_else(|| {
            Problem::error(Code::UnknownValue)
                .value(text)
                .expected(slugs().collect::<Vec<_>>().join(", "))
                .suggest(slugs())
        })
    }
}

impl Serialize for Category {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.slug())
    }
}

impl Decode for Category {
    fn decode(value: Value, at: &At<'_>, problems: &mut Vec<Problem>) -> Option<Self> {
        let read = match &value {
            Value::String(text) => text.parse(),
            Value::Number(number) if number.is_u64() => {
                Self::new(number.as_u64().unwrap_or_default())
            }
            other => Err(wrong_kind(other, "text, integer")),
        };
        note(read, at, problems)
    }
}

deserialize_by_decode!(Category);

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Category {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Category".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let words: Vec<_> = slugs().collect();
        // Its number may be written too; it is always answered as its word.
        if generator.contract().is_serialize() {
            return schemars::json_schema!({ "type": "string", "enum": words });
        }
        schemars::json_schema!({ "anyOf": [
            { "type": "string", "enum": words },
            { "type": "integer", "minimum": 1, "maximum": 26 },
        ]})
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::from_json;
    use std::collections::BTreeSet;

    #[test]
    fn every_category_has_a_word_and_names_of_its_own() {
        let (mut slugs, mut indonesian, mut english) =
            (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for category in Category::all() {
            let slug = category.slug();
            assert!(slug.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{slug}");
            assert!(slugs.insert(slug), "{slug}");
            assert!(indonesian.insert(category.name(Lang::Id)), "{slug}");
            assert!(english.insert(category.name(Lang::En)), "{slug}");
            assert_eq!(slug.parse(), Ok(category));
            assert_eq!(from_json(&category.number().to_string()), Ok(category));
        }
    }

    #[test]
    fn a_slip_gets_a_suggestion() {
        let error = from_json::<Category>(r#""anak-terlantar""#).unwrap_err();
        assert_eq!(error.code(), Code::UnknownValue);
        assert_eq!(error.problems()[0].suggestion.as_deref(), Some("anak-telantar"));
    }

    #[test]
    fn what_is_no_category_is_refused() {
        let cases = [
            ("0", Code::OutOfRange),
            ("27", Code::OutOfRange),
            ("18446744073709551615", Code::OutOfRange),
            ("-1", Code::WrongType),
            ("2.0", Code::WrongType),
            ("null", Code::WrongType),
            (r#""2""#, Code::UnknownValue),
            (r#""Anak telantar""#, Code::UnknownValue),
        ];
        for (json, code) in cases {
            assert_eq!(from_json::<Category>(json).unwrap_err().code(), code, "{json}");
        }
    }
}
