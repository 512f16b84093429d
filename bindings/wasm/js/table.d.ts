/**
 * Tables judged by column: verdicts with their reasons on many rows at once. It has a compiled
 * module of its own, so that a page loads it where it has many rows:
 *
 * ```js
 * const { assess, init } = await import("lkks/table");
 * await init();
 * const assessed = assess(rows, { on: "2024-04-08" });
 * ```
 *
 * @packageDocumentation
 */
import type { IsoDate, ModuleSource, RuleBook, Verdict } from "./index.js";

/**
 * Loads the compiled modules of this entry and of `lkks`; to be awaited once before {@link assess}.
 * A `source` is that of this entry's module, as for `init` of `lkks`.
 *
 * @throws {LkksError} `init-failed` when one cannot be loaded; it may then be called again.
 */
export function init(source?: ModuleSource | Promise<ModuleSource>): Promise<void>;

/** A cell: days are ISO texts or what writes itself so; what is not there is not known. */
export type Cell = string | number | bigint | boolean | null | undefined | { toString(): string };

/** Columns of one length under their names. */
export type TableColumns = Readonly<Record<string, readonly Cell[] | ArrayBufferView>>;

/** How a table is judged. */
export interface AssessOptions {
  /** The day on which rows are judged, or the name of a column of days. */
  readonly on: IsoDate | { toString(): string };
  /** The rules; without them, the law of Indonesia. */
  readonly rules?: RuleBook;
  /** What is judged; `accreditation` without it. */
  readonly subject?: "accreditation" | "registration" | "operating-permit";
  /** The columns for names that the rules ask for, where they are others than those names. */
  readonly columns?: Readonly<Record<string, string>>;
  /** The columns to have beside the answers; without it `organisation`, where there is one. */
  readonly keep?: readonly string[];
  /** Whether to have the receipt of each verdict, which takes much longer. */
  readonly receipts?: boolean;
}

/** What is wrong with a cell of a row. */
export interface CellProblem {
  readonly column: string;
  readonly code: string;
  readonly value: string | null;
  readonly expected: string | null;
  readonly suggestion: string | null;
}

/** What is said of a row, beside the columns kept. */
export interface AssessedRow {
  readonly standing: string | null;
  readonly last_day: IsoDate | null;
  readonly eligibility: string;
  readonly grade: string | null;
  readonly score: string | null;
  readonly next_grade: string | null;
  readonly points: string | null;
  readonly rules: string | null;
  readonly unmet: readonly string[];
  readonly unknown: readonly string[];
  readonly citations: readonly (string | null)[];
  readonly certainty: string | null;
  readonly problems: readonly CellProblem[];
  readonly receipt?: string | null;
  readonly [kept: string]: unknown;
}

/** What is said of each row of a table; {@link assess} makes it. */
export class AssessedTable {
  private constructor();
  /** How many rows there are. */
  readonly length: number;
  /** The names of the columns. */
  readonly columnNames: readonly string[];
  /** All of it as a stream of Arrow IPC, for `apache-arrow`, DuckDB-Wasm and others. */
  toIpc(): Uint8Array;
  /** The rows from `start` to before `end`, as objects. */
  rows(start?: number, end?: number): AssessedRow[];
  /**
   * The whole verdict on one row, with all its reasons.
   *
   * @throws {LkksError} where the row is refused, or where there is none.
   */
  explain(row: number): Verdict;
  /** Gives its memory back at once instead of some day. */
  free(): void;
}

/**
 * Judges every row of a table as an organisation: Arrow IPC (a stream or a file), rows, or columns.
 *
 * @throws {LkksError} for a name that is not there, or a table that cannot be read. What is wrong
 * with a cell is told in the row's `problems`.
 */
export function assess(
  table: ArrayBuffer | Uint8Array | readonly Readonly<Record<string, Cell>>[] | TableColumns,
  options: AssessOptions,
): AssessedTable;
