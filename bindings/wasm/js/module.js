import { LkksError, fromFailure } from "./error.js";

/**
 * A compiled module and its glue. Every call into it goes through {@link call}, so that forgetting
 * `init()` gives our own error and never `__wbindgen_malloc is undefined`, and so that nothing but
 * an `LkksError` comes out.
 */
export class CompiledModule {
  #glue;
  #entry;
  #defaultSource;
  #read = (source) => source;
  /** @type {Promise<void> | undefined} */
  #starting;
  #ready = false;
  /** Which running of the module this is; another follows a trap. */
  instance = 0;

  /** @param {string} entry the entry of the package whose `init` loads it */
  constructor(glue, entry) {
    this.#glue = glue;
    this.#entry = entry;
  }

  /** Called once by each entry: where its module lies, and how it reads a source it is given. */
  configure(source, reader) {
    this.#defaultSource = source;
    if (reader !== undefined) this.#read = reader;
  }

  /** Loads the module once; later and concurrent calls wait for the first. */
  init(source) {
    this.#starting ??= this.#start(source).catch((cause) => {
      // A failed download must not be the last word.
      this.#starting = undefined;
      const message = `${this.#entry} could not be loaded: ${cause?.message ?? cause}`;
      throw new LkksError("init-failed", message, { cause });
    });
    return this.#starting;
  }

  async #start(source) {
    const module = await this.#read((await source) ?? (await this.#defaultSource()));
    await this.#glue.default({ module_or_path: module });
    this.#ready = true;
  }

  /**
   * Does `work` with the functions of the module.
   *
   * @template T
   * @param {(glue: any) => T} work
   * @returns {T}
   */
  call(work) {
    if (!this.#ready) {
      const message = `call \`await init()\` of ${this.#entry} before anything else of it`;
      throw new LkksError("not-initialised", message);
    }
    try {
      return work(this.#glue);
    } catch (thrown) {
      if (typeof thrown === "string") throw fromFailure(thrown);
      if (thrown instanceof LkksError) throw thrown;
      // A trap leaves the module's memory and stack as they were in the middle of the call.
      this.#glue.__wbg_reset_state();
      this.instance += 1;
      const message = `${this.#entry} failed, which is a fault of its own: ${thrown}`;
      throw new LkksError("internal", message, { cause: thrown });
    }
  }
}
