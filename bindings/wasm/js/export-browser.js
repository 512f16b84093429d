// The entry `lkks/export` for browsers and bundlers. The core's own entry says where the core lies.
import "./browser.js";
import { configure } from "./export-api.js";

configure(() => new URL("./lkks_export_bg.wasm", import.meta.url));

export { init, template, write } from "./export-api.js";
