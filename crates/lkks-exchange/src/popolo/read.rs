//! Reading Popolo's classes into a register.

use super::entries;
use super::office::Offices;
use super::shape::Shape;
use super::words::BODY;
use super::write::tree;
use crate::lost::Lost;
use crate::standard::record::Record;
use crate::standard::spot::Spot;
use crate::standard::{StandardOptions, body_id, no_body, parsed, refused, tell};
use lkks::body::BodyLevel;
use lkks::{Error, Problem, Register};
use serde_json::Value;
use uuid::Uuid;

/// A register from Popolo JSON, and what of the text was not read.
///
/// Read are a table with the lists `organizations`, `persons`, `memberships`, `posts`, `events` and
/// `areas`, a list of organisations, and one organisation. Of a text that
/// [`write_popolo`](crate::write_popolo) wrote everything is read. Of another, see the
/// [table](crate::popolo). Everything else is in the list, as notes `not-held` with the path in the
/// text, so that nothing is dropped in silence. A text without a body of ours needs one in the
/// options.
///
/// ```
/// use lkks_exchange::{StandardOptions, read_popolo};
/// let text = r#"[{ "id": "abc", "name": "Yayasan Contoh", "founding_date": "1950",
///                  "dissolution_date": "2000-01-01" }]"#;
/// let body = StandardOptions::from_json(r#"{ "name": "LKKS Contoh", "level": "regency" }"#)?;
/// let (register, unread) = read_popolo(text, &body)?;
/// let organisation = register.organisation("abc")?;
/// assert_eq!(organisation.founded.map(|founded| founded.year()), Some(1950));
/// assert_eq!(unread[0].path, "[0].dissolution_date");
/// # Ok::<(), lkks::Error>(())
/// ```
///
/// # Errors
/// Every problem of the text at once, each with its path there: what is no JSON, an organisation
/// without a name, a value of ours that is none, `unknown-body`.
pub fn read_popolo(
    text: &str,
    options: &StandardOptions,
) -> Result<(Register, Vec<Problem>), Error> {
    let (shape, mut found) = Shape::of(parsed(text)?);
    let body = body(&found);
    let (draft, mut problems) = draft(&mut found, body.as_ref(), options);
    match draft.register() {
        Ok(register) if problems.is_empty() => {
            let given = body.and_then(|body| Uuid::try_parse(&body.id).ok());
            let id = given.unwrap_or_else(|| body_id(&register.data().body));
            let again = tree(register.data(), id, &Lost::to("Popolo"));
            let mut told = Vec::new();
            tell::unread(&found, Some(&again), "", &mut told);
            return Ok((register, shape.as_it_stands(told)));
        }
        Ok(_) => {}
        Err(others) => problems.extend(others),
    }
    Err(refused(shape.as_it_stands(problems)))
}

/// Where the body stands among the organisations.
struct Found {
    index: usize,
    id: String,
}

fn body(found: &Value) -> Option<Found> {
    let all = found.get("organizations").and_then(Value::as_array)?;
    all.iter().enumerate().find_map(|(index, organisation)| {
        let level = organisation.get("classification")?.as_str()?.strip_prefix(BODY)?;
        level.parse::<BodyLevel>().ok()?;
        Some(Found { index, id: organisation.get("id")?.as_str()?.to_owned() })
    })
}

/// Everything that is understood, as the parts of a register.
fn draft(
    found: &mut Value,
    of_body: Option<&Found>,
    options: &StandardOptions,
) -> (Record, Vec<Problem>) {
    let mut draft = Record::at("");
    let mut problems = Vec::new();
    let mut spot = Spot::new(found, String::new());
    draft.take("notice", &mut spot, "notice");
    let mut body = None;
    for (index, mut item) in spot.items("organizations").enumerate() {
        if of_body.is_none_or(|of_body| of_body.index != index) {
            draft.push("organisations", entries::organisation(&mut item));
        } else if options.body.is_none() {
            body = Some(entries::body(&mut item));
        }
    }
    if let Some(of_body) = of_body {
        let mut offices = Offices::of(&of_body.id, &mut spot);
        offices.memberships(&mut spot, &mut draft, body.as_mut());
        for term in offices.terms {
            draft.push("terms", term);
        }
    }
    entries::regions(&mut spot, &mut draft);
    match (body, &options.body) {
        (Some(body), _) => draft.put("body", body),
        (None, Some(body)) => {
            draft.set("body", serde_json::to_value(body).unwrap_or_default(), "options");
        }
        (None, None) => problems.push(no_body(&mut draft)),
    }
    (draft, problems)
}
