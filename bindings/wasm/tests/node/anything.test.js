// Whatever comes in, what comes out is an answer or an `LkksError`, and the module goes on working.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import fc from "fast-check";

import { LkksError, Register, RuleBook, init, recomputeReceipt, simulate, verifyReceipt } from "lkks";
import { register as data } from "./register.js";

const DAY = "2024-04-08";
const pack = {
  id: "a",
  subject: "registration",
  title: { id: "x", en: "x" },
  source: "a test",
  criterion: [
    { id: "c", gates: "registration", label: { id: "x", en: "x" }, when: { document: "profile" } },
  ],
};
let register, book, assessment, expected;

before(async () => {
  await init();
  register = Register.fromJson(data);
  book = RuleBook.indonesia();
  assessment = register.assess({ on: DAY });
  expected = assessment.toJson();
});

after(() => {
  // Objects made before all of that are as they were: nothing in it made the module start anew.
  assert.equal(register.assess({ on: DAY, rules: book }).toJson(), expected);
});

/** Calls it, and lets nothing but an `LkksError` with sound fields pass. */
function answered(call) {
  try {
    return call();
  } catch (error) {
    assert.ok(error instanceof LkksError, `${error?.stack ?? error}`);
    assert.notEqual(error.code, "internal", error.stack);
    assert.ok(error.problems.length > 0 && error.message.length > 0);
    assert.doesNotThrow(() => JSON.parse(JSON.stringify(error)));
  }
}

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
  withUnicodeString: true,
});
const text = fc.oneof(fc.string({ unit: "binary" }), fc.json(), fc.string({ unit: "grapheme" }));

/** A sound value in which one place, anywhere, holds something else. */
function spoilt(sound) {
  const places = [];
  const collect = (value, way) => {
    places.push(way);
    if (value !== null && typeof value === "object") {
      for (const key of Object.keys(value)) collect(value[key], [...way, key]);
    }
  };
  collect(sound, []);
  return fc.tuple(fc.constantFrom(...places), fc.oneof(anything, text)).map(([way, other]) => {
    if (way.length === 0) return other;
    const copy = structuredClone(sound);
    const last = way.at(-1);
    way.slice(0, -1).reduce((part, key) => part[key], copy)[last] = other;
    return copy;
  });
}

/** What reads each kind of input, all the way to its use. */
const entries = {
  "a register": (input) => {
    const read = Register.fromJson(input);
    read.assess({ on: DAY }).explain("en");
    read.on(DAY).members;
    return Register.fromJson(read.toJson());
  },
  "a pack": (input) => {
    const read = RuleBook.empty().withPack(input);
    read.lint();
    return register.assess({ on: DAY, rules: read.using(read.ids[0]) }).toJson();
  },
  "a rule book": (input) => RuleBook.fromJson(input).toJson(),
  "a verdict": (input) => [answered(() => verifyReceipt(input)), recomputeReceipt(input)],
};
const sound = {
  "a register": data,
  "a pack": pack,
  "a rule book": { packs: [pack], chosen: ["a"], assumed: [] },
  "a verdict": { name: "x", receipt: { format: "lkks-receipt-1", sha256: "" } },
};

for (const [name, entry] of Object.entries(entries)) {
  test(`${name} may be any value`, () => {
    fc.assert(fc.property(anything, (value) => void answered(() => entry(value))), { numRuns: 300 });
  });
  test(`${name} may be any text`, () => {
    fc.assert(fc.property(text, (value) => void answered(() => entry(value))), { numRuns: 300 });
  });
  test(`${name} may be spoilt in any place`, () => {
    fc.assert(fc.property(spoilt(sound[name]), (value) => void answered(() => entry(value))), {
      numRuns: 300,
    });
  });
}

const calls = {
  "an assessment's options": (value) => register.assess(value),
  "a day": (value) => register.assess({ on: value }),
  rules: (value) => register.assess({ on: DAY, rules: value }),
  "a day to look at": (value) => register.on(value),
  "an organisation": (value) => [register.organisation(value), assessment.verdict(value)],
  "an organisation to ask for": (value) => [assessment.has(value), register.on(DAY).isMember(value)],
  "a language": (value) => assessment.explain(value),
  "a verdict's language": (value) => assessment.verdict("LKS-001").explain(value),
  "a pack's identifier": (value) => [answered(() => book.pack(value)), book.using(value)],
  "a series": (value) => book.inForce(value, DAY),
  "two packs": (value) => book.compare(value, "permensos-17-2012"),
  "a figure": (value) => book.withFigure("permensos-17-2012", value, 1),
  "a figure's value": (value) =>
    book.withFigure("permensos-17-2012", "grade.C.validity.lasts.years", value),
  "a register to simulate": (value) => simulate(value, { before: book, after: book, on: DAY }),
  "a simulation's options": (value) => simulate(register, value),
};
for (const [name, call] of Object.entries(calls)) {
  test(`${name} may be anything`, () => {
    fc.assert(
      fc.property(fc.oneof(anything, text), (value) => void answered(() => call(value))),
      { numRuns: 100 },
    );
  });
}

test("a file may hold any bytes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.constantFrom("x.json", "x"), async (bytes, name) => {
      const error = await Register.fromFile(new File([bytes], name)).catch((thrown) => thrown);
      assert.ok(error instanceof LkksError, `${error?.stack}`);
    }),
    { numRuns: 200 },
  );
});
