//! Dates among other things: in the number of a paper, behind a grade.
//!
//! Numbers of papers are full of what could be dates (`460/12/2021`, `12/VII/2019`, `Tahun 2016`).
//! Here a date is taken for one only where it stands for itself: with a word before it, or with its
//! day or the name of its month and nothing joined to it.

use super::scan::{Kind, Text, Written};
use super::words;
use lkks::problem::Severity;
use std::ops::Range;

/// What a date stands among.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Among {
    /// Numbers of papers, which have years and strokes of their own.
    Numbers,
    /// Words, where every number is a date.
    Words,
}

/// A date and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// Its pieces, with the words before it.
    pub(crate) pieces: Range<usize>,
    pub(crate) written: Written,
    /// Whether it is a last day: `s/d 2027`.
    pub(crate) is_until: bool,
    /// Whether a word says that it is a date.
    pub(crate) is_told: bool,
    pub(crate) weekday: Option<i64>,
    /// How sure it is that it is one.
    pub(crate) severity: Option<Severity>,
}

/// The first date from this piece on, with a word before it or not.
pub(crate) fn find(text: &Text<'_>, from: usize, among: Among, told_only: bool) -> Option<Found> {
    (from..text.tokens.len()).find_map(|place| {
        let found = at(text, place, among)?;
        (found.is_told || !told_only).then_some(found)
    })
}

/// A period and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct FoundPeriod {
    /// Its pieces, with the words before it.
    pub(crate) pieces: Range<usize>,
    pub(crate) first: Written,
    pub(crate) last: Written,
}

/// The first of two dates among words with only a stroke or `s/d` between them: `2022-2027`.
pub(crate) fn find_period(text: &Text<'_>) -> Option<FoundPeriod> {
    (0..text.tokens.len()).filter(|place| text.may_start_date(*place)).find_map(|place| {
        let mut next = place;
        while let Some(behind) = text.lead(next) {
            next = behind;
        }
        let (first, next) = text.date(next)?;
        let next = match text.until(next) {
            Some(next) => next,
            None => Some(text.skip(next, &['-', '–', '—'])).filter(|behind| *behind > next)?,
        };
        let (last, end) = text.date(text.lead(next).unwrap_or(next))?;
        let is_whole =
            !is_joined_behind(text, end) && joined_before(text, place).is_none_or(is_mark);
        is_whole.then_some(FoundPeriod { pieces: place..end, first, last })
    })
}

/// Whether a sign parts a date from what stands before it.
fn is_mark(sign: char) -> bool {
    matches!(sign, '(' | ',' | ';' | ':' | '/')
}

fn at(text: &Text<'_>, place: usize, among: Among) -> Option<Found> {
    if among == Among::Numbers && is_code(text, place) {
        return None;
    }
    if !text.may_start_date(place) {
        return None;
    }
    let (mut next, mut is_until, mut is_told, mut weekday) = (place, false, false, None);
    loop {
        if let Some(behind) = text.until(next) {
            (next, is_until, is_told) = (behind, true, true);
        } else if let Some(behind) = text.lead(next) {
            // `Tahun 2016` is part of a number.
            is_told |= !text.word(next).is_some_and(words::is_year);
            next = behind;
        } else if let Some((day, behind)) = text.weekday(next).filter(|(_, b)| *b > next) {
            (next, weekday) = (behind, Some(day));
        } else {
            break;
        }
    }
    let (written, end) = text.date(next)?;
    let mut found =
        Found { pieces: place..end, written, is_until, is_told, weekday, severity: None };
    if is_joined_behind(text, end) {
        return None;
    }
    if found.is_told {
        return Some(found);
    }
    let is_sure = match among {
        Among::Words => !written.is_doubtful,
        Among::Numbers => is_date_by_form(text, &written, next),
    };
    if !is_sure {
        return None;
    }
    let is_number = |place: usize| text.is_number(next.wrapping_sub(place));
    match (joined_before(text, next), among) {
        // `No. 12 Maret 2010`: is 12 a day or a number?
        (None, Among::Numbers) if is_number(1) => found.severity = Some(Severity::Warning),
        (None | Some('(' | ',' | ';'), _) => {}
        (Some('/' | '-'), Among::Words) if !is_number(2) => {}
        (Some('/'), Among::Numbers) if is_number(2) && is_apart(text, next) => {
            found.severity = Some(Severity::Warning);
        }
        _ => return None,
    }
    Some(found)
}

/// Whether a word belongs to the number before it: `12/PER`, `12/TH`, and not `12/tgl`, `12/s.d.`.
fn is_code(text: &Text<'_>, place: usize) -> bool {
    matches!(joined_before(text, place), Some('/' | '-' | '.'))
        && text.word(place).is_some_and(|word| {
            !words::is_date_word(word) && !matches!(word, "s" | "S") && words::month(word).is_none()
        })
}

/// Whether a date is one by its form alone, among numbers: with a day or the name of a month, and
/// not behind `No.`.
fn is_date_by_form(text: &Text<'_>, written: &Written, place: usize) -> bool {
    let is_named = (place..place + 3)
        .filter_map(|place| text.word(place))
        .any(|word| words::month(word).is_some());
    let is_parted_by_blanks = text.is_number(place + 1);
    !written.is_doubtful
        && (is_named || (written.is_numeric && written.day.is_some() && !is_parted_by_blanks))
        && !text.word(before_dot(text, place)).is_some_and(words::is_number_word)
}

/// The piece before this one, or the one before its dot: `No. 12`.
fn before_dot(text: &Text<'_>, place: usize) -> usize {
    match text.at(place.wrapping_sub(1)) {
        Some(Kind::Mark('.' | ':')) => place.wrapping_sub(2),
        _ => place.wrapping_sub(1),
    }
}

/// The mark or letter that stands right before a piece, without a blank.
fn joined_before(text: &Text<'_>, place: usize) -> Option<char> {
    let piece = text.tokens.get(place)?;
    let before = text.tokens.get(place.checked_sub(1)?)?;
    let joined = text.text.get(before.start..before.end).filter(|_| before.end == piece.start)?;
    joined.chars().next_back()
}

/// Whether more of a number follows without a blank.
fn is_joined_behind(text: &Text<'_>, end: usize) -> bool {
    let ends_at = |place: usize| text.tokens.get(place).map(|piece| piece.end);
    let starts_at = |place: usize| text.tokens.get(place).map(|piece| piece.start);
    let Some(last) = end.checked_sub(1).and_then(ends_at) else { return false };
    match text.at(end) {
        Some(Kind::Mark('/' | '-' | '.')) => {
            starts_at(end) == Some(last) && starts_at(end + 1) == ends_at(end)
        }
        Some(Kind::Number(..) | Kind::Word) => starts_at(end) == Some(last),
        _ => false,
    }
}

/// Whether the date at this piece, joined by a stroke to a plain number, has other marks itself:
/// `12/3-3-2010`.
fn is_apart(text: &Text<'_>, place: usize) -> bool {
    text.at(place + 1) != Some(Kind::Mark('/'))
        && joined_before(text, place.wrapping_sub(2)).is_none()
}

#[cfg(test)]
mod tests {
    use super::super::tokens;
    use super::*;

    fn found(text: &str, among: Among) -> Option<(String, bool)> {
        let pieces = tokens(text);
        let pieces = Text { text, tokens: &pieces };
        let found = find(&pieces, 0, among, false)?;
        let start = pieces.tokens.get(found.pieces.start)?.start;
        let end = pieces.tokens.get(found.pieces.end - 1)?.end;
        Some((text.get(start..end)?.to_owned(), found.is_until))
    }

    #[test]
    fn a_date_among_numbers_stands_for_itself() {
        for (text, expected) in [
            ("No. 12 tgl 3 Maret 2010", "tgl 3 Maret 2010"),
            ("12 / 3-3-2010", "3-3-2010"),
            ("12/3-3-2010", "3-3-2010"),
            ("12/03 Maret 2010", "03 Maret 2010"),
            ("AHU-0012345.AH.01.04.Tahun 2016, 05-01-2016", "05-01-2016"),
            ("460/123 tgl 5/6/2021", "tgl 5/6/2021"),
            ("460/123 (5/6/2021)", "5/6/2021"),
            ("466.3/0123/STP/2021 s/d 5 Juni 2026", "s/d 5 Juni 2026"),
            ("466/2021 s.d. 2026", "s.d. 2026"),
            ("No 5, Maret 2010", "Maret 2010"),
            ("No 5 tanggal 12-VII-2019", "tanggal 12-VII-2019"),
            ("12/3/2021", "12/3/2021"),
            ("1/TH tgl 1 Maret 2001", "tgl 1 Maret 2001"),
            ("1/SD 1 Maret 2001", "1 Maret 2001"),
            ("12/tgl 1 Maret 2001", "tgl 1 Maret 2001"),
        ] {
            let (piece, is_until) = found(text, Among::Numbers).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(piece, expected, "{text}");
            assert_eq!(is_until, piece.starts_with('s'), "{text}");
        }
    }

    #[test]
    fn what_belongs_to_a_number_is_no_date() {
        for text in [
            "460/123/2021",
            "460/12/2021",
            "460/12/VII/2019",
            "AHU-0012345.AH.01.04.Tahun 2016",
            "No. 12 Tahun 2010",
            "No. 12/2021",
            "No. 12/3/2021",
            "12/VII/2019",
            "12/TH 2019",
            "12/SD 2019",
            "12/PER 2019",
            "5/6/2021/STP",
            "466.3/12.3.2021",
            "20210345",
            "12 3 2010",
            "2021-05",
            "12",
        ] {
            assert_eq!(found(text, Among::Numbers), None, "{text}");
        }
    }

    #[test]
    fn among_words_a_year_is_a_date() {
        for (text, expected) in [
            ("B (2021)", "2021"),
            ("Terakreditasi B tahun 2021", "tahun 2021"),
            ("B / 12-07-2021", "12-07-2021"),
            ("B/2021", "2021"),
            ("B, Juli 2021", "Juli 2021"),
        ] {
            let piece = found(text, Among::Words).map(|(piece, _)| piece);
            assert_eq!(piece.as_deref(), Some(expected), "{text}");
        }
    }
}
