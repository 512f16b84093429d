//! # lkks-exchange
//!
//! Foreign formats in and out of an [`lkks::Register`]. What is read is right or pointed at: every
//! problem of a text is reported in one pass with its row and column, and nothing is dropped
//! silently. What a format cannot hold is listed when it is written.
//!
//! Text in, values out: no file is opened here, so that the same code runs in a browser.
//!
//! ```
//! use lkks_exchange::{CsvOptions, read_csv, write_csv};
//! let text = "# name,LKKS Contoh\n# region,33.75\nid,name,founded\nLKS-001,Yayasan Contoh,2010-03-03\n";
//! let register = read_csv(text, &CsvOptions::default())?;
//! assert_eq!(register.data().organisations[0].name, "Yayasan Contoh");
//!
//! let (written, lost) = write_csv(&register);
//! assert_eq!(read_csv(&written, &CsvOptions::default())?, register);
//! assert!(lost.is_empty());
//! # Ok::<(), lkks::Error>(())
//! ```

pub mod csv;
pub mod data_package;
mod duplicates;
pub mod hsds;
pub mod ical;
mod identity;
pub mod json_ld;
mod lost;
mod options;
mod parallel;
#[cfg(feature = "picture")]
mod picture;
pub mod popolo;
mod read;
mod reading;
mod rest;
pub mod source;
mod standard;
pub mod table;
pub mod value;
mod words;
pub mod workbook;
mod write;
pub mod xlsx;

pub use crate::csv::{CsvOptions, read_csv, write_csv};
pub use crate::data_package::{PackageFile, write_data_package, zip_data_package};
pub use crate::duplicates::{Duplicate, duplicates};
pub use crate::hsds::{read_hsds, write_hsds};
pub use crate::ical::{IcalOptions, write_ical};
pub use crate::json_ld::write_json_ld;
#[cfg(feature = "picture")]
pub use crate::picture::Picture;
pub use crate::popolo::{read_popolo, write_popolo};
pub use crate::read::{ReadOptions, read, read_workbook};
pub use crate::reading::Reading;
pub use crate::standard::StandardOptions;
pub use crate::table::fate::Fate;
pub use crate::table::field::{Field, NoField};
pub use crate::table::mapping::{MappedColumn, Mapping};
pub use crate::value::date::Incomplete;
pub use crate::write::{Form, WriteOptions, Written, template, write};
pub use crate::xlsx::{TemplateOptions, XlsxOptions, is_own_sheet, write_template, write_xlsx};
