// From values of JavaScript to what goes across: JSON text, texts and days. JSON would turn NaN
// into null, a Map into {} and a function into nothing; here each is refused where it stands.
import { LkksError } from "./error.js";
import { notANumber, refusal } from "./state.js";

/** The deepest nesting that the core reads. */
const MAX_DEPTH = 127;
/** The longest text that the core reads. */
const MAX_LENGTH = 256 * 1024 * 1024;
/** Every kind of value that JSON has. */
const ANYTHING = "table, list, text, number, true/false, null";

/** A value in the words the core uses for one it refuses. */
function describe(value) {
  if (typeof value === "string") return `"${value}"`;
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function" || typeof value === "symbol") return typeof value;
  if (value === null || typeof value !== "object") return String(value);
  try {
    return Array.isArray(value) ? "[…]" : isPlain(value) ? "{…}" : kindOf(value);
  } catch {
    return "object";
  }
}

/** What the language calls an object: `Map` of `[object Map]`. */
function kindOf(value) {
  return Object.prototype.toString.call(value).slice("[object ".length, -1);
}

function isPlain(value) {
  return kindOf(value) === "Object";
}

/** The error of a value of another kind than `expected`. */
export function wrongType(value, path, expected, cause) {
  return refusal("wrong-type", path, { value: describe(value), expected, cause });
}

/** A text, or the error that says it is none. */
export function text(value, path) {
  if (typeof value === "string") return value;
  throw wrongType(value, path, "text");
}

/** A day: ISO text, or what writes itself so, as `Temporal.PlainDate` does. */
export function day(value, path) {
  const written = guarded(value, () => path, "text", () => {
    const writesItself =
      typeof value === "object" &&
      value !== null &&
      !Array.isArray(value) &&
      // A moment, which is on different days in different places.
      !(value instanceof Date) &&
      typeof value.toString === "function" &&
      value.toString !== Object.prototype.toString;
    return writesItself ? value.toString() : value;
  });
  return text(written, path);
}

/** The options of a call: an object with none but these names. */
export function options(value, known) {
  if (value === undefined) return {};
  return guarded(value, () => "options", "table", () => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw wrongType(value, "options", "table");
    }
    const unknown = Object.keys(value).find((name) => !known.includes(name));
    if (unknown === undefined) return { ...value };
    const expected = known.join(", ");
    throw refusal("unknown-field", unknown, { value: unknown, expected, names: known });
  });
}

/** JSON text as it is given, or an object written as JSON text; `root` begins every path. */
export function json(value, root = "") {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) throw wrongType(value, root, "table");
  const writer = new Writer(root);
  return guarded(value, () => writer.path(), ANYTHING, () => writer.write(value));
}

/** Code of the caller's that runs here (getters, proxies, `toJSON`) may throw anything. */
function guarded(value, path, expected, work) {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof LkksError) throw cause;
    throw wrongType(value, path(), expected, cause);
  }
}

/** Writes a value as JSON and knows, all the way, where it is. */
class Writer {
  #parts = [];
  #length = 0;
  /** The keys and positions on the way to the value at hand, and the objects passed. */
  #way = [];
  #passed = [];
  #root;

  constructor(root) {
    this.#root = root;
  }

  write(value) {
    this.#value(value);
    return this.#parts.join("");
  }

  #add(part) {
    this.#length += part.length;
    if (this.#length > MAX_LENGTH) {
      const most = `${MAX_LENGTH} B`;
      throw refusal("too-large", this.path(), { value: `> ${most}`, expected: most });
    }
    this.#parts.push(part);
  }

  /** Where it is, as a reader writes it: `organisations[3].name`. */
  path() {
    return this.#way.reduce((path, step) => {
      if (typeof step === "number") return `${path}[${step}]`;
      return path === "" ? step : `${path}.${step}`;
    }, this.#root);
  }

  #value(given) {
    const value = this.#asData(given);
    switch (typeof value) {
      case "string":
        return this.#string(value);
      case "boolean":
        return this.#add(String(value));
      case "number":
        if (!Number.isFinite(value)) throw notANumber(value, this.path());
        return this.#add(JSON.stringify(value));
      case "object":
        if (value === null) return this.#add("null");
        if (Array.isArray(value)) return this.#within(value, () => this.#array(value));
        if (isPlain(value)) return this.#within(value, () => this.#object(value));
    }
    throw wrongType(value, this.path(), ANYTHING);
  }

  /** What a value says it is as data; a `Date` does too, but says null when it is invalid. */
  #asData(value) {
    if (typeof value !== "object" || value === null || value instanceof Date) return value;
    return typeof value.toJSON === "function" ? value.toJSON() : value;
  }

  #string(value) {
    // Half a character has no UTF-8, and would go across as another text.
    if (!value.isWellFormed()) {
      throw refusal("invalid-json", this.path(), { value: JSON.stringify(value) });
    }
    this.#add(JSON.stringify(value));
  }

  #within(value, write) {
    if (this.#passed.length >= MAX_DEPTH) {
      // An object within itself is as deep as can be; where it closes is the better place to name.
      const closing = this.#passed.findIndex((one, at) => this.#passed.indexOf(one) < at);
      if (closing >= 0) this.#way.length = closing;
      throw refusal("too-deep", this.path(), { expected: String(MAX_DEPTH) });
    }
    this.#passed.push(value);
    write();
    this.#passed.pop();
  }

  #array(values) {
    this.#add("[");
    for (let position = 0; position < values.length; position += 1) {
      if (position > 0) this.#add(",");
      this.#way.push(position);
      this.#value(values[position]);
      this.#way.pop();
    }
    this.#add("]");
  }

  #object(value) {
    this.#add("{");
    let separator = "";
    for (const key of Object.keys(value)) {
      this.#way.push(key);
      const field = value[key];
      // As everywhere in JavaScript, a field that is undefined is a field that is not there.
      if (field !== undefined) {
        this.#add(separator);
        this.#string(key);
        this.#add(":");
        this.#value(field);
        separator = ",";
      }
      this.#way.pop();
    }
    this.#add("}");
  }
}
