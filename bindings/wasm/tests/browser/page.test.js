import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { launch, serve } from "./chromium.js";

const manifest = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));
let site, browser, page, requests, complaints;

before(async () => {
  site = await serve();
  browser = await launch();
  page = await browser.context.newPage();
  requests = [];
  complaints = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`${site.origin}/bindings/wasm/tests/browser/page.html`);
});

after(async () => {
  await browser?.close();
  await site?.close();
});

test("a plain module script loads the library", async () => {
  await page.waitForFunction(() => document.querySelector("#version").textContent !== "loading");
  assert.equal(await page.textContent("#version"), manifest.version);
  assert.deepEqual(complaints, []);
});

test("nothing is asked of any other host", () => {
  assert.deepEqual(requests.filter((url) => !url.startsWith(`${site.origin}/`)), []);
});

test("the module is fetched once, even with the inline entry beside it", async () => {
  const same = await page.evaluate(async () => {
    const [library, inline] = [await import("lkks"), await import("lkks/inline")];
    await Promise.all([library.init(), inline.init()]);
    return library.Register === inline.Register;
  });
  assert.ok(same);
  assert.equal(requests.filter((url) => url.endsWith(".wasm")).length, 1);
});

test("a call before init is our own error", async () => {
  const blank = await browser.context.newPage();
  await blank.goto(`${site.origin}/bindings/wasm/package.json`);
  const error = await blank.evaluate(async (module) => {
    const { RuleBook } = await import(module);
    try {
      RuleBook.indonesia();
    } catch (thrown) {
      return { name: thrown.name, code: thrown.code };
    }
  }, `${site.origin}/bindings/wasm/dist/browser.js`);
  assert.deepEqual(error, { name: "LkksError", code: "not-initialised" });
});
