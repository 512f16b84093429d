/**
 * Registers of Indonesian social welfare coordinating bodies (LKKS), assessed against dated, cited
 * rules.
 *
 * ```js
 * import { Register, init } from "lkks";
 *
 * await init();
 * const register = Register.fromJson(await (await fetch("register.json")).text());
 * const assessment = register.assess({ on: "2026-11-24" });
 * console.log(assessment.verdict("LKS-012").explain("id"));
 * ```
 *
 * Everything is a pure function of register, rules and day. Data keep the names of fields that they
 * have in JSON; whatever goes wrong is an {@link LkksError}.
 *
 * @packageDocumentation
 */
import type {
  Activity,
  AssessmentData,
  Case,
  Comparison,
  Holder,
  IsoDate,
  Membership,
  Organisation,
  Pack,
  PackInput,
  Problem,
  RegisterData,
  RegisterInput,
  Simulation,
  Summary,
  Term,
  VerdictData,
} from "./types.js";

export type * from "./types.js";

/** The version of the library, the same in all its languages. */
export const VERSION: string;

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

/** A language of the texts: Bahasa Indonesia or English. */
export type Lang = "id" | "en";

/**
 * A day: ISO text such as `2026-11-24`, or an object that writes itself so, such as a
 * `Temporal.PlainDate`. A `Date` is none: it is a moment, on different days in different places.
 */
export type Day = IsoDate | { toString(): string };

/** Every error this package throws. */
export class LkksError extends Error {
  private constructor();
  readonly name: "LkksError";
  /**
   * Stable, for programs: the code of the first problem, or one of the package's own:
   * `not-initialised`, `init-failed`, `released` (an object given back with `free()`) and
   * `internal` (a fault of the library; it goes on working, objects made before do not).
   */
  readonly code: string;
  /** The field at fault, such as `organisations[3].name`; empty for the whole input. */
  readonly path: string;
  /** All that is wrong, each with a text in both languages. */
  readonly problems: readonly Problem[];
  /** The error as plain data. */
  toJSON(): { code: string; path: string; problems: readonly Problem[] };
}

/** Everything recorded about one coordinating body, read and checked whole. */
export class Register {
  private constructor();

  /**
   * A register from JSON text, or from an object of the same form.
   *
   * @throws {LkksError} with every problem of the input. What JSON cannot carry (NaN, functions,
   * an object within itself) is refused where it stands; a field that is `undefined` counts as one
   * that is not there.
   */
  static fromJson(input: string | RegisterInput | Register): Register;

  /**
   * A register from a file of JSON that a user has chosen or dropped; `lkks/import` reads other
   * files too. It loads the compiled module itself where need be.
   *
   * @throws {LkksError} `unreadable-file`, or every problem of its text.
   */
  static fromFile(file: Blob): Promise<Register>;

  /** What is odd in it without being wrong. */
  readonly warnings: readonly Problem[];
  /** How many organisations it holds. */
  readonly size: number;

  /** @throws {LkksError} `unknown-organisation`, with the nearest identifier as a suggestion. */
  organisation(id: string): Organisation;

  /** What held on a day. */
  on(day: Day): RegisterOn;

  /**
   * Assesses every organisation, and the board, on a day by the rules in force: those of
   * {@link RuleBook.indonesia} unless others are given.
   *
   * @throws {LkksError} `wrong-type` or `invalid-date` at `on`.
   */
  assess(options: { on: Day; rules?: RuleBook }): Assessment;

  /** The register as canonical JSON text, which reads back as the same register. */
  toJson(): string;
  /** The register as plain data. */
  toJSON(): RegisterData;
  /** Gives its memory back at once, instead of when it is collected. */
  free(): void;
}

/** A register on one day. */
export class RegisterOn {
  private constructor();
  /** The day. */
  readonly day: IsoDate;
  /** The memberships that held that day, in the order of the register. */
  readonly memberships: readonly Membership[];
  /** The organisations that were members that day. */
  readonly members: readonly Organisation[];
  /** Whether this organisation was a member that day. */
  isMember(id: string): boolean;
  /** The term of office that ran that day. */
  readonly term: Term | null;
  /** Who held which office that day. */
  readonly holders: readonly Holder[];
  /** The cases that stood open that day. */
  readonly openCases: readonly Case[];
  /** The activities that had taken place by that day. */
  readonly activities: readonly Activity[];
  /** Gives its memory back at once, instead of when it is collected. */
  free(): void;
}

/**
 * Packs of rules that fit together. A book never changes: adding a pack or choosing an illustration
 * gives a new one.
 */
export class RuleBook {
  private constructor();

  /**
   * Every pack that comes with the library. Only law applies by itself; examples and illustrations
   * apply once they are chosen with {@link using}.
   */
  static indonesia(): RuleBook;
  /** A book without packs. */
  static empty(): RuleBook;
  /** A book as {@link toJson} writes it. */
  static fromJson(input: string | RuleBookData | RuleBook): RuleBook;

  /** This book and the pack in this JSON text or object. */
  withPack(pack: string | PackInput): RuleBook;
  /** This book with a pack, or the versions of a series, applied over the law on its subject. */
  using(id: string): RuleBook;
  /** This book with a pack applied on any day, in force or not. */
  assuming(id: string): RuleBook;
  /** This book with one figure of a pack set to another value, named as {@link compare} does. */
  withFigure(pack: string, figure: string, value: boolean | number | string): RuleBook;

  /** The packs' identifiers, in order. */
  readonly ids: readonly string[];
  /** What {@link using} has chosen. */
  readonly chosen: readonly string[];
  /** What {@link assuming} has assumed. */
  readonly assumed: readonly string[];

  /** A pack as it is written. @throws {LkksError} `unknown-pack`. */
  pack(id: string): Pack;
  /** The identifier of the version of a series that is in force on a day. */
  inForce(series: string, on: Day): string;
  /** What is doubtful in the packs. */
  lint(): readonly Problem[];
  /** What changed from one pack to another, each with those it extends. */
  compare(a: string, b: string): Comparison;

  /** The book as canonical JSON text, which reads back as the same book. */
  toJson(): string;
  /** The book as plain data. */
  toJSON(): RuleBookData;
  /** Gives its memory back at once, instead of when it is collected. */
  free(): void;
}

/** A {@link RuleBook} as plain data. */
export interface RuleBookData {
  readonly packs: readonly Pack[];
  readonly chosen: readonly string[];
  readonly assumed: readonly string[];
}

/** The assessment of a register on a day: iterate it for the verdicts, one by one. */
export class Assessment implements Iterable<Verdict> {
  private constructor();
  /** The day. */
  readonly on: IsoDate;
  /** The name of the coordinating body. */
  readonly body: string;
  /** What a reader of the register must know first, such as that the data are synthetic. */
  readonly notice: string | null;
  /** How many verdicts there are. */
  readonly size: number;
  /** The register as a whole. */
  readonly summary: Summary;
  /** Every verdict, in the order of the register; read at the first use. */
  readonly verdicts: readonly Verdict[];

  /** Whether there is a verdict on this organisation. */
  has(id: string): boolean;
  /** @throws {LkksError} `unknown-organisation`, with the nearest identifier as a suggestion. */
  verdict(id: string): Verdict;
  [Symbol.iterator](): IterableIterator<Verdict>;

  /** The whole as a text a secretary could read aloud; in Indonesian unless told otherwise. */
  explain(lang?: Lang): string;
  /** The assessment as canonical JSON text: the same bytes in every language. */
  toJson(): string;
  /** The assessment as plain data. */
  toJSON(): AssessmentData;
  /** Gives its memory back at once, instead of when it is collected. */
  free(): void;
}

/** The verdict on one organisation: plain data, with methods beside them. */
export interface Verdict extends VerdictData {}
export class Verdict {
  private constructor();
  /** The verdict as a text a secretary could read aloud; in Indonesian unless told otherwise. */
  explain(lang?: Lang): string;
  /** The verdict as canonical JSON text: the same bytes in every language. */
  toJson(): string;
}

/** Assesses a register by two books and says whose verdict differs, and why. */
export function simulate(
  register: Register,
  options: { before: RuleBook; after: RuleBook; on: Day },
): Simulation;

/**
 * Checks that a verdict bears the hash of what it says.
 *
 * @throws {LkksError} `receipt-mismatch` where it does not.
 */
export function verifyReceipt(verdict: string | VerdictData): void;

/** The hash that the receipt of a verdict should bear. */
export function recomputeReceipt(verdict: string | VerdictData): string;
