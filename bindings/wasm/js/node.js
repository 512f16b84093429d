// The entry for Node: the module is read from the package's own folder.
import { read } from "./read-node.js";
import { configure } from "./state.js";

configure(() => new URL("./lkks_bg.wasm", import.meta.url), read);

export * from "./api.js";
