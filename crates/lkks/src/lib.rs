//! # lkks
//!
//! In every Indonesian city an LKKS (lembaga koordinasi kesejahteraan sosial) coordinates the social
//! organisations. This crate models what it keeps on record, holds the ministerial rules as dated,
//! cited data, and answers, as of any date: who is a member, who may apply, who is accredited and
//! until when, exactly which conditions fail and under which article, what would mend it, whether
//! the board's term is in order, and which needs nobody serves.
//!
//! ```
//! use lkks::calendar::date;
//! use lkks::message::Lang;
//! use lkks::{Register, RuleBook};
//!
//! let register = Register::from_json(r#"{
//!     "body": { "name": "LKKS Contoh", "level": "regency", "region": "33.75" },
//!     "organisations": [{
//!         "id": "LKS-001",
//!         "name": "Yayasan Contoh",
//!         "accreditations": [{ "decided": "2021-04-09", "grade": "B" }]
//!     }]
//! }"#)?;
//! let assessment = register.assess(&RuleBook::indonesia(), date(2024, 4, 8)?)?;
//! let verdict = assessment.verdict("LKS-001")?;
//! assert_eq!(verdict.accreditation.standing.days_left, Some(1));
//! println!("{}", verdict.explain(Lang::En));
//! # Ok::<(), lkks::Error>(())
//! ```
//!
//! Everything is a pure function of (register, rule book, date): no clock is read and no file is
//! opened here. Reading never stops at the first problem ([`Error`] holds them all), and missing
//! evidence is unknown, never no.

pub mod activity;
pub mod assess;
pub mod body;
pub mod calendar;
mod canonical;
pub mod case;
pub mod category;
#[cfg(feature = "columns")]
pub mod columns;
pub mod decimal;
mod decode;
pub mod facts;
pub mod known_date;
pub mod message;
mod order;
pub mod organisation;
pub mod problem;
pub mod region;
pub mod register;
pub mod rules;
pub mod term;

pub use assess::{Assessment, Verdict, recompute_receipt, simulate, verify_receipt};
pub use calendar::{Date, Period};
pub use canonical::canonical_json;
pub use decimal::Decimal;
pub use message::Lang;
pub use problem::{Error, Problem};
pub use register::{Register, RegisterData};
pub use rules::RuleBook;

/// The version of this library.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
