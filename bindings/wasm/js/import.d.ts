/**
 * Registers from other forms than JSON, with a compiled module of their own, so that a page loads it
 * once a file is dropped:
 *
 * ```js
 * const { readFile } = await import("lkks/import");
 * const register = await readFile(file);
 * ```
 *
 * @packageDocumentation
 */
import type { Body, IsoDate, ModuleSource, Problem, Register } from "./index.js";

/**
 * Loads the compiled modules of this entry and of `lkks`; to be awaited once before
 * {@link readCsv}. A `source` is that of this entry's module, as for `init` of `lkks`.
 *
 * @throws {LkksError} `init-failed` when one cannot be loaded; it may then be called again.
 */
export function init(source?: ModuleSource | Promise<ModuleSource>): Promise<void>;

/**
 * The body whose organisations the rows are, where the CSV does not name it itself in lines such as
 * `# name,LKKS Kota Contoh` before its headings.
 */
export type CsvOptions = Body | Record<string, never>;

/**
 * A register from CSV: one row for each organisation, under exact headings such as `id`, `name`,
 * `joined`, `accreditation_grade`, `document:NAME`.
 *
 * @throws {LkksError} with every problem of the text, each with its line.
 */
export function readCsv(text: string, options?: CsvOptions): Register;

/** What one column of a table holds. */
export interface MappedColumn {
  /** Its heading as it stands, the group above before it, parted by ` / `. */
  readonly heading: string;
  /** What it holds, such as `name` or `registration_last_day`; `null` to pass over it. */
  readonly field: string | null;
  /** In which sheet; in any where it is left out. */
  readonly sheet?: string;
  /** Its letter, where it has no heading. */
  readonly column?: string;
  /** What to make of dates that are known only to their month or year, where a day is needed. */
  readonly incomplete?: "refuse" | "first-day" | "last-day";
}

/** Which columns hold what: said by a user, or how a table was read. */
export interface Mapping {
  readonly columns: readonly MappedColumn[];
}

/** What a file does not say itself. */
export interface ReadOptions {
  /** The name of the file, which tells forms apart that look alike. */
  readonly name?: string | null;
  /** The body whose organisations the rows are; without it, what the file says of one. */
  readonly body?: Body | null;
  /** What columns hold whose headings do not say it. */
  readonly mapping?: Mapping | null;
  /** Since when every organisation is a member whose row does not say it. */
  readonly joined?: IsoDate | null;
}

/** What came of reading a file that is not sure to be right; {@link read} makes it. */
export class Reading {
  private constructor();
  /** The register of what was understood; `null` where not even its body is known. */
  readonly register: Register | null;
  /** Everything there is to tell, in the order of the file. */
  readonly problems: readonly Problem[];
  /** Which columns were read as what, to be kept and given again. */
  readonly mapping: Mapping;
  /** Whether anything is wrong. */
  readonly hasErrors: boolean;
  /**
   * The register, if nothing is wrong.
   *
   * @throws {LkksError} with everything there is to tell.
   */
  intoRegister(): Register;
  /** All of it as canonical JSON: `register`, `problems` and `mapping`. */
  toJson(): string;
  /** The same as plain data. */
  toJSON(): unknown;
}

/** A row of a table: its cells under the names of their columns. Days are ISO texts. */
export type TableRow = Readonly<
  Record<string, string | number | boolean | null | readonly (string | number | boolean | null)[]>
>;

/**
 * Reads a file that somebody keeps a register in: xlsx, xls, ods or text with separators, as people
 * write them; CSV or JSON of lkks; HSDS or Popolo. Or reads rows that a program has in memory.
 *
 * @throws {LkksError} where it cannot be read at all.
 */
export function read(
  content: ArrayBuffer | ArrayBufferView | readonly TableRow[],
  options?: ReadOptions,
): Reading;

/**
 * A register from a file that a user has chosen or dropped, in whichever form. It loads the compiled
 * modules itself where need be.
 *
 * @throws {LkksError} with everything that is wrong.
 */
export function readFile(file: Blob, options?: ReadOptions): Promise<Register>;
