//! Every Rust name in BINDINGS.md exists: this file would not compile otherwise.
#![allow(missing_docs, reason = "a test")]

use lkks::{
    Assessment, Error, Register, RuleBook, VERSION, Verdict, canonical_json, recompute_receipt,
    register::RegisterOn, simulate, verify_receipt,
};
use lkks_exchange::{Form, Written};
use std::collections::BTreeSet;

/// Functions, methods and constants, by their paths.
macro_rules! paths {
    ($($path:path),* $(,)?) => {
        [$({ let _ = $path; stringify!($path) }),*]
    };
}

macro_rules! fields {
    ($($type:ident.$field:ident),* $(,)?) => {
        [$({
            let _ = |it: &$type| { let _ = &it.$field; };
            concat!(stringify!($type), ".", stringify!($field))
        }),*]
    };
}

/// The names in one column of the tables of BINDINGS.md.
fn column(number: usize) -> BTreeSet<&'static str> {
    let page = include_str!("../../../BINDINGS.md");
    // The first table says how values look and names nothing of the API.
    let tables = page.split_once("\n## ").map_or("", |(_, tables)| tables);
    let rows = tables.lines().filter(|line| line.starts_with('|'));
    let cells = rows.filter_map(|row| row.split('|').nth(number));
    cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect()
}

#[test]
fn every_name_of_rust_in_the_table_exists() {
    // `canonical_json` takes anything, so that its path alone says too little.
    let _ = canonical_json::<u8>;
    let mut known = BTreeSet::from(["canonical_json"]);
    known.extend(paths![
        Register::from_json,
        Register::new,
        Register::of,
        Register::to_json,
        Register::data,
        Register::warnings,
        Register::organisation,
        Register::on,
        Register::assess,
        Register::assess_with_progress,
        Register::assess_while,
        lkks_exchange::read,
        lkks_exchange::read_workbook,
        lkks_exchange::Reading::register,
        lkks_exchange::Reading::into_register,
        lkks_exchange::Reading::problems,
        lkks_exchange::Reading::has_errors,
        lkks_exchange::Reading::picture,
        lkks_exchange::Reading::mapping,
        lkks_exchange::Reading::fate,
        lkks_exchange::Reading::to_json,
        lkks_exchange::read_csv,
        lkks_table::RulePlan::of,
        lkks_table::RulePlan::columns,
        lkks_table::RulePlan::bind,
        lkks_table::Assessor::assess,
        lkks_table::Assessor::assess_all,
        lkks_table::Assessor::asked,
        lkks_table::Assessor::subject,
        lkks_table::Assessor::schema,
        lkks_table::Assessor::explain,
        lkks_table::Assessor::register,
        lkks_exchange::write,
        lkks_exchange::template,
        Written::text,
        Form::media_type,
        Form::extension,
        RegisterOn::day,
        RegisterOn::memberships,
        RegisterOn::members,
        RegisterOn::is_member,
        RegisterOn::term,
        RegisterOn::holders,
        RegisterOn::open_cases,
        RegisterOn::activities,
        RuleBook::indonesia,
        RuleBook::empty,
        RuleBook::new,
        RuleBook::from_json,
        RuleBook::to_json,
        RuleBook::with_toml,
        RuleBook::with_json,
        RuleBook::using,
        RuleBook::assuming,
        RuleBook::chosen,
        RuleBook::assumed,
        RuleBook::with_figure,
        RuleBook::plans,
        RuleBook::plan,
        RuleBook::pack,
        RuleBook::in_force,
        RuleBook::lint,
        RuleBook::compare,
        Assessment::verdict,
        Assessment::position,
        Assessment::explain,
        Assessment::to_json,
        Verdict::judgements,
        Verdict::receipt,
        Verdict::explain,
        Verdict::to_json,
        simulate,
        verify_receipt,
        recompute_receipt,
        VERSION,
        Error::code,
        Error::path,
        Error::problems,
        Error::describe,
        Error::to_json,
    ]);
    known.extend(fields![
        Written.form,
        Written.content,
        Written.lost,
        Assessment.on,
        Assessment.body,
        Assessment.notice,
        Assessment.verdicts,
        Assessment.summary,
        Verdict.organisation,
        Verdict.name,
        Verdict.on,
        Verdict.region,
        Verdict.membership,
        Verdict.accreditation,
        Verdict.registration,
        Verdict.operating_permit,
        Verdict.problems,
        Verdict.certainty,
    ]);
    assert_eq!(column(2), known);
}
