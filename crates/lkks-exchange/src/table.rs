//! Tables of organisations as people keep them: finding the headings, knowing what each column
//! holds, and making a register of the rows, with every doubt pointed at.

pub mod field;
mod heading;
mod layout;
pub mod mapping;
mod merged;
