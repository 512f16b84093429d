//! Tables of organisations as people keep them: finding the headings, knowing what each column
//! holds, and making a register of the rows, with every doubt pointed at.

mod body;
mod day_order;
mod ditto;
pub(crate) mod fate;
pub mod field;
mod heading;
mod layout;
mod lines;
pub mod mapping;
mod merged;
mod origin;
mod papers;
mod plan;
pub(crate) mod report;
mod rows;
mod slot;
mod sums;
pub(crate) mod tables;
mod totals;
