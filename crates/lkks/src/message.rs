//! Every text a person reads, by key, in Indonesian and English.
//!
//! One catalogue serves problems ([`Code`]) and explanations ([`Text`]). The macro makes a key
//! without one of its languages impossible to compile; a test proves that both languages of a key
//! use the same placeholders. Placeholders are written `{name}`.

mod codes;
mod texts;

pub use codes::Code;
pub use texts::Text;

use crate::calendar::Date;
use crate::decode::text_enum;
use crate::known_date::{KnownDate, Precision};
use chrono::Datelike;

text_enum! {
    /// A language of the catalogue.
    ///
    /// ```
    /// use lkks::message::Lang;
    /// assert_eq!("id".parse::<Lang>()?, Lang::Id);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    #[derive(Default)]
    pub enum Lang {
        /// Bahasa Indonesia, the default: the secretaries' language.
        #[default]
        Id = "id",
        /// British English.
        En = "en",
    }
}

/// A short text that a pack or register gives in both languages, such as a label.
///
/// ```
/// use lkks::message::{Lang, Localised};
/// let label = Localised::new("baik", "good");
/// assert_eq!(label.get(Lang::En), "good");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Default, serde::Serialize, crate::decode::Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Localised {
    /// The Indonesian text.
    pub id: String,
    /// The English text.
    pub en: String,
}

impl Localised {
    /// Both texts at once.
    ///
    /// ```
    /// # use lkks::message::Localised;
    /// let label = Localised::new("akta notaris", "notarial deed");
    /// assert_eq!((label.id.as_str(), label.en.as_str()), ("akta notaris", "notarial deed"));
    /// ```
    pub fn new(id: impl Into<String>, en: impl Into<String>) -> Self {
        Self { id: id.into(), en: en.into() }
    }

    /// The text in `lang`.
    ///
    /// ```
    /// # use lkks::message::{Lang, Localised};
    /// let label = Localised::new("baik", "good");
    /// assert_eq!(label.get(Lang::Id), "baik");
    /// ```
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.id,
            Lang::En => &self.en,
        }
    }
}

/// A day in words: `24 November 2026`.
pub(crate) fn day_in_words(day: Date, lang: Lang) -> String {
    date_in_words(day.into(), lang)
}

/// A date in words as far as it is known: `24 November 2026`, `November 2026`, `2026`.
pub(crate) fn date_in_words(date: KnownDate, lang: Lang) -> String {
    let day = date.earliest().naive();
    let index = usize::try_from(day.month0()).unwrap_or(0);
    let month = Text::MonthNames.template(lang).split(' ').nth(index).unwrap_or_default();
    let (number, year) = (day.day().to_string(), day.year().to_string());
    match date.precision() {
        Precision::Year => year,
        Precision::Month => [month, &year].join(" "),
        Precision::Day => {
            Text::DayOfMonth.text(lang, &[("day", &number), ("month", month), ("year", &year)])
        }
    }
}

/// A number with the decimal mark of the language.
pub(crate) fn number_in_words(number: &str, lang: Lang) -> String {
    match number.split_once('.') {
        Some((whole, places)) => format!("{whole}{}{places}", Text::DecimalMark.template(lang)),
        None => number.to_owned(),
    }
}

/// Replaces each `{name}` in `template` by its value; a name without a value becomes nothing.
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        out.push_str(before);
        out.push_str(values.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Declares a catalogue: an enum whose every variant has a stable key and a text in each language.
macro_rules! catalogue {
    ($(#[$meta:meta])* pub enum $name:ident {
        $($(#[$gate:meta])* $variant:ident = $key:literal { id: $id:literal, en: $en:literal $(,)? })*
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$gate])* #[doc = $en] $variant,)*
        }

        impl $name {
            /// Every key of the catalogue, in the order of its definition.
            pub const ALL: &[Self] = &[$($(#[$gate])* Self::$variant,)*];

            /// The stable key, the same in every language and version.
            ///
            /// ```
            /// use lkks::message::{Code, Text};
            /// assert_eq!(Code::PeriodReversed.key(), "period-reversed");
            /// assert_eq!(Text::AdviceRenew.key(), "advice-renew");
            /// ```
            pub const fn key(self) -> &'static str {
                match self { $($(#[$gate])* Self::$variant => $key,)* }
            }

            /// The text with its placeholders.
            ///
            /// ```
            /// use lkks::message::{Code, Lang, Text};
            /// assert_eq!(Text::AdviceRenew.template(Lang::Id), "perbarui {label}");
            /// assert_eq!(Code::InvalidNumber.template(Lang::En), "{value} is not a number");
            /// ```
            pub const fn template(self, lang: $crate::message::Lang) -> &'static str {
                match (self, lang) {
                    $($(#[$gate])* (Self::$variant, $crate::message::Lang::Id) => $id,
                      $(#[$gate])* (Self::$variant, $crate::message::Lang::En) => $en,)*
                }
            }

            /// The text with its placeholders filled from `values`.
            ///
            /// ```
            /// use lkks::message::{Code, Lang, Text};
            /// assert_eq!(Code::InvalidNumber.text(Lang::En, &[("value", "NaN")]), "NaN is not a number");
            /// assert_eq!(Text::AdviceRenew.text(Lang::Id, &[("label", "domisili")]), "perbarui domisili");
            /// ```
            pub fn text(self, lang: $crate::message::Lang, values: &[(&str, &str)]) -> String {
                $crate::message::fill(self.template(lang), values)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.key())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.key())
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> { stringify!($name).into() }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                // A list of values: as a list of tokens a long catalogue exceeds the macro's depth.
                let keys: Vec<_> = Self::ALL.iter().map(|code| code.key()).collect();
                schemars::json_schema!({ "type": "string", "enum": keys })
            }
        }
    };
}
pub(crate) use catalogue;

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn placeholders(template: &str) -> BTreeSet<&str> {
        template.split('{').skip(1).filter_map(|part| part.split('}').next()).collect()
    }

    fn check(key: &str, id: &str, en: &str) {
        assert!(!id.trim().is_empty() && !en.trim().is_empty(), "{key} lacks a language");
        assert_eq!(placeholders(id), placeholders(en), "{key} says different things");
    }

    #[test]
    fn every_message_says_the_same_in_both_languages() {
        for code in Code::ALL {
            check(code.key(), code.template(Lang::Id), code.template(Lang::En));
        }
        for text in Text::ALL {
            check(text.key(), text.template(Lang::Id), text.template(Lang::En));
        }
    }

    #[test]
    fn a_day_is_told_in_the_words_of_the_language() {
        let day = crate::calendar::date(2026, 8, 17).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(day_in_words(day, Lang::Id), "17 Agustus 2026");
        assert_eq!(day_in_words(day, Lang::En), "17 August 2026");
        for lang in Lang::ALL {
            assert_eq!(Text::MonthNames.template(*lang).split(' ').count(), 12);
        }
    }

    #[test]
    fn keys_are_unique_and_kebab_case() {
        let keys = Code::ALL.iter().map(|c| c.key()).chain(Text::ALL.iter().map(|t| t.key()));
        let mut seen = BTreeSet::new();
        for key in keys {
            assert!(seen.insert(key), "{key} stands twice");
            assert!(key.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit()));
        }
    }

    #[test]
    fn a_placeholder_is_filled_and_an_unknown_one_is_left_out() {
        assert_eq!(fill("{a} and {b}.", &[("a", "1")]), "1 and .");
        assert_eq!(fill("an open { brace", &[]), "an open { brace");
    }
}
