// Compiled, never run: the published types as a user's strict project meets them.
import {
  LkksError,
  Register,
  RuleBook,
  VERSION,
  init,
  recomputeReceipt,
  simulate,
  verifyReceipt,
  type Assessment,
  type Finding,
  type ModuleSource,
  type Problem,
  type RegisterInput,
  type Verdict,
} from "lkks";
import { template, write, type Written } from "lkks/export";
import { assess, type AssessedRow, type AssessedTable } from "lkks/table";
import { read, readCsv, readFile, type Reading } from "lkks/import";
import { VERSION as inlineVersion } from "lkks/inline";

await init();
await init(new URL("https://example.org/lkks_bg.wasm"));
await init(new Uint8Array());
await init(Promise.resolve<ModuleSource>("lkks_bg.wasm"));
// @ts-expect-error: a number is no module
await init(1);

export const versions: [string, string] = [VERSION, inlineVersion];

const data: RegisterInput = {
  body: { name: "LKKS Contoh", level: "regency", region: "33.75" },
  organisations: [
    { id: "LKS-001", name: "Yayasan Contoh", accreditations: [{ decided: "2021-04-09", score: 84.5 }] },
  ],
};
// @ts-expect-error: a level is one of three words
export const wrong: RegisterInput = { body: { name: "LKKS Contoh", level: "kota" } };

const register: Register = Register.fromJson(data);
Register.fromJson("{}");
Register.fromJson(register.toJSON());
const fromFile: Promise<Register> = Register.fromFile(new Blob([]));
// @ts-expect-error: registers are made by the static methods
new Register();

const imported: Register = readCsv("id,name\n", { name: "LKKS Contoh", level: "regency" });
await readFile(new Blob([]));
await readFile(new Blob([]), { joined: "2024-05-20" });
const reading: Reading = read(new Uint8Array(), {
  mapping: { columns: [{ heading: "SK", field: "permit", incomplete: "last-day" }] },
});
const understood: Register | null = reading.register;
export const told: readonly Problem[] = understood === null ? reading.problems : [];
read([{ "Nama LKS": "Yayasan Contoh", Kapasitas: 40, PPKS: ["Pengemis"] }]);
// @ts-expect-error: a text is no content of a file
read("id,name");
imported.free();

const written: Written = write(register, "ical", { on: "2026-11-24", lang: "en", reminders: [7] });
new Blob([written.content, template({ body: null }).content], { type: written.mediaType });
// @ts-expect-error: an old workbook is no form to write
write(register, "xls");

const rules = RuleBook.indonesia().using("a").withFigure("a", "b", 3);
const assessment: Assessment = register.assess({ on: "2026-11-24", rules });
register.assess({ on: { toString: () => "2026-11-24" } });
// @ts-expect-error: the day has no default
register.assess({});

const verdict: Verdict = assessment.verdict("LKS-001");
const status: "current" | string = verdict.accreditation.standing.status;
const findings: readonly Finding[] = verdict.accreditation.findings;
const text: string = verdict.explain("en");
// @ts-expect-error: a verdict is not to be changed
verdict.name = "other";
// @ts-expect-error: Javanese is not there yet
verdict.explain("jv");
for (const { organisation } of assessment) verifyReceipt(assessment.verdict(organisation));
const members: number = assessment.summary.members;
const hash: string = recomputeReceipt(verdict.toJson());
const moved = simulate(register, { before: rules, after: RuleBook.empty(), on: "2026-11-24" });
const names: readonly string[] = register.on("2026-11-24").members.map((member) => member.name);
const titles: readonly string[] = register.on("2026-11-24").holders.map(({ title }) => title.id);
console.log(status, findings, text, members, hash, moved.changed, names, titles, fromFile);

const error: unknown = undefined;
if (error instanceof LkksError) {
  const code: string = error.code;
  const path: string = error.path;
  const problems: readonly Problem[] = error.problems;
  console.log(code, path, problems[0]?.text.id);
  // @ts-expect-error: what an error says is not to be changed
  error.code = "other";
}

export const assessed: AssessedTable = assess([{ npwp: true, region: null }], {
  on: "2024-04-08",
  subject: "registration",
  columns: { npwp: "NPWP" },
});
export const answers: readonly AssessedRow[] = assessed.rows(0, 10);
export const unmet: readonly string[] | undefined = answers[0]?.unmet;
// @ts-expect-error a day is needed
assess({ content_score: Float64Array.of(91) }, {});
