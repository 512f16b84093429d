//! What the readers and writers of published standards share.
//!
//! A standard's file is a tree of JSON of another shape than ours. Reading takes what it
//! understands out of that tree ([`spot`]), makes a register of it ([`record`]), writes the register
//! again, and compares: what was neither taken nor stands in the same place of what is written
//! again is told ([`tell`]). So nothing of a file is dropped in silence, and what one field of the
//! standard repeats of another is checked without code of its own. Writing lists what the standard
//! cannot hold ([`lost`]).

mod lost;
pub(crate) mod record;
pub(crate) mod spot;
pub(crate) mod tell;

use lkks::body::Body;
use lkks::message::Code;
use lkks::{Error, Problem};
use record::Record;
use serde_json::Value;
use uuid::Uuid;

/// The most bytes of text read at once, as for a register in JSON.
const MAX_BYTES: usize = 256 * 1024 * 1024;
/// The deepest nesting read, as for a register in JSON.
const MAX_DEPTH: usize = 127;

/// What a file of another standard does not say itself.
///
/// ```
/// use lkks_exchange::{StandardOptions, read_hsds};
/// let foreign = r#"{ "id": "ac148810-d857-441c-9679-408f346de14b", "name": "Yayasan Contoh" }"#;
/// let options = StandardOptions::from_json(r#"{ "name": "LKKS Contoh", "level": "regency" }"#)?;
/// let (register, _) = read_hsds(foreign, &options)?;
/// assert_eq!(register.data().body.name, "LKKS Contoh");
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StandardOptions {
    /// The body whose register the file is. It replaces what the file says of the body, which is
    /// then told where it differs.
    pub body: Option<Body>,
}

impl StandardOptions {
    /// Options for this body.
    ///
    /// ```
    /// use lkks::body::Body;
    /// use lkks_exchange::StandardOptions;
    /// let body = Body::from_json(r#"{ "name": "LKKS Contoh", "level": "regency" }"#)?;
    /// assert_eq!(StandardOptions::of(body.clone()).body, Some(body));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    #[must_use]
    pub const fn of(body: Body) -> Self {
        Self { body: Some(body) }
    }

    /// Options from JSON: the fields of a body, as in a register; `{}` where the file names the
    /// body itself.
    ///
    /// ```
    /// use lkks_exchange::StandardOptions;
    /// assert_eq!(StandardOptions::from_json("{}")?, StandardOptions::default());
    /// let error = StandardOptions::from_json(r#"{ "name": "LKKS", "level": "x" }"#).unwrap_err();
    /// assert_eq!(error.path(), "options.level");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// Every problem of the text, under the path `options`.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        if text.chars().filter(|c| !c.is_whitespace()).eq("{}".chars()) {
            return Ok(Self::default());
        }
        Body::from_json(text).map(Self::of).map_err(|error| error.under("options"))
    }
}

/// The tree of a text, within the bounds of size and depth.
pub(crate) fn parsed(text: &str) -> Result<Value, Error> {
    if text.len() > MAX_BYTES {
        let problem = Problem::error(Code::TooLarge).value(format!("{} B", text.len()));
        return Err(problem.expected(format!("{MAX_BYTES} B")).into());
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str(text).map_err(|error| {
        // serde_json names the depth limit only in its text.
        let said = error.to_string();
        let mut problem = if said.starts_with("recursion limit") {
            Problem::error(Code::TooDeep).expected(MAX_DEPTH)
        } else {
            let what = said.rsplit_once(" at line ").map_or(said.as_str(), |(what, _)| what);
            Problem::error(Code::InvalidJson).value(what)
        };
        problem.line = u32::try_from(error.line()).ok();
        problem.column = u32::try_from(error.column()).ok();
        problem.into()
    })
}

/// That no body is known. One stands in its place, so that everything else is told as well.
pub(crate) fn no_body(draft: &mut Record) -> Problem {
    draft.set("body", serde_json::json!({ "name": "", "level": "nation" }), "");
    Problem::error(Code::UnknownBody).expected("options.body")
}

/// The error of these problems, of which at least one is an error.
pub(crate) fn refused(mut problems: Vec<Problem>) -> Error {
    tell::masked(&mut problems);
    let error = Error::if_any(problems).map(drop).err();
    error.unwrap_or_else(|| Problem::error(Code::UnknownBody).into())
}

/// The UUID of a body. Its region tells one body from another, and its name where it has none; so two
/// registers of one body agree on every identifier that rests on it.
pub(crate) fn body_id(body: &Body) -> Uuid {
    let Body { name, level, region, .. } = body;
    let scope = region.as_ref().map_or(name.as_str(), |region| region.as_str());
    Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("urn:lkks:{level}:{scope}").as_bytes())
}

/// The text of a tree, for people and version control: one field a line, keys in order.
pub(crate) fn written(tree: &Value) -> String {
    format!("{tree:#}\n")
}

/// A table of those fields that are there.
pub(crate) fn table(fields: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    let there = fields.into_iter().filter(|(_, value)| !is_nothing(value));
    Value::Object(there.map(|(key, value)| (key.to_owned(), value)).collect())
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

/// The path of a field of what stands at `path`.
pub(crate) fn field_path(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}
