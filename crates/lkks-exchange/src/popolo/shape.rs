//! How the classes are laid out in a text: in lists by class, as one list, or one alone.

use crate::standard::tell;
use lkks::Problem;
use serde_json::Value;

/// The layout of a text.
pub(super) enum Shape {
    /// A table of lists, by class.
    Lists,
    /// A list of organisations.
    Organisations,
    /// One organisation.
    Organisation,
}

/// Fields that only an organisation has. Popolo does not say of what class a thing is.
const OF_ORGANISATIONS: [&str; 4] = ["founding_date", "dissolution_date", "posts", "abstract"];

impl Shape {
    /// The layout of `tree`, and `tree` as a table of lists.
    pub(super) fn of(tree: Value) -> (Self, Value) {
        let has = |key: &str| tree.get(key).is_some();
        let shape = match &tree {
            Value::Array(_) => Self::Organisations,
            Value::Object(_) if !has("organizations") && OF_ORGANISATIONS.into_iter().any(has) => {
                Self::Organisation
            }
            _ => Self::Lists,
        };
        let lists = |organisations: Value| serde_json::json!({ "organizations": organisations });
        let tree = match shape {
            Self::Lists => tree,
            Self::Organisations => lists(tree),
            Self::Organisation => lists(vec![tree].into()),
        };
        (shape, tree)
    }

    /// The problems with the paths that the text itself has, and nothing told that must not be.
    pub(super) fn as_it_stands(&self, mut problems: Vec<Problem>) -> Vec<Problem> {
        let added = match self {
            Self::Lists => "",
            Self::Organisations => "organizations",
            Self::Organisation => "organizations[0]",
        };
        for Problem { path, expected, .. } in &mut problems {
            for text in [Some(path), expected.as_mut()].into_iter().flatten() {
                if let Some(rest) = text.strip_prefix(added) {
                    *text = rest.strip_prefix('.').unwrap_or(rest).to_owned();
                }
            }
        }
        tell::masked(&mut problems);
        problems
    }
}
