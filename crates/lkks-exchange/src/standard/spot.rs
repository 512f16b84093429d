//! A place in a foreign tree, for taking out what is understood.

use super::field_path;
use serde_json::Value;

/// A value of a foreign tree, and where it stands. What is taken leaves null behind; what stays is
/// told in the end.
pub(crate) struct Spot<'t> {
    value: &'t mut Value,
    path: String,
}

impl<'t> Spot<'t> {
    pub(crate) const fn new(value: &'t mut Value, path: String) -> Self {
        Self { value, path }
    }

    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// The value as it stands.
    pub(crate) fn peek(&self) -> &Value {
        self.value
    }

    /// The field, unless it is absent or null.
    pub(crate) fn field(&mut self, key: &str) -> Option<Spot<'_>> {
        let value = self.value.as_object_mut()?.get_mut(key).filter(|value| !value.is_null())?;
        Some(Spot { value, path: field_path(&self.path, key) })
    }

    /// The field, if it is a text.
    pub(crate) fn text_of(&self, key: &str) -> Option<&str> {
        self.value.get(key)?.as_str()
    }

    /// The items of the list under `key`; none where there is no list.
    pub(crate) fn items(&mut self, key: &str) -> impl Iterator<Item = Spot<'_>> {
        let path = field_path(&self.path, key);
        let items = self.value.get_mut(key).and_then(Value::as_array_mut);
        let items = items.into_iter().flatten().enumerate();
        items.map(move |(index, value)| Spot { value, path: format!("{path}[{index}]") })
    }

    /// Takes the whole of it.
    pub(crate) fn take(&mut self) -> Value {
        self.value.take()
    }

    /// Takes the field where it is a text that `understood` accepts.
    pub(crate) fn take_text_if(
        &mut self,
        key: &str,
        understood: impl FnOnce(&str) -> bool,
    ) -> Option<(String, String)> {
        let mut field = self.field(key)?;
        if !field.value.as_str().is_some_and(understood) {
            return None;
        }
        let Value::String(text) = field.take() else { return None };
        Some((text, field.path))
    }
}
