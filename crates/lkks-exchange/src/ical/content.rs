//! The lines of the file: texts escaped, lines folded.

use crate::lost::Lost;
use ical_vcard::{Contentline, Writer};
use lkks::Date;

/// A calendar being written.
pub(super) struct Content<'l> {
    writer: Writer<Vec<u8>>,
    lost: &'l Lost,
}

impl<'l> Content<'l> {
    pub(super) fn new(lost: &'l Lost) -> Self {
        Self { writer: Writer::new(Vec::new()), lost }
    }

    /// A line with this value as it stands.
    pub(super) fn line(&mut self, name: &str, value: &str) {
        self.write(Contentline::try_new(name, value), value);
    }

    /// A line with a day.
    pub(super) fn day(&mut self, name: &str, day: Date) {
        let line = Contentline::try_new(name, digits(day));
        let line = line.and_then(|line| line.try_add_param("VALUE", ["DATE"]));
        self.write(line, name);
    }

    /// A line with a text.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        let escaped = escaped(text.trim());
        if escaped.contains('\u{fffd}') && !text.contains('\u{fffd}') {
            self.lost.at("", text);
        }
        self.line(name, &escaped);
    }

    fn write<E>(&mut self, line: Result<Contentline, E>, value: &str) {
        // No name here is wrong, no value has a control character, and memory takes every byte.
        let written = line.is_ok_and(|line| self.writer.write(&line).is_ok());
        if !written {
            self.lost.at("", value);
        }
    }

    /// The whole file.
    pub(super) fn finish(self) -> String {
        let bytes = self.writer.into_inner();
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

/// A day as a calendar writes it: `20240408`.
pub(super) fn digits(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// A text as RFC 5545 (3.3.11) has it; a control character has no place in one and is replaced.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' | ';' | ',' => out.extend(['\\', character]),
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' | '\n' => out.push_str("\\n"),
            '\t' => out.push('\t'),
            control if control.is_ascii_control() => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts_are_escaped() {
        assert_eq!(escaped("a, b; c\\d\ne\r\nf\rg\u{7}"), "a\\, b\\; c\\\\d\\ne\\nf\\ng\u{fffd}");
    }

    #[test]
    fn a_control_character_is_told() {
        let lost = Lost::to("iCalendar");
        Content::new(&lost).text("SUMMARY", "bell \u{7}");
        assert_eq!(lost.into_problems().len(), 1);
    }

    proptest! {
        #[test]
        fn any_text_is_one_line_folded_at_75_octets_and_read_again(text in any::<String>()) {
            let lost = Lost::to("iCalendar");
            let mut content = Content::new(&lost);
            content.text("SUMMARY", &text);
            let written = content.finish();
            prop_assert!(written.ends_with("\r\n"));
            prop_assert!(written.split("\r\n").all(|line| line.len() <= 75));
            let read: Vec<_> = ical_vcard::Parser::new(written.as_bytes()).collect();
            prop_assert_eq!(read.len(), 1);
            let value = read[0].as_ref().map(|line| line.value().to_owned());
            prop_assert_eq!(value.ok(), Some(escaped(text.trim())));
        }
    }
}
