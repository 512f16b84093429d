// Reads a register, assesses it, shows it; the law is in the package, not here.
import { LkksError, Register, init } from "lkks";

import { badge, el, table } from "./el.js";
import { overview } from "./overview.js";
import { verdictOf } from "./verdict.js";
import { WORDS, dateIn } from "./words.js";

const EXAMPLE = new URL("../data/kota-pekalongan-synthetic.json", import.meta.url);
const EXAMPLE_DAY = "2026-11-24";

const find = (selector) => document.querySelector(selector);
const choices = new URLSearchParams(location.search);
let lang = choices.get("lang") === "en" ? "en" : "id";
let register, assessment, trouble;
/** What there is to tell of the file that was read. */
let told = [];

/** Assesses the register on the day in the field. */
function assess() {
  const on = find("#day").value;
  // A browser gives nothing while a day is being typed.
  if (register === undefined || on === "") return;
  attempt(() => {
    assessment = register.assess({ on });
  });
}

/** Does `work`, and shows what was wrong with its input if anything was. */
function attempt(work) {
  trouble = undefined;
  try {
    work();
  } catch (error) {
    if (!(error instanceof LkksError)) throw error;
    trouble = error;
  }
  show();
}

function show() {
  const words = WORDS[lang];
  document.documentElement.lang = lang;
  for (const place of document.querySelectorAll("[data-word]")) {
    place.textContent = words[place.dataset.word];
  }
  for (const button of document.querySelectorAll("[data-lang]")) {
    button.setAttribute("aria-pressed", String(button.dataset.lang === lang));
  }
  find("#trouble").hidden = trouble === undefined;
  find("#trouble").replaceChildren(...(trouble === undefined ? [] : problemsOf(trouble)));
  find("#told").hidden = told.length === 0;
  find("#told").replaceChildren(...(told.length === 0 ? [] : cellsOf(told)));
  if (assessment === undefined) return;
  document.title = `${assessment.body} · LKKS`;
  find("#body").textContent = assessment.body;
  find("#as-of").textContent = words.asOf(dateIn(assessment.on, lang));
  find("#state").textContent = trouble === undefined ? words.assessed(assessment.size) : "";
  const context = { register, assessment, lang, words, open };
  find("#view").replaceChildren(...overview(context));
  find("#view").hidden = false;
}

function problemsOf({ message, problems }) {
  const lines = problems.map((problem) =>
    el("li", {}, problem.path && el("code", {}, problem.path), ` ${problem.text[lang]}`),
  );
  return [el("h2", {}, WORDS[lang].trouble), lines.length > 0 ? el("ul", {}, ...lines) : el("p", {}, message)];
}

/** What was read of a table, cell by cell; what is wrong comes first. */
function cellsOf(problems) {
  const words = WORDS[lang];
  const bySeverity = ["error", "warning", "note"].flatMap((severity) => problems.filter((one) => one.severity === severity));
  const rows = bySeverity.map(({ severity, sheet, cell, path, text }) => [
    sheet === undefined ? path : `${sheet}!${cell}`,
    badge(severity, words.severities[severity]),
    text[lang],
  ]);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return [el("h2", {}, words.told), el("p", {}, words.toldOf(errors, problems.length)), table(words.told, words.toldHeads, rows)];
}

/** Shows one verdict with all its reasons. */
function open(id) {
  const dialog = find("#verdict");
  dialog.replaceChildren(...verdictOf({ assessment, lang, words: WORDS[lang], id }));
  dialog.querySelector(".close").addEventListener("click", () => dialog.close());
  dialog.showModal();
  dialog.scrollTop = 0;
}

for (const button of document.querySelectorAll("[data-lang]")) {
  button.addEventListener("click", () => {
    lang = button.dataset.lang;
    show();
  });
}
find("#day").addEventListener("change", assess);
find("form").addEventListener("submit", (event) => event.preventDefault());
find("#file").addEventListener("change", ({ target }) => {
  const [file] = target.files;
  if (file !== undefined) openFile(file);
});
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  const [file] = event.dataTransfer.files;
  if (file !== undefined) openFile(file);
});

/** Reads a file in whichever form: what is understood is assessed, and everything else is told. */
async function openFile(file) {
  find("#state").textContent = WORDS[lang].loading;
  // What reads other forms than JSON is loaded with the first file.
  const importing = await import("lkks/import");
  await importing.init();
  const content = await file.arrayBuffer();
  attempt(() => {
    const reading = importing.read(content, { name: file.name });
    told = reading.problems;
    register = reading.register ?? reading.intoRegister();
    assessment = register.assess({ on: find("#day").value });
  });
}

for (const button of document.querySelectorAll("[data-form]")) {
  button.addEventListener("click", async () => {
    // What writes other forms than JSON is loaded with the first that is asked for.
    const exporting = await import("lkks/export");
    await exporting.init();
    attempt(() => {
      const options = { on: assessment.on, lang };
      const { content, mediaType, extension } = exporting.write(register, button.dataset.form, options);
      const link = el("a", { href: URL.createObjectURL(new Blob([content], { type: mediaType })) });
      link.download = `lkks-${assessment.on}.${extension}`;
      link.click();
      URL.revokeObjectURL(link.href);
    });
  });
}
find("#verdict").addEventListener("click", ({ target, currentTarget }) => {
  // A click beside the dialog is one on the dialog itself.
  if (target === currentTarget) currentTarget.close();
});

find("#day").value = choices.get("on") ?? EXAMPLE_DAY;
find("#state").textContent = WORDS[lang].loading;
show();
const [text] = await Promise.all([fetch(EXAMPLE).then((response) => response.text()), init()]);
attempt(() => {
  register = Register.fromJson(text);
});
assess();
