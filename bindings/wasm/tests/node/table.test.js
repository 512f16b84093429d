// Tables judged by column, from rows, columns and Arrow IPC.
import assert from "node:assert/strict";
import { before, test } from "node:test";

import * as lkks from "lkks";
import { AssessedTable, assess, init } from "lkks/table";

let rules;
const SCORES = "content process graduates teachers facilities management finance assessment"
  .split(" ")
  .map((part) => `${part}_score`);

/** Schools on days of two versions of the rules, some scores of which are not known. */
function schools(count) {
  return Array.from({ length: count }, (_, n) => {
    const day = new Date(Date.UTC(2017, 5, 1) + ((n * 37) % 3000) * 86_400_000);
    const row = { organisation: `S-${n}`, on: day.toISOString().slice(0, 10) };
    SCORES.forEach((name, place) => {
      row[name] = n % 17 === place ? null : 55 + ((n * (7 + place)) % 4500) / 100;
    });
    if (n % 3 !== 0) {
      row.accreditation_decided = new Date(day - ((n * 11) % 1500) * 86_400_000).toISOString().slice(0, 10);
      row.accreditation_grade = "ABC"[n % 3];
    }
    return row;
  });
}

before(async () => {
  await init();
  rules = lkks.RuleBook.indonesia().using("ban-sm-sd");
});

test("each row is judged as it is explained", () => {
  const assessed = assess(schools(200), { rules, on: "on" });
  assert.equal(assessed.length, 200);
  const rows = assessed.rows();
  rows.forEach((row, place) => {
    const { accreditation: judged } = assessed.explain(place);
    const { score } = judged;
    const found = (outcome) => judged.findings.filter((finding) => finding.outcome === outcome);
    const decimal = (text) => (text === null || text === undefined ? null : Number(text));
    assert.deepEqual(
      { ...row, score: decimal(row.score), points: decimal(row.points) },
      {
        organisation: `S-${place}`,
        standing: judged.standing.status,
        last_day: judged.standing.last_day,
        eligibility: judged.eligibility.status,
        grade: score?.grade ?? null,
        score: decimal(score?.total),
        next_grade: score?.to_next?.grade ?? null,
        points: decimal(score?.to_next?.points),
        rules: judged.rules?.pack ?? null,
        unmet: found("not-met").map((finding) => finding.criterion),
        unknown: found("unknown").map((finding) => finding.criterion),
        citations: [...found("not-met"), ...found("unknown")].map((finding) => finding.cited),
        certainty: judged.certainty,
        problems: [],
      },
      `row ${place}`,
    );
  });
  assert.deepEqual(new Set(rows.map((row) => row.rules)), new Set(["permensos-17-2012", "ban-sm-sd-2018", "ban-sm-sd-2020s"]));
});

test("rows, columns and Arrow IPC give the same answers", () => {
  const rows = schools(100);
  const expected = assess(rows, { rules, on: "on" });
  const columns = {};
  for (const name of ["organisation", "on", ...SCORES, "accreditation_decided", "accreditation_grade"]) {
    columns[name] = rows.map((row) => row[name]);
  }
  assert.deepEqual(assess(columns, { rules, on: "on" }).rows(), expected.rows());
  // The answers of one call are a table for the next.
  const bytes = expected.toIpc();
  const again = assess(bytes, { on: "2024-04-08", keep: ["organisation"] });
  assert.deepEqual(again.rows().map((row) => row.organisation), rows.map((row) => row.organisation));
  assert.equal(assess(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength), { on: "2024-04-08" }).length, 100);
});

test("typed arrays are columns", () => {
  const scores = Object.fromEntries(SCORES.map((name) => [name, Float64Array.of(91, 85.5, 101)]));
  const assessed = assess(scores, { rules, on: "2019-06-01" });
  assert.deepEqual(assessed.rows().map((row) => row.grade), ["A", "B", null]);
  assert.deepEqual(assessed.rows(2)[0].problems.map((problem) => [problem.column, problem.code, problem.value]), SCORES.map((name) => [name, "out-of-range", "101"]));
});

test("a part of the rows, and names of one's own", () => {
  const rows = [
    { id: "x", "Tgl.": "2021-04-09", Nilai: "B" },
    { id: "y", "Tgl.": "31 Juni", Nilai: null },
    { id: "z" },
  ];
  const columns = { accreditation_decided: "Tgl.", accreditation_grade: "Nilai", organisation: "id" };
  const assessed = assess(rows, { on: "2024-04-08", columns });
  assert.deepEqual(assessed.rows(1).map(({ id, standing }) => [id, standing]), [["y", null], ["z", "never"]]);
  assert.deepEqual(assessed.rows(0, 1).map((row) => row.last_day), ["2024-04-08"]);
  assert.deepEqual(assessed.rows(7), []);
  assert.equal(assessed.explain(0).organisation, "x");
  assert.throws(() => assessed.explain(1), { code: "fact-type", path: "accreditation_decided" });
  assert.throws(() => assessed.explain(3), { code: "out-of-range", path: "row" });
});

test("receipts are those of the verdicts", () => {
  const assessed = assess(schools(5), { rules, on: "on", receipts: true });
  assessed.rows().forEach((row, place) => {
    assert.equal(row.receipt, assessed.explain(place).receipt.sha256);
  });
});

test("what cannot be is told by argument", () => {
  const rows = [{ npwp: true }];
  const on = "2024-04-08";
  const refused = [
    [rows, { on: "kapan" }, "invalid-date", "on"],
    [rows, { on, subject: "statutes" }, "unknown-value", "subject"],
    [rows, { on, columns: { npwp: "NPWP" } }, "unknown-reference", "columns.npwp"],
    [rows, { on, keep: ["nama"] }, "unknown-reference", "keep"],
    [rows, { on, keep: "npwp" }, "wrong-type", "keep"],
    [rows, { on, rules: {} }, "wrong-type", "rules"],
    [rows, { on, day: on }, "unknown-field", "day"],
    [[{ npwp: true }, { npwp: "ada" }], { on }, "wrong-type", "table[1].npwp"],
    [[{ npwp: new Date() }], { on }, "wrong-type", "table[0].npwp"],
    [{ npwp: [true], deed: [true, false] }, { on }, "wrong-type", "table.deed"],
    [3, { on }, "wrong-type", "table"],
    [new Uint8Array([1, 2, 3]), { on }, "unreadable-table", ""],
  ];
  for (const [table, options, code, path] of refused) {
    assert.throws(() => assess(table, options), (error) => {
      assert.ok(error instanceof lkks.LkksError, `${error}`);
      assert.deepEqual([error.code, error.path], [code, path]);
      return true;
    });
  }
  assert.throws(() => new AssessedTable(), { code: "wrong-type" });
});

test("what is given back is gone", () => {
  const assessed = assess([{ npwp: true }], { on: "2024-04-08", subject: "registration" });
  assert.equal(assessed.length, 1);
  assessed.free();
  assessed.free();
  assert.throws(() => assessed.length, { code: "released" });
});
