// What lkks answers, and what it reads where that differs (`…Input`). Dates are ISO text, decimals
// are text, so that they stay exact. Made by `cargo xtask generate` from the schemas of the core;
// not for editing.

/** An accreditation: a grade from the day it was decided. */
export interface Accreditation {
  /** The body that accredited it. */
  readonly body?: string | null;
  /**
   * When it was decided, as far as it is known: an answer that the missing part would decide is
   * undetermined.
   */
  readonly decided: KnownDate;
  /** The grade, where known. */
  readonly grade?: string | null;
  /**
   * The last day it is valid as the certificate itself states it. Where it states none, the
   * rules under which it was decided say.
   */
  readonly last_day?: KnownDate | null;
  /** The number of its certificate. */
  readonly number?: string | null;
  /** When and why it was withdrawn. */
  readonly revoked?: Revocation | null;
  /** The score it rests on. */
  readonly score?: Decimal | null;
  /** Where it was published. */
  readonly source?: string | null;
}

export type Action = "provide" | "renew" | "record" | "achieve" | "raise" | "lower" | "wait";

/** A joint activity. */
export interface Activity {
  /** Its identifier in this register, unique. */
  readonly id: string;
  /** Its day, or its first. */
  readonly on: IsoDate;
  /** The identifiers of the organisations that took part. */
  readonly organisations?: readonly string[];
  /** Where. */
  readonly place?: Place | null;
  /** How many people it reached, by category. */
  readonly reached?: {
    readonly "anak-balita-telantar"?: number;
    readonly "anak-dengan-kedisabilitasan"?: number;
    readonly "anak-jalanan"?: number;
    readonly "anak-korban-tindak-kekerasan"?: number;
    readonly "anak-telantar"?: number;
    readonly "anak-yang-berhadapan-dengan-hukum"?: number;
    readonly "anak-yang-memerlukan-perlindungan-khusus"?: number;
    readonly "bekas-warga-binaan-lembaga-pemasyarakatan"?: number;
    readonly "fakir-miskin"?: number;
    readonly gelandangan?: number;
    readonly "kelompok-minoritas"?: number;
    readonly "keluarga-bermasalah-sosial-psikologis"?: number;
    readonly "komunitas-adat-terpencil"?: number;
    readonly "korban-bencana-alam"?: number;
    readonly "korban-bencana-sosial"?: number;
    readonly "korban-penyalahgunaan-napza"?: number;
    readonly "korban-tindak-kekerasan"?: number;
    readonly "korban-trafficking"?: number;
    readonly "lanjut-usia-telantar"?: number;
    readonly "orang-dengan-hiv-aids"?: number;
    readonly "pekerja-migran-bermasalah-sosial"?: number;
    readonly pemulung?: number;
    readonly pengemis?: number;
    readonly "penyandang-disabilitas"?: number;
    readonly "perempuan-rawan-sosial-ekonomi"?: number;
    readonly "tuna-susila"?: number;
  };
  /** Where it was published. */
  readonly source?: string | null;
  /** What it was. */
  readonly title: string;
  /** Its last day, where it took several. */
  readonly until?: IsoDate | null;
}

/** What would help, and how little of it is enough. */
export interface Advice {
  /** What to change; all of it together is enough. */
  readonly changes: readonly Change[];
  /** What for. */
  readonly goal: Goal;
  /** The grade it leads to, where that is the goal. */
  readonly grade: string | null;
  /** Criteria that no change to this organisation's papers or scores can meet. */
  readonly out_of_reach: readonly string[];
  /** Whether no smaller set of changes is enough. */
  readonly smallest: boolean;
}

/** A public official who advises the body (penasehat). */
export interface Adviser {
  /** The official's name. */
  readonly name: string;
  /** From when until when. */
  readonly period: Period;
  /** The public office in which the advice is given. */
  readonly position: string;
}

/** An application that was lodged. */
export interface Application {
  /** The day it was decided; absent while it is pending. */
  readonly decided?: IsoDate | null;
  /** What was applied for. */
  readonly kind: ApplicationKind;
  /** The day it was lodged. */
  readonly lodged: IsoDate;
}

export type ApplicationKind = "registration" | "operating-permit" | "accreditation";

export type ApplicationsPass = "old" | "new";

/** A person in a seat. Of the person no more than the name is held. */
export interface Appointment {
  /** How the person came into the seat. */
  readonly cause: AppointmentCause;
  /** Why the person left it. */
  readonly ended?: EndCause | null;
  /** The identifier of the office. */
  readonly office: string;
  /** From when until when; without a last day, to the end of the term. */
  readonly period: Period;
  /** The person's name. */
  readonly person: string;
}

export type AppointmentCause = "elected" | "replacement" | "ex-officio" | "acting";

/** The assessment of a register on a day. */
export interface AssessmentData {
  /** The name of the coordinating body. */
  readonly body: string;
  /** What a reader of the register must know first. */
  readonly notice: string | null;
  /** The day. */
  readonly on: IsoDate;
  /** The register as a whole. */
  readonly summary: Summary;
  /** One for each organisation, in the order of the register. */
  readonly verdicts: readonly VerdictData[];
}

/** The totals that make a grade, both ends included. */
export interface Band {
  /** How sure we are. */
  readonly certainty: Certainty;
  /** The grade. */
  readonly grade: string;
  /** The greatest total, after rounding. */
  readonly max: Decimal;
  /** The least total, after rounding. */
  readonly min: Decimal;
}

/** The board on a day. */
export interface BoardCondition {
  /** Counts about the term that runs, or the last that ran. */
  readonly facts: BoardFacts;
  /** What is not in order. */
  readonly findings: readonly TermFinding[];
  /** Who holds which office. */
  readonly holders: readonly Holder[];
  /** Its last day. */
  readonly last_day: IsoDate | null;
  /** Its name. */
  readonly name: string | null;
  /** The board held against its statutes, where a pack on them is chosen. */
  readonly statutes: Judgement | null;
  /** The term that runs. */
  readonly term: string | null;
}

/**
 * The board in figures, on a day: of the current term or, when none runs, of the one that ended
 * last, as it was on its last day.
 *
 * What the register does not say is absent, never "no".
 */
export interface BoardFacts {
  /** How many days ago the last term ended, when none runs. */
  readonly days_since_term_end: number | null;
  /** How many days the current term has left; absent when it is open. */
  readonly days_to_term_end: number | null;
  /** The longest stretch of days without a term before this one. */
  readonly days_without_board: number;
  /** Whether a term runs on the day. */
  readonly in_term: boolean;
  /** Whether it was inducted; absent where no induction is on record. */
  readonly inducted: boolean | null;
  /** Whether its Musda was held; absent where none is on record or its date is too vague. */
  readonly musda_held: boolean | null;
  /** Whether an oath was taken; absent where no record says so or denies it. */
  readonly oath_taken: boolean | null;
  /** How many offices more people hold than there are seats. */
  readonly overfilled_offices: number;
  /** How many people were put in the place of another during the term. */
  readonly replacements: number;
  /** How many seats its offices have together. */
  readonly seats: number;
  /** How many whole months the term lasts; absent when it is open. */
  readonly term_length_months: number | null;
  /** How many of them nobody holds; absent where no holder is on record. */
  readonly vacant_seats: number | null;
}

/** A coordinating body. */
export interface Body {
  /** Its advisers (penasehat), by office: the mayor, the regent. */
  readonly advisers?: readonly Adviser[];
  /** Totals that were published about it. */
  readonly figures?: readonly PublishedFigure[];
  /** When it was formed, as far as it is known. */
  readonly formed?: KnownDate | null;
  /** The provisions it rests on, as lawyers write them: "UU 11/2009 Pasal 42". */
  readonly legal_basis?: readonly string[];
  /** The level at which it coordinates. */
  readonly level: BodyLevel;
  /** Its name. */
  readonly name: string;
  /** The region it coordinates; none for the nation. */
  readonly region?: RegionCode | null;
}

export type BodyLevel = "regency" | "province" | "nation";

/** A community problem that was brought to the body. */
export interface Case {
  /** Whom it concerns (PPKS). */
  readonly category: Category;
  /** Its identifier in this register, unique. */
  readonly id: string;
  /** Where, down to RW and RT. */
  readonly place: Place;
  /** What was done, the earliest first; the first is its receipt. */
  readonly steps: readonly Step[];
  /** What it is about, without names of the people concerned. */
  readonly title?: string | null;
  /** How soon it needs an answer. */
  readonly urgency?: Urgency | null;
}

export type Category =
  | "anak-balita-telantar"
  | "anak-telantar"
  | "anak-yang-berhadapan-dengan-hukum"
  | "anak-jalanan"
  | "anak-dengan-kedisabilitasan"
  | "anak-korban-tindak-kekerasan"
  | "anak-yang-memerlukan-perlindungan-khusus"
  | "lanjut-usia-telantar"
  | "penyandang-disabilitas"
  | "tuna-susila"
  | "gelandangan"
  | "pengemis"
  | "pemulung"
  | "kelompok-minoritas"
  | "bekas-warga-binaan-lembaga-pemasyarakatan"
  | "orang-dengan-hiv-aids"
  | "korban-penyalahgunaan-napza"
  | "korban-trafficking"
  | "korban-tindak-kekerasan"
  | "pekerja-migran-bermasalah-sosial"
  | "korban-bencana-alam"
  | "korban-bencana-sosial"
  | "perempuan-rawan-sosial-ekonomi"
  | "fakir-miskin"
  | "keluarga-bermasalah-sosial-psikologis"
  | "komunitas-adat-terpencil";

export type Certainty = "confirmed" | "reported" | "assumed";

/** A registration certificate or an operating permit. */
export interface Certificate {
  /**
   * When it was issued, as far as it is known: an answer that the missing part would decide is
   * undetermined.
   */
  readonly issued: KnownDate;
  /** The office that issued it. */
  readonly issuer?: string | null;
  /** What it says its holder is. */
  readonly kind: CertificateKind;
  /**
   * The last day it is valid as the certificate itself states it. Where it states none, the
   * rules in force on the day it was issued say.
   */
  readonly last_day?: KnownDate | null;
  /** Its number. */
  readonly number?: string | null;
  /** When and why it was withdrawn. */
  readonly revoked?: Revocation | null;
}

export type CertificateKind = "registration" | "operating-permit";

export type CertificatesPass = "keep" | "lapse";

/** One change. */
export interface Change {
  /** What to do. */
  readonly action: Action;
  /** How far that is from today's value, for a number. */
  readonly by: Decimal | null;
  /** The criteria it helps to meet. */
  readonly criteria: readonly string[];
  /** The fact to change. */
  readonly fact: string;
  /** What a person calls it. */
  readonly label: Localised;
  /** The value to reach, as text. */
  readonly to: string | null;
  /** Until when to wait. */
  readonly until: IsoDate | null;
}

export type ChangeKind = "added" | "removed" | "changed";

/** One judgement that differs. */
export interface ChangedVerdict {
  /** What it would be. */
  readonly after: Position;
  /** The criteria whose outcome differs, or that only one of the two asks. */
  readonly because: readonly string[];
  /** What it was. */
  readonly before: Position;
  /** The figures in which the rules applied differ, named as `compare` names them. */
  readonly figures: readonly string[];
  /** Its name. */
  readonly name: string;
  /** The organisation. */
  readonly organisation: string;
  /** About what. */
  readonly subject: Subject;
}

/** Where a rule stands: a regulation, and the place in it. */
export interface Citation {
  /** The number below a letter. */
  readonly angka?: number | null;
  /** The annex. */
  readonly annex?: string | null;
  /** The paragraph. */
  readonly ayat?: number | null;
  /** The letter. */
  readonly huruf?: string | null;
  /** The number in a list that has no articles. */
  readonly item?: NumberOrText | null;
  /** The page of the public copy. */
  readonly page?: number | null;
  /** The article. */
  readonly pasal?: NumberOrText | null;
  /** The regulation as it is commonly cited. */
  readonly regulation: string;
}

/** A place in the order in which to coach members. */
export interface CoachingPlace {
  /** How many changes are enough. */
  readonly changes: number;
  /** Whether it may apply already. */
  readonly eligibility: EligibilityStatus;
  /** Its name. */
  readonly name: string;
  /** The organisation. */
  readonly organisation: string;
  /** Criteria that no change can meet. */
  readonly out_of_reach: number;
  /** Criteria of which it is not known whether they are met. */
  readonly unknown: number;
  /** Criteria not met. */
  readonly unmet: number;
}

export type Code =
  | "invalid-json"
  | "invalid-toml"
  | "invalid-csv"
  | "too-deep"
  | "too-large"
  | "unreadable-file"
  | "unsupported-format"
  | "unknown-heading"
  | "duplicate-heading"
  | "row-length"
  | "not-held"
  | "wrong-type"
  | "missing-field"
  | "unknown-field"
  | "unknown-value"
  | "invalid-date"
  | "invalid-decimal"
  | "invalid-number"
  | "invalid-region"
  | "invalid-id"
  | "out-of-range"
  | "national-identity-number"
  | "period-reversed"
  | "date-overflow"
  | "encrypted-file"
  | "damaged-file"
  | "too-many-sheets"
  | "too-many-cells"
  | "guessed-encoding"
  | "unknown-encoding"
  | "contradiction"
  | "unwritable-file"
  | "unreadable-table"
  | "not-text"
  | "no-table"
  | "ambiguous-heading"
  | "guessed-heading"
  | "unused-column"
  | "unused-sheet"
  | "unused-text"
  | "totals-row"
  | "hidden-read"
  | "formula-error"
  | "formula-without-value"
  | "made-identifiers"
  | "made-body"
  | "unknown-body"
  | "incomplete-date"
  | "doubtful-date"
  | "doubtful-value"
  | "in-progress"
  | "not-understood"
  | "ambiguous-value"
  | "unknown-place"
  | "ambiguous-place"
  | "place-outside"
  | "place-differs"
  | "invalid-tax-number"
  | "tax-number-check-digit"
  | "possible-duplicate"
  | "paper-not-kept"
  | "sum-differs"
  | "duplicate-id"
  | "unknown-reference"
  | "illegal-step"
  | "step-back-in-time"
  | "duplicate-membership"
  | "registered-twice"
  | "same-name-twice"
  | "overlapping-certificates"
  | "contradictory-evidence"
  | "published-figure-differs"
  | "unknown-organisation"
  | "region-level-differs"
  | "unknown-fact"
  | "fact-type"
  | "unknown-pack"
  | "extends-cycle"
  | "no-version-in-force"
  | "version-overlap"
  | "version-gap"
  | "weights-do-not-add-up"
  | "band-gap"
  | "band-overlap"
  | "never-met"
  | "never-fails"
  | "not-judged"
  | "cites-repealed"
  | "unknown-grade"
  | "invalid-condition"
  | "invalid-citation"
  | "invalid-figure"
  | "open-figure"
  | "uncertain-edge"
  | "assumed-figure"
  | "reported-figure"
  | "illustration-only"
  | "receipt-mismatch";

/** What differs between two packs together with those they extend. */
export interface Comparison {
  /** The first pack. */
  readonly a: string;
  /** The second pack. */
  readonly b: string;
  /** What differs, in order of figure. */
  readonly changes: readonly FigureChange[];
}

/** A scored component and its weight. */
export interface Component {
  /** How sure we are. */
  readonly certainty: Certainty;
  /** The fact that holds its score, a decimal with a range. */
  readonly fact: string;
  /** Its weight. */
  readonly weight: Decimal;
}

export type Condition = {
  readonly all: readonly Condition[];
} | {
  readonly any: readonly Condition[];
} | {
  readonly not: Condition;
} | {
  readonly document: string;
} | {
  readonly present: string;
} | {
  readonly at_least?: Scalar;
  readonly at_most?: Scalar;
  readonly equals?: Scalar;
  readonly fact: string;
  readonly held_for?: Duration;
  readonly less_than?: Scalar;
  readonly more_than?: Scalar;
  readonly one_of?: readonly Scalar[];
};

/** One category of people in one kecamatan. */
export interface Coverage {
  /** Of these, accredited. */
  readonly accredited: number;
  /** The people. */
  readonly category: Category;
  /** Members that serve them there. */
  readonly members: number;
  /** Its name. */
  readonly name: string | null;
  /** Cases that stand open. */
  readonly open_cases: number;
  /** The kecamatan; nothing where it is not known. */
  readonly region: RegionCode | null;
  /** Whether cases are open and no member serves them. */
  readonly unserved: boolean;
  /** Whether cases are open and no accredited member serves them. */
  readonly unserved_by_accredited: boolean;
}

/** One requirement of a regulation. */
export interface Criterion {
  /** How sure we are. */
  readonly certainty: Certainty;
  /** Where it stands. */
  readonly cite: Citation;
  /** What it stands before. */
  readonly gates: Gate;
  /** The grade it stands before, where `gates` is `grade`: that grade and the better ones. */
  readonly grade?: string | null;
  /** Its identifier, unique among the criteria of the pack and those it extends. */
  readonly id: string;
  /** What a person calls it; the label of its one fact when absent. */
  readonly label?: Localised | null;
  /** What is required. */
  readonly require: Condition;
  /** Where it was found, where not in the pack's source. */
  readonly source?: string | null;
  /** Of whom it is asked; of everybody when absent. */
  readonly when?: Condition | null;
}

export type IsoDate = string;

/** A deadline of the procedure. */
export interface Deadline {
  /** How sure we are. */
  readonly certainty: Certainty;
  /** Where it stands. */
  readonly cite: Citation;
  /** Its identifier. */
  readonly id: string;
  /** What must be done, and counted from what. */
  readonly label: Localised;
  /** Within how long. */
  readonly within: Duration;
}

export type Decimal = string;

/** The members in one kecamatan. */
export interface DistrictCount {
  /** Of these, accredited. */
  readonly accredited: number;
  /** Members. */
  readonly members: number;
  /** Its name. */
  readonly name: string | null;
  /** Cases that stand open there. */
  readonly open_cases: number;
  /** The kecamatan; nothing where it is not known. */
  readonly region: RegionCode | null;
  /** Of these, registered. */
  readonly registered: number;
}

/** A document as far as it matters to the rules. */
export interface Document {
  /** The day it was issued. */
  readonly issued: IsoDate | null;
  /** The last day it is valid, stated by itself or given by the rules. */
  readonly last_day: IsoDate | null;
  /** Its number. */
  readonly number: string | null;
  /** Whether it is there. */
  readonly present: boolean;
  /** Whether the rules limit its validity from a day of issue that is not known. */
  readonly undated: boolean;
}

/**
 * A document that was seen, or seen to be absent.
 *
 * Of several records of one document, that with the latest day (issued, else recorded) by the day
 * asked about counts; two of the same day that disagree make the document unknown.
 */
export interface DocumentRecord {
  /** The name of the fact in the rule packs, such as `domicile_letter`. */
  readonly document: string;
  /** The day it was issued. */
  readonly issued?: IsoDate | null;
  /** The last day it is valid, as it states itself. */
  readonly last_day?: IsoDate | null;
  /** Its number. */
  readonly number?: string | null;
  /** Whether it is there; `false` says that it was looked for and is absent. */
  readonly present?: boolean;
  /** The day from which this is known, where it was not issued then. */
  readonly recorded?: IsoDate | null;
}

/** A length of time: one number of one unit. */
export interface Duration {
  /** Calendar days. */
  readonly days?: number | null;
  /** Calendar months. */
  readonly months?: number | null;
  /** Working days. */
  readonly working_days?: number | null;
  /** Calendar years. */
  readonly years?: number | null;
}

/** A length of time as a figure with its source. */
export interface DurationFigure {
  /** How sure we are. */
  readonly certainty: Certainty;
  /** Where it stands. */
  readonly cite: Citation;
  /** How long. */
  readonly lasts: Duration;
}

/** A name an organisation no longer bears. */
export interface EarlierName {
  /** The name. */
  readonly name: string;
  /** The last day it was borne, where known. */
  readonly until?: IsoDate | null;
}

/** A day on which something starts or ends, as far as it is known. */
export interface Edge {
  /** How sure we are. */
  readonly certainty: Certainty;
  /** What is known: a day, a month or a year. */
  readonly known: KnownDate;
  /** The day to count from where only a month or a year is known: its first day when absent. */
  readonly on?: IsoDate | null;
  /** Where it was found. */
  readonly source?: string | null;
}

/** Whether an organisation may apply, for the first time or again. */
export interface Eligibility {
  /** The last day on which a renewal is asked for in time. */
  readonly apply_by: IsoDate | null;
  /** The first day on which a renewal may be asked for. */
  readonly opens: IsoDate | null;
  /** For what. */
  readonly purpose: Purpose;
  /** Whether it may. */
  readonly status: EligibilityStatus;
  /** The criteria of which it is not known whether they are met. */
  readonly unknown: readonly string[];
  /** The criteria not met. */
  readonly unmet: readonly string[];
}

export type EligibilityStatus = "eligible" | "not-eligible" | "undetermined" | "invalid" | "no-rules";

export type EndCause = "term-ended" | "replaced" | "resigned" | "inactive" | "died" | "removed";

/**
 * The value of one fact during a period.
 *
 * Of several that hold on a day, that which started last counts; two that started together and
 * disagree make the fact unknown.
 */
export interface Evidence {
  /** The name of the fact in the rule packs. */
  readonly fact: string;
  /** The first day it holds; always, when absent. */
  readonly from?: IsoDate | null;
  /** Who found it, and where. */
  readonly source?: string | null;
  /** The last day it holds. */
  readonly until?: IsoDate | null;
  /** Its value; absent where the fact does not apply to this organisation. */
  readonly value?: Scalar | null;
}

/** Something a member holds that runs out. */
export interface Expiry {
  /** How many days are left, the last one included. */
  readonly days_left: number;
  /** The grade, for an accreditation. */
  readonly grade: string | null;
  /** The last day. */
  readonly last_day: IsoDate;
  /** Its name. */
  readonly name: string;
  /** The organisation. */
  readonly organisation: string;
  /** What runs out. */
  readonly subject: Subject;
}

/** The declaration of a fact. */
export interface FactDeclaration {
  /** The words allowed for a choice. */
  readonly choices?: readonly string[];
  /** What a person calls it. */
  readonly label: Localised;
  /** The greatest value allowed. */
  readonly max?: Decimal | null;
  /** The least value allowed. */
  readonly min?: Decimal | null;
  /** Its name, unique among the facts of the pack and those it extends. */
  readonly name: string;
  /** Its type. */
  readonly type: FactType;
  /** What it counts. */
  readonly unit?: Localised | null;
  /** How long a document is valid from the day it was issued, where it states no last day itself. */
  readonly valid_for?: ValidityFigure | null;
}

export type FactState = "known" | "missing" | "contradictory" | "invalid" | "not-applicable";

export type FactType = "boolean" | "integer" | "decimal" | "date" | "choice" | "document";

/** One figure that differs. */
export interface FigureChange {
  /** Its value in the second pack. */
  readonly after: string | null;
  /** Its value in the first pack. */
  readonly before: string | null;
  /** The figure, with parts of lists named by what they are: `instrument.band.A.min`. */
  readonly figure: string;
  /** How it differs. */
  readonly kind: ChangeKind;
}

export type FigureKind = "members" | "accredited" | "officers" | "districts";

/** Whether one criterion is met, and how that is known. */
export interface Finding {
  /** How sure we are that it is so. */
  readonly certainty: Certainty;
  /** Where it stands. */
  readonly citation: Citation | null;
  /** The citation as lawyers write it. */
  readonly cited: string | null;
  /** The identifier of the criterion. */
  readonly criterion: string;
  /** The facts it asks about. */
  readonly found: readonly Found[];
  /** What it stands before. */
  readonly gate: Gate;
  /** The grade it stands before, where that is its gate. */
  readonly grade: string | null;
  /** What a person calls it. */
  readonly label: Localised;
  /** How far it is from its bound, where it has one. */
  readonly margin: Margin | null;
  /** Whether it is met. */
  readonly outcome: Outcome;
  /** The pack that sets it. */
  readonly pack: string;
  /** What is required, in words. */
  readonly required: Localised;
}

export type FindingSeverity = "problem" | "notice";

/** A floor under components that no total makes up for. */
export interface Floor {
  /** How many components may be below it. */
  readonly allowed: number;
  /** The least score. */
  readonly at_least: Decimal;
  /** How sure we are. */
  readonly certainty: Certainty;
  /** Where it stands. */
  readonly cite: Citation;
  /** The component it is under; every component when absent. */
  readonly component?: string | null;
  /** The grade it stands before (and the better ones); any accredited grade when absent. */
  readonly grade?: string | null;
  /** Its identifier, unique among floors and criteria. */
  readonly id: string;
  /** What a person calls it. */
  readonly label: Localised;
}

/** A fact as it was found. */
export interface Found {
  /** The document, where it is one. */
  readonly document: Document | null;
  /** Its name. */
  readonly fact: string;
  /** Its type, which says how to read the value. */
  readonly kind: FactType;
  /** What a person calls it. */
  readonly label: Localised;
  /** What is known of it. */
  readonly state: FactState;
  /** Its value as text: `true`, `84.5`, `2024-05-20`, a word, `present`. */
  readonly value: string | null;
}

export type Gate = "registration" | "application" | "renewal" | "grade" | "keeping" | "board";

export type Goal = "eligibility" | "grade";

/** A grade. */
export interface Grade {
  /** Whether who has it is accredited. */
  readonly accredited: boolean;
  /** Its code, such as `A`. */
  readonly code: string;
  /** What a person calls it. */
  readonly label: Localised;
  /** How long it is valid. */
  readonly validity?: ValidityFigure | null;
}

/** How many members have a grade. */
export interface GradeCount {
  /** How many. */
  readonly count: number;
  /** The grade; nothing where it is not known. */
  readonly grade: string | null;
}

/** Membership at the end of a year, or on the day asked about in its year. */
export interface GrowthYear {
  /** Who joined during it. */
  readonly joined: number;
  /** Whose membership ended during it. */
  readonly left: number;
  /** Members on its last day. */
  readonly members: number;
  /** The number published for that year, where one was. */
  readonly published: number | null;
  /** The year. */
  readonly year: number;
}

/** A person who holds an office on a day. */
export interface Holder {
  /** How the person came into it. */
  readonly cause: AppointmentCause;
  /** The identifier of the office. */
  readonly office: string;
  /** The person's name. */
  readonly person: string;
  /** The first day in the seat. */
  readonly since: IsoDate;
  /** The identifier of the term. */
  readonly term: string;
  /** What the office is called. */
  readonly title: Localised;
}

/** From when to when a pack is in force. */
export interface InForce {
  /** Its first day. */
  readonly from: Edge;
  /** Its last day. When absent it ends the day before the next version of its series starts. */
  readonly until?: Edge | null;
}

/** The induction of a board (pelantikan, pengukuhan). */
export interface Induction {
  /** Who inducted it, by office. */
  readonly by: string;
  /** Whether an oath was taken; absent where the record does not say. */
  readonly oath?: boolean | null;
  /** The day. */
  readonly on: IsoDate;
  /** Where. */
  readonly place?: string | null;
}

/** How scores make a grade: weights, rounding, bands, floors. */
export interface Instrument {
  /** Which totals make which grade. */
  readonly band: readonly Band[];
  /** What is scored. */
  readonly component: readonly Component[];
  /** What no total makes up for. */
  readonly floor?: readonly Floor[];
  /** How the total is rounded before it is put into a band. */
  readonly rounding: Rounding;
  /** What the weights add up to. */
  readonly weights_total: Decimal;
}

/** What one set of rules says of one organisation (or of the board). */
export interface Judgement {
  /** What would help, and how little of it is enough. */
  readonly advice: readonly Advice[];
  /** What a reader must know of how sure this is. */
  readonly caveats: readonly Problem[];
  /** The weakest certainty of any figure it rests on. */
  readonly certainty: Certainty;
  /** Whether it may be applied for. */
  readonly eligibility: Eligibility;
  /** One for each criterion. */
  readonly findings: readonly Finding[];
  /** The rules applied; nothing when none is in force. */
  readonly rules: RulesUsed | null;
  /** The score, where the rules have an instrument. */
  readonly score: Score | null;
  /** What is held. */
  readonly standing: Standing;
  /** What is decided about. */
  readonly subject: Subject;
}

export type Kind = "lksa" | "lks-lu" | "lks-disability" | "other";

export type KnownDate = string;

export type LastDay = "day-before" | "anniversary";

export type LeapDay = "last-of-month" | "first-of-next";

export type LegalForm = "yayasan" | "perkumpulan" | "unincorporated" | "government";

/** A short text that a pack or register gives in both languages, such as a label. */
export interface Localised {
  /** The English text. */
  readonly en: string;
  /** The Indonesian text. */
  readonly id: string;
}

/** How far a finding is from its bound. */
export interface Margin {
  /** How far; negative when the requirement is missed by so much. */
  readonly amount: Decimal;
  /** In what. */
  readonly unit: MarginUnit;
}

export type MarginUnit = "days" | "points";

/** The membership of an organisation in the body. */
export interface Membership {
  /** The identifier of the organisation. */
  readonly organisation: string;
  /** From when until when. */
  readonly period: Period;
  /** Why it left. */
  readonly reason?: string | null;
}

/** The assembly of the members that elects the board (musyawarah daerah). */
export interface Musda {
  /** When it was held, as far as it is known. */
  readonly on: KnownDate;
  /** Where. */
  readonly place?: string | null;
}

/** The number of an RW or RT, 1 to 999. */
export type NeighbourhoodNumber = number;

/** An article or an item is mostly a number, sometimes with a letter or a dot. */
export type NumberOrText = number | string;

/** An office of the board and how many people hold it at once. */
export interface Office {
  /** Its identifier in this term, unique. */
  readonly id: string;
  /** How many people hold it at once, at least 1. */
  readonly seats: number;
  /** What it is called. */
  readonly title: Localised;
}

/** A case that stands open. */
export interface OpenCase {
  /** How many days since it was received. */
  readonly age_days: number;
  /** Whom it concerns. */
  readonly category: Category;
  /** Its identifier. */
  readonly id: string;
  /** Where. */
  readonly place: Place;
  /** How far it has come. */
  readonly status: StepKind;
  /** What it is about. */
  readonly title: string | null;
}

/** A figure that no source gives. */
export interface OpenFigure {
  /** Which figure, such as `bands`. */
  readonly figure: string;
  /** What is missing and where it was looked for. */
  readonly note: Localised;
}

/** An organisation and everything recorded about it. */
export interface Organisation {
  /** Accreditations. */
  readonly accreditations?: readonly Accreditation[];
  /** Applications that were lodged. */
  readonly applications?: readonly Application[];
  /** Approvals of the ministry of law (SK Kemenkumham). */
  readonly approvals?: readonly Paper[];
  /** Registration certificates and operating permits. */
  readonly certificates?: readonly Certificate[];
  /** Notarial deeds (akta). */
  readonly deeds?: readonly Paper[];
  /** Documents that were seen, or seen to be absent. */
  readonly documents?: readonly DocumentRecord[];
  /** Names it had before. */
  readonly earlier_names?: readonly EarlierName[];
  /** Anything else the rules may ask: scores, counts, yes or no. */
  readonly evidence?: readonly Evidence[];
  /** When it was founded, as far as it is known. */
  readonly founded?: KnownDate | null;
  /** Its identifier in this register, unique. */
  readonly id: string;
  /** Its kind, where known. */
  readonly kind?: Kind | null;
  /** Its legal form, where known. */
  readonly legal_form?: LegalForm | null;
  /** Its name today. */
  readonly name: string;
  /** Where its secretariat is. */
  readonly place?: Place | null;
  /** Whom it serves, and how. */
  readonly services?: readonly Service[];
  /** Where this entry was published. */
  readonly source?: string | null;
  /** Warnings it was given by the office that permits it. */
  readonly warnings?: readonly WrittenWarning[];
}

export type Outcome = "met" | "not-met" | "unknown" | "not-applicable";

/** One version of one regulation, or of one city's list. */
export interface Pack {
  /** To whom it applies; to every organisation when absent. */
  readonly applies_when?: Condition | null;
  /** Its criteria. */
  readonly criterion?: readonly Criterion[];
  /** Deadlines of its procedure. */
  readonly deadline?: readonly Deadline[];
  /** The pack whose rules it adds to. */
  readonly extends?: string | null;
  /** The facts it needs beyond the built-in ones. */
  readonly fact?: readonly FactDeclaration[];
  /** Its grades, the best first. */
  readonly grade?: readonly Grade[];
  /** Its identifier, such as `permensos-17-2012`. */
  readonly id: string;
  /** From when to when it is in force; as long as the pack it extends when absent. */
  readonly in_force?: InForce | null;
  /** How it scores. */
  readonly instrument?: Instrument | null;
  /** What a reader must know of it. */
  readonly note?: Localised | null;
  /** What is not known of it from any source: honest gaps. */
  readonly open?: readonly OpenFigure[];
  /** The region in which it applies; everywhere when absent. */
  readonly region?: RegionCode | null;
  /** When and how what is held may be renewed. */
  readonly renewal?: Renewal | null;
  /** The packs it repeals. */
  readonly repeals?: readonly string[];
  /** The name of the chain of versions it belongs to; its own id when absent. */
  readonly series?: string | null;
  /** Where its text was read. */
  readonly source: string;
  /** What it is. */
  readonly status: PackStatus;
  /** What it decides about; that of the pack it extends when absent. */
  readonly subject?: Subject | null;
  /** Its title. */
  readonly title: Localised;
  /** What passes from the versions it replaces. */
  readonly transition?: readonly Transition[];
  /** How long a certificate is valid that states no last day itself and has no grade. */
  readonly validity?: ValidityFigure | null;
}

export type PackStatus = "law" | "example" | "illustration";

/** A deed or an approval: its number and day. */
export interface Paper {
  /** The day it was issued, where known. */
  readonly issued?: IsoDate | null;
  /** Its number. */
  readonly number?: string | null;
}

/** From a first day to a last day, both inclusive. */
export interface Period {
  /** The first day. */
  readonly first: IsoDate;
  /** The last day, still inside; absent when open. */
  readonly last?: IsoDate | null;
}

/** A place: a region, and where known the neighbourhood (RW, RT) and the address. */
export interface Place {
  /** Street and number. */
  readonly address?: string | null;
  /** The narrowest region known. */
  readonly region: RegionCode;
  /** The number of the RT (rukun tetangga), 1 to 999. */
  readonly rt?: NeighbourhoodNumber | null;
  /** The number of the RW (rukun warga), 1 to 999. */
  readonly rw?: NeighbourhoodNumber | null;
}

/** Where an organisation stands under one set of rules. */
export interface Position {
  /** Whether it may apply. */
  readonly eligibility: EligibilityStatus;
  /** The grade its scores would earn. */
  readonly grade: string | null;
  /** The last day of that. */
  readonly last_day: IsoDate | null;
  /** The pack applied. */
  readonly pack: string | null;
  /** What it holds. */
  readonly standing: StandingStatus;
}

/** A problem as plain data: what the bindings and the conformance vectors carry. */
export interface Problem {
  /** The cell of that sheet, as a spreadsheet names it: `AB12`. */
  readonly cell?: string | null;
  /** What is wrong. */
  readonly code: Code;
  /** The column in that line, in characters, or the column of the sheet, from 1. */
  readonly column: number | null;
  /** What was expected instead. */
  readonly expected: string | null;
  /** The line in the input's text, or the row of the sheet, from 1. */
  readonly line: number | null;
  /** The field, from the root of the input. */
  readonly path: string;
  /** Whether it prevents an answer. */
  readonly severity: Severity;
  /** The sheet of a workbook, which line and column are the row and the column of. */
  readonly sheet?: string | null;
  /** The nearest known name. */
  readonly suggestion: string | null;
  /** The text for a person, in both languages. */
  readonly text: Localised;
  /** The value found, as text. */
  readonly value: string | null;
}

/** A total that somebody published, with its source. */
export interface PublishedFigure {
  /** How many. */
  readonly count: number;
  /** The date it speaks of, as far as it is known. */
  readonly on: KnownDate;
  /** Where it was published. */
  readonly source: string;
  /** What it counts. */
  readonly what: FigureKind;
}

export type Purpose = "first" | "renewal";

/**
 * A SHA-256 over the canonical JSON (RFC 8785) of a verdict without its receipt.
 *
 * A verdict names the rules it applied with their own SHA-256, every fact it found and the day, so
 * the hash covers them all. To recompute it: take the verdict's JSON, remove `receipt`, write it
 * canonically, hash it.
 */
export interface Receipt {
  /** How it was made. */
  readonly format: string;
  /** The hash, in hexadecimal. */
  readonly sha256: string;
}

export type RegionCode = string;

/** The register as it is written. */
export interface RegisterData {
  /** Joint activities. */
  readonly activities?: readonly Activity[];
  /** The coordinating body. */
  readonly body: Body;
  /** Community cases. */
  readonly cases?: readonly Case[];
  /** The version of this form, 1. */
  readonly format: number;
  /** Who was a member from when to when. */
  readonly memberships?: readonly Membership[];
  /** What a reader must know first, such as that the data are synthetic. */
  readonly notice?: string | null;
  /** The organisations, members or not. */
  readonly organisations?: readonly Organisation[];
  /** Names of regions, for people to read. */
  readonly regions?: Readonly<Record<string, string>>;
  /** Terms of office. */
  readonly terms?: Terms;
}

/** When and how what is held may be renewed. */
export interface Renewal {
  /** How long before the last day it must be asked for. */
  readonly apply_before?: DurationFigure | null;
  /** How long after the decision it may be asked for. */
  readonly opens_after?: DurationFigure | null;
  /** Whether what is held runs on until the decision when it was asked for in time. */
  readonly runs_on?: RunsOn | null;
}

/** The withdrawal of a certificate or an accreditation. */
export interface Revocation {
  /** The first day it no longer holds. */
  readonly on: IsoDate;
  /** Why. */
  readonly reason?: string | null;
}

/** How a total is rounded before it is put into a band. */
export interface Rounding {
  /** How sure we are. */
  readonly certainty: Certainty;
  /** Which way. */
  readonly mode: RoundingMode;
  /** To how many places, 0 to 4. */
  readonly places: number;
  /** Where it was found. */
  readonly source?: string | null;
}

export type RoundingMode = "half-up" | "half-even" | "down" | "up";

/** The rules a judgement applied. */
export interface RulesUsed {
  /** The pack. */
  readonly pack: string;
  /** The SHA-256 of the canonical JSON of the packs it is made of. */
  readonly sha256: string;
  /** Whether it is law, an example or an illustration. */
  readonly status: PackStatus;
  /** Its title. */
  readonly title: Localised;
}

/** Whether what is held runs on while an application made in time is pending. */
export interface RunsOn {
  /** How sure we are. */
  readonly certainty: Certainty;
  /** Where it stands. */
  readonly cite: Citation;
  /** Whether it does. */
  readonly value: boolean;
}

export type Scalar = boolean | string;

/** What an instrument makes of the scores. */
export interface Score {
  /** Whether that grade is an accredited one. */
  readonly accredited: boolean | null;
  /** The grade of the band, whatever the floors say. */
  readonly band: string | null;
  /** The components with their scores. */
  readonly components: readonly ScoredComponent[];
  /** The grade it would earn, floors included. */
  readonly grade: string | null;
  /** The total as it is put into a band. */
  readonly rounded: Decimal | null;
  /** The grade below and how many points of the rounded total may be lost before it. */
  readonly to_lower: ToGrade | null;
  /** The next better grade and how many points of the rounded total are short of its band. */
  readonly to_next: ToGrade | null;
  /** The weighted mean, cut (never rounded up) to four places; unknown while a component is. */
  readonly total: Decimal | null;
}

/** One component, its weight and its score. */
export interface ScoredComponent {
  /** The fact that holds its score. */
  readonly fact: string;
  /** What a person calls it. */
  readonly label: Localised;
  /** Its score, where known. */
  readonly score: Decimal | null;
  /** Its weight. */
  readonly weight: Decimal;
}

/** A service: one category of people, inside or outside an institution. */
export interface Service {
  /** How many people it can serve. */
  readonly capacity?: number | null;
  /** Whom it serves (PPKS). */
  readonly category: Category;
  /** When it was offered; always, when absent. */
  readonly period?: Period | null;
  /** Inside or outside an institution, where known. */
  readonly setting?: Setting | null;
}

export type Setting = "inside" | "outside";

export type Severity = "error" | "warning" | "note";

/** The difference between two assessments of one register on one day. */
export interface Simulation {
  /** Whose verdict changes. */
  readonly changed: readonly ChangedVerdict[];
  /** The day. */
  readonly on: IsoDate;
  /** How many organisations were assessed. */
  readonly organisations: number;
}

/** What an organisation holds on a day, by its latest certificate or decision. */
export interface Standing {
  /** How many days are left, the last one included; negative once it has run out. */
  readonly days_left: number | null;
  /** The grade, for an accreditation. */
  readonly grade: string | null;
  /** The last day it is valid, stated or computed, where it is known to the day. */
  readonly last_day: IsoDate | null;
  /** The number of the certificate. */
  readonly number: string | null;
  /** Whether it holds beyond its last day, because a renewal asked for in time is pending. */
  readonly runs_on: boolean;
  /** When it was issued or decided, as far as it is known. */
  readonly since: KnownDate | null;
  /** Whether it holds. */
  readonly status: StandingStatus;
  /** The pack whose validity gave the last day, where the certificate states none. */
  readonly validity_from: string | null;
}

/** How many members hold something in a certain way. */
export interface StandingCount {
  /** How many. */
  readonly count: number;
  /** How it is held. */
  readonly status: StandingStatus;
  /** About what. */
  readonly subject: Subject;
}

export type StandingStatus = "never" | "current" | "expired" | "revoked" | "undetermined";

/** One step of a `Case`. */
export interface Step {
  /** By whom: an office or an organisation. */
  readonly by?: string | null;
  /** What was done. */
  readonly kind: StepKind;
  /** The day. */
  readonly on: IsoDate;
  /** Why; needed where it was closed. */
  readonly reason?: string | null;
  /** The identifier of the organisation it was referred to; needed there and only there. */
  readonly to?: string | null;
}

export type StepKind = "received" | "heard" | "referred" | "resolved" | "closed";

export type Subject = "registration" | "operating-permit" | "accreditation" | "statutes";

/** The register as a whole on a day. */
export interface Summary {
  /** The board. */
  readonly board: BoardCondition;
  /** The order in which to coach members that are not accredited. */
  readonly coaching: readonly CoachingPlace[];
  /** Who serves whom where, and where nobody does. */
  readonly coverage: readonly Coverage[];
  /** Published figures that the register does not bear out. */
  readonly differences: readonly Problem[];
  /** Members by kecamatan. */
  readonly districts: readonly DistrictCount[];
  /** What members hold today and runs out, the soonest first. */
  readonly expiring: readonly Expiry[];
  /** Members with a current accreditation, by grade. */
  readonly grades: readonly GradeCount[];
  /** Membership by year. */
  readonly growth: readonly GrowthYear[];
  /** Of these, members that day. */
  readonly members: number;
  /** Cases that stand open, the oldest first. */
  readonly open_cases: readonly OpenCase[];
  /** Organisations in the register. */
  readonly organisations: number;
  /** Members by what they hold. */
  readonly standings: readonly StandingCount[];
}

/** A term of office of the board (masa bakti), with its offices and who held them. */
export interface Term {
  /** Who held them. */
  readonly appointments?: readonly Appointment[];
  /** Its identifier in this register, unique. */
  readonly id: string;
  /** When the board was inducted; again after changes during the term. */
  readonly inductions?: readonly Induction[];
  /** The assembly that elected the board, where it is on record. */
  readonly musda?: Musda | null;
  /** What it is called: "2024–2028". */
  readonly name: string;
  /** The offices of the board. */
  readonly offices?: readonly Office[];
  /** From when until when. */
  readonly period: Period;
  /** Where this was published. */
  readonly source?: string | null;
}

/** Something about the terms or the board that a secretary should know, as of a day. */
export interface TermFinding {
  /** What it is. */
  readonly code: TermFindingCode;
  /**
   * How many days it has been so, `from` and the last of them counted; for a term that is
   * ending, how many days it has left.
   */
  readonly days: number | null;
  /** The first day it was so. */
  readonly from: IsoDate | null;
  /** The identifier of the office. */
  readonly office: string | null;
  /** The identifier of the term before it, where two are concerned. */
  readonly other_term: string | null;
  /** The names of the people concerned, in order. */
  readonly persons: readonly string[];
  /** How many seats: vacant, held by too many, or held by one person. */
  readonly seats: number | null;
  /** Whether it calls for action. */
  readonly severity: FindingSeverity;
  /** The identifier of the term; of two, the one that began later. */
  readonly term: string | null;
  /** What it is, for a person, in both languages. */
  readonly text: Localised;
  /** The last day it was or will be so. */
  readonly until: IsoDate | null;
}

export type TermFindingCode =
  | "no-term"
  | "term-ended-without-successor"
  | "term-ending"
  | "overlapping-terms"
  | "gap-between-terms"
  | "no-musda"
  | "not-inducted"
  | "no-oath"
  | "no-officers"
  | "too-many-holders"
  | "vacant-seats"
  | "same-person-twice"
  | "holder-before-induction"
  | "holder-outside-term";

/** The terms of a body, in the order in which they were entered. */
export type Terms = readonly Term[];

/** How many points lie between a score and a band. */
export interface ToGrade {
  /** The grade of the band. */
  readonly grade: string;
  /** How many points. */
  readonly points: Decimal;
}

/** What passes from one version to the next. */
export interface Transition {
  /** Under which version pending applications are decided. */
  readonly applications: ApplicationsPass;
  /** How sure we are. */
  readonly certainty: Certainty;
  /** What becomes of certificates given under it. */
  readonly certificates: CertificatesPass;
  /** Where it stands. */
  readonly cite?: Citation | null;
  /** The pack replaced. */
  readonly from: string;
  /** How long after the start of the new version certificates still lapse. */
  readonly grace?: Duration | null;
  /** Where it was found. */
  readonly source?: string | null;
}

export type Urgency = "low" | "normal" | "urgent";

/** How long something is valid, as a figure with its source. */
export interface ValidityFigure {
  /** How sure we are of the length. */
  readonly certainty: Certainty;
  /** Where it stands. */
  readonly cite?: Citation | null;
  /** How sure we are of how the last day is counted. */
  readonly counting_certainty: Certainty;
  /** How its last day is counted. */
  readonly last_day: LastDay;
  /** How long. */
  readonly lasts: Duration;
  /** Which day stands in for 29 February. */
  readonly leap_day: LeapDay;
  /** Where it was found. */
  readonly source?: string | null;
}

/** A verdict with its receipt: the form in which it leaves the library. */
export interface VerdictData {
  /** Accreditation: its standing, whether it may apply, its score. */
  readonly accreditation: Judgement;
  /** The weakest certainty of any figure the verdict rests on. */
  readonly certainty: Certainty;
  /** Its membership of the LKKS that day. */
  readonly membership: Period | null;
  /** Its name. */
  readonly name: string;
  /** The day. */
  readonly on: IsoDate;
  /** The operating permit, where the rules ask for one. */
  readonly operating_permit: Judgement | null;
  /** The organisation's identifier. */
  readonly organisation: string;
  /** Records that could not be used, with paths in the register. */
  readonly problems: readonly Problem[];
  /** A hash over all of the above and the rules used. */
  readonly receipt: Receipt;
  /** Where its secretariat is. */
  readonly region: RegionCode | null;
  /** Registration (tanda daftar). */
  readonly registration: Judgement;
}

/** A written warning. */
export interface WrittenWarning {
  /** The day it was given. */
  readonly on: IsoDate;
  /** Why. */
  readonly reason?: string | null;
}

/** The totals that make a grade, both ends included. */
export interface BandInput {
  /** How sure we are. */
  readonly certainty: Certainty;
  /** The grade. */
  readonly grade: string;
  /** The greatest total, after rounding. */
  readonly max: DecimalInput;
  /** The least total, after rounding. */
  readonly min: DecimalInput;
}

/** A scored component and its weight. */
export interface ComponentInput {
  /** How sure we are. */
  readonly certainty: Certainty;
  /** The fact that holds its score, a decimal with a range. */
  readonly fact: string;
  /** Its weight. */
  readonly weight: DecimalInput;
}

export type ConditionInput = {
  readonly all: readonly ConditionInput[];
} | {
  readonly any: readonly ConditionInput[];
} | {
  readonly not: ConditionInput;
} | {
  readonly document: string;
} | {
  readonly present: string;
} | {
  readonly at_least?: ScalarInput;
  readonly at_most?: ScalarInput;
  readonly equals?: ScalarInput;
  readonly fact: string;
  readonly held_for?: Duration;
  readonly less_than?: ScalarInput;
  readonly more_than?: ScalarInput;
  readonly one_of?: readonly ScalarInput[];
};

/** One requirement of a regulation. */
export interface CriterionInput {
  /** How sure we are. */
  readonly certainty: Certainty;
  /** Where it stands. */
  readonly cite: Citation;
  /** What it stands before. */
  readonly gates: Gate;
  /** The grade it stands before, where `gates` is `grade`: that grade and the better ones. */
  readonly grade?: string | null;
  /** Its identifier, unique among the criteria of the pack and those it extends. */
  readonly id: string;
  /** What a person calls it; the label of its one fact when absent. */
  readonly label?: Localised | null;
  /** What is required. */
  readonly require: ConditionInput;
  /** Where it was found, where not in the pack's source. */
  readonly source?: string | null;
  /** Of whom it is asked; of everybody when absent. */
  readonly when?: ConditionInput | null;
}

export type DecimalInput = string | number;

/** The declaration of a fact. */
export interface FactDeclarationInput {
  /** The words allowed for a choice. */
  readonly choices?: readonly string[];
  /** What a person calls it. */
  readonly label: Localised;
  /** The greatest value allowed. */
  readonly max?: DecimalInput | null;
  /** The least value allowed. */
  readonly min?: DecimalInput | null;
  /** Its name, unique among the facts of the pack and those it extends. */
  readonly name: string;
  /** Its type. */
  readonly type: FactType;
  /** What it counts. */
  readonly unit?: Localised | null;
  /** How long a document is valid from the day it was issued, where it states no last day itself. */
  readonly valid_for?: ValidityFigureInput | null;
}

/** A floor under components that no total makes up for. */
export interface FloorInput {
  /** How many components may be below it. */
  readonly allowed?: number;
  /** The least score. */
  readonly at_least: DecimalInput;
  /** How sure we are. */
  readonly certainty: Certainty;
  /** Where it stands. */
  readonly cite: Citation;
  /** The component it is under; every component when absent. */
  readonly component?: string | null;
  /** The grade it stands before (and the better ones); any accredited grade when absent. */
  readonly grade?: string | null;
  /** Its identifier, unique among floors and criteria. */
  readonly id: string;
  /** What a person calls it. */
  readonly label: Localised;
}

/** A grade. */
export interface GradeInput {
  /** Whether who has it is accredited. */
  readonly accredited?: boolean;
  /** Its code, such as `A`. */
  readonly code: string;
  /** What a person calls it. */
  readonly label: Localised;
  /** How long it is valid. */
  readonly validity?: ValidityFigureInput | null;
}

/** How scores make a grade: weights, rounding, bands, floors. */
export interface InstrumentInput {
  /** Which totals make which grade. */
  readonly band: readonly BandInput[];
  /** What is scored. */
  readonly component: readonly ComponentInput[];
  /** What no total makes up for. */
  readonly floor?: readonly FloorInput[];
  /** How the total is rounded before it is put into a band. */
  readonly rounding: Rounding;
  /** What the weights add up to. */
  readonly weights_total: DecimalInput;
}

/** One version of one regulation, or of one city's list. */
export interface PackInput {
  /** To whom it applies; to every organisation when absent. */
  readonly applies_when?: ConditionInput | null;
  /** Its criteria. */
  readonly criterion?: readonly CriterionInput[];
  /** Deadlines of its procedure. */
  readonly deadline?: readonly Deadline[];
  /** The pack whose rules it adds to. */
  readonly extends?: string | null;
  /** The facts it needs beyond the built-in ones. */
  readonly fact?: readonly FactDeclarationInput[];
  /** Its grades, the best first. */
  readonly grade?: readonly GradeInput[];
  /** Its identifier, such as `permensos-17-2012`. */
  readonly id: string;
  /** From when to when it is in force; as long as the pack it extends when absent. */
  readonly in_force?: InForce | null;
  /** How it scores. */
  readonly instrument?: InstrumentInput | null;
  /** What a reader must know of it. */
  readonly note?: Localised | null;
  /** What is not known of it from any source: honest gaps. */
  readonly open?: readonly OpenFigure[];
  /** The region in which it applies; everywhere when absent. */
  readonly region?: RegionCode | null;
  /** When and how what is held may be renewed. */
  readonly renewal?: Renewal | null;
  /** The packs it repeals. */
  readonly repeals?: readonly string[];
  /** The name of the chain of versions it belongs to; its own id when absent. */
  readonly series?: string | null;
  /** Where its text was read. */
  readonly source: string;
  /** What it is. */
  readonly status?: PackStatus;
  /** What it decides about; that of the pack it extends when absent. */
  readonly subject?: Subject | null;
  /** Its title. */
  readonly title: Localised;
  /** What passes from the versions it replaces. */
  readonly transition?: readonly Transition[];
  /** How long a certificate is valid that states no last day itself and has no grade. */
  readonly validity?: ValidityFigureInput | null;
}

export type ScalarInput = boolean | number | string;

/** How long something is valid, as a figure with its source. */
export interface ValidityFigureInput {
  /** How sure we are of the length. */
  readonly certainty: Certainty;
  /** Where it stands. */
  readonly cite?: Citation | null;
  /** How sure we are of how the last day is counted. */
  readonly counting_certainty?: Certainty;
  /** How its last day is counted. */
  readonly last_day?: LastDay;
  /** How long. */
  readonly lasts: Duration;
  /** Which day stands in for 29 February. */
  readonly leap_day?: LeapDay;
  /** Where it was found. */
  readonly source?: string | null;
}

/** An accreditation: a grade from the day it was decided. */
export interface AccreditationInput {
  /** The body that accredited it. */
  readonly body?: string | null;
  /**
   * When it was decided, as far as it is known: an answer that the missing part would decide is
   * undetermined.
   */
  readonly decided: KnownDate;
  /** The grade, where known. */
  readonly grade?: string | null;
  /**
   * The last day it is valid as the certificate itself states it. Where it states none, the
   * rules under which it was decided say.
   */
  readonly last_day?: KnownDate | null;
  /** The number of its certificate. */
  readonly number?: string | null;
  /** When and why it was withdrawn. */
  readonly revoked?: Revocation | null;
  /** The score it rests on. */
  readonly score?: DecimalInput | null;
  /** Where it was published. */
  readonly source?: string | null;
}

/** A joint activity. */
export interface ActivityInput {
  /** Its identifier in this register, unique. */
  readonly id: string;
  /** Its day, or its first. */
  readonly on: IsoDate;
  /** The identifiers of the organisations that took part. */
  readonly organisations?: readonly string[];
  /** Where. */
  readonly place?: Place | null;
  /** How many people it reached, by category. */
  readonly reached?: {
    readonly "anak-balita-telantar"?: number;
    readonly "anak-dengan-kedisabilitasan"?: number;
    readonly "anak-jalanan"?: number;
    readonly "anak-korban-tindak-kekerasan"?: number;
    readonly "anak-telantar"?: number;
    readonly "anak-yang-berhadapan-dengan-hukum"?: number;
    readonly "anak-yang-memerlukan-perlindungan-khusus"?: number;
    readonly "bekas-warga-binaan-lembaga-pemasyarakatan"?: number;
    readonly "fakir-miskin"?: number;
    readonly gelandangan?: number;
    readonly "kelompok-minoritas"?: number;
    readonly "keluarga-bermasalah-sosial-psikologis"?: number;
    readonly "komunitas-adat-terpencil"?: number;
    readonly "korban-bencana-alam"?: number;
    readonly "korban-bencana-sosial"?: number;
    readonly "korban-penyalahgunaan-napza"?: number;
    readonly "korban-tindak-kekerasan"?: number;
    readonly "korban-trafficking"?: number;
    readonly "lanjut-usia-telantar"?: number;
    readonly "orang-dengan-hiv-aids"?: number;
    readonly "pekerja-migran-bermasalah-sosial"?: number;
    readonly pemulung?: number;
    readonly pengemis?: number;
    readonly "penyandang-disabilitas"?: number;
    readonly "perempuan-rawan-sosial-ekonomi"?: number;
    readonly "tuna-susila"?: number;
  };
  /** Where it was published. */
  readonly source?: string | null;
  /** What it was. */
  readonly title: string;
  /** Its last day, where it took several. */
  readonly until?: IsoDate | null;
}

/** A community problem that was brought to the body. */
export interface CaseInput {
  /** Whom it concerns (PPKS). */
  readonly category: CategoryInput;
  /** Its identifier in this register, unique. */
  readonly id: string;
  /** Where, down to RW and RT. */
  readonly place: Place;
  /** What was done, the earliest first; the first is its receipt. */
  readonly steps: readonly Step[];
  /** What it is about, without names of the people concerned. */
  readonly title?: string | null;
  /** How soon it needs an answer. */
  readonly urgency?: Urgency | null;
}

export type CategoryInput =
  | "anak-balita-telantar"
  | "anak-telantar"
  | "anak-yang-berhadapan-dengan-hukum"
  | "anak-jalanan"
  | "anak-dengan-kedisabilitasan"
  | "anak-korban-tindak-kekerasan"
  | "anak-yang-memerlukan-perlindungan-khusus"
  | "lanjut-usia-telantar"
  | "penyandang-disabilitas"
  | "tuna-susila"
  | "gelandangan"
  | "pengemis"
  | "pemulung"
  | "kelompok-minoritas"
  | "bekas-warga-binaan-lembaga-pemasyarakatan"
  | "orang-dengan-hiv-aids"
  | "korban-penyalahgunaan-napza"
  | "korban-trafficking"
  | "korban-tindak-kekerasan"
  | "pekerja-migran-bermasalah-sosial"
  | "korban-bencana-alam"
  | "korban-bencana-sosial"
  | "perempuan-rawan-sosial-ekonomi"
  | "fakir-miskin"
  | "keluarga-bermasalah-sosial-psikologis"
  | "komunitas-adat-terpencil" | number;

/**
 * The value of one fact during a period.
 *
 * Of several that hold on a day, that which started last counts; two that started together and
 * disagree make the fact unknown.
 */
export interface EvidenceInput {
  /** The name of the fact in the rule packs. */
  readonly fact: string;
  /** The first day it holds; always, when absent. */
  readonly from?: IsoDate | null;
  /** Who found it, and where. */
  readonly source?: string | null;
  /** The last day it holds. */
  readonly until?: IsoDate | null;
  /** Its value; absent where the fact does not apply to this organisation. */
  readonly value?: ScalarInput | null;
}

/** An organisation and everything recorded about it. */
export interface OrganisationInput {
  /** Accreditations. */
  readonly accreditations?: readonly AccreditationInput[];
  /** Applications that were lodged. */
  readonly applications?: readonly Application[];
  /** Approvals of the ministry of law (SK Kemenkumham). */
  readonly approvals?: readonly Paper[];
  /** Registration certificates and operating permits. */
  readonly certificates?: readonly Certificate[];
  /** Notarial deeds (akta). */
  readonly deeds?: readonly Paper[];
  /** Documents that were seen, or seen to be absent. */
  readonly documents?: readonly DocumentRecord[];
  /** Names it had before. */
  readonly earlier_names?: readonly EarlierName[];
  /** Anything else the rules may ask: scores, counts, yes or no. */
  readonly evidence?: readonly EvidenceInput[];
  /** When it was founded, as far as it is known. */
  readonly founded?: KnownDate | null;
  /** Its identifier in this register, unique. */
  readonly id: string;
  /** Its kind, where known. */
  readonly kind?: Kind | null;
  /** Its legal form, where known. */
  readonly legal_form?: LegalForm | null;
  /** Its name today. */
  readonly name: string;
  /** Where its secretariat is. */
  readonly place?: Place | null;
  /** Whom it serves, and how. */
  readonly services?: readonly ServiceInput[];
  /** Where this entry was published. */
  readonly source?: string | null;
  /** Warnings it was given by the office that permits it. */
  readonly warnings?: readonly WrittenWarning[];
}

/** The register as it is written. */
export interface RegisterInput {
  /** Joint activities. */
  readonly activities?: readonly ActivityInput[];
  /** The coordinating body. */
  readonly body: Body;
  /** Community cases. */
  readonly cases?: readonly CaseInput[];
  /** The version of this form, 1. */
  readonly format?: number;
  /** Who was a member from when to when. */
  readonly memberships?: readonly Membership[];
  /** What a reader must know first, such as that the data are synthetic. */
  readonly notice?: string | null;
  /** The organisations, members or not. */
  readonly organisations?: readonly OrganisationInput[];
  /** Names of regions, for people to read. */
  readonly regions?: Readonly<Record<string, string>>;
  /** Terms of office. */
  readonly terms?: Terms;
}

/** A service: one category of people, inside or outside an institution. */
export interface ServiceInput {
  /** How many people it can serve. */
  readonly capacity?: number | null;
  /** Whom it serves (PPKS). */
  readonly category: CategoryInput;
  /** When it was offered; always, when absent. */
  readonly period?: Period | null;
  /** Inside or outside an institution, where known. */
  readonly setting?: Setting | null;
}
