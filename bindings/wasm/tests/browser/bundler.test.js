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

test("a bundler parts the importer from what a page loads first", async () => {
  const root = join(project.folder, "import");
  await mkdir(root);
  const script = `
    import { init } from "lkks";
    await init();
    window.read = async (file) => (await (await import("lkks/import")).readFile(file)).toJson();
    document.title = "ready";
  `;
  await writeFile(join(root, "index.html"), `<script type="module">${script}</script>`);
  await build({ root, logLevel: "error" });
  const built = await serve(pathToFileURL(join(root, "dist/")));
  const page = await browser.context.newPage();
  const loaded = [];
  page.on("request", (request) => loaded.push(request.url()));
  const modules = () => loaded.filter((url) => url.endsWith(".wasm")).length;
  await page.goto(`${built.origin}/index.html`);
  await page.waitForFunction(() => document.title === "ready");
  assert.equal(modules(), 1);
  const json = await page.evaluate(() => {
    const csv = "# name,LKKS Contoh\n# region,33.75\nid,name\nLKS-001,Yayasan Contoh\n";
    return window.read(new File([csv], "daftar.csv"));
  });
  assert.equal(JSON.parse(json).organisations[0].id, "LKS-001");
  assert.equal(modules(), 2);
  await built.close();
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
