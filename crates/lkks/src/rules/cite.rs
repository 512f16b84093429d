//! Citations as data: a regulation and the place in it, printed as lawyers write it.

use crate::decode::{At, Decode, text_enum};
use crate::message::Code;
use crate::problem::Problem;
use serde::Serialize;
use std::fmt;

text_enum! {
    /// How sure we are of a figure. The later ones are the weaker.
    ///
    /// ```
    /// use lkks::rules::Certainty;
    /// // The weakest figure decides how sure a whole verdict is.
    /// let weakest = [Certainty::Confirmed, Certainty::Assumed, Certainty::Reported].into_iter().max();
    /// assert_eq!(weakest, Some(Certainty::Assumed));
    /// ```
    pub enum Certainty {
        /// The text itself was read in a public copy.
        Confirmed = "confirmed",
        /// A named secondary source says it.
        Reported = "reported",
        /// Needed to run, not found in a source.
        Assumed = "assumed",
    }
}

/// A place in a regulation: pasal, ayat, huruf, angka, an item of a list, an annex, a page.
///
/// ```
/// use lkks::rules::Citation;
/// let citation: Citation = serde_json::from_str(
///     r#"{ "regulation": "Permensos 17/2012", "pasal": 9, "ayat": 2, "huruf": "a" }"#,
/// )?;
/// assert_eq!(citation.to_string(), "Permensos 17/2012 Pasal 9 ayat (2) huruf a");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Citation {
    /// The regulation as it is commonly cited, `Permensos 17/2012`.
    pub regulation: String,
    /// The article, with a letter where one was inserted (`22A`).
    pub pasal: Option<String>,
    /// The paragraph.
    pub ayat: Option<u16>,
    /// The letter.
    pub huruf: Option<String>,
    /// The number below a letter.
    pub angka: Option<u16>,
    /// The number in a list that has no articles, `9` or `1.1`.
    pub item: Option<String>,
    /// The annex.
    pub annex: Option<String>,
    /// The page of the public copy.
    pub page: Option<u16>,
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.regulation)?;
        if let Some(annex) = &self.annex {
            write!(f, " Lampiran {annex}")?;
        }
        if let Some(pasal) = &self.pasal {
            write!(f, " Pasal {pasal}")?;
        }
        if let Some(ayat) = self.ayat {
            write!(f, " ayat ({ayat})")?;
        }
        if let Some(item) = &self.item {
            write!(f, " butir {item}")?;
        }
        if let Some(huruf) = &self.huruf {
            write!(f, " huruf {huruf}")?;
        }
        if let Some(angka) = self.angka {
            write!(f, " angka {angka}")?;
        }
        if let Some(page) = self.page {
            write!(f, " hlm. {page}")?;
        }
        Ok(())
    }
}

/// Where a rule stands: a regulation, and the place in it.
#[derive(Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Citation"))]
struct CitationData {
    /// The regulation as it is commonly cited.
    regulation: String,
    /// The article.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pasal: Option<NumberOrText>,
    /// The paragraph.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    ayat: Option<u16>,
    /// The letter.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    huruf: Option<String>,
    /// The number below a letter.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    angka: Option<u16>,
    /// The number in a list that has no articles.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    item: Option<NumberOrText>,
    /// The annex.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    annex: Option<String>,
    /// The page of the public copy.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    page: Option<u16>,
}

/// An article or an item is mostly a number, sometimes with a letter or a dot.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
enum NumberOrText {
    Number(u16),
    Text(String),
}

impl NumberOrText {
    fn of(text: &String) -> Self {
        // Only what a number would print again is one: "01" stays a text.
        match text.parse::<u16>() {
            Ok(number) if number.to_string() == *text => Self::Number(number),
            _ => Self::Text(text.clone()),
        }
    }

    fn into_text(self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text,
        }
    }
}

impl Decode for NumberOrText {
    fn decode(value: serde_json::Value, at: &At<'_>, problems: &mut Vec<Problem>) -> Option<Self> {
        match value {
            serde_json::Value::String(text) => Some(Self::Text(text)),
            other => u16::decode(other, at, problems).map(Self::Number),
        }
    }
}

impl From<&Citation> for CitationData {
    fn from(c: &Citation) -> Self {
        Self {
            regulation: c.regulation.clone(),
            pasal: c.pasal.as_ref().map(NumberOrText::of),
            ayat: c.ayat,
            huruf: c.huruf.clone(),
            angka: c.angka,
            item: c.item.as_ref().map(NumberOrText::of),
            annex: c.annex.clone(),
            page: c.page,
        }
    }
}

impl TryFrom<CitationData> for Citation {
    type Error = Problem;
    fn try_from(data: CitationData) -> Result<Self, Problem> {
        let citation = Self {
            regulation: data.regulation,
            pasal: data.pasal.map(NumberOrText::into_text),
            ayat: data.ayat,
            huruf: data.huruf,
            angka: data.angka,
            item: data.item.map(NumberOrText::into_text),
            annex: data.annex,
            page: data.page,
        };
        let invalid = |expected: &str| {
            Err(Problem::error(Code::InvalidCitation).value(&citation).expected(expected))
        };
        if citation.regulation.trim().is_empty() {
            return invalid("regulation");
        }
        // Each step down needs the one above it: a paragraph is a paragraph of an article.
        let in_article = citation.pasal.is_some() || citation.annex.is_some();
        if citation.ayat.is_some() && !in_article {
            return invalid("pasal");
        }
        if citation.angka.is_some() && citation.huruf.is_none() && !in_article {
            return invalid("pasal, huruf");
        }
        Ok(citation)
    }
}

crate::decode::through_data!(Citation, CitationData);

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Citation, Code> {
        crate::decode::from_json(json).map_err(|e| e.code())
    }

    #[test]
    fn a_paragraph_without_an_article_is_incomplete() {
        assert_eq!(read(r#"{"regulation":"UU 11/2009","ayat":2}"#), Err(Code::InvalidCitation));
        assert_eq!(read(r#"{"regulation":" "}"#), Err(Code::InvalidCitation));
        assert_eq!(read(r#"{"ayat":2}"#), Err(Code::MissingField));
    }

    #[test]
    fn an_item_of_a_list_is_a_butir() {
        let citation = read(r#"{"regulation":"SK 800/661/2023","item":9}"#);
        assert_eq!(citation.map(|c| c.to_string()), Ok("SK 800/661/2023 butir 9".to_owned()));
    }
}
