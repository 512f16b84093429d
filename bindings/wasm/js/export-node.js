// The entry `lkks/export` for Node. The core's own entry says where the core lies.
import "./node.js";
import { configure } from "./export-api.js";
import { read } from "./read-node.js";

configure(() => new URL("./lkks_export_bg.wasm", import.meta.url), read);

export { init, template, write } from "./export-api.js";
