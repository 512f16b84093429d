//! Areas: regions by their codes, and the neighbourhoods (RW, RT) within them.

use crate::standard::table;
use lkks::region::{NeighbourhoodNumber, Place, RegionCode};
use lkks::register::RegisterData;
use serde_json::Value;
use std::collections::BTreeMap;

/// The identifier of the narrowest area known of a place: `33.75.01.1002/rw3/rt2`.
pub(super) fn id(place: &Place) -> String {
    let Place { region, rw, rt, address: _ } = place;
    let number = |name: &str, number: &Option<NeighbourhoodNumber>| {
        number.map(|number| format!("/{name}{}", number.get())).unwrap_or_default()
    };
    format!("{region}{}{}", number("rw", rw), number("rt", rt))
}

/// What an identifier of an area says: the region, and the numbers of RW and RT.
pub(super) fn parts(id: &str) -> Option<(&str, Option<u16>, Option<u16>)> {
    let mut parts = id.split('/').peekable();
    let region = parts.next().filter(|region| region.parse::<RegionCode>().is_ok())?;
    let mut number = |name: &str| {
        let number = parts.peek()?.strip_prefix(name)?.parse().ok()?;
        parts.next();
        Some(number)
    };
    let (rw, rt) = (number("rw"), number("rt"));
    parts.next().is_none().then_some((region, rw, rt))
}

/// Every area that the register speaks of, and those that hold it, the widest first.
pub(super) fn areas(data: &RegisterData) -> Value {
    let mut areas: BTreeMap<String, Value> = BTreeMap::new();
    for region in data.regions.keys().chain(&data.body.region) {
        add_region(region, data, &mut areas);
    }
    for place in data.organisations.iter().filter_map(|organisation| organisation.place.as_ref()) {
        add_region(&place.region, data, &mut areas);
        let with_rw = Place { rt: None, ..place.clone() };
        let without = Place { rw: None, ..with_rw.clone() };
        if let Some(rw) = place.rw {
            areas.insert(id(&with_rw), neighbourhood(&with_rw, "rw", rw, &without));
        }
        if let Some(rt) = place.rt {
            areas.insert(id(place), neighbourhood(place, "rt", rt, &with_rw));
        }
    }
    areas.into_values().collect()
}

fn add_region(region: &RegionCode, data: &RegisterData, areas: &mut BTreeMap<String, Value>) {
    let mut next = Some(region.clone());
    while let Some(region) = next.filter(|region| !areas.contains_key(region.as_str())) {
        let parent = region.parent();
        let area = table([
            ("id", region.as_str().into()),
            ("name", data.regions.get(&region).map(String::as_str).into()),
            ("identifier", region.as_str().into()),
            ("classification", region.level().key().into()),
            ("parent_id", parent.as_ref().map(RegionCode::as_str).into()),
        ]);
        areas.insert(region.to_string(), area);
        next = parent;
    }
}

fn neighbourhood(place: &Place, kind: &str, number: NeighbourhoodNumber, within: &Place) -> Value {
    table([
        ("id", id(place).into()),
        ("name", format!("{} {:03}", kind.to_uppercase(), number.get()).into()),
        ("classification", kind.into()),
        ("parent_id", id(within).into()),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_told_by_the_identifier_of_its_area() {
        for (text, expected) in [
            ("33.75.01.1002", Some(("33.75.01.1002", None, None))),
            ("33.75/rw3", Some(("33.75", Some(3), None))),
            ("33.75/rt2", Some(("33.75", None, Some(2)))),
            ("33.75/rw3/rt2", Some(("33.75", Some(3), Some(2)))),
            ("33.75/rt2/rw3", None),
            ("33.75/rwx", None),
            ("boston", None),
            ("", None),
        ] {
            assert_eq!(parts(text), expected, "{text}");
        }
    }
}
