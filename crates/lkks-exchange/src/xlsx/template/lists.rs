//! The lists that cells offer, on a sheet of their own that is not shown.

use super::super::body::LEVELS;
use super::said;
use crate::value::presence::Presence;
use crate::value::{kind, legal_form, setting};
use lkks::Lang;
use lkks::category::Category;
use lkks::message::Text;
use lkks::organisation::{Kind, LegalForm, Setting};
use lkks::region::{RegionCode, RegionLevel};
use rust_xlsxwriter::{Workbook, XlsxError};
use std::collections::BTreeMap;

/// A list, in the order of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    Kinds,
    LegalForms,
    Categories,
    Settings,
    Presence,
    Grades,
    Levels,
    Districts,
    Villages,
}

/// All lists of a workbook.
pub(super) struct Lists {
    lang: Lang,
    columns: [Vec<String>; 9],
}

/// The grades that are offered: those that every accreditation of LKS has had.
const GRADES: [&str; 3] = ["A", "B", "C"];

impl Lists {
    pub(super) fn of(regions: &BTreeMap<RegionCode, String>, lang: Lang) -> Self {
        let owned = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect();
        let named = |level: RegionLevel| {
            let of_level = regions.iter().filter(move |(code, _)| code.level() == level);
            let mut names: Vec<String> = of_level.map(|(_, name)| name.clone()).collect();
            names.sort();
            names.dedup();
            names
        };
        let columns = [
            owned(Kind::ALL.iter().map(|of| kind::word(*of)).collect()),
            owned(LegalForm::ALL.iter().map(|form| legal_form::word(*form)).collect()),
            owned(Category::all().map(|category| category.name(Lang::Id)).collect()),
            owned(Setting::ALL.iter().map(|of| setting::word(*of)).collect()),
            owned(vec![Presence::Yes.word(), Presence::No.word()]),
            owned(GRADES.to_vec()),
            owned(LEVELS.iter().map(|(_, text)| text.template(lang)).collect()),
            named(RegionLevel::District),
            named(RegionLevel::Village),
        ];
        Self { lang, columns }
    }

    /// Where a list stands; nothing for an empty one.
    pub(super) fn range(&self, list: List) -> Option<String> {
        let count = self.columns.get(list as usize).map_or(0, Vec::len);
        let letters = lkks::problem::column_letters(list as u32 + 1);
        let sheet = said(Text::SheetLists, self.lang);
        (count > 0).then(|| format!("='{sheet}'!${letters}$1:${letters}${count}"))
    }

    pub(super) fn sheet(&self, lang: Lang, workbook: &mut Workbook) -> Result<(), XlsxError> {
        let sheet = workbook.add_worksheet();
        sheet.set_name(said(Text::SheetLists, lang))?;
        for (column, words) in (0u16..).zip(&self.columns) {
            for (row, word) in (0u32..).zip(words) {
                sheet.write_string(row, column, word)?;
            }
            sheet.set_column_width(column, 24)?;
        }
        sheet.set_hidden(true);
        Ok(())
    }
}
