//! A verdict, and a whole assessment, as text that a secretary could read aloud.
//!
//! Every word comes from the catalogue; here it is only put in order.

mod register;
mod verdict;

pub(super) use register::assessment;
pub(super) use verdict::verdict;

use crate::Decimal;
use crate::calendar::Date;
use crate::known_date::KnownDate;
use crate::message::{Lang, Text, date_in_words, day_in_words, number_in_words};
use crate::rules::{Certainty, Subject};

/// A text being written in one language, line by line.
struct Writer {
    lang: Lang,
    lines: Vec<String>,
}

impl Writer {
    const fn new(lang: Lang) -> Self {
        Self { lang, lines: Vec::new() }
    }

    /// The text with its placeholders filled.
    fn say(&self, text: Text, values: &[(&str, &str)]) -> String {
        text.text(self.lang, values)
    }

    fn line(&mut self, line: impl Into<String>) {
        self.lines.push(line.into());
    }

    fn blank(&mut self) {
        self.lines.push(String::new());
    }

    fn indented(&mut self, line: &str) {
        self.lines.push(format!("  {line}"));
    }

    fn finish(self) -> String {
        let mut text = self.lines.join("\n");
        text.push('\n');
        text
    }

    /// `24 November 2026`.
    fn day(&self, day: Date) -> String {
        day_in_words(day, self.lang)
    }

    /// A date as far as it is known.
    fn known(&self, date: KnownDate) -> String {
        date_in_words(date, self.lang)
    }

    /// A number with the decimal mark of the language.
    fn number(&self, number: Decimal) -> String {
        number_in_words(&number.to_string(), self.lang)
    }

    fn days(&self, count: i64) -> String {
        let text = if count == 1 { Text::OneDay } else { Text::Days };
        self.say(text, &[("count", &count.to_string())])
    }

    fn subject(&self, subject: Subject) -> String {
        let text = match subject {
            Subject::Registration => Text::SubjectRegistration,
            Subject::OperatingPermit => Text::SubjectOperatingPermit,
            Subject::Accreditation => Text::SubjectAccreditation,
            Subject::Statutes => Text::SubjectStatutes,
        };
        self.say(text, &[])
    }

    fn certainty(&self, certainty: Certainty) -> String {
        let text = match certainty {
            Certainty::Confirmed => Text::CertaintyConfirmed,
            Certainty::Reported => Text::CertaintyReported,
            Certainty::Assumed => Text::CertaintyAssumed,
        };
        self.say(text, &[])
    }

    fn yes_no(&self, yes: bool) -> String {
        self.say(if yes { Text::Yes } else { Text::No }, &[])
    }
}
