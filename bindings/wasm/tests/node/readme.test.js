// The JavaScript example in the README, in a project that has the package installed.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { installed } from "../installed.js";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
let readme, project;

before(async () => {
  readme = (await readFile(join(root, "README.md"), "utf8")).replaceAll("\r\n", "\n");
  project = await installed();
});

after(() => project?.remove());

/** The only code block of the README in a language. */
function block(language) {
  const found = [...readme.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "gms"))];
  assert.equal(found.length, 1, language);
  return found[0][1];
}

test("the example prints what the README says", async () => {
  const script = join(project.folder, "example.js");
  await writeFile(script, block("js"));
  const { stdout } = await promisify(execFile)(process.execPath, [script], { cwd: root });
  assert.equal(stdout.replaceAll("\r\n", "\n"), block("text"));
});
