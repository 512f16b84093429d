// The vectors of tests/conformance (see its README), held byte for byte against what Rust wrote.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";

import {
  LkksError,
  Register,
  RuleBook,
  init,
  recomputeReceipt,
  simulate,
  verifyReceipt,
} from "lkks";

import { canonical } from "./canonical.js";

const folder = new URL("../../../tests/conformance/", import.meta.url);

/** `value` with what the file shares put in for each `$shared`. */
function filled(value, shared) {
  if (Array.isArray(value)) return value.map((part) => filled(part, shared));
  if (value === null || typeof value !== "object") return value;
  if ("$shared" in value) return filled(shared[value.$shared], shared);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, filled(part, shared)]));
}

/** The register or pack that an input stands for: text, or an object of this language. */
function standsFor(value) {
  if (value === null || typeof value !== "object") return value;
  if ("$nest" in value) return `{"body":${"[".repeat(value.$nest)}${"]".repeat(value.$nest)}}`;
  if ("$nan" in value) return put(value.$of, value.$nan, NaN);
  if ("$infinity" in value) return put(value.$of, value.$infinity, Infinity);
  return value;
}

/** A copy of `tree` with `number` at a JSON pointer. */
function put(tree, pointer, number) {
  const copy = structuredClone(tree);
  const steps = pointer.split("/").slice(1);
  const unescaped = steps.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = unescaped.pop();
  unescaped.reduce((part, step) => part[step], copy)[last] = number;
  return copy;
}

function bookOf({ base = "indonesia", packs = [], figures = [], using = [], assuming = [] }) {
  let book = base === "empty" ? RuleBook.empty() : RuleBook.indonesia();
  for (const pack of packs) book = book.withPack(standsFor(pack));
  for (const { pack, figure, value } of figures) {
    book = book.withFigure(pack, figure, value?.$nan === "" ? NaN : value);
  }
  for (const id of using) book = book.using(id);
  for (const id of assuming) book = book.assuming(id);
  return book;
}

const registerOf = (input) => Register.fromJson(standsFor(input.register));

/** The assessment, or the one verdict, that an input asks for. */
function assessed(input) {
  const register = registerOf(input);
  const assessment = register.assess({ on: input.on, rules: bookOf(input) });
  return input.organisation === undefined ? assessment : assessment.verdict(input.organisation);
}

function verdictText({ verdict, of, replace = [] }) {
  const text = verdict ?? assessed(of).toJson();
  return replace.reduce((changed, [from, to]) => changed.replaceAll(from, to), text);
}

/** Each gives the output as JSON text: as the library wrote it, where it writes text. */
const OPERATIONS = {
  register(input) {
    const register = registerOf(input);
    return `{"register":${register.toJson()},"warnings":${canonical(register.warnings)}}`;
  },
  assess: (input) => assessed(input).toJson(),
  explain: (input) => canonical({ text: assessed(input).explain(input.lang) }),
  simulate(input) {
    const register = registerOf(input);
    const [before, after] = [bookOf(input.before), bookOf(input.after)];
    return canonical(simulate(register, { before, after, on: input.on }));
  },
  lint: (input) => canonical(bookOf(input).lint()),
  compare: (input) => canonical(bookOf(input).compare(input.a, input.b)),
  "in-force": (input) => canonical({ pack: bookOf(input).inForce(input.series, input.on) }),
  "rule-book": (input) => `{"book":${RuleBook.fromJson(standsFor(input.json)).toJson()}}`,
  verify(input) {
    verifyReceipt(verdictText(input));
    return canonical({ verified: true });
  },
  recompute: (input) => canonical({ sha256: recomputeReceipt(verdictText(input)) }),
};

function answer({ op, input }) {
  try {
    return OPERATIONS[op](input);
  } catch (error) {
    if (!(error instanceof LkksError)) throw error;
    return canonical({ error: error.toJSON() });
  }
}

await init();
for (const file of (await readdir(folder)).filter((name) => name.endsWith(".json")).sort()) {
  const { vectors, shared = {} } = JSON.parse(await readFile(new URL(file, folder), "utf8"));
  const written = new URL(`expected/${file}l`, folder);
  const expected = (await readFile(written, "utf8").catch(() => "")).split("\n");
  test(`${file}: there is one expected line for each vector`, () => {
    // Each line ends, the last one too.
    assert.equal(expected.length, vectors.length + 1);
  });
  for (const [position, vector] of vectors.entries()) {
    const { name, languages = ["javascript"] } = vector;
    // Not counted as skipped: it is not a test of this language.
    if (!languages.includes("javascript")) continue;
    test(`${file}: ${name}`, () => {
      const output = answer({ ...vector, input: filled(vector.input, shared) });
      assert.equal(`{"name":${JSON.stringify(name)},"output":${output}}`, expected[position]);
    });
  }
}
