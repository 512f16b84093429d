import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { build } from "vite";

import { installed } from "../installed.js";
import { launch, serve } from "./chromium.js";

const SCRIPT = (entry) => `
  import { RuleBook, init } from "${entry}";
  init().then(() => { document.title = RuleBook.indonesia().inForce("accreditation-lks", "2020-01-01"); });
`;
let project, browser, site;

before(async () => {
  project = await installed();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.close();
  await project?.remove();
});

test("a bundler finds the wasm and ships it with the page", async () => {
  await writeFile(join(project.folder, "index.html"), `<script type="module">${SCRIPT("lkks")}</script>`);
  await build({ root: project.folder, logLevel: "error" });
  site = await serve(pathToFileURL(join(project.folder, "dist/")));
  assert.equal(await title(`${site.origin}/index.html`), "permensos-17-2012");
});

test("the inline entry makes one classic script, which works without any other file", async () => {
  const root = join(project.folder, "classic");
  await mkdir(root);
  await writeFile(join(root, "main.js"), SCRIPT("lkks/inline"));
  // A script of this form cannot wait at its top level: the build fails if any module does.
  const lib = { entry: join(root, "main.js"), formats: ["iife"], name: "page", fileName: () => "page.js" };
  const [{ output }] = await build({ root, logLevel: "error", build: { lib, write: false } });
  assert.equal(output.length, 1);
  const file = join(root, "page.html");
  await writeFile(file, `<!doctype html><title></title><script>${output[0].code}</script>`);
  assert.equal(await title(pathToFileURL(file).href), "permensos-17-2012");
});

async function title(address) {
  const page = await browser.context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => document.title !== "");
  return page.title();
}
