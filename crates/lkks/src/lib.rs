//! lkks: registers of Indonesian social welfare coordinating bodies, assessed as of any date.
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod activity;
pub mod body;
pub mod calendar;
pub mod case;
pub mod category;
pub mod decimal;
mod decode;
pub mod known_date;
pub mod message;
pub mod problem;
pub mod region;
pub mod term;

pub use calendar::{Date, Period};
pub use decimal::Decimal;
pub use problem::{Error, Problem};
