import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { LkksError, Register } from "lkks";
import { Reading, init, read, readCsv, readFile } from "lkks/import";

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

// Made up.
const TABLE = `DATA LKS KOTA PEKALONGAN (SINTETIS)
No;Nama LKS;Kec.;Kel.;No. Tgl. SK;Akreditasi;Th. Akreditasi
1;Yayasan Contoh Satu;Pklg. Utara;Krapyak;460/1 tgl 5-6-2020;Terakreditasi B;2021
2;PA Contoh Dua;Kec. Pekalongan Barat;Medono;460/2 tgl 31 Februari 2020;Belum;
`;
const SK = { columns: [{ heading: "No. Tgl. SK", field: "registration" }] };

test("a table as people keep it is read, and what could be two things is asked", () => {
  const bytes = new TextEncoder().encode(TABLE);
  const reading = read(bytes, { name: "lks.csv" });
  assert.ok(reading instanceof Reading && reading.hasErrors);
  const asked = reading.problems.filter(({ code }) => code === "ambiguous-heading");
  assert.deepEqual(asked.map(({ sheet, cell }) => `${sheet}!${cell}`), ["lks!E2"]);
  assert.throws(() => reading.intoRegister(), ({ problems }) => problems.length === reading.problems.length);

  const answered = read(bytes.buffer, { mapping: SK, joined: "2024-05-20" });
  const wrong = answered.problems.filter(({ severity }) => severity === "error");
  assert.deepEqual(wrong.map(({ code, cell }) => [code, cell]), [["invalid-date", "E4"]]);
  const [first] = answered.register.toJSON().organisations;
  assert.deepEqual(first.place, { region: "33.75.03.1002" });
  assert.deepEqual(first.accreditations, [{ decided: "2021", grade: "B" }]);
  assert.equal(answered.register.on("2024-05-20").members.length, 2);
  assert.equal(read(bytes, { mapping: answered.mapping, joined: "2024-05-20" }).toJson(), answered.toJson());
  assert.deepEqual(JSON.parse(JSON.stringify(answered)), answered.toJSON());
});

test("rows that a program has in memory are read as a table", () => {
  const rows = [
    { "Nama LKS": "Yayasan Contoh", "Kec.": "Pklg. Utara", PPKS: ["Pengemis"], Kapasitas: 40 },
    { "Nama LKS": "PA Contoh Dua", "Kec.": null, Akreditasi: "B", "Tgl Akreditasi": "2021-04-09" },
  ];
  const reading = read(rows, { body: BODY });
  const [first, second] = reading.intoRegister().toJSON().organisations;
  assert.deepEqual(first.place, { region: "33.75.03" });
  assert.deepEqual(first.services, [{ category: "pengemis", capacity: 40 }]);
  assert.deepEqual(second.accreditations, [{ decided: "2021-04-09", grade: "B" }]);
  assert.throws(() => read([{ a: NaN }]), { code: "invalid-number", path: "content[0].a" });
});

test("what is no content or no option is told", () => {
  const bytes = new TextEncoder().encode(TABLE);
  assert.throws(() => read(TABLE), { code: "wrong-type", path: "content" });
  assert.throws(() => read(bytes, { joined: 1 }), { code: "wrong-type", path: "options.joined" });
  assert.throws(() => read(bytes, { mapping: { columns: [{ heading: "SK", field: "permitt" }] } }), {
    path: "options.mapping.columns[0].field",
  });
  assert.throws(() => read(new TextEncoder().encode("%PDF-1.7")), { code: "unsupported-format" });
  assert.throws(() => read(new Uint8Array([0x50, 0x4b, 3, 4])), { code: "damaged-file" });
});

test("a file is known by what it holds", async () => {
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
