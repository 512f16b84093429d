//! Assesses the example register and prints what a secretary asks first: who is accredited, who may
//! apply, what one organisation lacks and under which article, who sits on the board, and which
//! cases stand open where.
//!
//!     cargo run -p lkks-example
//!
//! With a file and a day it assesses another register: `cargo run -p lkks-example -- FILE DAY`.
#![allow(clippy::print_stdout, reason = "printing is what this example is for")]

use lkks::assess::{EligibilityStatus, Outcome, StandingStatus};
use lkks::{Assessment, Date, Lang, Register, RuleBook};
use std::error::Error;

/// The example register, beside this package whatever the folder it is run in.
const REGISTER: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../data/kota-pekalongan-synthetic.json");
const DAY: &str = "2026-11-24";
/// The organisation that is explained.
const ONE: &str = "LKS-013";

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().unwrap_or_else(|| REGISTER.to_owned());
    let day = arguments.next().unwrap_or_else(|| DAY.to_owned());

    let register = Register::from_json(&std::fs::read_to_string(file)?)?;
    let on: Date = day.parse().map_err(lkks::Error::from)?;
    let assessment = register.assess(&RuleBook::indonesia(), on)?;

    println!("{} on {on}", assessment.body);
    if let Some(notice) = &assessment.notice {
        println!("{notice}");
    }
    accredited(&assessment);
    may_apply(&assessment);
    if assessment.verdict(ONE).is_ok() {
        lacks(&assessment, ONE)?;
    }
    board(&assessment);
    open_cases(&register, &assessment);
    Ok(())
}

fn accredited(assessment: &Assessment) {
    println!("\nAccredited");
    for verdict in &assessment.verdicts {
        let standing = &verdict.accreditation.standing;
        if standing.status == StandingStatus::Current {
            let grade = standing.grade.as_deref().unwrap_or("?");
            let until = standing.last_day.map_or("?".to_owned(), |day| day.to_string());
            let left = standing.days_left.map_or("?".to_owned(), |days| days.to_string());
            println!(
                "  {} {}: {grade} until {until}, {left} days",
                verdict.organisation, verdict.name
            );
        }
    }
}

fn may_apply(assessment: &Assessment) {
    println!("\nMembers that may apply for accreditation");
    let members = assessment.verdicts.iter().filter(|verdict| verdict.membership.is_some());
    for verdict in members {
        let judgement = &verdict.accreditation;
        let applies = judgement.standing.status != StandingStatus::Current;
        if applies && judgement.eligibility.status == EligibilityStatus::Eligible {
            println!("  {} {}", verdict.organisation, verdict.name);
        }
    }
}

fn lacks(assessment: &Assessment, id: &str) -> Result<(), lkks::Error> {
    let verdict = assessment.verdict(id)?;
    println!("\nWhat {} ({}) lacks", verdict.name, verdict.organisation);
    for judgement in verdict.judgements() {
        for finding in &judgement.findings {
            if matches!(finding.outcome, Outcome::NotMet | Outcome::Unknown) {
                println!(
                    "  {}: {} [{}, {}, {}]",
                    judgement.subject,
                    finding.info.label.get(Lang::En),
                    finding.outcome,
                    finding.info.cited.as_deref().unwrap_or("-"),
                    finding.info.certainty,
                );
            }
        }
    }
    Ok(())
}

fn board(assessment: &Assessment) {
    let board = &assessment.summary.board;
    println!("\nBoard {}", board.name.as_deref().unwrap_or("without a term"));
    for holder in &board.holders {
        println!("  {}: {} since {}", holder.title.get(Lang::En), holder.person, holder.since);
    }
    for finding in &board.findings {
        println!("  {}: {}", finding.severity, finding.text(Lang::En));
    }
}

fn open_cases(register: &Register, assessment: &Assessment) {
    println!("\nOpen cases");
    for case in &assessment.summary.open_cases {
        let region = &case.place.region;
        let name = register.data().regions.get(region).map_or(region.as_str(), String::as_str);
        let rw = case.place.rw.map_or(String::new(), |rw| format!(", RW {}", rw.get()));
        let rt = case.place.rt.map_or(String::new(), |rt| format!(", RT {}", rt.get()));
        println!(
            "  {} {}: {} ({name}{rw}{rt}), {} for {} days",
            case.id,
            case.category,
            case.title.as_deref().unwrap_or("no title"),
            case.status,
            case.age_days,
        );
    }
    println!("\nNeeds that no member serves");
    for need in assessment.summary.coverage.iter().filter(|need| need.unserved) {
        let place = need.name.as_deref().unwrap_or("?");
        println!("  {} in {place}", need.category);
    }
}
