// What the entry `lkks/table` exports: tables judged by column.
import { LkksError } from "./error.js";
import { behind } from "./handle.js";
import { day, options as known, text, wrongType } from "./input.js";
import { CompiledModule } from "./module.js";
import { Register } from "./register.js";
import { RuleBook } from "./rule-book.js";
import { init as initCore } from "./state.js";
import * as glue from "./table_glue.js";

const tables = new CompiledModule(glue, "lkks/table");

export const configure = (source, reader) => tables.configure(source, reader);

export async function init(source) {
  await Promise.all([initCore(), tables.init(source)]);
}

const OPTIONS = ["on", "rules", "subject", "columns", "keep", "receipts"];

export function assess(table, options) {
  const chosen = known(options, OPTIONS);
  const on = day(chosen.on, "on");
  const rules = chosen.rules ?? RuleBook.indonesia();
  behind(rules, RuleBook, "rules");
  const subject = text(chosen.subject ?? "accreditation", "subject");
  const mapped = Object.entries(known(chosen.columns, Object.keys(chosen.columns ?? {})));
  const columns = mapped.map(([name, column]) => [name, text(column, `columns.${name}`)]);
  const keep = chosen.keep === undefined ? undefined : names(chosen.keep);
  const book = rules.toJson();
  const object = tables.call((module) => {
    const input = tableOf(module, table);
    const how = new module.How(book, subject, on, chosen.receipts === true);
    for (const [name, column] of columns) how.column(name, column);
    if (keep !== undefined) how.keep(keep);
    return module.Assessed.of(input, how);
  });
  return new AssessedTable(object, rules, MADE);
}

function names(value) {
  if (!Array.isArray(value)) throw wrongType(value, "keep", "list (text)");
  return value.map((name, place) => text(name, `keep[${place}]`));
}

const MADE = Symbol("made");

export class AssessedTable {
  #object;
  #rules;
  #instance;

  constructor(object, rules, made) {
    if (made !== MADE) {
      throw new LkksError("wrong-type", "AssessedTable has no constructor; see `assess`");
    }
    this.#object = object;
    this.#rules = rules;
    this.#instance = tables.instance;
  }

  /** Does `work` with the object behind this one. */
  #use(work) {
    return tables.call(() => {
      if (this.#object === undefined) {
        throw new LkksError("released", "this object was given back with `free()`");
      }
      if (this.#instance !== tables.instance) {
        throw new LkksError("released", "this object was lost when lkks/table failed; make it anew");
      }
      return work(this.#object);
    });
  }

  get length() {
    return this.#use((object) => object.rows());
  }

  get columnNames() {
    return this.#use((object) => object.names());
  }

  toIpc() {
    return this.#use((object) => object.ipc());
  }

  rows(start = 0, end = this.length) {
    const first = Math.max(0, Math.trunc(Number(start)) || 0);
    const count = Math.max(0, Math.min(Math.trunc(Number(end)) || 0, this.length) - first);
    return JSON.parse(this.#use((object) => object.slice(first, count)));
  }

  explain(row) {
    if (!Number.isInteger(row) || row < 0) throw wrongType(row, "row", "0, 1, 2 …");
    const [json, on] = this.#use((object) => [object.register(row), object.day(row)]);
    const register = Register.fromJson(json);
    const [verdict] = register.assess({ rules: this.#rules, on });
    return verdict;
  }

  free() {
    if (this.#instance === tables.instance) this.#object?.free();
    this.#object = undefined;
  }
}

/** The table that a value is: bytes of Arrow IPC, rows, or columns by name. */
function tableOf(module, value) {
  if (value instanceof ArrayBuffer) return module.Table.fromIpc(new Uint8Array(value));
  if (value instanceof Uint8Array) return module.Table.fromIpc(value);
  if (Array.isArray(value)) return ofRows(module, value);
  if (typeof value === "object" && value !== null) return ofColumns(module, value);
  throw wrongType(value, "table", "Arrow IPC (Uint8Array), rows, columns");
}

function ofRows(module, rows) {
  const names = new Set();
  rows.forEach((row, place) => {
    if (typeof row !== "object" || row === null || Array.isArray(row)) {
      throw wrongType(row, `table[${place}]`, "table");
    }
    for (const name of Object.keys(row)) names.add(name);
  });
  const columns = new module.Columns(rows.length);
  for (const name of names) {
    const at = (row) => `table[${row}].${name}`;
    put(columns, name, rows.length, (row) => rows[row][name], at);
  }
  return columns.finish();
}

function ofColumns(module, table) {
  const entries = Object.entries(table);
  const length = entries.length === 0 ? 0 : lengthOf(entries[0]);
  const columns = new module.Columns(length);
  for (const [name, values] of entries) {
    if (lengthOf([name, values]) !== length) {
      throw wrongType(values, `table.${name}`, `list (${length})`);
    }
    put(columns, name, length, (row) => values[row], (row) => `table.${name}[${row}]`);
  }
  return columns.finish();
}

function lengthOf([name, values]) {
  if (Array.isArray(values)) return values.length;
  if (ArrayBuffer.isView(values) && typeof values.length === "number") return values.length;
  throw wrongType(values, `table.${name}`, "list");
}

/** Puts the values of a column in, all of one kind; what is null or undefined is not known. */
function put(columns, name, length, value, at) {
  const known = new Uint8Array(length);
  const kinds = { number: Float64Array, bigint: Float64Array, boolean: Uint8Array, string: Int32Array };
  const texts = new Map();
  let kind;
  let values;
  for (let row = 0; row < length; row += 1) {
    let cell = value(row);
    if (cell === null || cell === undefined) continue;
    // What writes itself as ISO text, such as `Temporal.PlainDate`; a moment is refused there.
    if (typeof cell === "object") cell = day(cell, at(row));
    const own = typeof cell === "bigint" ? "number" : typeof cell;
    if (kinds[own] === undefined) throw wrongType(cell, at(row), "number, text, true/false, null");
    if (kind === undefined) {
      kind = own;
      values = new kinds[own](length);
    } else if (own !== kind) {
      throw wrongType(cell, at(row), kind === "string" ? "text" : kind === "boolean" ? "true/false" : kind);
    }
    known[row] = 1;
    if (own === "string") {
      let place = texts.get(cell);
      if (place === undefined) {
        place = texts.size;
        texts.set(cell, place);
      }
      values[row] = place;
    } else {
      values[row] = Number(cell);
    }
  }
  if (kind === "number") columns.numbers(name, values, known);
  else if (kind === "boolean") columns.flags(name, values, known);
  else columns.texts(name, values ?? new Int32Array(length), known, [...texts.keys()]);
}
