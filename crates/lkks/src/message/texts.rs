//! Texts of explanations: how a verdict is told to a person.

use super::catalogue;

catalogue! {
    /// A piece of an explanation.
    pub enum Text {
        Yes = "yes" { id: "ya", en: "yes" }
        No = "no" { id: "tidak", en: "no" }
        Unknown = "unknown" { id: "tidak diketahui", en: "unknown" }
    }
}
