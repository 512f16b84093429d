//! Joint activities: what member organisations did together, where, and how many people of which
//! category it reached.

use crate::calendar::Date;
use crate::category::Category;
use crate::decode::{Decode, deserialize_by_decode};
use crate::message::Code;
use crate::problem::{Problem, join};
use crate::region::Place;
use serde::Serialize;
use std::collections::BTreeMap;

/// A joint activity.
///
/// ```
/// use lkks::activity::Activity;
/// let activity: Activity = serde_json::from_str(r#"{
///     "id": "A-1", "title": "Bakti sosial", "on": "2024-08-17",
///     "organisations": ["LKS-001", "LKS-002"],
///     "reached": { "anak-telantar": 40, "lanjut-usia-telantar": 25 }
/// }"#).unwrap();
/// assert_eq!(activity.reached_total(), 65);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Activity {
    /// Its identifier in this register, unique.
    pub id: String,
    /// What it was.
    pub title: String,
    /// Its day, or its first.
    pub on: Date,
    /// Its last day, where it took several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub until: Option<Date>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub place: Option<Place>,
    /// The identifiers of the organisations that took part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[decode(default)]
    pub organisations: Vec<String>,
    /// How many people it reached, by category.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[decode(default)]
    pub reached: BTreeMap<Category, u32>,
    /// Where it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub source: Option<String>,
}

deserialize_by_decode!(Activity);

impl Activity {
    /// How many people it reached, of every category.
    ///
    /// ```
    /// let activity: lkks::activity::Activity = serde_json::from_str(r#"{
    ///     "id": "A-1", "title": "Bakti sosial", "on": "2024-08-17",
    ///     "reached": { "pengemis": 3, "pemulung": 4 }
    /// }"#).unwrap();
    /// assert_eq!(activity.reached_total(), 7);
    /// ```
    pub fn reached_total(&self) -> u64 {
        self.reached.values().copied().map(u64::from).sum()
    }

    /// The last day.
    ///
    /// ```
    /// use lkks::calendar::date;
    /// let mut activity: lkks::activity::Activity = serde_json::from_str(r#"{
    ///     "id": "A-1", "title": "Bakti sosial", "on": "2024-08-17", "until": "2024-08-18"
    /// }"#).unwrap();
    /// assert_eq!(activity.last_day(), date(2024, 8, 18)?);
    /// activity.until = None; // it took one day
    /// assert_eq!(activity.last_day(), date(2024, 8, 17)?);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn last_day(&self) -> Date {
        self.until.unwrap_or(self.on)
    }

    /// Collects what is wrong with it; it stands at `path`, such as `activities[2]`.
    ///
    /// ```
    /// let activity: lkks::activity::Activity = serde_json::from_str(r#"{
    ///     "id": "A-1", "title": "Bakti sosial", "on": "2024-08-17", "until": "2024-08-16"
    /// }"#).unwrap();
    /// let mut problems = Vec::new();
    /// activity.problems("activities[2]", &mut problems);
    /// assert_eq!(problems[0].path, "activities[2].until");
    /// ```
    pub fn problems(&self, path: &str, problems: &mut Vec<Problem>) {
        if self.last_day() < self.on {
            problems.push(
                Problem::error(Code::PeriodReversed)
                    .value(format!("{}..{}", self.on, self.last_day()))
                    .at(join(path, "until")),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::from_json;
    use crate::problem::Error;

    fn activity(rest: &str) -> Result<Activity, Error> {
        from_json(&format!(r#"{{ "id": "A-1", "title": "t", "on": "2024-08-17"{rest} }}"#))
    }

    #[test]
    fn every_problem_of_the_counts_is_reported_at_its_key() {
        let reached = r#", "reached": { "anak-terlantar": 4, "pengemis": -1, "pemulung": 2 }"#;
        let error = activity(reached).unwrap_err();
        let found: Vec<_> = error
            .problems()
            .iter()
            .map(|p| (p.path.as_str(), p.code, p.suggestion.as_deref()))
            .collect();
        assert_eq!(
            found,
            [
                ("reached.anak-terlantar", Code::UnknownValue, Some("anak-telantar")),
                ("reached.pengemis", Code::OutOfRange, None),
            ]
        );
        assert_eq!(activity(r#", "reached": [1]"#).unwrap_err().code(), Code::WrongType);
    }

    #[test]
    fn the_total_does_not_overflow() {
        let most = u32::MAX;
        let reached = format!(r#", "reached": {{ "pengemis": {most}, "pemulung": {most} }}"#);
        let total = activity(&reached).map(|activity| activity.reached_total());
        assert_eq!(total, Ok(2 * u64::from(u32::MAX)));
    }

    #[test]
    fn an_activity_cannot_end_before_it_starts() {
        for (until, count) in [("2024-08-16", 1), ("2024-08-17", 0), ("2024-08-18", 0)] {
            let mut problems = Vec::new();
            let read = activity(&format!(r#", "until": "{until}""#));
            if let Ok(activity) = read {
                activity.problems("activities[0]", &mut problems);
            }
            assert_eq!(problems.len(), count, "{until}");
            assert!(problems.iter().all(|p| p.path == "activities[0].until"));
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let json = r#"{"id":"A-1","title":"t","on":"2024-08-17","reached":{"pengemis":3}}"#;
        let read =
            from_json::<Activity>(json).map(|activity| serde_json::to_string(&activity).ok());
        assert_eq!(read, Ok(Some(json.to_owned())));
    }
}
