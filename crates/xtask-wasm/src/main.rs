//! `xtask-wasm MODULE OUT_DIR NAME`: writes `NAME.js` and `NAME_bg.wasm`.
//!
//! wasm-bindgen's own generator as a library: the version comes from Cargo.lock and nothing needs
//! to be installed.

use std::env;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [module, out_dir, name] = arguments.as_slice() else {
        bail!("usage: xtask-wasm MODULE OUT_DIR NAME");
    };
    Bindgen::new()
        .input_path(module)
        .out_name(name)
        .web(true)?
        // The types that users see are written by hand, in js/index.d.ts.
        .typescript(false)
        // The package says itself where its module is: an `import.meta.url` in the glue would
        // trip the bundlers for which `lkks/inline` exists.
        .omit_default_module_path(true)
        .remove_producers_section(true)
        // What the package calls after a trap.
        .reset_state_function(true)
        .generate(out_dir)
        .with_context(|| format!("cannot generate the glue of {module}"))
}
