/**
 * Registers in forms that others read, with a compiled module of their own, so that a page loads it
 * once something is to be saved:
 *
 * ```js
 * const { init, write } = await import("lkks/export");
 * await init();
 * const { content, mediaType, lost } = write(register, "xlsx", { on: "2026-11-24" });
 * const link = URL.createObjectURL(new Blob([content], { type: mediaType }));
 * ```
 *
 * @packageDocumentation
 */
import type { Body, Day, Lang, ModuleSource, Problem, Register, RuleBook } from "./index.js";

/**
 * Loads the compiled modules of this entry and of `lkks`; to be awaited once before {@link write}. A
 * `source` is that of this entry's module, as for `init` of `lkks`.
 *
 * @throws {LkksError} `init-failed` when one cannot be loaded; it may then be called again.
 */
export function init(source?: ModuleSource | Promise<ModuleSource>): Promise<void>;

/**
 * A form in which a register can be written: the JSON of lkks, plain CSV, a workbook, iCalendar, Open
 * Referral HSDS 3, Popolo, schema.org JSON-LD, or a zipped Frictionless data package.
 */
export type Form = "json" | "csv" | "xlsx" | "ical" | "hsds" | "popolo" | "json-ld" | "data-package";

/** How a register is written, for the forms that heed it. */
export interface WriteOptions {
  /** The language of a workbook's and a calendar's texts; Indonesian where it is left out. */
  readonly lang?: Lang;
  /** The day of which a calendar tells, and of which a workbook says what the rules say. */
  readonly on?: Day;
  /** The rules for that day; without them, the law of Indonesia. */
  readonly rules?: RuleBook;
  /** How many days before a day of a calendar it is called to mind; 90 and 30 where left out. */
  readonly reminders?: readonly number[];
}

/** A register, or a template for one, in a form that others read. */
export interface Written {
  /** In which form. */
  readonly form: Form;
  /** The media type under which it is sent. */
  readonly mediaType: string;
  /** What the name of its file ends with, without the dot. */
  readonly extension: string;
  /** The bytes of a file. */
  readonly content: Uint8Array<ArrayBuffer>;
  /** The content as text; `null` for a form that is no text. */
  readonly text: string | null;
  /** What the form cannot hold, each with its path in the register. */
  readonly lost: readonly Problem[];
}

/**
 * Writes a register in a form that others read.
 *
 * @throws {LkksError} `missing-field` for a calendar without a day.
 */
export function write(register: Register, form: Form, options?: WriteOptions): Written;

/** What a template is for. */
export interface TemplateOptions {
  /** The language of headings and texts; Indonesian where it is left out. */
  readonly lang?: Lang;
  /** The body whose register it is for; it is asked for where none is given. */
  readonly body?: Body | null;
  /** Names of regions by code; without them, those in the body's own region. */
  readonly regions?: Readonly<Record<string, string>> | null;
  /** Papers to ask for, by the names that rule packs give them. */
  readonly documents?: readonly string[];
  /** For how many organisations there is room; 500 where left out. */
  readonly rows?: number;
}

/** An empty workbook to fill in; what is filled in is read back without a remark. */
export function template(options?: TemplateOptions): Written;
