import { fromFailure } from "./error.js";
import { memo } from "./memo.js";
import { Register } from "./register.js";

/** What came of reading: taken out of the compiled module at once, which then gives its memory back. */
export class Reading {
  #parts;

  /** @param {{ register?: string, problems: string, mapping: string, json: string, refusal?: string }} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  get register() {
    const { register } = this.#parts;
    return register === undefined ? null : memo(this, "register", () => Register.fromJson(register));
  }

  get problems() {
    return memo(this, "problems", () => JSON.parse(this.#parts.problems));
  }

  get mapping() {
    return memo(this, "mapping", () => JSON.parse(this.#parts.mapping));
  }

  get hasErrors() {
    return this.#parts.refusal !== undefined;
  }

  intoRegister() {
    if (this.#parts.refusal !== undefined) throw fromFailure(this.#parts.refusal);
    return this.register;
  }

  toJson() {
    return this.#parts.json;
  }

  toJSON() {
    return JSON.parse(this.#parts.json);
  }
}
