//! In place of names, for a build without them: every name is unknown.

use crate::value::text::told;
use lkks::Problem;
use lkks::message::Code;
use lkks::region::{RegionCode, RegionLevel};

/// Whether names are known at all.
pub(super) const ARE_KNOWN: bool = false;

/// What a name is; here never known.
#[derive(Clone, Debug, PartialEq)]
#[allow(dead_code, reason = "what names are where they are known")]
pub(super) enum Answer {
    One(RegionCode),
    Perhaps(RegionCode, Problem),
    Several(Vec<RegionCode>, Problem),
    Unknown(Option<String>),
}

/// No names.
#[derive(Debug, Default)]
pub(super) struct Names {}

impl Names {
    pub(super) fn of_part(_: usize) -> Self {
        Self::default()
    }

    /// Which codes there are is not known, so that all may be.
    pub(super) fn is_known(&self, _code: &RegionCode) -> bool {
        true
    }

    pub(super) fn shown(&self, code: Option<&RegionCode>) -> String {
        code.map_or_else(|| "Indonesia".to_owned(), RegionCode::to_string)
    }

    pub(super) fn told(&self, code: &RegionCode) -> String {
        code.to_string()
    }

    pub(super) fn sure(
        &mut self,
        _level: RegionLevel,
        _text: &str,
        _within: Option<&RegionCode>,
    ) -> Answer {
        Answer::Unknown(None)
    }

    pub(super) fn mended(
        &mut self,
        _level: RegionLevel,
        _text: &str,
        _within: Option<&RegionCode>,
    ) -> Answer {
        Answer::Unknown(None)
    }

    /// That names are not known here: no fault of the table, so a warning.
    pub(super) fn unknown(
        &self,
        text: &str,
        within: Option<&RegionCode>,
        suggestion: Option<String>,
    ) -> Problem {
        let problem = Problem::warning(Code::UnknownPlace).value(told(text));
        Problem { suggestion, ..problem.expected(self.shown(within)) }
    }
}
