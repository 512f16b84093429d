// What every entry of the package exports, whatever the way its module is loaded.
import { wasm } from "./state.js";

export { LkksError } from "./error.js";
export { init } from "./state.js";

/** The version of the library, the same in all its languages. */
export function version() {
  return wasm().version();
}
