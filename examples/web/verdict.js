import { badge, el, table } from "./el.js";
import { dateIn } from "./words.js";

/** One verdict: what is held, what was found under which article, what would help. */
export function verdictOf({ assessment, lang, words, id }) {
  const verdict = assessment.verdict(id);
  const titles = [
    [words.accreditation, verdict.accreditation],
    [words.registration, verdict.registration],
    [words.permit, verdict.operating_permit],
  ];
  const since = verdict.membership?.first;
  return [
    el("div", { class: "dialog-head" },
      el("div", {},
        el("h2", { id: "verdict-name" }, verdict.name),
        el("p", {}, `${verdict.organisation} · ${verdict.membership ? words.memberSince(dateIn(since, lang)) : words.notMember}`),
      ),
      el("button", { type: "button", class: "close" }, words.close),
    ),
    ...titles.filter(([, judgement]) => judgement !== null).map(([title, judgement]) => judgementOf(title, judgement, words, lang)),
    verdict.problems.length > 0 && problems(verdict.problems, words, lang),
    el("details", {}, el("summary", {}, words.aloud), el("pre", {}, verdict.explain(lang))),
    el("p", { class: "receipt" }, `${words.receipt}: `, el("code", {}, verdict.receipt.sha256)),
  ].filter(Boolean);
}

function judgementOf(title, { rules, standing, eligibility, findings, advice, caveats }, words, lang) {
  const held = [
    standing.grade && words.gradeOf(standing.grade),
    words.standings[standing.status] ?? standing.status,
    standing.last_day && words.until(dateIn(standing.last_day, lang)),
  ];
  return el("section", {},
    el("h3", {}, title),
    el("p", { class: "badges" },
      badge(standing.status, held.filter(Boolean).join(" · ")),
      badge(eligibility.status, words.eligibility[eligibility.status]),
    ),
    el("p", { class: "rules" }, rules ? `${words.rules}: ${rules.title[lang]}` : words.noRules),
    findings.length > 0 && findingTable(title, findings, words, lang),
    ...advice.filter(({ changes }) => changes.length > 0).map((one) => adviceOf(one, words, lang)),
    caveats.length > 0 && el("ul", { class: "caveats" }, ...caveats.map(({ text }) => el("li", {}, text[lang]))),
  );
}

function findingTable(title, findings, words, lang) {
  // What is lacking first: that is what a reader came for.
  const order = ["not-met", "unknown", "met", "not-applicable"];
  const sorted = [...findings].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
  const rows = sorted.map((finding) => [
    [finding.label[lang], el("small", {}, finding.required[lang])],
    badge(finding.outcome, words.outcomes[finding.outcome]),
    finding.found.map((found) => el("div", {}, foundIn(found, words, lang))),
    [finding.cited ?? "–", el("small", {}, words.certainty[finding.certainty])],
  ]);
  return table(`${title}: ${words.findings}`, [words.criterion, words.outcome, words.found, words.article], rows);
}

function foundIn({ label, kind, state, value, document }, words, lang) {
  const shown = kind === "date" ? dateIn(value, lang) : (words.values[value] ?? value);
  const until = document?.last_day && words.until(dateIn(document.last_day, lang));
  const text = state === "known" ? [shown, until].filter(Boolean).join(", ") : words.states[state];
  return `${label[lang]}: ${text}`;
}

function adviceOf({ changes }, words, lang) {
  const lines = changes.map(({ action, label, to, until }) => {
    const target = to && `: ${words.values[to] ?? to}`;
    return el("li", {}, [words.actions[action], label[lang]].join(" "), target, until && `, ${dateIn(until, lang)}`);
  });
  return el("div", { class: "advice" }, el("h4", {}, words.advice), el("ul", {}, ...lines));
}

function problems(found, words, lang) {
  const lines = found.map(({ path, text }) => el("li", {}, el("code", {}, path), ` ${text[lang]}`));
  return el("section", {}, el("h3", {}, words.differences), el("ul", { class: "findings" }, ...lines));
}
