//! Words that several writers share, from the catalogue.

use lkks::Lang;
use lkks::calendar::{Duration, Unit};
use lkks::known_date::KnownDate;
use lkks::message::Text;
use lkks::rules::{Certainty, Subject};

/// A date in words as far as it is known: `24 November 2026`, `November 2026`, `2026`.
pub(crate) fn date(date: impl Into<KnownDate>, lang: Lang) -> String {
    let written = date.into().to_string();
    let mut parts = written.split('-');
    let year = parts.next().unwrap_or_default().trim_start_matches('0');
    let Some(month) = parts.next().and_then(|month| month.parse::<usize>().ok()) else {
        return year.to_owned();
    };
    let names = Text::MonthNames.template(lang);
    let month = names.split(' ').nth(month.saturating_sub(1)).unwrap_or_default();
    match parts.next() {
        None => format!("{month} {year}"),
        Some(day) => {
            let day = day.trim_start_matches('0');
            Text::DayOfMonth.text(lang, &[("day", day), ("month", month), ("year", year)])
        }
    }
}

/// A length of time: `5 tahun`.
pub(crate) fn length(length: Duration, lang: Lang) -> String {
    let text = match (length.unit, length.count) {
        (Unit::Years, 1) => Text::OneYear,
        (Unit::Years, _) => Text::Years,
        (Unit::Months, 1) => Text::OneMonth,
        (Unit::Months, _) => Text::Months,
        (Unit::Days, 1) => Text::OneDay,
        (Unit::Days, _) => Text::Days,
        (Unit::WorkingDays, 1) => Text::OneWorkingDay,
        (Unit::WorkingDays, _) => Text::WorkingDays,
    };
    text.text(lang, &[("count", &length.count.to_string())])
}

/// What is decided about.
pub(crate) const fn subject(subject: Subject, lang: Lang) -> &'static str {
    let text = match subject {
        Subject::Registration => Text::SubjectRegistration,
        Subject::OperatingPermit => Text::SubjectOperatingPermit,
        Subject::Accreditation => Text::SubjectAccreditation,
        Subject::Statutes => Text::SubjectStatutes,
    };
    text.template(lang)
}

/// How sure a figure is.
pub(crate) const fn certainty(certainty: Certainty, lang: Lang) -> &'static str {
    let text = match certainty {
        Certainty::Confirmed => Text::CertaintyConfirmed,
        Certainty::Reported => Text::CertaintyReported,
        Certainty::Assumed => Text::CertaintyAssumed,
    };
    text.template(lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_told_as_the_core_tells_it() {
        let told = |text: &str, lang| date(text.parse::<KnownDate>().unwrap(), lang);
        assert_eq!(told("2027-03-05", Lang::Id), "5 Maret 2027");
        assert_eq!(told("2027-03-05", Lang::En), "5 March 2027");
        assert_eq!(told("0033-12", Lang::En), "December 33");
        assert_eq!(told("2027", Lang::Id), "2027");
    }
}
