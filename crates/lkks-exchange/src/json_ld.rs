//! A register as [schema.org](https://schema.org) JSON-LD, which search engines and other programs
//! read: the body and its members as `NGO`, what they hold as `Certification`, the board as
//! `member` roles, what they do together as `Event`.
//!
//! Whatever has no term in that vocabulary is listed: cases, evidence, applications, warnings,
//! seats. What an organisation becomes is in `organisation`, the body and its board in `body`, and
//! the parts that both are made of in `node`.

mod body;
mod node;
mod organisation;

use crate::identity::Owner;
use crate::lost::Lost;
use crate::rest::Open;
use lkks::{Problem, Register};
use node::Names;
use serde_json::{Value, json};

/// The register as JSON-LD, and what schema.org has no term for.
///
/// Identifiers are UUIDs made of the body and of what they name: the same whenever it is written.
/// What is not held is in the list, as warnings `not-held` with the path in the register; a list
/// that is not held at all stands in it once, with its length.
///
/// ```
/// use lkks::Register;
/// use lkks_exchange::write_json_ld;
/// let register = Register::from_json(r#"{
///     "body": { "name": "LKKS Contoh", "level": "regency", "region": "33.75" },
///     "organisations": [{
///         "id": "LKS-001", "name": "Yayasan Contoh", "founded": "2010-03-03",
///         "evidence": [{ "fact": "social_workers", "value": 2 }]
///     }]
/// }"#)?;
/// let (text, lost) = write_json_ld(&register);
/// let read: serde_json::Value = serde_json::from_str(&text).unwrap();
/// assert_eq!(read["@context"], "https://schema.org");
/// assert_eq!(read["@graph"][1]["@type"], "NGO");
/// assert_eq!(read["@graph"][1]["foundingDate"], "2010-03-03");
/// assert_eq!(lost[0].path, "organisations[0].evidence");
/// # Ok::<(), lkks::Error>(())
/// ```
pub fn write_json_ld(register: &Register) -> (String, Vec<Problem>) {
    let lost = Lost::to("schema.org JSON-LD");
    let graph = graph(register, &lost);
    let mut document = json!({ "@context": "https://schema.org", "@graph": graph });
    // The order of names must not depend on how others use the JSON library.
    document.sort_all_objects();
    // A tree of texts and numbers can always be written.
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    (text, lost.into_problems())
}

fn graph(register: &Register, lost: &Lost) -> Vec<Value> {
    let data = register.data();
    let names = Names { owner: Owner::of(&data.body), regions: &data.regions };
    let mut open = Open::register(register, lost);
    // It says how the JSON of a register is laid out, which this is not.
    open.take("format");
    let mut graph = vec![body::node(&mut open, &names)];
    for mut organisation in open.list("organisations") {
        graph.push(organisation::node(&mut organisation, &names));
    }
    organisation::memberships(&mut open, &mut graph, &names);
    graph.extend(body::events(&mut open, &names));
    graph
}
