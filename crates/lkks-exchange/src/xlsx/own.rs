//! The sheets that lkks adds to a workbook for people, and passes over when it reads one.

use lkks::Lang;
use lkks::message::Text;

/// What they are called.
const NAMES: [Text; 3] = [Text::SheetAssessment, Text::SheetInstructions, Text::SheetLists];

/// Whether a sheet of this name is one that lkks writes for people to look at: what an assessment
/// said, the instructions of the template, and the lists that it offers. Nothing in them is part
/// of a register.
///
/// ```
/// use lkks_exchange::is_own_sheet;
/// assert!(is_own_sheet("Petunjuk (lkks)"));
/// assert!(!is_own_sheet("Data LKS"));
/// ```
pub fn is_own_sheet(name: &str) -> bool {
    let names = |lang: Lang| NAMES.iter().map(move |text| text.template(lang));
    Lang::ALL.iter().copied().flat_map(names).any(|own| own == name)
}
