// The entry for places that can neither fetch nor read a file: the module rides along as text.
import { base64 } from "./lkks_bg.base64.js";
import { configure } from "./state.js";

configure(() => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));

export * from "./api.js";
