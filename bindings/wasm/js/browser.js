// The entry for browsers and bundlers. `new URL(…, import.meta.url)` is the form that bundlers
// recognise, and copy the file for.
import { configure } from "./state.js";

configure(() => new URL("./lkks_bg.wasm", import.meta.url));

export * from "./api.js";
