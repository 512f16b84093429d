//! Files that are kept of what comes out, and written anew with `LKKS_BLESS=1`.

use std::fs;
use std::path::Path;

/// Whether what is kept is to be written anew.
fn blesses() -> bool {
    std::env::var_os("LKKS_BLESS").is_some_and(|value| value == "1")
}

/// Holds what comes out now against the file that is kept of it.
pub(crate) fn stands(file: &Path, now: impl AsRef<[u8]>) {
    let now = now.as_ref();
    if blesses() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, now).unwrap();
    }
    let kept = fs::read(file).unwrap_or_default();
    let lines = |bytes: &[u8]| bytes.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    let (new, old): (Vec<Vec<u8>>, Vec<Vec<u8>>) = (lines(now), lines(&kept));
    let same = new.iter().zip(&old).take_while(|(new, old)| new == old).count();
    // Not shown whole: it is long.
    assert!(
        now == kept,
        "{} differs from line {}, which is now {:?}; LKKS_BLESS=1 writes it anew",
        file.display(),
        same + 1,
        new.get(same).map(|line| String::from_utf8_lossy(line))
    );
}
