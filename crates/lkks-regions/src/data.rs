//! Unpacking what `cargo xtask regions` has packed; the README beside the data says how.

use crate::Regions;
use crate::key::Key;
use lkks::region::RegionLevel;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use std::sync::OnceLock;

/// More than all names and codes have.
const LARGEST: usize = 4 << 20;

impl Regions {
    /// The regions in packed data; nothing where it is not such data.
    pub(crate) fn unpacked(data: &[u8]) -> Option<Self> {
        let unpacked = decompress_to_vec_with_limit(data, LARGEST).ok()?;
        let mut bytes = unpacked.as_slice();
        let mut keys = keys(&mut bytes)?;
        keys.sort_unstable();
        let names = String::from_utf8(bytes.to_vec()).ok()?;
        let ends = names.match_indices('\n').map(|(end, _)| u32::try_from(end));
        let ends = ends.collect::<Result<Vec<_>, _>>().ok()?;
        (ends.len() == keys.len()).then_some(Self { keys, names, ends, index: OnceLock::new() })
    }
}

/// One line of a text, of which `ends` tells where each line ends.
pub(crate) fn line<'a>(text: &'a str, ends: &[u32], number: usize) -> &'a str {
    let end = |number: usize| ends.get(number).map(|end| *end as usize);
    let start = number.checked_sub(1).and_then(end).map_or(0, |end| end + 1);
    end(number).and_then(|end| text.get(start..end)).unwrap_or("")
}

fn keys(bytes: &mut &[u8]) -> Option<Vec<Key>> {
    let mut all = Vec::new();
    let mut wider = vec![Key::COUNTRY];
    for level in RegionLevel::ALL {
        let mut held = Vec::new();
        for region in wider {
            let mut last = 0_u16;
            for _ in 0..number(bytes)? {
                last = last.checked_add(number(bytes)?)?;
                held.push(region.holding(*level, last)?);
            }
        }
        all.extend(&held);
        wider = held;
    }
    Some(all)
}

/// A number as LEB128: seven bits a byte, the lowest first.
fn number(bytes: &mut &[u8]) -> Option<u16> {
    let mut number = 0_u32;
    for shift in [0, 7, 14] {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return u16::try_from(number).ok();
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::deflate::compress_to_vec;
    use proptest::prelude::*;

    #[test]
    fn packed_regions_are_read() {
        let mut bytes = vec![1, 33, 1, 75, 2, 1, 1, 2, 0xea, 7, 1, 0];
        bytes.extend("Jateng\nKota\nBarat\nMedono\nPodosugih\nTimur\n".bytes());
        let regions = Regions::unpacked(&compress_to_vec(&bytes, 6)).unwrap();
        let name = |code: &str| regions.name(&code.parse().unwrap()).map(str::to_owned);
        assert_eq!(name("33.75.01.1002").as_deref(), Some("Medono"));
        assert_eq!(name("33.75.01.1003").as_deref(), Some("Podosugih"));
        assert_eq!(name("33.75.02").as_deref(), Some("Timur"));
        assert_eq!(name("33.75.02.1002"), None);
    }

    proptest! {
        #[test]
        fn other_bytes_are_no_regions_or_some(bytes: Vec<u8>) {
            for data in [compress_to_vec(&bytes, 1), bytes] {
                if let Some(regions) = Regions::unpacked(&data) {
                    for id in 0..=regions.len() {
                        regions.region(id);
                    }
                }
            }
        }
    }
}
