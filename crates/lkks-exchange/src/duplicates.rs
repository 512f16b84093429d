//! Organisations that are perhaps one entered twice, with what speaks for it.
//!
//! Names are compared without the words of form and kind; papers by their numbers. Nothing is
//! merged: which entry is right is for a person to say.

use crate::table::field::Field;
use crate::value::name::comparison_key;
use lkks::organisation::{CertificateKind, Organisation};
use lkks::region::{RegionCode, RegionLevel};
use std::collections::{BTreeMap, HashMap};

/// How alike two names must be that are not the same.
const ALIKE: f64 = 0.94;
/// How many neighbours in the order of names each name is compared with.
const NEIGHBOURS: usize = 6;

/// Two organisations that are perhaps one.
///
/// ```
/// use lkks_exchange::{Field, duplicates};
/// let register = lkks::Register::from_json(r#"{
///     "body": { "name": "LKKS Contoh", "level": "regency" },
///     "organisations": [
///         { "id": "a", "name": "Yys. Al-Contoh", "place": { "region": "33.75.01.1002" } },
///         { "id": "b", "name": "Panti Asuhan Contoh Lain" },
///         { "id": "c", "name": "YAYASAN AL CONTOH", "place": { "region": "33.75.01.1002" } } ] }"#)?;
/// let found = duplicates(&register.data().organisations);
/// assert_eq!((found[0].first, found[0].second), (0, 2));
/// assert_eq!(found[0].evidence, [Field::Name, Field::Village]);
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duplicate {
    /// The earlier one, by its number in the list.
    pub first: usize,
    /// The later one.
    pub second: usize,
    /// In what they agree, or nearly so.
    pub evidence: Vec<Field>,
}

/// Every two organisations of a list that are perhaps one, in the order of the later; each is told
/// with the earliest that it agrees with.
///
/// ```
/// # use lkks_exchange::duplicates;
/// assert!(duplicates(&[]).is_empty());
/// ```
pub fn duplicates(organisations: &[Organisation]) -> Vec<Duplicate> {
    let keys: Vec<String> = organisations.iter().map(|one| comparison_key(&one.name)).collect();
    let mut pairs: BTreeMap<(usize, usize), Vec<Field>> = BTreeMap::new();
    for (field, numbers) in [
        (Field::TaxNumber, numbers(organisations, tax_number)),
        (Field::ApprovalNumber, numbers(organisations, approval)),
        (Field::RegistrationNumber, numbers(organisations, registration)),
    ] {
        for pair in pairs_of(numbers) {
            pairs.entry(pair).or_default().push(field.clone());
        }
    }
    for (first, second) in same_names(organisations, &keys) {
        pairs.entry((first, second)).or_default().insert(0, Field::Name);
    }
    let mut found: BTreeMap<usize, Duplicate> = BTreeMap::new();
    for ((first, second), mut evidence) in pairs {
        let places =
            [(RegionLevel::Village, Field::Village), (RegionLevel::District, Field::District)];
        let shared = places.into_iter().find(|(level, _)| {
            let region = |index: usize| region_at(&organisations[index], *level);
            region(first).is_some_and(|mine| region(second) == Some(mine))
        });
        evidence.extend(shared.map(|(_, field)| field));
        found.entry(second).or_insert(Duplicate { first, second, evidence });
    }
    found.into_values().collect()
}

fn region_at(organisation: &Organisation, level: RegionLevel) -> Option<RegionCode> {
    organisation.place.as_ref()?.region.at(level)
}

/// Whether both may stand in one place: where either is not known, they may.
fn may_be_near(one: &Organisation, other: &Organisation) -> bool {
    let district = |organisation| region_at(organisation, RegionLevel::District);
    match (district(one), district(other)) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}

fn tax_number(organisation: &Organisation) -> Vec<&str> {
    let papers = organisation.documents.iter().filter(|record| record.document == "npwp");
    papers.filter_map(|record| record.number.as_deref()).collect()
}

fn approval(organisation: &Organisation) -> Vec<&str> {
    organisation.approvals.iter().filter_map(|paper| paper.number.as_deref()).collect()
}

fn registration(organisation: &Organisation) -> Vec<&str> {
    let registrations = organisation.certificates.iter();
    let registrations = registrations.filter(|one| one.kind == CertificateKind::Registration);
    registrations.filter_map(|certificate| certificate.number.as_deref()).collect()
}

/// Who has which number, by its letters and digits.
fn numbers(
    organisations: &[Organisation],
    of: fn(&Organisation) -> Vec<&str>,
) -> HashMap<String, Vec<usize>> {
    let mut numbers: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, organisation) in organisations.iter().enumerate() {
        for number in of(organisation) {
            let plain: String = number
                .chars()
                .filter(|c| c.is_alphanumeric())
                .flat_map(char::to_lowercase)
                .collect();
            // `12` and the like are written by everybody.
            if plain.len() >= 5 {
                numbers.entry(plain).or_default().push(index);
            }
        }
    }
    numbers
}

/// Each with the first of those that share something with it.
fn pairs_of(shared: HashMap<String, Vec<usize>>) -> impl Iterator<Item = (usize, usize)> {
    shared.into_values().flat_map(|mut all| {
        all.dedup();
        let first = all.first().copied();
        all.into_iter().skip(1).filter_map(move |later| Some((first?, later)))
    })
}

/// Organisations of one name, or nearly one, in places that may be one.
fn same_names(organisations: &[Organisation], keys: &[String]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut by_name: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, key) in keys.iter().enumerate().filter(|(_, key)| !key.is_empty()) {
        let same = by_name.entry(key).or_default();
        let near = same
            .iter()
            .find(|earlier| may_be_near(&organisations[**earlier], &organisations[index]));
        pairs.extend(near.map(|earlier| (*earlier, index)));
        same.push(index);
    }
    let reversed: Vec<String> = keys.iter().map(|key| key.chars().rev().collect()).collect();
    for order in [keys, &reversed] {
        let mut sorted: Vec<usize> =
            (0..keys.len()).filter(|index| keys[*index].len() >= 5).collect();
        sorted.sort_by(|a, b| order[*a].cmp(&order[*b]).then(a.cmp(b)));
        for (position, one) in sorted.iter().enumerate() {
            for other in sorted.iter().skip(position + 1).take(NEIGHBOURS) {
                let (first, second) = (*one.min(other), *one.max(other));
                let surely_near = may_be_near(&organisations[first], &organisations[second])
                    && organisations[first].place.is_some();
                if keys[first] != keys[second]
                    && surely_near
                    && digits(&keys[first]) == digits(&keys[second])
                    && strsim::jaro_winkler(&keys[first], &keys[second]) >= ALIKE
                {
                    pairs.push((first, second));
                }
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// `Contoh 1` and `Contoh 2` are two.
fn digits(key: &str) -> String {
    key.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use lkks::Register;
    use serde_json::{Value, json};

    fn found(organisations: &Value) -> Vec<(usize, usize, Vec<String>)> {
        let register = json!({
            "body": { "name": "LKKS", "level": "regency" }, "organisations": organisations,
        });
        let register = Register::from_json(&register.to_string()).unwrap_or_else(|e| panic!("{e}"));
        let found = duplicates(&register.data().organisations).into_iter();
        found
            .map(|one| (one.first, one.second, one.evidence.iter().map(Field::to_string).collect()))
            .collect()
    }

    #[test]
    fn one_name_in_two_districts_is_two_organisations() {
        let at = |id: &str, name: &str, region: &str| json!({ "id": id, "name": name, "place": { "region": region } });
        let west = at("a", "Yayasan Al Contoh", "33.75.01.1002");
        assert!(found(&json!([west, at("b", "Yys. Al-Contoh", "33.75.02.1002")])).is_empty());
        let near = found(&json!([west, at("b", "Yys. Al-Contoh", "33.75.01.1003")]));
        assert_eq!(near, [(0, 1, vec!["name".to_owned(), "district".to_owned()])]);
    }

    #[test]
    fn one_number_of_a_paper_is_evidence_whatever_the_names() {
        let of = |id: &str, name: &str| json!({ "id": id, "name": name, "documents": [{ "document": "npwp", "number": "01.234.567.8-501.000" }] });
        let pair = found(&json!([of("a", "Contoh"), of("b", "Teladan")]));
        assert_eq!(pair, [(0, 1, vec!["tax_number".to_owned()])]);
    }

    #[test]
    fn a_slip_in_a_name_is_found_near_and_numbered_names_are_two() {
        let at = |id: &str, name: &str| json!({ "id": id, "name": name, "place": { "region": "33.75.01.1002" } });
        assert_eq!(
            found(&json!([at("a", "Yayasan Harapan Contoh"), at("b", "Yayasan Harapn Contoh")]))
                .len(),
            1
        );
        assert!(
            found(&json!([at("a", "Yayasan Contoh 1"), at("b", "Yayasan Contoh 2")])).is_empty()
        );
        assert!(found(&json!([at("a", "Yayasan Harapan"), at("b", "Yayasan Teladan")])).is_empty());
    }
}
