// The JavaScript examples of both READMEs, in a project that has the package installed.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { installed } from "../installed.js";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
let project;

before(async () => {
  project = await installed();
});

after(() => project?.remove());

/** The only code block of a README in a language. */
function block(readme, language) {
  const found = [...readme.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "gms"))];
  assert.equal(found.length, 1, language);
  return found[0][1];
}

for (const [whose, path] of [["the repository", "README.md"], ["the package", "bindings/wasm/README.md"]]) {
  test(`the example of ${whose} prints what its README says`, async () => {
    const readme = (await readFile(join(root, path), "utf8")).replaceAll("\r\n", "\n");
    const script = join(project.folder, "example.js");
    await writeFile(script, block(readme, "js"));
    const { stdout } = await promisify(execFile)(process.execPath, [script], { cwd: root });
    assert.equal(stdout.replaceAll("\r\n", "\n"), block(readme, "text"));
  });
}

test("the README of the package is packed", () => {
  assert.ok(project.files.includes("README.md"), project.files.join(", "));
});
