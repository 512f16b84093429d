//! What every standard lacks room for in the same way.

use crate::lost::Lost;

impl Lost {
    /// A list that is left out whole; told with its length.
    pub(crate) fn list<T>(&self, path: impl Into<String>, list: &[T]) {
        if !list.is_empty() {
            self.at(path, list.len());
        }
    }

    /// An empty text where the standard has no other sign for "not known"; without it otherwise.
    pub(crate) fn unless_empty<'v>(
        &self,
        path: impl Into<String>,
        value: Option<&'v String>,
    ) -> Option<&'v String> {
        if value.is_some_and(String::is_empty) {
            self.at(path, "");
            return None;
        }
        value
    }
}
