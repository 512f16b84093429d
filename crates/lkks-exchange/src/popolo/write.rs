//! Writing a register in Popolo's classes.

use super::{area, board, organisation};
use crate::lost::Lost;
use crate::standard::{body_id, table, written};
use lkks::register::RegisterData;
use lkks::{Problem, Register};
use serde_json::Value;
use uuid::Uuid;

/// The register as Popolo JSON, and what Popolo cannot hold of it.
///
/// What is written is read back equal by [`read_popolo`](crate::read_popolo). The rest is in the
/// list, as warnings `not-held` with the path in the register. An entry that would say something
/// else without what cannot be held, such as a certificate without its withdrawal, is left out
/// whole.
///
/// ```
/// use lkks::Register;
/// use lkks_exchange::write_popolo;
/// let register = Register::from_json(r#"{
///     "body": { "name": "LKKS Contoh", "level": "regency", "region": "33.75", "formed": "2018" },
///     "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
///                         "evidence": [{ "fact": "children", "value": 30 }] }]
/// }"#)?;
/// let (text, lost) = write_popolo(&register);
/// let tree: serde_json::Value = serde_json::from_str(&text).unwrap();
/// assert_eq!(tree["organizations"][0]["founding_date"], "2018");
/// assert_eq!(tree["organizations"][1]["id"], "LKS-001");
/// assert_eq!(lost[0].path, "organisations[0].evidence");
/// # Ok::<(), lkks::Error>(())
/// ```
pub fn write_popolo(register: &Register) -> (String, Vec<Problem>) {
    let lost = Lost::to("Popolo");
    let data = register.data();
    let tree = tree(data, body_id(&data.body), &lost);
    (written(&tree), lost.into_problems())
}

/// The register under the identifier `body` of its body.
pub(super) fn tree(data: &RegisterData, body: Uuid, lost: &Lost) -> Value {
    let RegisterData {
        notice,
        format: _,
        body: _,
        regions: _,
        organisations,
        memberships: _,
        terms: _,
        cases,
        activities,
    } = data;
    let mut organizations = vec![organisation::coordinating(&data.body, body, lost)];
    for (index, entry) in organisations.iter().enumerate() {
        organizations.push(organisation::member(entry, &format!("organisations[{index}]"), lost));
    }
    let board = board::board(data, body, lost);
    lost.list("cases", cases);
    lost.list("activities", activities);
    table([
        ("notice", notice.as_deref().into()),
        ("organizations", organizations.into()),
        ("persons", board.persons.into()),
        ("memberships", board.memberships.into()),
        ("posts", board.posts.into()),
        ("events", board.events.into()),
        ("areas", area::areas(data)),
    ])
}
