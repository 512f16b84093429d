/** Every error this package throws; `code` is stable, `message` is for people. */
export class LkksError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {{ path?: string, problems?: readonly object[], cause?: unknown }} [details]
   */
  constructor(code, message, { path = "", problems = [], cause } = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.path = path;
    this.problems = problems;
  }

  /** The error as plain data: the same in every language of the library. */
  toJSON() {
    return { code: this.code, path: this.path, problems: this.problems };
  }
}

// On the prototype, where the built-in errors have it, so that it does not show among the fields.
Object.defineProperty(LkksError.prototype, "name", {
  value: "LkksError",
  configurable: true,
  writable: true,
});

/** The error in the one form in which the compiled module writes it. */
export function fromFailure(failure, cause) {
  const { error, message } = JSON.parse(failure);
  return new LkksError(error.code, message, { ...error, cause });
}
