//! The example prints what stands in `output.txt`; with `LKKS_BLESS=1` that is written anew.
#![allow(clippy::panic, missing_docs, reason = "a test may fail")]

use std::path::Path;
use std::process::Command;

#[test]
fn the_example_prints_what_stands_beside_it() -> Result<(), Box<dyn std::error::Error>> {
    let run = Command::new(env!("CARGO_BIN_EXE_lkks-example")).output()?;
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let printed = String::from_utf8(run.stdout)?;
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("output.txt");
    if std::env::var_os("LKKS_BLESS").is_some() {
        std::fs::write(&file, &printed)?;
    }
    assert_eq!(printed, std::fs::read_to_string(file)?);
    Ok(())
}

#[test]
fn every_example_register_is_read_and_assessed() -> Result<(), Box<dyn std::error::Error>> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
    let mut count = 0;
    for entry in std::fs::read_dir(data)? {
        let path = entry?.path();
        // `x.hsds.json` is the register of `x.json` in another form.
        let is_register =
            path.file_stem().is_some_and(|stem| !stem.to_string_lossy().contains('.'));
        if is_register && path.extension().is_some_and(|extension| extension == "json") {
            let text = std::fs::read_to_string(&path)?;
            assert!(
                text.starts_with("{ \"notice\": "),
                "{}: its first line says what it is",
                path.display()
            );
            let register = lkks::Register::from_json(&text)?;
            let on = lkks::calendar::date(2026, 11, 24)?;
            register.assess(&lkks::RuleBook::indonesia(), on)?;
            assert!(path.with_extension("md").exists(), "{} has a note beside it", path.display());
            count += 1;
        }
    }
    assert_eq!(count, 5);
    Ok(())
}

#[test]
fn the_synthetic_members_match_the_published_totals() -> Result<(), Box<dyn std::error::Error>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/kota-pekalongan-synthetic.json");
    let register = lkks::Register::from_json(&std::fs::read_to_string(file)?)?;
    let published = [((2018, 12, 31), 16), ((2022, 6, 20), 21), ((2024, 5, 20), 47)];
    for ((year, month, day), members) in published {
        let on = lkks::calendar::date(year, month, day)?;
        assert_eq!(register.on(on).members().count(), members, "{on}");
    }
    let inducted = lkks::calendar::date(2024, 5, 20)?;
    let summary = register.assess(&lkks::RuleBook::indonesia(), inducted)?.summary;
    assert_eq!(summary.differences, [], "accredited members and officers too");
    assert_eq!(summary.districts.iter().filter(|district| district.members > 0).count(), 4);
    Ok(())
}
