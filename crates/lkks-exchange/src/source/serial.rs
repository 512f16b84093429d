//! Days and times as spreadsheets count them: days since an epoch, with the time as a fraction.

use crate::workbook::Epoch;
use lkks::Date;
use lkks::calendar::date;

/// What a number of days means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moment {
    /// A day, without a time or at midnight.
    Day(Date),
    /// A day and the seconds since its midnight.
    At(Date, u32),
}

const SECONDS: f64 = 86_400.0;

/// The moment that is this number of days after the epoch, to the second; none for a time without a
/// day, for 29 February 1900, and outside of what spreadsheets can say.
pub(crate) fn moment(serial: f64, epoch: Epoch) -> Option<Moment> {
    if !(0.0..3_000_000.0).contains(&serial) {
        return None;
    }
    // In whole seconds, so that the last millisecond of a day is the next day.
    #[expect(clippy::cast_possible_truncation, reason = "at most 3,000,000 days")]
    let seconds = (serial * SECONDS).round() as i64;
    let (days, second) = (seconds / 86_400, u32::try_from(seconds % 86_400).ok()?);
    let day = match (epoch, days) {
        (Epoch::Of1900, 0 | 60) => return None,
        (Epoch::Of1900, 1..60) => date(1899, 12, 31).ok()?.plus_days(days).ok()?,
        (Epoch::Of1900, _) => date(1899, 12, 30).ok()?.plus_days(days).ok()?,
        (Epoch::Of1904, _) => date(1904, 1, 1).ok()?.plus_days(days).ok()?,
    };
    Some(if second == 0 { Moment::Day(day) } else { Moment::At(day, second) })
}

/// A day and a time as ISO 8601 writes them.
pub(crate) fn iso(day: Date, second: u32) -> String {
    format!("{day}T{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60)
}

/// The moment that a text in ISO 8601 names, if it is a day with or without a time of midnight.
pub(crate) fn iso_day(text: &str) -> Option<Date> {
    let (day, time) = text.split_once('T').unwrap_or((text, ""));
    let midnight = time.trim_end_matches('Z').chars().all(|c| matches!(c, '0' | ':' | '.'));
    midnight.then(|| day.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(serial: f64, epoch: Epoch) -> String {
        match moment(serial, epoch) {
            Some(Moment::Day(day)) => day.to_string(),
            Some(Moment::At(day, second)) => iso(day, second),
            None => "none".to_owned(),
        }
    }

    #[test]
    fn days_are_counted_as_spreadsheets_count_them() {
        for (serial, expected) in [
            (1.0, "1900-01-01"),
            (59.0, "1900-02-28"),
            (60.0, "none"),
            (61.0, "1900-03-01"),
            (45_432.0, "2024-05-20"),
            (45_432.5, "2024-05-20T12:00:00"),
            (45_431.999_999_99, "2024-05-20"),
            (2_958_465.0, "9999-12-31"),
            (2_958_466.0, "none"),
            (0.0, "none"),
            (0.5, "none"),
            (-1.0, "none"),
            (f64::NAN, "none"),
            (f64::INFINITY, "none"),
        ] {
            assert_eq!(shown(serial, Epoch::Of1900), expected, "{serial}");
        }
        assert_eq!(shown(0.0, Epoch::Of1904), "1904-01-01");
        assert_eq!(shown(43_970.0, Epoch::Of1904), "2024-05-20");
    }

    #[test]
    fn a_text_is_a_day_only_at_midnight() {
        let day = "2024-05-20".parse().ok();
        for text in ["2024-05-20", "2024-05-20T00:00:00", "2024-05-20T00:00:00.000Z"] {
            assert_eq!(iso_day(text), day, "{text}");
        }
        for text in ["2024-05-20T10:00:00", "2024-02-30", "20 Mei 2024", ""] {
            assert_eq!(iso_day(text), None, "{text}");
        }
    }
}
