//! The class `RuleBook`.

use crate::error::OrThrowAt;
use crate::failure::{Answer, OrThrow};
use lkks::facts::Scalar;
use lkks::message::Code;
use lkks::{Decimal, Problem, canonical_json};
use wasm_bindgen::prelude::*;

/// Packs that fit together; never changes, so that every change gives a new one.
#[wasm_bindgen]
pub struct RuleBook(pub(crate) lkks::RuleBook);

#[wasm_bindgen]
impl RuleBook {
    /// Every pack that comes with the library.
    pub fn indonesia() -> Self {
        Self(lkks::RuleBook::indonesia())
    }

    /// A book without packs.
    pub fn empty() -> Self {
        Self(lkks::RuleBook::empty())
    }

    /// The book in this JSON text.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Answer<Self> {
        lkks::RuleBook::from_json(text).map(Self).or_throw()
    }

    /// The book as canonical JSON.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// This book and the pack in this JSON text.
    #[wasm_bindgen(js_name = withPack)]
    pub fn with_pack(&self, text: &str) -> Answer<Self> {
        self.0.with_json(text).map(Self).or_throw()
    }

    /// This book with a pack or series chosen over the law on its subject.
    pub fn using(&self, id: &str) -> Answer<Self> {
        self.0.using(id).map(Self).or_throw()
    }

    /// This book with a pack applied on any day.
    pub fn assuming(&self, id: &str) -> Answer<Self> {
        self.0.assuming(id).map(Self).or_throw()
    }

    /// This book with one figure set to a boolean, a number or a text.
    #[wasm_bindgen(js_name = withFigure)]
    pub fn with_figure(&self, pack: &str, figure: &str, value: &JsValue) -> Answer<Self> {
        let value = scalar(value).or_throw_at("value")?;
        self.0.with_figure(pack, figure, &value).map(Self).or_throw()
    }

    /// The packs' identifiers, in order.
    pub fn ids(&self) -> Vec<String> {
        self.0.plans().map(|plan| plan.id().to_owned()).collect()
    }

    /// What `using` has chosen.
    pub fn chosen(&self) -> Vec<String> {
        self.0.chosen().to_vec()
    }

    /// What `assuming` has assumed.
    pub fn assumed(&self) -> Vec<String> {
        self.0.assumed().to_vec()
    }

    /// A pack as it is written, as JSON.
    pub fn pack(&self, id: &str) -> Answer<String> {
        self.0.pack(id).map(canonical_json).or_throw()
    }

    /// The identifier of the version of a series that is in force on a day.
    #[wasm_bindgen(js_name = inForce)]
    pub fn in_force(&self, series: &str, on: &str) -> Answer<String> {
        let on = on.parse().or_throw_at("on")?;
        self.0.in_force(series, on).map(|plan| plan.id().to_owned()).or_throw()
    }

    /// What is doubtful in the packs, as JSON.
    pub fn lint(&self) -> String {
        canonical_json(&self.0.lint())
    }

    /// What changed from one pack to another, as JSON.
    pub fn compare(&self, a: &str, b: &str) -> Answer<String> {
        self.0.compare(a, b).map(|comparison| canonical_json(&comparison)).or_throw()
    }
}

/// A figure's value as JavaScript gives it.
fn scalar(value: &JsValue) -> Result<Scalar, lkks::Error> {
    let number = || value.as_f64().map(|number| Decimal::from_f64(number).map(Scalar::Number));
    let text = || value.as_string().map(|text| Ok(Scalar::Text(text)));
    let boolean = value.as_bool().map(|yes| Ok(Scalar::Boolean(yes)));
    boolean.or_else(number).or_else(text).unwrap_or_else(|| {
        Err(Problem::error(Code::WrongType).expected("true/false, number, text").into())
    })
}
