//! What the cells of a table say: one kind of value a file, each a function from a cell to what it
//! says.
//!
//! None of them knows of sheets or columns: problems carry code, value, expectation and suggestion,
//! and whoever called adds the place.

pub mod category;
mod choice;
pub mod date;
pub mod grade;
pub mod kind;
pub mod legal_form;
pub mod name;
pub mod number;
pub mod paper;
pub mod place;
pub mod presence;
pub mod setting;
pub mod tax_number;
pub mod text;

use lkks::Problem;

/// What one cell says.
#[derive(Clone, Debug, PartialEq)]
pub enum Said<T> {
    /// This.
    Value(T),
    /// This, with something that a person should look at.
    Doubtful(T, Problem),
    /// That there is nothing: an empty cell, `-`, `n/a`.
    Nothing,
    /// Something that is no such value.
    Problem(Problem),
}
