// What JSON cannot carry, and what a slip in a call looks like.
import assert from "node:assert/strict";
import { before, test } from "node:test";

import { LkksError, Register, RuleBook, init, recomputeReceipt, simulate } from "lkks";
import { register as data } from "./register.js";

let register;
before(async () => {
  await init();
  register = Register.fromJson(data);
});

/** The error of a call, as [code, path]. */
function refused(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof LkksError, `${error}`);
    assert.equal(error.problems[0].path, error.path);
    assert.ok(error.problems[0].text.id && error.problems[0].text.en);
    return [error.code, error.path];
  }
  return "nothing was thrown";
}

/** The register with something put in at a place. */
function withScore(score) {
  const copy = structuredClone(data);
  copy.organisations[0].accreditations[0].score = score;
  return copy;
}

const SCORE = "organisations[0].accreditations[0].score";

const values = [
  ["NaN", NaN, "invalid-number"],
  ["infinity", Infinity, "invalid-number"],
  ["infinity below zero", -Infinity, "invalid-number"],
  ["a bigint", 84n, "wrong-type"],
  ["a function", () => 84, "wrong-type"],
  ["a symbol", Symbol("84"), "wrong-type"],
  ["a list with a hole", [,], "wrong-type", `${SCORE}[0]`],
  ["a list with undefined", [undefined], "wrong-type", `${SCORE}[0]`],
  ["a Map", new Map(), "wrong-type"],
  ["a moment", new Date(NaN), "wrong-type"],
  ["bytes", new Uint8Array(2), "wrong-type"],
  ["a promise", Promise.resolve(84), "wrong-type"],
  ["half a character", "\ud800", "invalid-json"],
  ["a text that is no number", "delapan", "invalid-decimal"],
];
for (const [name, value, code, path = SCORE] of values) {
  test(`${name} in an object is refused where it stands`, () => {
    const copy = withScore("84.5");
    copy.organisations[0].accreditations[0].score = value;
    assert.deepEqual(refused(() => Register.fromJson(copy)), [code, path]);
  });
}

test("a field that is undefined is one that is not there", () => {
  const copy = withScore("84.5");
  copy.organisations[0].accreditations[0].score = undefined;
  assert.equal(Register.fromJson(copy).toJson(), register.toJson());
  copy.organisations[0].name = undefined;
  assert.deepEqual(refused(() => Register.fromJson(copy)), ["missing-field", "organisations[0]"]);
});

test("an object that writes itself is taken at its word", () => {
  const copy = structuredClone(data);
  copy.organisations[0].accreditations[0].decided = { toJSON: () => "2021-04-09" };
  assert.equal(Register.fromJson(copy).toJson(), register.toJson());
});

test("an object within itself is refused where it closes", () => {
  const copy = structuredClone(data);
  copy.organisations[0].self = copy.organisations;
  assert.deepEqual(refused(() => Register.fromJson(copy)), ["too-deep", "organisations[0].self"]);
});

test("nesting without end is refused, in text and in objects", () => {
  const text = `${"[".repeat(10_000)}${"]".repeat(10_000)}`;
  assert.deepEqual(refused(() => Register.fromJson(text)), ["too-deep", ""]);
  let deep = [];
  for (let level = 0; level < 10_000; level += 1) deep = [deep];
  assert.equal(refused(() => Register.fromJson(deep))[0], "too-deep");
});

test("an object that shares parts without end is refused as too large", () => {
  let wide = "x".repeat(1000);
  for (let level = 0; level < 60; level += 1) wide = [wide, wide];
  assert.equal(refused(() => Register.fromJson(wide))[0], "too-large");
});

test("an object whose own code throws is refused, with what it threw as the cause", () => {
  const thrown = new Error("no");
  const hostile = {
    get body() {
      throw thrown;
    },
  };
  assert.throws(() => Register.fromJson(hostile), { code: "wrong-type", path: "body", cause: thrown });
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  assert.deepEqual(refused(() => Register.fromJson(proxy)), ["wrong-type", ""]);
  assert.deepEqual(refused(() => register.on(proxy)), ["wrong-type", "on"]);
  assert.deepEqual(refused(() => register.assess(proxy)), ["wrong-type", "options"]);
});

const calls = [
  ["a register of nothing", () => Register.fromJson(), "wrong-type", ""],
  ["a register of a number", () => Register.fromJson(5), "wrong-type", ""],
  ["no day", () => register.assess(), "wrong-type", "on"],
  ["a null day", () => register.assess({ on: null }), "wrong-type", "on"],
  ["a moment for a day", () => register.assess({ on: new Date() }), "wrong-type", "on"],
  ["an object for a day", () => register.on({}), "wrong-type", "on"],
  ["a day that does not exist", () => register.on("2025-02-29"), "invalid-date", "on"],
  ["a day instead of options", () => register.assess("2025-02-28"), "wrong-type", "options"],
  ["a misspelt option", () => register.assess({ on: "2025-02-28", rule: 1 }), "unknown-field", "rule"],
  ["no rules", () => register.assess({ on: "2025-02-28", rules: null }), "wrong-type", "rules"],
  ["rules of another class", () => register.assess({ on: "2025-02-28", rules: register }), "wrong-type", "rules"],
  ["a register of another class", () => simulate({}, {}), "wrong-type", "register"],
  ["no books", () => simulate(register, { on: "2025-02-28" }), "wrong-type", "before"],
  ["an unknown language", () => register.assess({ on: "2025-02-28" }).explain("jv"), "unknown-value", "lang"],
  ["no language", () => register.assess({ on: "2025-02-28" }).explain(null), "wrong-type", "lang"],
  ["an unknown organisation", () => register.organisation("LKS-01"), "unknown-organisation", ""],
  ["an unknown pack", () => RuleBook.indonesia().pack("permensos-17"), "unknown-pack", ""],
  ["a number for an id", () => RuleBook.indonesia().using(5), "wrong-type", "id"],
  ["a NaN for a figure", () => RuleBook.indonesia().withFigure("permensos-17-2012", "grade.C.validity.lasts.years", NaN), "invalid-number", "value"],
  ["an object for a figure", () => RuleBook.indonesia().withFigure("permensos-17-2012", "grade.C.validity.lasts.years", {}), "wrong-type", "value"],
  ["a verdict without a receipt", () => recomputeReceipt({}), "missing-field", ""],
];
for (const [name, call, code, path] of calls) {
  test(`${name}: ${code} at "${path}"`, () => assert.deepEqual(refused(call), [code, path]));
}

test("a misspelt option is told what was meant", () => {
  assert.throws(() => register.assess({ on: "2025-02-28", ruls: 1 }), ({ problems }) => {
    return problems[0].suggestion === "rules";
  });
});

test("the classes have no constructors, and their methods only their own objects", () => {
  const own = (call) => assert.throws(call, { name: "LkksError", code: "wrong-type" });
  own(() => new Register());
  own(() => Register.prototype.toJson.call({}));
  own(() => Register.prototype.toJson.call(Object.create(Register.prototype)));
});
