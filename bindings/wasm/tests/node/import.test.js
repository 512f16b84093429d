import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { LkksError, Register } from "lkks";
import { init, readCsv, readFile } from "lkks/import";

const ROWS = "id,name,joined,accreditation_grade,accreditation_decided\nLKS-001,Yayasan Contoh,2018-03-01,B,2021-04-09\n";
const BODY = { name: "LKKS Contoh", level: "regency", region: "33.75" };
const CSV = `# name,LKKS Contoh\n# level,regency\n# region,33.75\n${ROWS}`;

// In this order: the modules are loaded once for the whole process.
test("a call before init says so", () => {
  assert.throws(() => readCsv(CSV), { name: "LkksError", code: "not-initialised" });
});

test("CSV is read as the register it describes, whoever names the body", async () => {
  await init();
  const register = readCsv(CSV);
  assert.ok(register instanceof Register);
  assert.equal(readCsv(ROWS, BODY).toJson(), register.toJson());
  const { standing } = register.assess({ on: "2024-04-08" }).verdict("LKS-001").accreditation;
  assert.deepEqual([standing.grade, standing.days_left], ["B", 1]);
});

test("a file is CSV by its name or its type, and JSON otherwise", async () => {
  const expected = readCsv(CSV).toJson();
  for (const file of [new File([CSV], "daftar.CSV"), new Blob([CSV], { type: "text/csv;charset=utf-8" })]) {
    assert.equal((await readFile(file)).toJson(), expected);
  }
  assert.equal((await readFile(new File([expected], "daftar.json"))).toJson(), expected);
});

test("each problem of a CSV has its line, and options their path", () => {
  const twice = `${CSV}LKS-001,Yayasan Lain,2021-02-29,,\n`;
  assert.throws(() => readCsv(twice), ({ problems }) => problems.every(({ line }) => line === 6));
  assert.throws(() => readCsv(ROWS, { ...BODY, level: "kota" }), { path: "options.level" });
  assert.throws(() => readCsv(ROWS, { ...BODY, level: NaN }), { code: "invalid-number", path: "options.level" });
  assert.throws(() => readCsv(5), { code: "wrong-type", path: "text" });
});

test("any text gives a register or an LkksError", () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('"', ",", "\n", "=1", "2021-02-29", "yes"));
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(cell).map((cells) => `${CSV}${cells.join(",")}`),
  );
  fc.assert(
    fc.property(text, (csv) => {
      try {
        readCsv(csv);
      } catch (error) {
        assert.ok(error instanceof LkksError && error.code !== "internal", `${error?.stack}`);
      }
    }),
    { numRuns: 500 },
  );
});
