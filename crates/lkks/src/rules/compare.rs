//! What differs between two packs, figure by figure.

use crate::canonical::canonical_json;
use crate::facts::Scalar;
use crate::message::Code;
use crate::order::{InOrder, Tally};
use crate::problem::{Error, Problem};
use crate::rules::book::RuleBook;
use crate::rules::pack::Pack;
use crate::rules::plan::Plan;
use serde::Serialize;
use serde_json::Value;

crate::decode::text_enum! {
    /// How a figure differs.
    ///
    /// ```
    /// use lkks::rules::ChangeKind;
    /// # let book = lkks::RuleBook::indonesia();
    /// let difference = book.compare("permensos-17-2012", "permensos-8-2025")?;
    /// let change = difference.changes.iter().find(|change| change.figure == "in_force.from.on");
    /// assert_eq!(change.map(|change| change.kind), Some(ChangeKind::Changed));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum ChangeKind {
        /// Only the second pack has it.
        Added = "added",
        /// Only the first pack has it.
        Removed = "removed",
        /// Both have it, with different values.
        Changed = "changed",
    }
}

/// One figure that differs.
///
/// ```
/// use lkks::rules::ChangeKind;
/// # let book = lkks::RuleBook::indonesia();
/// let difference = book.compare("permensos-107-2009", "permensos-17-2012")?;
/// let of_c = |change: &&lkks::rules::Change| change.figure == "grade.C.validity.lasts.years";
/// let change = difference.changes.iter().find(of_c).expect("2012 brought grades");
/// assert_eq!((change.kind, change.before.as_deref()), (ChangeKind::Added, None));
/// assert_eq!(change.after.as_deref(), Some("2"));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "FigureChange"))]
pub struct Change {
    /// The figure, with parts of lists named by what they are: `instrument.band.A.min`.
    pub figure: String,
    /// How it differs.
    pub kind: ChangeKind,
    /// Its value in the first pack.
    pub before: Option<String>,
    /// Its value in the second pack.
    pub after: Option<String>,
}

/// What differs between two packs together with those they extend.
///
/// ```
/// use lkks::rules::ChangeKind;
/// let book = lkks::RuleBook::indonesia();
/// let difference = book.compare("permensos-17-2012", "permensos-8-2025")?;
/// // The new regulation is on record without the grades of the old one: they were not found.
/// let removed = |figure: &str| difference.changes.iter()
///     .any(|change| change.figure == figure && change.kind == ChangeKind::Removed);
/// assert!(removed("grade.A.validity.lasts.years"));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Comparison {
    /// The first pack.
    pub a: String,
    /// The second pack.
    pub b: String,
    /// What differs, in order of figure.
    pub changes: Vec<Change>,
}

impl RuleBook {
    /// What changed from pack `a` to pack `b`, each with those it extends.
    ///
    /// ```
    /// let book = lkks::RuleBook::indonesia();
    /// let difference = book.compare("permensos-17-2012", "permensos-8-2025")?;
    /// assert!(!difference.changes.is_empty());
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// `unknown-pack`.
    pub fn compare(&self, a: &str, b: &str) -> Result<Comparison, Error> {
        let plan = |id: &str| {
            self.pack(id)?;
            self.plan(id).ok_or_else(|| Error::from(Problem::error(Code::UnknownPack).value(id)))
        };
        let changes = compare_plans(plan(a)?, plan(b)?);
        Ok(Comparison { a: a.to_owned(), b: b.to_owned(), changes })
    }

    /// This book with one figure of the pack `id` set to another value, for a what-if; `figure` is
    /// named as [`RuleBook::compare`] names it.
    ///
    /// ```
    /// use lkks::facts::Scalar;
    /// let book = lkks::RuleBook::indonesia();
    /// let longer = book.with_figure(
    ///     "permensos-17-2012", "grade.C.validity.lasts.years", &Scalar::Number("3".parse()?))?;
    /// assert_eq!(longer.pack("permensos-17-2012")?.grades.len(), 3);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// `unknown-pack`, `invalid-figure`, or the problems the pack has with that value.
    pub fn with_figure(&self, id: &str, figure: &str, value: &Scalar) -> Result<Self, Error> {
        let mut tree = to_tree(self.pack(id)?);
        let target = find(&mut tree, figure).ok_or_else(|| {
            let known = self.pack(id).map(figures).unwrap_or_default();
            Problem::error(Code::InvalidFigure)
                .value(figure)
                .expected(id)
                .suggest(known.iter().map(|(figure, _)| figure.as_str()))
        })?;
        // A count is written as a number, a decimal as text; the new value follows the old one.
        let whole = |value: &Scalar| value.to_string().parse::<i64>().ok();
        *target = match (&*target, whole(value)) {
            (Value::Number(_), Some(count)) => Value::from(count),
            _ => to_tree(value),
        };
        let changed: Pack = crate::decode::from_tree(tree)?;
        let packs = self
            .plans()
            .filter_map(|plan| plan.chain.last())
            .map(|pack| if pack.id == id { changed.clone() } else { pack.as_ref().clone() });
        let mut book = Self::new(packs.collect())?;
        for chosen in self.chosen() {
            book = book.using(chosen)?;
        }
        for assumed in self.assumed() {
            book = book.assuming(assumed)?;
        }
        Ok(book)
    }
}

/// What differs between two plans, in order of figure.
pub(crate) fn compare_plans(a: &Plan, b: &Plan) -> Vec<Change> {
    let figures = |plan: &Plan| {
        let mut all = Tally::new();
        for (figure, value) in plan.packs().flat_map(figures) {
            *all.entry(figure, String::new) = value;
        }
        all
    };
    let (before, after) = (figures(a), figures(b));
    let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
    names.order();
    names.dedup();
    let changes = names.into_iter().filter_map(|figure| {
        let (x, y) = (before.get(figure), after.get(figure));
        let kind = match (x, y) {
            (None, _) => ChangeKind::Added,
            (_, None) => ChangeKind::Removed,
            _ if x == y => return None,
            _ => ChangeKind::Changed,
        };
        Some(Change { figure: figure.clone(), kind, before: x.cloned(), after: y.cloned() })
    });
    changes.collect()
}

/// By way of text, which costs nothing here and spares a second writer of every type.
fn to_tree<T: Serialize>(value: &T) -> Value {
    crate::decode::tree(&canonical_json(value)).unwrap_or(Value::Null)
}

/// Every figure of a pack by name.
fn figures(pack: &Pack) -> Vec<(String, String)> {
    let mut all = Vec::new();
    flatten(&to_tree(pack), String::new(), &mut all);
    // What a pack is called is not a figure.
    all.retain(|(name, _)| !["id", "extends", "source"].contains(&name.as_str()));
    all.retain(|(name, _)| !name.starts_with("title.") && !name.starts_with("note."));
    all
}

/// What a part of a list is called: by its identity where it has one, else by its position.
fn name_of(part: &Value, index: usize) -> String {
    let keys = ["id", "name", "code", "fact", "grade", "from", "figure"];
    let named = keys.iter().find_map(|key| part.get(key)?.as_str());
    named.map_or_else(|| index.to_string(), str::to_owned)
}

fn flatten(value: &Value, path: String, all: &mut Vec<(String, String)>) {
    let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    match value {
        Value::Object(map) => map.iter().for_each(|(key, part)| flatten(part, below(key), all)),
        Value::Array(parts) => parts
            .iter()
            .enumerate()
            .for_each(|(index, part)| flatten(part, below(&name_of(part, index)), all)),
        Value::String(text) => all.push((path, text.clone())),
        other => all.push((path, canonical_json(other))),
    }
}

fn find<'a>(value: &'a mut Value, figure: &str) -> Option<&'a mut Value> {
    if figure.is_empty() {
        return (!value.is_object() && !value.is_array()).then_some(value);
    }
    // A name may hold dots itself, so every key that fits is tried.
    let rest_after = |name: &str| {
        let rest = figure.strip_prefix(name)?;
        if rest.is_empty() { Some("") } else { rest.strip_prefix('.') }
    };
    match value {
        Value::Object(map) => {
            map.iter_mut().find_map(|(key, part)| rest_after(key).and_then(|rest| find(part, rest)))
        }
        Value::Array(parts) => parts.iter_mut().enumerate().find_map(|(index, part)| {
            let name = name_of(part, index);
            rest_after(&name).and_then(|rest| find(part, rest))
        }),
        _ => None,
    }
}
