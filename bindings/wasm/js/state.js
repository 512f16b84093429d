// The one place that holds the compiled core.
import { fromFailure } from "./error.js";
import * as glue from "./glue.js";
import { CompiledModule } from "./module.js";

const core = new CompiledModule(glue, "lkks");

export const configure = (source, reader) => core.configure(source, reader);
export const init = (source) => core.init(source);

/** Does `work` with the functions of the compiled core. */
export const call = (work) => core.call(work);

/** Which running of the core this is; another follows a trap. */
export const current = () => core.instance;

/** The error of an argument that cannot go across, worded by the core. */
export function refusal(code, path, { value, expected, names = [], cause } = {}) {
  return fromFailure(
    call((module) => module.failureOf(code, path, value, expected, names)),
    cause,
  );
}

/** The error of a number that JSON cannot carry. */
export function notANumber(number, path) {
  return refusal("invalid-number", path, { value: String(number).replace("Infinity", "inf") });
}
