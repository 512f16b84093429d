//! Organisations that are perhaps one entered twice, with what speaks for it.
//!
//! Names are compared without the words of form and kind; papers by their numbers. Nothing is
//! merged: which entry is right is for a person to say.

use crate::parallel::{both, threads};
use crate::table::field::Field;
use crate::value::name::comparison_key;
use crate::value::text::letters_of;
use lkks::organisation::{CertificateKind, Organisation};
use lkks::region::{RegionCode, RegionLevel};
use std::collections::{BTreeMap, HashMap};

/// How alike two names must be that are not the same.
const ALIKE: f64 = 0.94;
/// How many neighbours in the order of names each name is compared with.
const NEIGHBOURS: usize = 6;

/// From how many organisations on a second thread is worth its while.
const LARGE: usize = 5000;

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
    let is_large = organisations.len() >= LARGE && threads() > 1;
    let papers: [(Field, Numbers); 3] = [
        (Field::TaxNumber, tax_number),
        (Field::ApprovalNumber, approval),
        (Field::RegistrationNumber, registration),
    ];
    let numbers = || papers.clone().map(|(field, of)| (field, same_numbers(organisations, of)));
    let (numbers, names) = both(is_large, numbers, || same_names(organisations, is_large));
    let mut pairs: BTreeMap<(usize, usize), Vec<Field>> = BTreeMap::new();
    for (field, found) in numbers {
        for pair in found {
            pairs.entry(pair).or_default().push(field.clone());
        }
    }
    for pair in names {
        pairs.entry(pair).or_default().insert(0, Field::Name);
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

fn district(organisation: &Organisation) -> Option<&str> {
    let region = &organisation.place.as_ref()?.region;
    // Asked so often that no code of its own is made.
    region.as_str().get(..DISTRICT)
}

/// The length of the code of a district.
const DISTRICT: usize = "33.75.01".len();

/// Whether both may stand in one place: where either is not known, they may.
fn may_be_near(one: &Organisation, other: &Organisation) -> bool {
    match (district(one), district(other)) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}

/// The numbers of one kind of paper, by their letters and digits.
type Numbers = fn(&Organisation) -> Vec<String>;

fn tax_number(organisation: &Organisation) -> Vec<String> {
    let papers = organisation.documents.iter().filter(|record| record.document == "npwp");
    let numbers = papers.filter_map(|record| record.number.as_deref()).map(plain);
    // A number of 15 digits goes on as the same with a zero before it.
    let long = |number: String| if number.len() == 15 { format!("0{number}") } else { number };
    numbers.map(long).collect()
}

fn approval(organisation: &Organisation) -> Vec<String> {
    organisation.approvals.iter().filter_map(|paper| paper.number.as_deref()).map(plain).collect()
}

fn registration(organisation: &Organisation) -> Vec<String> {
    let registrations = organisation.certificates.iter();
    let registrations = registrations.filter(|one| one.kind == CertificateKind::Registration);
    registrations.filter_map(|certificate| certificate.number.as_deref()).map(plain).collect()
}

/// Each with the first of those that have the same number.
fn same_numbers(organisations: &[Organisation], of: Numbers) -> Vec<(usize, usize)> {
    let mut first: HashMap<String, usize> = HashMap::new();
    let mut pairs = Vec::new();
    for (index, organisation) in organisations.iter().enumerate() {
        for plain in of(organisation) {
            // `12` and the like are written by everybody.
            if plain.len() < 5 {
                continue;
            }
            let first = *first.entry(plain).or_insert(index);
            if first != index && pairs.last() != Some(&(first, index)) {
                pairs.push((first, index));
            }
        }
    }
    pairs
}

fn plain(number: &str) -> String {
    let mut plain = String::with_capacity(number.len());
    for c in number.chars().filter(|c| c.is_alphanumeric()) {
        if c.is_ascii() {
            plain.push(c.to_ascii_lowercase());
        } else {
            plain.extend(c.to_lowercase());
        }
    }
    plain
}

/// Organisations of one name, or nearly one, in places that may be one.
fn same_names(organisations: &[Organisation], is_large: bool) -> Vec<(usize, usize)> {
    let keys: Vec<String> = organisations.iter().map(|one| comparison_key(&one.name)).collect();
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
    let letters: Vec<u64> = keys.iter().map(|key| letters_of(key)).collect();
    // Beside each other, since neighbours in the order of names are far from each other in memory.
    let districts: Vec<Option<&str>> = organisations.iter().map(district).collect();
    let placed: Vec<bool> = organisations.iter().map(|one| one.place.is_some()).collect();
    let mut numbers: HashMap<&str, u32> = HashMap::new();
    let districts: Vec<u32> = districts
        .into_iter()
        .map(|district| match (district, u32::try_from(numbers.len() + 1)) {
            (Some(district), Ok(next)) => *numbers.entry(district).or_insert(next),
            _ => 0,
        })
        .collect();
    let is_near = |first: usize, second: usize| {
        let (one, other) = (districts[first], districts[second]);
        (one == other || one == 0 || other == 0) && placed[first]
    };
    let is_alike = |first: usize, second: usize| {
        let (one, other) = (&keys[first], &keys[second]);
        one != other
            && digits(one).eq(digits(other))
            && may_be_alike((one, letters[first]), (other, letters[second]))
            && strsim::jaro_winkler(one, other) >= ALIKE
    };
    let neighbours = |texts: &[String]| {
        let (sorted, mut alike) = (in_order(texts), Vec::new());
        for (position, one) in sorted.iter().enumerate() {
            for other in sorted.iter().skip(position + 1).take(NEIGHBOURS) {
                let (first, second) = (*one.min(other), *one.max(other));
                if is_near(first, second) && is_alike(first, second) {
                    alike.push((first, second));
                }
            }
        }
        alike
    };
    let (forwards, backwards) = both(is_large, || neighbours(&keys), || neighbours(&reversed));
    pairs.extend(forwards.into_iter().chain(backwards));
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The positions of the longer keys in the order of these texts of theirs.
fn in_order(texts: &[String]) -> Vec<usize> {
    // Nearly all are told apart by their first bytes.
    let first = |text: &String| {
        let mut first = [0; 8];
        first.iter_mut().zip(text.bytes()).for_each(|(place, byte)| *place = byte);
        u64::from_be_bytes(first)
    };
    let long = texts.iter().enumerate().filter(|(_, text)| text.len() >= 5);
    let mut sorted: Vec<(u64, usize)> = long.map(|(index, text)| (first(text), index)).collect();
    sorted.sort_unstable_by(|(a, one), (b, other)| {
        a.cmp(b).then_with(|| texts[*one].cmp(&texts[*other])).then(one.cmp(other))
    });
    sorted.into_iter().map(|(_, index)| index).collect()
}

/// Whether two keys have so many letters in common that they may be alike; it takes no more than a
/// few instructions to see that most are not.
fn may_be_alike((one, mine): (&str, u64), (other, theirs): (&str, u64)) -> bool {
    if !one.is_ascii() || !other.is_ascii() {
        return true;
    }
    let common =
        |text: &str, missing: u64| text.len().saturating_sub(missing.count_ones() as usize);
    let most = common(one, mine & !theirs).min(common(other, theirs & !mine));
    let part = |text: &str| most as f64 / text.len() as f64;
    let jaro = (part(one) + part(other) + 1.0) / 3.0;
    let same = one.bytes().zip(other.bytes()).take(4).take_while(|(a, b)| a == b).count();
    // A hair more, since sums of floats are not exact.
    jaro + 0.1 * same as f64 * (1.0 - jaro) >= ALIKE - 1e-9
}

/// `Contoh 1` and `Contoh 2` are two.
fn digits(key: &str) -> impl Iterator<Item = u8> {
    key.bytes().filter(u8::is_ascii_digit)
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

    proptest::proptest! {
        #[test]
        fn what_is_alike_is_never_passed_over(
            one in "[a-c0-2é]{0,4}[a-f]{1,8}", other in "[a-c0-2é]{0,4}[a-f]{1,8}"
        ) {
            let may_be = may_be_alike((&one, letters_of(&one)), (&other, letters_of(&other)));
            proptest::prop_assert!(may_be || strsim::jaro_winkler(&one, &other) < ALIKE);
        }

        #[test]
        fn the_order_is_that_of_the_texts(
            texts in proptest::collection::vec("[ab]{4,10}", 0..20)
        ) {
            let mut expected: Vec<usize> = (0..texts.len()).filter(|i| texts[*i].len() >= 5).collect();
            expected.sort_by_key(|index| &texts[*index]);
            proptest::prop_assert_eq!(in_order(&texts), expected);
        }
    }

    #[test]
    fn one_number_of_a_paper_is_evidence_whatever_the_names() {
        let of = |id: &str, name: &str| json!({ "id": id, "name": name, "documents": [{ "document": "npwp", "number": "01.234.567.8-501.000" }] });
        let pair = found(&json!([of("a", "Contoh"), of("b", "Teladan")]));
        assert_eq!(pair, [(0, 1, vec!["tax_number".to_owned()])]);
    }

    #[test]
    fn a_tax_number_is_the_same_in_both_its_lengths() {
        let of = |id: &str, name: &str, number: &str| json!({ "id": id, "name": name, "documents": [{ "document": "npwp", "number": number }] });
        let short = of("a", "Contoh", "01.234.567.4-501.000");
        let pair = found(&json!([short, of("b", "Teladan", "0012345674501000")]));
        assert_eq!(pair, [(0, 1, vec!["tax_number".to_owned()])]);
        assert!(found(&json!([short, of("b", "Teladan", "1012345674501000")])).is_empty());
        // A zero in front is part of the number of another paper.
        let registered = |id: &str, name: &str, number: &str| json!({ "id": id, "name": name, "certificates": [{ "kind": "registration", "number": number, "issued": "2020" }] });
        let others = [registered("a", "Contoh", "012345"), registered("b", "Teladan", "0012345")];
        assert!(found(&json!(others)).is_empty());
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
