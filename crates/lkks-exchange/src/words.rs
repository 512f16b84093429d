//! Words that several writers share, from the catalogue.

use lkks::calendar::{Duration, Unit};
use lkks::message::Text;
use lkks::rules::{Certainty, Subject};
use lkks::{Date, Lang};

/// A day in words: `24 November 2026`.
pub(crate) fn day(day: Date, lang: Lang) -> String {
    let written = day.to_string();
    let mut parts = written.split('-');
    let year = parts.next().unwrap_or_default();
    let month: usize = parts.next().and_then(|month| month.parse().ok()).unwrap_or(1);
    let day = parts.next().unwrap_or_default().trim_start_matches('0');
    let names = Text::MonthNames.template(lang);
    let month = names.split(' ').nth(month.saturating_sub(1)).unwrap_or_default();
    let year = year.trim_start_matches('0');
    Text::DayOfMonth.text(lang, &[("day", day), ("month", month), ("year", year)])
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
    use lkks::calendar::date;

    #[test]
    fn a_day_is_told_as_the_core_tells_it() {
        let spring = date(2027, 3, 5).unwrap();
        assert_eq!(day(spring, Lang::Id), "5 Maret 2027");
        assert_eq!(day(spring, Lang::En), "5 March 2027");
        assert_eq!(day(date(33, 12, 31).unwrap(), Lang::En), "31 December 33");
    }
}
