// BINDINGS.md names what is there in JavaScript, and all of it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, test } from "node:test";

import * as lkks from "lkks";
import * as exporting from "lkks/export";
import * as importing from "lkks/import";
import * as tables from "lkks/table";
import { register as data } from "./register.js";

const exported = { ...exporting, ...importing, ...tables, ...lkks };
/** An object of each class, since data have no place on the class. */
const objects = {};
let names;

before(async () => {
  await lkks.init();
  objects.Register = lkks.Register.fromJson(data);
  objects.RegisterOn = objects.Register.on("2024-04-08");
  objects.RuleBook = lkks.RuleBook.empty();
  objects.Assessment = objects.Register.assess({ on: "2024-04-08" });
  objects.Verdict = objects.Assessment.verdicts[0];
  await importing.init();
  objects.Reading = importing.read(new TextEncoder().encode("Nama LKS,Kec.\nYayasan Contoh,\n"));
  await exporting.init();
  objects.Written = exporting.template();
  await tables.init();
  objects.AssessedTable = tables.assess([{ npwp: true }], { on: "2024-04-08" });
  assert.throws(
    () => lkks.Register.fromJson("{"),
    (error) => (objects.LkksError = error) instanceof lkks.LkksError,
  );
  const page = await readFile(new URL("../../../../BINDINGS.md", import.meta.url), "utf8");
  // The first table says how values look.
  const rows = page.slice(page.indexOf("\n## ")).split("\n").filter((line) => line.startsWith("|"));
  names = new Set(rows.flatMap((row) => [...row.split("|")[4].matchAll(/`([^`]+)`/g)].map(([, name]) => name)));
});

test("every name in the table exists", () => {
  const exists = (name) => {
    const [owner, member] = name.split(".");
    if (member === undefined) return owner in exported;
    return member in (exported[owner] ?? {}) || member in objects[owner];
  };
  assert.ok(names.size > 50, `${names.size} names`);
  assert.deepEqual([...names].filter((name) => !exists(name)), []);
});

test("every public name is in the table", () => {
  const own = (thing) => Object.getOwnPropertyNames(thing);
  const hidden = new Set(["constructor", "name", "length", "prototype"]);
  const members = Object.keys(objects).flatMap((owner) =>
    // What is plain data has no class.
    (owner in exported ? [...own(exported[owner]), ...own(exported[owner].prototype)] : own(objects[owner]))
      .filter((member) => !hidden.has(member))
      .map((member) => `${owner}.${member}`),
  );
  const functions = Object.keys(exported).filter((name) => !(name in objects) && name !== "init");
  assert.deepEqual([...members, ...functions].filter((name) => !names.has(name)), []);
});
