//! The rule book: dated, cited rules as data.
//!
//! A [`Pack`] is one version of one regulation, written in TOML (or JSON of the same shape). A
//! [`RuleBook`] holds packs, knows which version is in force on a day, and can be checked
//! ([`RuleBook::lint`]) and compared ([`RuleBook::compare`]). Rules are data all the way: nothing
//! in this module knows what a regulation says.

mod book;
pub(crate) mod candidates;
mod check;
mod cite;
mod compare;
mod compile;
mod condition;
mod describe;
mod load;
pub mod pack;
pub mod plan;
mod truth;

pub use book::RuleBook;
pub use cite::{Certainty, Citation};
pub(crate) use compare::compare_plans;
pub use compare::{Change, ChangeKind, Comparison as PackComparison};
pub use condition::{Comparison, Condition};
pub(crate) use describe::duration as describe_duration;
pub use pack::{Gate, Pack, PackStatus, Subject};
pub use plan::{Margin, MarginUnit, Plan};
