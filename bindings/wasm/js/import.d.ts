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
import type { Body, ModuleSource, Register } from "./index.js";

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

/**
 * A register from a file that a user has chosen or dropped: CSV by its name or type, else JSON. It
 * loads the compiled modules itself where need be.
 *
 * @throws {LkksError} `unreadable-file`, or every problem of its text.
 */
export function readFile(file: Blob, options?: CsvOptions): Promise<Register>;
