// The entry `lkks/import` for browsers and bundlers. The core's own entry says where the core lies.
import "./browser.js";
import { configure } from "./import-api.js";

configure(() => new URL("./lkks_import_bg.wasm", import.meta.url));

export { Reading, init, read, readCsv, readFile } from "./import-api.js";
