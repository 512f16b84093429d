import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { Register, init } from "../../../bindings/wasm/dist/node.js";
import { launch, serve } from "../../../bindings/wasm/tests/browser/chromium.js";

const EXAMPLE = new URL("../../data/kota-pekalongan-synthetic.json", import.meta.url);
let site, browser, page, complaints, requests, register, assessment;

before(async () => {
  await init();
  register = Register.fromJson(await readFile(EXAMPLE, "utf8"));
  assessment = register.assess({ on: "2026-11-24" });
  site = await serve();
  browser = await launch();
  page = await browser.context.newPage();
  complaints = [];
  requests = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(`${site.origin}/examples/web/index.html`);
  await page.waitForSelector("#view:not([hidden])");
});

after(async () => {
  await browser?.close();
  await site?.close();
});

/** The texts of the cells of each row of a table. */
const rows = (section) =>
  page.$$eval(`#${section} tbody tr`, (found) =>
    found.map((row) => [...row.children].map((cell) => cell.innerText.trim())),
  );

test("the summary has the figures that the library gives", async () => {
  const values = await page.$$eval(".tiles strong", (found) => found.map(({ textContent }) => textContent));
  const { members, open_cases, board } = assessment.summary;
  assert.equal(values[0], String(members));
  assert.deepEqual(values.slice(4), [String(open_cases.length), String(board.facts.vacant_seats)]);
});

test("every member stands in the table, with what it holds", async () => {
  const shown = await rows("members");
  const members = assessment.verdicts.filter(({ membership }) => membership !== null);
  assert.deepEqual(shown.map(([name]) => name.split("\n")[0]), members.map(({ name }) => name));
  assert.match(shown.find(([name]) => name.endsWith("LKS-001"))[1], /^A · berlaku\nsampai 14 Maret 2027$/);
});

test("the list can be searched and narrowed", async () => {
  await page.fill("#search", "cempaka");
  assert.deepEqual((await rows("members")).map(([name]) => name), ["LKSA Contoh Cempaka\nLKS-003"]);
  await page.fill("#search", "");
  await page.selectOption("#kind", "accredited");
  assert.equal((await rows("members")).length, 5);
  await page.selectOption("#kind", "all");
});

test("the board and the open cases are shown", async () => {
  const { board, open_cases } = assessment.summary;
  assert.equal((await rows("board")).length, board.holders.length);
  assert.ok((await page.textContent("#board .findings")).includes(board.findings[0].text.id));
  assert.deepEqual(
    (await rows("cases")).map(([matter]) => matter.split("\n").at(-1)),
    open_cases.map(({ id }) => id),
  );
});

test("a verdict opens by keyboard, with each finding and its article, and closes again", async () => {
  await page.focus('[data-id="LKS-020"]');
  await page.keyboard.press("Enter");
  await page.waitForSelector("#verdict[open]");
  assert.equal(await page.textContent("#verdict-name"), "LKSA Contoh Ulin");
  const verdict = assessment.verdict("LKS-020");
  const articles = await page.$$eval("#verdict tbody td:last-child", (found) =>
    found.map(({ firstChild }) => firstChild.textContent),
  );
  const judgements = [verdict.accreditation, verdict.registration, verdict.operating_permit];
  const cited = judgements.flatMap(({ findings }) => findings.map(({ cited }) => cited ?? "–"));
  assert.deepEqual(articles.sort(), cited.sort());
  assert.ok((await page.textContent("#verdict pre")).includes(verdict.explain("id").slice(0, 80)));
  await page.keyboard.press("Escape");
  assert.equal(await page.$("#verdict[open]"), null);
});

test("the page speaks English when asked", async () => {
  await page.click('[data-lang="en"]');
  assert.equal(await page.getAttribute("html", "lang"), "en");
  assert.equal(await page.textContent("#board-title"), "Board");
  assert.ok((await page.textContent("#board .findings")).includes(assessment.summary.board.findings[0].text.en));
  await page.click('[data-lang="id"]');
  assert.equal(await page.textContent("#board-title"), "Pengurus");
});

test("another day is another assessment", async () => {
  await page.fill("#day", "2022-06-30");
  const { members } = register.assess({ on: "2022-06-30" }).summary;
  assert.equal(await page.textContent(".tiles strong"), String(members));
  await page.fill("#day", "2026-11-24");
});

test("a file that is no register says what is wrong with it, and the page goes on", async () => {
  const bad = { body: { name: "LKKS Contoh", level: "kota" } };
  await page.setInputFiles("#file", { name: "bad.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(bad)) });
  await page.waitForSelector("#trouble:not([hidden])");
  assert.match(await page.textContent("#trouble"), /body\.level/);
  await page.setInputFiles("#file", { name: "good.json", mimeType: "application/json", buffer: Buffer.from('{"body":{"name":"LKKS Lain","level":"regency","region":"33.75"}}') });
  await page.waitForFunction(() => document.querySelector("h1").textContent === "LKKS Lain");
  assert.equal(await page.isHidden("#trouble"), true);
});

test("a CSV is read by the importer, which is loaded with the first file", async () => {
  const csv = "# name,LKKS CSV\n# region,33.75\nid,name,joined\nLKS-001,Yayasan Contoh,2020-01-01\n";
  await page.setInputFiles("#file", { name: "daftar.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await page.waitForFunction(() => document.querySelector("h1").textContent === "LKKS CSV");
  assert.equal((await rows("members")).length, 1);
  const modules = requests.filter((url) => url.endsWith(".wasm")).map((url) => url.split("/").at(-1));
  assert.deepEqual(modules, ["lkks_bg.wasm", "lkks_import_bg.wasm"]);
});

test("a spreadsheet that is dropped is read as it is kept, and every doubt is told at its cell", async () => {
  const file = await readFile(new URL("../../data/tables/data-lks-2024.xlsx", import.meta.url));
  await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], "data LKS 2024.xlsx"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, file.toString("base64"));
  await page.waitForFunction(() => document.querySelector("h1").textContent === "LKKS Kota Pekalongan");
  const cells = await page.locator("#told tbody tr").allTextContents();
  assert.ok(cells.length > 50, `${cells.length} remarks`);
  assert.ok(cells.some((row) => row.startsWith("Data LKS 2024!I18") && row.includes("31 Februari 2011")));
  assert.equal(await page.isHidden("#trouble"), true);
});

test("what is shown is saved as a workbook and as a calendar", async () => {
  for (const [form, beginning] of [["xlsx", "PK"], ["ical", "BEGIN:VCALENDAR"]]) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.click(`[data-form="${form}"]`)]);
    const saved = await readFile(await download.path());
    assert.equal(saved.subarray(0, beginning.length).toString(), beginning);
  }
});

test("every control and table has a name", async () => {
  const nameless = await page.evaluate(() => {
    const named = (element) =>
      element.textContent.trim() || element.getAttribute("aria-label") || element.labels?.[0]?.textContent.trim();
    return [...document.querySelectorAll("button, input, select, [role=region]")].filter((one) => !named(one)).map((one) => one.outerHTML);
  });
  assert.deepEqual(nameless, []);
});

test("nothing is asked of any other host, and nothing complains", () => {
  assert.deepEqual(requests.filter((url) => !url.startsWith(`${site.origin}/`) && !url.startsWith("data:")), []);
  assert.deepEqual(complaints, []);
});
