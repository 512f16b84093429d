/**
 * What {@link init} can load the compiled module from: where it lies, its bytes, or a
 * `WebAssembly.Module` (whose type is empty in TypeScript's own library and absent from Node's, so
 * that any object stands for it here).
 */
export type ModuleSource = string | URL | Response | ArrayBuffer | ArrayBufferView | object;

/**
 * Loads the compiled module; to be awaited once before anything else is called.
 *
 * Calling it again is harmless: the first call counts, whatever later calls are given. Without an
 * argument the package finds its own module: on disk in Node, beside the script in a browser,
 * within the script under `lkks/inline`.
 *
 * @throws {LkksError} `init-failed` when the module cannot be loaded; it may then be called again.
 */
export function init(source?: ModuleSource | Promise<ModuleSource>): Promise<void>;

/** The version of the library, the same in all its languages. */
export function version(): string;

/** Every error this package throws on purpose. */
export class LkksError extends Error {
  /** Stable, for programs: `not-initialised`, `init-failed` or the code of the first problem. */
  readonly code: string;
  /** The field at fault, such as `organisations[3].name`, where there is one. */
  readonly path: string | undefined;
  /** All that is wrong, where the input has several problems. */
  readonly problems: readonly object[];
}
