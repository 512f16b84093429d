/** Every error this package throws on purpose; `code` is stable, `message` is for people. */
export class LkksError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {{ path?: string, problems?: readonly object[], cause?: unknown }} [details]
   */
  constructor(code, message, { path, problems = [], cause } = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "LkksError";
    this.code = code;
    this.path = path;
    this.problems = problems;
  }
}
