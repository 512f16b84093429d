import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { installed } from "../installed.js";

let project;

before(async () => {
  project = await installed();
});

after(() => project?.remove());

test("everything that package.json names is packed", async () => {
  const manifest = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));
  const leaves = (value) => (typeof value === "string" ? [value] : Object.values(value).flatMap(leaves));
  const named = [...leaves(manifest.exports), ...manifest.sideEffects];
  const missing = named.filter((path) => !project.files.includes(path.replace(/^\.\//, "")));
  assert.deepEqual(missing, []);
});

test("no module of the package waits at its top level", async () => {
  // By their layout; the bundler test shows it for good by building a classic script.
  for (const file of project.files.filter((path) => path.endsWith(".js"))) {
    const text = await readFile(join(project.folder, "node_modules/lkks", file), "utf8");
    assert.doesNotMatch(text, /^(await|(const|let|export const) .*= await)/m, file);
  }
});

test("an installed package works", async () => {
  const script = join(project.folder, "index.js");
  await writeFile(script, 'import { RuleBook, init } from "lkks";\nawait init();\nexport default RuleBook.indonesia().ids;\n');
  const { default: ids } = await import(pathToFileURL(script));
  assert.ok(ids.includes("permensos-17-2012"));
});
