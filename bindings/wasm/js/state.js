// The one place that holds the compiled module: every call into it goes through `wasm()`, so that
// forgetting `init()` gives our own error and never `__wbindgen_malloc is undefined`.
import instantiate, * as glue from "./glue.js";
import { LkksError } from "./error.js";

/** @type {(() => unknown) | undefined} */
let defaultSource;
/** @type {((source: unknown) => unknown)} */
let read = (source) => source;
/** @type {Promise<void> | undefined} */
let starting;
let ready = false;

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

/** The functions of the compiled module, once it is there. */
export function wasm() {
  if (!ready) {
    throw new LkksError("not-initialised", "call `await init()` before anything else of lkks");
  }
  return glue;
}
