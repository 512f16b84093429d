//! What came of reading a file: the register that was understood, and everything there is to tell.

use crate::table::fate::{Fate, Fates};
use crate::table::mapping::Mapping;
use crate::workbook::Workbook;
use lkks::problem::Severity;
use lkks::{Error, Problem, Register};
use serde_json::json;
use std::sync::Arc;

/// What came of reading a file.
///
/// ```
/// use lkks_exchange::{ReadOptions, read};
/// let table = "LKS KOTA PEKALONGAN\nNo;Nama LKS;Kecamatan;Akreditasi\n1;Yayasan Contoh;Pekalongan Utara;Baik sekale\n";
/// let reading = read(table.as_bytes(), &ReadOptions::default())?;
/// let register = reading.register().unwrap();
/// assert_eq!(register.data().body.name, "LKKS Kota Pekalongan");
/// assert_eq!(register.data().organisations[0].place.as_ref().unwrap().region.as_str(), "33.75.03");
/// assert!(reading.into_register().is_err()); // the grade is not understood
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Reading {
    pub(crate) register: Option<Register>,
    // INVARIANT: in the order of sheets, rows and columns.
    pub(crate) problems: Vec<Problem>,
    pub(crate) mapping: Mapping,
    /// What was read, for showing it.
    pub(crate) workbook: Arc<Workbook>,
    pub(crate) fates: Arc<Fates>,
}

impl Reading {
    /// The register of what was understood; none where not even its body is known.
    ///
    /// ```
    /// use lkks_exchange::{ReadOptions, read};
    /// let reading = read(b"No;Nama LKS\n1;Yayasan Contoh\n", &ReadOptions::default())?;
    /// assert!(reading.register().is_none());
    /// assert_eq!(reading.problems()[0].code.key(), "unknown-body");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn register(&self) -> Option<&Register> {
        self.register.as_ref()
    }

    /// Everything there is to tell, in the order of the file: what could not be read, what a person
    /// should look at, and how the file was taken.
    ///
    /// ```
    /// use lkks_exchange::{ReadOptions, read};
    /// let table = "LKS KOTA PEKALONGAN\nNo;Nama LKS;Agama\n1;Yayasan Contoh;x\n";
    /// let reading = read(table.as_bytes(), &ReadOptions::default())?;
    /// assert!(reading.problems().iter().any(|problem| problem.code.key() == "unused-column"));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Which columns were read as what, to be kept and given again.
    ///
    /// ```
    /// use lkks_exchange::{Field, ReadOptions, read};
    /// let table = "LKS KOTA PEKALONGAN\nNo;Nama LKS;Kec.\n1;Yayasan Contoh;Pekalongan Utara\n";
    /// let reading = read(table.as_bytes(), &ReadOptions::default())?;
    /// assert_eq!(reading.mapping().columns[2].field, Some(Field::District));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn mapping(&self) -> &Mapping {
        &self.mapping
    }

    /// What became of a cell: its sheet, its row and its column, from 1. Nothing for a cell that
    /// holds nothing, and for a file without sheets.
    ///
    /// ```
    /// use lkks_exchange::{Fate, Field, ReadOptions, read};
    /// let table = "LKS KOTA PEKALONGAN\nNo;Nama LKS;Agama\n1;Yayasan Contoh;x\n";
    /// let reading = read(table.as_bytes(), &ReadOptions::default())?;
    /// assert_eq!(reading.fate("csv", 3, 2), Some(Fate::Read(Field::Name)));
    /// assert_eq!(reading.fate("csv", 3, 3), Some(Fate::Told)); // among the problems
    /// assert_eq!(reading.fate("csv", 1, 2), None);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn fate(&self, sheet: &str, row: u32, column: u32) -> Option<Fate> {
        self.fates.of_named(&self.workbook, sheet, row.checked_sub(1)?, column.checked_sub(1)?)
    }

    /// A problem drawn for a terminal: the cell in its row, under its headings.
    ///
    /// ```
    /// use lkks_exchange::{Picture, ReadOptions, read};
    /// let reading = read(b"No;Nama LKS\n1;Yayasan Contoh\n", &ReadOptions::default())?;
    /// let drawn = reading.picture(&reading.problems()[0], Picture::default());
    /// assert!(drawn.starts_with("salah[unknown-body]"), "{drawn}");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    #[cfg(feature = "picture")]
    pub fn picture(&self, problem: &Problem, how: crate::picture::Picture) -> String {
        let sheets = self.workbook.sheets.iter().enumerate();
        let sheet =
            sheets.into_iter().find(|(_, sheet)| Some(&sheet.name) == problem.sheet.as_ref());
        let sheet = sheet.map(|(number, sheet)| (sheet, self.fates.headings(number)));
        crate::picture::drawn(problem, sheet, how)
    }

    /// The register, if nothing in the file is wrong.
    ///
    /// ```
    /// use lkks_exchange::{ReadOptions, read};
    /// let table = "LKS KOTA PEKALONGAN\nNo;Nama LKS;NPWP\n1;Yayasan Contoh;12\n";
    /// let error = read(table.as_bytes(), &ReadOptions::default())?.into_register().unwrap_err();
    /// assert!(error.problems().iter().any(|problem| problem.code.key() == "invalid-tax-number"));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// Everything there is to tell, where any of it is an error.
    pub fn into_register(self) -> Result<Register, Error> {
        let problems = Error::if_any(self.problems)?;
        // Without an error there is a register; were there none, that would be the error.
        self.register.ok_or_else(|| unknown_body(problems))
    }

    /// Whether anything in the file is wrong.
    ///
    /// ```
    /// use lkks_exchange::{ReadOptions, read};
    /// let table = "LKS KOTA PEKALONGAN\nNo;Nama LKS\n1;Yayasan Contoh\n";
    /// assert!(!read(table.as_bytes(), &ReadOptions::default())?.has_errors());
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }

    /// All of it as canonical JSON: `register` (or null), `problems` and `mapping`.
    ///
    /// ```
    /// use lkks_exchange::{ReadOptions, read};
    /// let table = "LKS KOTA PEKALONGAN\nNo;Nama LKS\n1;Yayasan Contoh\n";
    /// let json = read(table.as_bytes(), &ReadOptions::default())?.to_json();
    /// assert!(json.starts_with(r#"{"mapping":{"columns":["#));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn to_json(&self) -> String {
        let register = self.register.as_ref().map(Register::data);
        lkks::canonical_json(&json!({
            "register": register,
            "problems": self.problems,
            "mapping": self.mapping.tree(),
        }))
    }
}

fn unknown_body(problems: Vec<Problem>) -> Error {
    let missing = Problem::error(lkks::message::Code::UnknownBody).expected("body");
    let all: Vec<Problem> = [missing.clone()].into_iter().chain(problems).collect();
    Error::if_any(all).err().unwrap_or_else(|| missing.into())
}
