import assert from "node:assert/strict";
import { before, test } from "node:test";
import { inspect } from "node:util";

import {
  Assessment,
  LkksError,
  Register,
  RuleBook,
  Verdict,
  init,
  recomputeReceipt,
  simulate,
  verifyReceipt,
} from "lkks";
import { register as data } from "./register.js";

let register, assessment;
before(async () => {
  await init();
  register = Register.fromJson(data);
  assessment = register.assess({ on: "2024-04-08" });
});

test("a register is assessed by the law of Indonesia where no rules are named", () => {
  const { standing } = assessment.verdict("LKS-001").accreditation;
  assert.deepEqual([standing.status, standing.days_left], ["current", 1]);
  const named = register.assess({ on: "2024-04-08", rules: RuleBook.indonesia() });
  assert.equal(named.toJson(), assessment.toJson());
});

test("a day may be anything that writes itself as one", () => {
  const plainDate = { toString: () => "2024-04-08" };
  assert.equal(register.assess({ on: plainDate }).toJson(), assessment.toJson());
});

test("text and object are read as the same register", () => {
  const again = Register.fromJson(JSON.stringify(data));
  assert.equal(again.toJson(), register.toJson());
  assert.equal(Register.fromJson(register.toJSON()).toJson(), register.toJson());
  assert.equal(Register.fromJson(register).toJson(), register.toJson());
});

test("a file is read after loading the module where need be", async () => {
  const file = new File([JSON.stringify(data)], "register.json", { type: "application/json" });
  assert.equal((await Register.fromFile(file)).toJson(), register.toJson());
  assert.equal((await Register.fromFile(new Blob([register.toJson()]))).size, 2);
});

test("a file that is no text says so", async () => {
  const failure = await Register.fromFile(new File([Uint8Array.of(0xff, 0xfe, 0x80)], "x.json"))
    .catch((error) => error);
  assert.ok(failure instanceof LkksError, failure);
  assert.deepEqual([failure.code, failure.path], ["unreadable-file", "file"]);
});

test("an assessment is walked, searched and counted", () => {
  assert.ok(assessment instanceof Assessment);
  assert.equal(assessment.size, 2);
  assert.deepEqual([...assessment].map((verdict) => verdict.organisation), ["LKS-001", "LKS-002"]);
  assert.equal(assessment.verdicts, assessment.verdicts);
  assert.deepEqual([assessment.has("LKS-002"), assessment.has("LKS-003")], [true, false]);
  assert.deepEqual([assessment.on, assessment.body, assessment.notice], ["2024-04-08", "LKKS Contoh", null]);
  assert.deepEqual(assessment.summary, assessment.toJSON().summary);
  assert.equal(JSON.stringify(assessment.toJSON()), assessment.toJson());
});

test("a verdict is plain data with methods beside it", () => {
  const verdict = assessment.verdict("LKS-001");
  assert.ok(verdict instanceof Verdict);
  assert.equal(JSON.stringify(verdict), verdict.toJson());
  assert.deepEqual(structuredClone(verdict), JSON.parse(verdict.toJson()));
  assert.notEqual(verdict.explain("en"), verdict.explain("id"));
  assert.equal(verdict.explain(), verdict.explain("id"));
  assert.match(assessment.explain("en"), /LKKS Contoh/);
});

test("a receipt holds for the verdict and for nothing else", () => {
  const verdict = assessment.verdict("LKS-001");
  verifyReceipt(verdict);
  verifyReceipt(verdict.toJson());
  assert.equal(recomputeReceipt(verdict), verdict.receipt.sha256);
  const changed = { ...verdict, name: "Yayasan Lain" };
  assert.throws(() => verifyReceipt(changed), { code: "receipt-mismatch", path: "receipt.sha256" });
});

test("a day shows members, holders, cases and the term", () => {
  const day = register.on("2024-04-08");
  assert.equal(day.day, "2024-04-08");
  assert.deepEqual(day.members.map(({ id }) => id), ["LKS-001"]);
  assert.deepEqual([day.isMember("LKS-001"), day.isMember("LKS-002")], [true, false]);
  assert.deepEqual(day.memberships, data.memberships);
  assert.deepEqual([day.holders, day.openCases, day.activities, day.term], [[], [], [], null]);
});

test("rules are looked up, changed, compared and simulated", () => {
  const before = RuleBook.indonesia();
  assert.ok(before.ids.includes("permensos-17-2012"));
  assert.equal(before.pack("permensos-17-2012").id, "permensos-17-2012");
  assert.equal(before.inForce("accreditation-lks", "2020-01-01"), "permensos-17-2012");
  assert.ok(before.compare("permensos-17-2012", "permensos-8-2025").changes.length > 0);
  assert.ok(Array.isArray(before.lint()));
  const after = before.withFigure("permensos-17-2012", "grade.B.validity.lasts.years", 2);
  const simulation = simulate(register, { before, after, on: "2024-04-08" });
  assert.deepEqual(simulation.changed.map(({ organisation }) => organisation), ["LKS-001"]);
});

test("a pack is added from an object or from text, and a book is read again as it was written", () => {
  const pack = { id: "a", subject: "registration", title: { id: "x", en: "x" }, source: "a test" };
  const book = RuleBook.empty().withPack(pack);
  assert.equal(RuleBook.empty().withPack(JSON.stringify(pack)).toJson(), book.toJson());
  const chosen = book.using("a").assuming("a");
  assert.deepEqual([chosen.ids, chosen.chosen, chosen.assumed], [["a"], ["a"], ["a"]]);
  assert.equal(RuleBook.fromJson(chosen.toJson()).toJson(), chosen.toJson());
  assert.equal(RuleBook.fromJson(chosen).toJson(), chosen.toJson());
  assert.deepEqual(book.chosen, []);
});

test("warnings and organisations are plain data", () => {
  assert.equal(register.organisation("LKS-002").name, "Panti Harapan");
  const twice = structuredClone(data);
  twice.organisations[1].name = twice.organisations[0].name;
  const [warning] = Register.fromJson(twice).warnings;
  assert.deepEqual([warning.code, warning.severity], ["same-name-twice", "warning"]);
});

test("what was given back says so", () => {
  const short = Register.fromJson(data);
  const left = short.assess({ on: "2024-04-08" });
  short.free();
  short.free();
  assert.throws(() => short.toJson(), { name: "LkksError", code: "released" });
  assert.throws(() => simulate(short, {}), { name: "LkksError", code: "released" });
  assert.equal(left.size, 2, "an assessment stands without its register");
});

test("an error shows its code and path to whoever logs it", () => {
  try {
    Register.fromJson({ ...data, body: { ...data.body, level: "kota" } });
    assert.fail("it was read");
  } catch (error) {
    assert.ok(error instanceof LkksError && error instanceof Error);
    assert.match(String(error), /^LkksError: body\.level: "kota" is not known/);
    assert.match(inspect(error), /code: 'unknown-value'/);
    assert.deepEqual(JSON.parse(JSON.stringify(error)), error.toJSON());
    assert.deepEqual(Object.keys(error.toJSON()), ["code", "path", "problems"]);
  }
});
