//! A date as it is written: numbers, names of months and what parts them, before anyone asks
//! whether there is such a day.

use super::words;

/// Longer texts hold no date and no number of a paper that anyone wrote into a cell.
pub(crate) const MOST_BYTES: usize = 400;

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    /// Where it stands, in bytes.
    pub(crate) start: usize,
    pub(crate) end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A number and how many digits it has; a long one is as large as it can be.
    Number(u32, usize),
    Word,
    Mark(char),
}

/// The pieces of a text; blanks part them and are none.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(12);
    let mut characters = text.char_indices().peekable();
    while let Some((start, c)) = characters.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        let kind = if let Some(digit) = c.to_digit(10) {
            let (mut value, mut count) = (digit, 1);
            while let Some((at, next)) = characters.peek().copied() {
                let Some(digit) = next.to_digit(10) else { break };
                value = value.saturating_mul(10).saturating_add(digit);
                count += 1;
                end = at + next.len_utf8();
                characters.next();
            }
            Kind::Number(value, count)
        } else if c.is_alphabetic() {
            while let Some((at, next)) = characters.peek().copied() {
                if !next.is_alphabetic() && !matches!(next, '\'' | '’' | '`') {
                    break;
                }
                end = at + next.len_utf8();
                characters.next();
            }
            Kind::Word
        } else {
            Kind::Mark(c)
        };
        tokens.push(Token { kind, start, end });
    }
    tokens
}

/// A date as written, with the day and the month as far as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) year: u32,
    /// Two where the century is left out.
    pub(crate) year_digits: usize,
    pub(crate) month: Option<u32>,
    pub(crate) day: Option<u32>,
    /// Whether all is digits, so that day and month may be exchanged.
    pub(crate) is_numeric: bool,
    /// Whether something in it was taken for what it probably is.
    pub(crate) is_doubtful: bool,
}

impl Written {
    const fn year((year, year_digits): (u32, usize)) -> Self {
        Self { year, year_digits, month: None, day: None, is_numeric: true, is_doubtful: false }
    }

    const fn with(self, month: u32, day: Option<u32>) -> Self {
        Self { month: Some(month), day, ..self }
    }
}

/// The pieces of one text, and the questions that its grammar asks.
#[derive(Clone, Copy)]
pub(crate) struct Text<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
}

impl<'a> Text<'a> {
    pub(crate) fn at(&self, place: usize) -> Option<Kind> {
        self.tokens.get(place).map(|token| token.kind)
    }

    pub(crate) fn word(&self, place: usize) -> Option<&'a str> {
        let token = self.tokens.get(place).filter(|token| token.kind == Kind::Word)?;
        self.text.get(token.start..token.end)
    }

    fn number(&self, place: usize) -> Option<(u32, usize)> {
        match self.at(place) {
            Some(Kind::Number(value, digits)) => Some((value, digits)),
            _ => None,
        }
    }

    /// Whether a number stands at this piece.
    pub(crate) fn is_number(&self, place: usize) -> bool {
        self.number(place).is_some()
    }

    /// A number of one or two digits.
    fn short(&self, place: usize) -> Option<u32> {
        self.number(place).filter(|(_, digits)| *digits <= 2).map(|(value, _)| value)
    }

    /// A number of four digits, or two.
    fn a_year(&self, place: usize) -> Option<(u32, usize)> {
        self.number(place).filter(|(_, digits)| matches!(digits, 2 | 4))
    }

    fn is_mark(&self, place: usize, marks: &[char]) -> bool {
        matches!(self.at(place), Some(Kind::Mark(mark)) if marks.contains(&mark))
    }

    fn is_one_of(&self, place: usize, words: &[&str]) -> bool {
        self.word(place)
            .is_some_and(|word| words.iter().any(|known| word.eq_ignore_ascii_case(known)))
    }

    /// The place behind any of these marks, or the same place.
    pub(crate) fn skip(&self, place: usize, marks: &[char]) -> usize {
        if self.is_mark(place, marks) { place + 1 } else { place }
    }

    /// Whether a date, or a word before one, may start at this piece: a number has to follow soon.
    pub(crate) fn may_start_date(&self, place: usize) -> bool {
        !matches!(self.at(place), None | Some(Kind::Mark(_)))
            && (place..place + MOST_BEFORE).any(|place| self.is_number(place))
    }

    /// The date that starts at this piece, and the place behind it.
    pub(crate) fn date(&self, place: usize) -> Option<(Written, usize)> {
        self.day_of_named_month(place)
            .or_else(|| self.named_month(place))
            .or_else(|| self.year_first(place))
            .or_else(|| self.three_numbers(place))
            .or_else(|| self.two_numbers(place))
            .or_else(|| self.one_number(place))
    }

    /// `12 Juli 2019`, `12-Jul-19`, `12th of July, 2019`.
    fn day_of_named_month(&self, place: usize) -> Option<(Written, usize)> {
        let day = self.short(place)?;
        let mut next = place + 1;
        if self.is_one_of(next, &["st", "nd", "rd", "th"]) {
            next += 1;
        }
        if self.is_one_of(next, &["of"]) {
            next += 1;
        }
        next = self.skip(next, PARTING);
        let word = self.word(next)?;
        next = self.skip(self.skip(next + 1, &['.']), PARTING);
        // The month is looked up last: a word is compared with many.
        let year = self.a_year(next)?;
        Some((named(year, words::month(word)?, Some(day)), next + 1))
    }

    /// `Juli 2019`, `Jul-19`, `July 12, 2019`.
    fn named_month(&self, place: usize) -> Option<(Written, usize)> {
        let word = self.word(place)?;
        let next = self.skip(self.skip(place + 1, &['.']), PARTING);
        self.number(next)?;
        let month = words::month(word)?;
        if let Some(day) = self.short(next) {
            let behind = self.skip(next + 1, &[',']);
            if let Some((year, 4)) = self.number(behind) {
                return Some((named((year, 4), month, Some(day)), behind + 1));
            }
        }
        let (year, digits) = self.a_year(next)?;
        let mut written = named((year, digits), month, None);
        // The number of a year without its century could be that of a day.
        written.is_doubtful |= digits == 2;
        Some((written, next + 1))
    }

    /// `2019-07-12`, `2019/07`, `2019 Juli 12`.
    fn year_first(&self, place: usize) -> Option<(Written, usize)> {
        let year = self.number(place).filter(|(_, digits)| *digits == 4)?;
        let second = self.skip(place + 1, PARTING);
        let third = self.skip(second + 1, PARTING);
        if let (Some(word), Some(day)) = (self.word(second), self.short(third))
            && let Some(month) = words::month(word)
        {
            return Some((named(year, month, Some(day)), third + 1));
        }
        let (parting, second) = self.parting(place + 1)?;
        let month = self.short(second)?;
        if let Some((again, third)) = self.parting(second + 1)
            && let Some(day) = self.short(third).filter(|_| again == parting)
        {
            return Some((Written::year(year).with(month, Some(day)), third + 1));
        }
        // Two years are no year and month, nor are a year and an hour.
        let is_month = matches!(parting, Some('-' | '/')) && !self.is_mark(second + 1, &[':']);
        is_month.then_some((Written::year(year).with(month, None), second + 1))
    }

    /// `12-07-2019`, `12/7/19`, `12.07.2019`, `12 07 2019`, `12-VII-2019`.
    fn three_numbers(&self, place: usize) -> Option<(Written, usize)> {
        let day = self.short(place)?;
        let (parting, second) = self.parting(place + 1)?;
        let (month, is_numeric) = match self.short(second) {
            Some(month) => (month, true),
            None => (words::roman_month(self.word(second)?)?, false),
        };
        let (again, third) = self.parting(second + 1)?;
        let year = self.a_year(third).filter(|_| again == parting)?;
        let written = Written { is_numeric, ..Written::year(year).with(month, Some(day)) };
        Some((written, third + 1))
    }

    /// `07/2019`.
    fn two_numbers(&self, place: usize) -> Option<(Written, usize)> {
        let month = self.short(place)?;
        let (_, second) = self.parting(place + 1)?;
        let year = self.number(second).filter(|(_, digits)| *digits == 4)?;
        Some((Written::year(year).with(month, None), second + 1))
    }

    /// `2019`, `20190712`, `12072019`.
    fn one_number(&self, place: usize) -> Option<(Written, usize)> {
        let (number, digits) = self.number(place)?;
        let written = match digits {
            4 => Written::year((number, 4)),
            8 => in_one(number)?,
            _ => return None,
        };
        Some((written, place + 1))
    }

    /// What parts two numbers of a date, a mark or only blanks, and the place behind it.
    fn parting(&self, place: usize) -> Option<(Option<char>, usize)> {
        match self.at(place)? {
            Kind::Mark('–' | '‑' | '−') => Some((Some('-'), place + 1)),
            Kind::Mark(mark @ ('-' | '/' | '.')) => Some((Some(mark), place + 1)),
            Kind::Number(..) => Some((None, place)),
            Kind::Mark(_) | Kind::Word => None,
        }
    }

    /// The place behind a time of day at this piece, and whether it is another than midnight.
    pub(crate) fn time(&self, place: usize) -> Option<(usize, bool)> {
        let mut next = self.skip(place, &[',']);
        if self.is_one_of(next, &["t", "pukul", "pkl", "jam"]) {
            next = self.skip(next + 1, &['.']);
        }
        let hour = self.short(next).filter(|hour| *hour < 24)?;
        let mut is_told = hour > 0;
        let mut parts = 0;
        next += 1;
        while self.is_mark(next, &[':', '.']) && self.number(next + 1).is_some() && parts < 3 {
            is_told |= self.number(next + 1).is_some_and(|(value, _)| value > 0);
            next += 2;
            parts += 1;
        }
        if parts == 0 {
            return None;
        }
        if self.is_mark(next, &['+', '-']) && self.short(next + 1).is_some() {
            next += 2;
            if self.is_mark(next, &[':']) && self.short(next + 1).is_some() {
                next += 2;
            }
        }
        if self.is_one_of(next, &["z", "wib", "wita", "wit", "utc", "am", "pm"]) {
            next += 1;
        }
        Some((next, is_told))
    }

    /// The place behind `s.d.`, `s/d`, `sampai dengan`, `hingga` at this piece.
    pub(crate) fn until(&self, place: usize) -> Option<usize> {
        let word = self.word(place)?;
        let parted = matches!(word, "s" | "S")
            && self.is_mark(place + 1, &['.', '/', '-', '\\'])
            && self.word(place + 2).is_some_and(|word| matches!(word, "d" | "D"));
        if parted {
            return Some(self.skip(self.skip(place + 3, &['.']), &[':']));
        }
        if !words::is_until(word) {
            return None;
        }
        let mut next = self.skip(place + 1, &['.']);
        while self.word(next).is_some_and(words::ends_until) {
            next = self.skip(next + 1, &['.']);
        }
        Some(self.skip(next, &[':']))
    }

    /// The place behind a word at this piece that adds nothing to the date behind it.
    pub(crate) fn lead(&self, place: usize) -> Option<usize> {
        self.word(place).filter(|word| words::is_lead(word))?;
        Some(self.skip(self.skip(place + 1, &['.']), &[':']))
    }

    /// The day of the week at this piece, and the place behind it.
    pub(crate) fn weekday(&self, place: usize) -> Option<(i64, usize)> {
        let day = words::weekday(self.word(place)?)?;
        Some((day, self.skip(self.skip(place + 1, &['.']), &[',', '/'])))
    }

    /// A place and the comma behind it at this piece: words without numbers. The place behind it.
    pub(crate) fn town(&self, place: usize) -> Option<usize> {
        self.word(place)?;
        let mut next = place + 1;
        while self.word(next).is_some() || self.is_mark(next, &['.', '-']) {
            next += 1;
        }
        self.is_mark(next, &[',']).then_some(next + 1)
    }
}

/// More pieces than this stand before no date: `masa berlaku s.d. tgl. 12`.
const MOST_BEFORE: usize = 14;

/// What may stand between a day, a month by name and a year.
const PARTING: &[char] = &['-', '/', '.', ',', '–'];

const fn named(year: (u32, usize), month: words::MonthName, day: Option<u32>) -> Written {
    Written {
        is_numeric: false,
        is_doubtful: month.is_slip,
        ..Written::year(year).with(month.number, day)
    }
}

/// A date in eight digits: the year first where that makes a date, last otherwise.
fn in_one(number: u32) -> Option<Written> {
    let is_day = |year: u32, month: u32, day: u32| {
        (1800..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day)
    };
    let (year, month, day) = [
        (number / 10_000, number / 100 % 100, number % 100),
        (number % 10_000, number / 10_000 % 100, number / 1_000_000),
    ]
    .into_iter()
    .find(|(year, month, day)| is_day(*year, *month, *day))?;
    let written = Written::year((year, 4)).with(month, Some(day));
    Some(Written { is_doubtful: true, ..written })
}
