#![allow(missing_docs)]
use lkks_exchange::*;
fn main() {
    let mut args = std::env::args().skip(1);
    let path = args.next().unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let lang = args.next().unwrap_or("id".into()).parse().unwrap();
    let options = ReadOptions { name: Some(path), ..Default::default() };
    match read(&bytes, &options) {
        Ok(reading) => {
            for p in reading.problems() {
                println!("{}\n", reading.picture(p, Picture { lang, colour: false }));
            }
            if let Some(r) = reading.register() {
                println!(
                    "{}",
                    serde_json::to_string_pretty(
                        &serde_json::from_str::<serde_json::Value>(&r.to_json()).unwrap()
                    )
                    .unwrap()
                );
            }
            println!("{}", reading.mapping().to_json());
        }
        Err(e) => println!("{}", e.describe(lang)),
    }
}
