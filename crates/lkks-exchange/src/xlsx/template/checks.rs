//! What a spreadsheet checks while a cell is filled in.
//!
//! A check never forbids what can be read: a day that is known to its year alone and several
//! categories in one cell are asked about, and let through.

use super::super::look::{self, Kind};
use super::day;
use super::fields::Asked;
use super::lists::{List, Lists};
use crate::table::field::Field;
use lkks::Lang;
use lkks::calendar::date;
use lkks::message::Text;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, Formula, XlsxError,
};

/// The most characters of the title of a message.
const TITLE: usize = 32;
/// The most people that a cell counts.
const MOST_PEOPLE: i32 = 100_000;

/// The check of a column down to its last row.
pub(super) fn of(
    asked: &Asked,
    column: u16,
    last: u32,
    lists: &Lists,
    lang: Lang,
) -> Result<Option<DataValidation>, XlsxError> {
    let list = match &asked.field {
        Field::Kind => Some(List::Kinds),
        Field::LegalForm => Some(List::LegalForms),
        Field::Categories => Some(List::Categories),
        Field::Setting => Some(List::Settings),
        Field::AccreditationGrade => Some(List::Grades),
        Field::District => Some(List::Districts),
        Field::Village => Some(List::Villages),
        Field::Document(_) => Some(List::Presence),
        _ => None,
    };
    let check = match (&asked.field, list) {
        (_, Some(list)) => match lists.range(list) {
            Some(range) => one_of(Some(range), Text::TemplateChoose, lang)?,
            None => return Ok(None),
        },
        (Field::Id, _) => {
            let letters = lkks::problem::column_letters(u32::from(column) + 1);
            let count = format!("=COUNTIF(${letters}$2:${letters}${},{letters}2)=1", last + 1);
            let check = DataValidation::new().allow_custom(Formula::new(count));
            check.set_error_message(Text::TemplateUnique.template(lang))?
        }
        (Field::Rw | Field::Rt, _) => whole(1, 999, lang)?,
        (Field::Capacity | Field::ClientsMale | Field::ClientsFemale, _) => {
            whole(0, MOST_PEOPLE, lang)?
        }
        (Field::AccreditationScore, _) => {
            let rule = DataValidationRule::Between(0.0, 100.0);
            let values = [("least", "0"), ("most", "100")];
            let message = Text::TemplateDecimal.text(lang, &values);
            DataValidation::new().allow_decimal_number(rule).set_error_message(message)?
        }
        (field, _) if look::kind(field) == Kind::Day => match a_day(lang)? {
            Some(check) => check,
            None => return Ok(None),
        },
        _ => return Ok(None),
    };
    let heading: String = asked.field.heading(lang).chars().take(TITLE).collect();
    let check = check.set_input_title(&heading)?.set_error_title(&heading)?;
    check.set_input_message(asked.about.template(lang)).map(Some)
}

/// One of a list; another word is asked about, and let through: a cell may name several.
pub(super) fn one_of(
    range: Option<String>,
    message: Text,
    lang: Lang,
) -> Result<DataValidation, XlsxError> {
    let check = DataValidation::new();
    let check = match range {
        Some(range) => check.allow_list_formula(Formula::new(range)),
        None => check.allow_any_value(),
    };
    let check = check.set_error_style(DataValidationErrorStyle::Warning);
    check.set_error_message(message.template(lang))
}

fn whole(least: i32, most: i32, lang: Lang) -> Result<DataValidation, XlsxError> {
    let rule = DataValidationRule::Between(least, most);
    let values = [("least", least.to_string()), ("most", most.to_string())];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let message = Text::TemplateWhole.text(lang, &values);
    DataValidation::new().allow_whole_number(rule).set_error_message(message)
}

fn a_day(lang: Lang) -> Result<Option<DataValidation>, XlsxError> {
    let (Ok(first), Ok(last), Ok(shown)) =
        (date(1900, 3, 1), date(2199, 12, 31), date(2024, 5, 20))
    else {
        return Ok(None);
    };
    let (Some(first), Some(last)) = (day(first), day(last)) else { return Ok(None) };
    let shown = crate::words::date(shown, lang);
    let message = Text::TemplateDay.text(lang, &[("example", &shown)]);
    let check = DataValidation::new().allow_date(DataValidationRule::Between(first, last));
    let check = check.set_error_style(DataValidationErrorStyle::Warning);
    check.set_error_message(message).map(Some)
}
