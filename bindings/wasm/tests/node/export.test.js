import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import ICAL from "ical.js";

import { LkksError, Register, RuleBook } from "lkks";
import { init, template, write } from "lkks/export";
import * as importing from "lkks/import";
import { canonical } from "../canonical.js";

const root = new URL("../../../../", import.meta.url);
const folder = new URL("tests/conformance/exchange/", root);
const BODY = { name: "LKKS Contoh", level: "regency", region: "33.75" };
const DATA = {
  body: BODY,
  organisations: [
    { id: "LKS-001", name: "Yayasan Contoh", accreditations: [{ decided: "2021-04-09", grade: "B" }] },
  ],
};

// In this order: the modules are loaded once for the whole process.
test("a call before init says so", () => {
  assert.throws(() => template(), { name: "LkksError", code: "not-initialised" });
});

test("a register is written, and read again", async () => {
  await Promise.all([init(), importing.init()]);
  const register = Register.fromJson(DATA);
  const workbook = write(register, "xlsx", { on: "2024-01-01" });
  assert.ok(workbook.content instanceof Uint8Array && workbook.text === null);
  assert.deepEqual(workbook.lost, []);
  assert.equal(importing.read(workbook.content).intoRegister().toJson(), register.toJson());
  const { text, content } = write(register, "ical", { on: "2024-01-01", rules: RuleBook.indonesia() });
  assert.match(text, /DTSTART;VALUE=DATE:20240408/);
  assert.equal(new TextDecoder().decode(content), text);
});

test("a calendar is one to another program too", async () => {
  const text = await readFile(new URL("examples/data/kota-pekalongan-synthetic.json", root), "utf8");
  const calendar = write(Register.fromJson(text), "ical", { on: "2026-11-24" }).text;
  const events = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents("vevent");
  assert.equal(events.length, calendar.match(/^BEGIN:VEVENT/gm).length);
  assert.ok(events.length > 50, `${events.length} events`);
  for (const event of events) {
    const { startDate, uid, summary } = new ICAL.Event(event);
    assert.ok(startDate.isDate && uid && summary, event.toString());
  }
  assert.equal(new Set(events.map((event) => new ICAL.Event(event).uid)).size, events.length);
});

test("what a form cannot hold is listed", () => {
  const register = Register.fromJson({ ...DATA, body: { ...BODY, formed: "2018" } });
  assert.deepEqual(write(register, "xlsx").lost.map(({ code, path }) => [code, path]), [["not-held", "body.formed"]]);
  assert.deepEqual(write(register, "json").lost, []);
});

test("a template is read back without a remark", () => {
  const { content } = template({ body: BODY, documents: ["profile"], rows: 10, lang: "en" });
  const reading = importing.read(content);
  assert.deepEqual(reading.problems, []);
  assert.deepEqual(reading.register.toJSON().body, BODY);
});

test("what is no way to write is told", () => {
  const register = Register.fromJson(DATA);
  const refused = [
    [["xls"], "unknown-value", "form"],
    [[1], "wrong-type", "form"],
    [["ical"], "missing-field", "on"],
    [["ical", { on: "2024-02-30" }], "invalid-date", "options.on"],
    [["ical", { on: "2024-02-29", reminders: [-1] }], "wrong-type", "options.reminders[0]"],
    [["xlsx", { lang: "fr" }], "unknown-value", "options.lang"],
    [["xlsx", { rules: "17/2012" }], "wrong-type", "rules"],
    [["xlsx", { colour: true }], "unknown-field", "colour"],
  ];
  for (const [given, code, path] of refused) {
    assert.throws(() => write(register, ...given), { name: "LkksError", code, path }, JSON.stringify(given));
  }
  assert.throws(() => write(DATA, "xlsx"), { code: "wrong-type", path: "register" });
  assert.throws(() => template({ rows: 0 }), { code: "out-of-range", path: "options.rows" });
  assert.throws(() => template({ body: { name: "LKKS" } }), { path: "options.body" });
});

const sha256 = (content) => createHash("sha256").update(content).digest("hex");

const told = ({ form, extension, mediaType, content, lost }) => ({
  form,
  extension,
  media_type: mediaType,
  sha256: sha256(content),
  lost: lost.length,
  lost_sha256: sha256(canonical(lost)),
});

const OPERATIONS = {
  async read({ file, text, options = {} }) {
    const content = file === undefined ? new TextEncoder().encode(text) : await readFile(new URL(file, root));
    const reading = importing.read(content, { name: file?.split("/").pop() ?? null, ...options });
    return {
      sha256: sha256(reading.toJson()),
      has_errors: reading.hasErrors,
      problems: reading.problems.length,
      organisations: reading.register?.size ?? null,
    };
  },
  async write({ register, form, options }) {
    return told(write(Register.fromJson(await readFile(new URL(register, root), "utf8")), form, options));
  },
  template: async ({ options }) => told(template(options)),
};

const { vectors } = JSON.parse(await readFile(new URL("vectors.json", folder), "utf8"));
const expected = (await readFile(new URL("expected.jsonl", folder), "utf8")).split("\n");
for (const [position, { name, op, input }] of vectors.entries()) {
  test(`files of other forms: ${name}`, async () => {
    const output = await OPERATIONS[op](input).catch((error) => {
      if (!(error instanceof LkksError)) throw error;
      return { error: error.toJSON() };
    });
    assert.equal(canonical({ name, output }), expected[position]);
  });
}
