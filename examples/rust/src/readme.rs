//! The example in the README, which a test holds against this file.
#![allow(clippy::print_stdout, reason = "printing is what this example is for")]

use lkks::{Register, RuleBook, assess::Outcome, calendar::date};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string("examples/data/kota-pekalongan-synthetic.json")?;
    let register = Register::from_json(&text)?;
    let assessment = register.assess(&RuleBook::indonesia(), date(2026, 11, 24)?)?;
    println!("{} members", assessment.summary.members);
    for ends in assessment.summary.expiring.iter().take(2) {
        let grade = ends.grade.as_deref().unwrap_or_default();
        println!("{}: {} {grade} ends on {}", ends.name, ends.subject, ends.last_day);
    }
    for finding in &assessment.verdict("LKS-013")?.registration.findings {
        if finding.outcome == Outcome::NotMet {
            let (info, cited) = (&finding.info, finding.info.cited.as_deref().unwrap_or_default());
            println!("LKS-013 lacks: {} ({cited}, {})", info.label.en, info.certainty);
        }
    }
    Ok(())
}
