//! A code as one number, so that 91,599 of them are small and quick to find.

use lkks::region::{RegionCode, RegionLevel};

/// A code as a number; the order is that of codes as text, where a region comes before those that
/// it holds.
///
/// From the highest bits: the province, and then, each one larger than it is so that nothing is
/// less than 0, the regency, the district (8 bits each) and the village (16 bits).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key(u64);

/// The lowest bit of each tier's number, and the largest number.
const fn shape(level: RegionLevel) -> (u32, u16) {
    match level {
        RegionLevel::Province => (32, 99),
        RegionLevel::Regency => (24, 99),
        RegionLevel::District => (16, 99),
        RegionLevel::Village => (0, 9_999),
    }
}

impl Key {
    /// The whole country, which has no code.
    pub(crate) const COUNTRY: Self = Self(0);

    pub(crate) fn of(code: &RegionCode) -> Option<Self> {
        let numbers = code.as_str().split('.');
        numbers.zip(RegionLevel::ALL).try_fold(Self::COUNTRY, |key, (number, level)| {
            key.holding(*level, number.parse().ok()?)
        })
    }

    /// The region of this tier and number directly within this one.
    pub(crate) fn holding(self, level: RegionLevel, number: u16) -> Option<Self> {
        let (bit, largest) = shape(level);
        let one_more = u64::from(level != RegionLevel::Province);
        (number <= largest).then(|| Self(self.0 | ((u64::from(number) + one_more) << bit)))
    }

    pub(crate) fn level(self) -> RegionLevel {
        if self.0 & 0xffff != 0 {
            RegionLevel::Village
        } else if self.0 & 0xff_0000 != 0 {
            RegionLevel::District
        } else if self.0 & 0xff00_0000 != 0 {
            RegionLevel::Regency
        } else {
            RegionLevel::Province
        }
    }

    /// The least key behind this region and all that it holds.
    pub(crate) fn after(self) -> Self {
        Self(self.0 + (1 << shape(self.level()).0))
    }

    pub(crate) fn code(self) -> Option<RegionCode> {
        let number = |bit: u32, mask: u64| ((self.0 >> bit) & mask).saturating_sub(1);
        let province = self.0 >> 32;
        let (regency, district) = (number(24, 0xff), number(16, 0xff));
        let text = match self.level() {
            RegionLevel::Province => format!("{province:02}"),
            RegionLevel::Regency => format!("{province:02}.{regency:02}"),
            RegionLevel::District => format!("{province:02}.{regency:02}.{district:02}"),
            RegionLevel::Village => {
                format!("{province:02}.{regency:02}.{district:02}.{:04}", number(0, 0xffff))
            }
        };
        text.parse().ok()
    }

    /// The number of a village in its district; its first digit tells a kelurahan (1) from a desa.
    pub(crate) fn is_kelurahan(self) -> bool {
        (1_000..2_000).contains(&(self.0 & 0xffff).saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key(code: &str) -> Key {
        Key::of(&code.parse().unwrap()).unwrap()
    }

    proptest! {
        #[test]
        fn a_key_is_its_code_again_and_orders_as_it_does(
            codes in proptest::collection::vec("[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{4})?)?)?", 2),
        ) {
            let keys: Vec<_> = codes.iter().map(|code| key(code)).collect();
            for (key, code) in keys.iter().zip(&codes) {
                let again = key.code().unwrap();
                prop_assert_eq!(again.as_str(), code);
                prop_assert_eq!(key.level(), again.level());
            }
            prop_assert_eq!(keys[0].cmp(&keys[1]), codes[0].cmp(&codes[1]));
            let (one, other) = (keys[0].code().unwrap(), keys[1].code().unwrap());
            let between = keys[0] <= keys[1] && keys[1] < keys[0].after();
            prop_assert_eq!(one.contains(&other), between);
        }
    }

    #[test]
    fn a_kelurahan_has_a_number_that_starts_with_one() {
        assert!(key("33.75.01.1002").is_kelurahan());
        assert!(!key("33.26.01.2001").is_kelurahan());
        assert!(!key("33.75.01").is_kelurahan());
    }
}
