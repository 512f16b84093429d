//! The page of all codes, made from the catalogue.

use std::path::PathBuf;

use serde_json::Value;

use super::Made;
use super::schemas::Schemas;

const OPENING: &str = "\
# Codes of problems

Everything that lkks finds wrong, odd or worth knowing in an input has one of these codes. A code \
never changes its meaning; its texts may be worded better. Each problem says besides where it is \
(`path`, `line`, `column`, in a workbook also `sheet`), the value found, what was expected, and \
what was perhaps meant.

| severity | means |
| --- | --- |
| `error` | this cannot be used until it is mended; a strict reading is refused |
| `warning` | it is used as told; a person should look |
| `note` | it is used as told; a person may want to know |

`{value}`, `{expected}` and `{suggestion}` stand for what is told of the problem at hand. Made by \
`cargo xtask generate` from the catalogue in `crates/lkks/src/message/codes.rs`.

| code | in English | dalam bahasa Indonesia |
| --- | --- | --- |
";

/// `CODES.md`.
pub(super) fn page(schemas: &Schemas) -> Made {
    let text = |code: &Value, key: &str| code[key].as_str().unwrap_or_default().replace('|', "\\|");
    let row = |code: &Value| {
        let (key, en, id) = (text(code, "code"), text(code, "en"), text(code, "id"));
        format!("| `{key}` | {en} | {id} |\n")
    };
    let rows: String = schemas.codes.iter().map(row).collect();
    Made { path: PathBuf::from("CODES.md"), text: format!("{OPENING}{rows}") }
}
