// The one place that holds the compiled module: every call into it goes through `call()`, so that
// forgetting `init()` gives our own error and never `__wbindgen_malloc is undefined`, and so that
// nothing but an `LkksError` comes out.
import instantiate, * as glue from "./glue.js";
import { LkksError, fromFailure } from "./error.js";

/** @type {(() => unknown) | undefined} */
let defaultSource;
/** @type {((source: unknown) => unknown)} */
let read = (source) => source;
/** @type {Promise<void> | undefined} */
let starting;
let ready = false;
let instance = 0;

/** Called once by each entry: where its module lies, and how it reads a source it is given. */
export function configure(source, reader) {
  defaultSource = source;
  if (reader !== undefined) read = reader;
}

/** Loads the module once; later and concurrent calls wait for the first. */
export function init(source) {
  starting ??= start(source).catch((cause) => {
    // A failed download must not be the last word.
    starting = undefined;
    throw new LkksError("init-failed", `lkks could not be loaded: ${cause?.message ?? cause}`, {
      cause,
    });
  });
  return starting;
}

async function start(source) {
  const module = await read((await source) ?? (await defaultSource()));
  await instantiate({ module_or_path: module });
  ready = true;
}

/**
 * Does `work` with the functions of the compiled module.
 *
 * @template T
 * @param {(module: typeof glue) => T} work
 * @returns {T}
 */
export function call(work) {
  if (!ready) {
    throw new LkksError("not-initialised", "call `await init()` before anything else of lkks");
  }
  try {
    return work(glue);
  } catch (thrown) {
    if (typeof thrown === "string") throw fromFailure(thrown);
    if (thrown instanceof LkksError) throw thrown;
    // A trap leaves the module's memory and stack as they were in the middle of the call.
    glue.__wbg_reset_state();
    instance += 1;
    throw new LkksError("internal", `lkks failed, which is a fault of its own: ${thrown}`, {
      cause: thrown,
    });
  }
}

/** The error of an argument that cannot go across, worded by the core. */
export function refusal(code, path, { value, expected, names = [], cause } = {}) {
  return fromFailure(
    call((module) => module.failureOf(code, path, value, expected, names)),
    cause,
  );
}

/** The error of a number that JSON cannot carry. */
export function notANumber(number, path) {
  return fromFailure(call((module) => module.failureOfNumber(number, path)));
}

/** Which running of the compiled module this is; another follows a trap. */
export function current() {
  return instance;
}
