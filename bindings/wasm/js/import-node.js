// The entry `lkks/import` for Node. The core's own entry says where the core lies.
import "./node.js";
import { configure } from "./import-api.js";
import { read } from "./read-node.js";

configure(() => new URL("./lkks_import_bg.wasm", import.meta.url), read);

export { Reading, init, read, readCsv, readFile } from "./import-api.js";
