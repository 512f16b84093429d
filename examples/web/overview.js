import { badge, el, table } from "./el.js";
import { dateIn } from "./words.js";

/** What soon means: half a year. */
const SOON = 183;

/** The whole register on one page. */
export function overview(context) {
  const { assessment } = context;
  return [
    assessment.notice && el("p", { class: "banner" }, noticeIn(assessment.notice, context.lang)),
    section("summary", context.words.summary, tiles(context), bar(context)),
    section("members", context.words.list, ...members(context)),
    el("div", { class: "columns" },
      section("expiring", context.words.expiring, expiring(context)),
      section("cases", context.words.cases, cases(context)),
    ),
    section("board", context.words.board, ...board(context)),
    section("differences", context.words.differences, differences(context)),
  ].filter(Boolean);
}

/** A notice may be given in both languages with a stroke between them. */
function noticeIn(notice, lang) {
  const [id, en = id] = notice.split(" / ");
  return lang === "id" ? id : en;
}

function section(id, title, ...content) {
  return el("section", { "aria-labelledby": `${id}-title`, id }, el("h2", { id: `${id}-title` }, title), ...content);
}

function tiles({ assessment, words }) {
  const { summary } = assessment;
  const count = (subject, status) =>
    summary.standings.find((one) => one.subject === subject && one.status === status)?.count ?? 0;
  const eligible = membersOf(assessment).filter(
    (verdict) => verdict.accreditation.eligibility.status === "eligible",
  );
  const tile = (title, value, note) =>
    el("div", {}, el("dt", {}, title), el("dd", {}, el("strong", {}, String(value)), note && el("span", {}, note)));
  return el("dl", { class: "tiles" },
    tile(words.members, summary.members, words.membersOf(summary.organisations)),
    tile(words.accredited, count("accreditation", "current"), grades(summary)),
    tile(words.eligible, eligible.length, words.eligibleNote),
    tile(words.registered, count("registration", "current")),
    tile(words.cases, summary.open_cases.length),
    tile(words.vacant, summary.board.facts.vacant_seats ?? "–"),
  );
}

const grades = ({ grades }) => grades.map(({ grade, count }) => `${grade ?? "?"}: ${count}`).join(" · ");

/** How the members' accreditations stand, as one bar with its legend. */
function bar({ assessment, words }) {
  const counts = assessment.summary.standings.filter(({ subject }) => subject === "accreditation");
  if (counts.length === 0) return false;
  const part = ({ status, count }) => el("span", { class: status, style: `flex-grow: ${count}` });
  const line = ({ status, count }) =>
    el("li", {}, el("span", { class: `dot ${status}`, "aria-hidden": "true" }), `${words.standings[status] ?? status}: ${count}`);
  return el("figure", {},
    el("figcaption", {}, words.standing),
    el("div", { class: "stack", "aria-hidden": "true" }, counts.map(part)),
    el("ul", { class: "legend" }, counts.map(line)),
  );
}

const membersOf = (assessment) => assessment.verdicts.filter(({ membership }) => membership !== null);

function members(context) {
  const { assessment, words } = context;
  const all = membersOf(assessment);
  const kinds = {
    all: () => true,
    accredited: (verdict) => verdict.accreditation.standing.status === "current",
    eligible: (verdict) => verdict.accreditation.eligibility.status === "eligible",
    lacking: (verdict) => verdict.accreditation.eligibility.unmet.length > 0,
  };
  const search = el("input", { type: "search", id: "search" });
  const kind = el("select", { id: "kind" }, Object.keys(kinds).map((name) => el("option", { value: name }, words[name])));
  const count = el("p", { role: "status", class: "count" });
  const list = el("div");
  const fill = () => {
    const wanted = search.value.trim().toLocaleLowerCase();
    const shown = all.filter(
      (verdict) => kinds[kind.value](verdict) && verdict.name.toLocaleLowerCase().includes(wanted),
    );
    count.textContent = words.shown(shown.length);
    list.replaceChildren(memberTable(shown, context));
  };
  search.addEventListener("input", fill);
  kind.addEventListener("change", fill);
  fill();
  const controls = el("div", { class: "controls" },
    el("label", {}, `${words.search} `, search),
    el("label", {}, `${words.show} `, kind),
    count,
  );
  return [controls, list];
}

function memberTable(verdicts, { words, lang, open }) {
  const held = (judgement) => {
    if (judgement === null) return "–";
    const { status, grade, last_day } = judgement.standing;
    const note = status === "current" && last_day ? words.until(dateIn(last_day, lang)) : "";
    return [badge(status, [grade, words.standings[status] ?? status].filter(Boolean).join(" · ")), note && el("small", {}, note)];
  };
  const unmet = (judgement) => {
    const labels = judgement.findings.filter(({ outcome }) => outcome === "not-met").map(({ label }) => label[lang]);
    return labels.length > 0 ? labels.join("; ") : "–";
  };
  const rows = verdicts.map((verdict) => [
    [el("button", { type: "button", class: "link", "data-id": verdict.organisation, onclick: () => open(verdict.organisation) }, verdict.name), el("small", {}, verdict.organisation)],
    held(verdict.accreditation),
    held(verdict.registration),
    held(verdict.operating_permit),
    badge(verdict.accreditation.eligibility.status, words.eligibility[verdict.accreditation.eligibility.status]),
    unmet(verdict.accreditation),
  ]);
  const heads = [words.organisation, words.accreditation, words.registration, words.permit, words.mayApply, words.unmet];
  return table(words.list, heads, rows);
}

function expiring({ assessment, words, lang, open }) {
  const subjects = { accreditation: words.accreditation, registration: words.registration, "operating-permit": words.permit };
  const soon = assessment.summary.expiring.filter(({ days_left }) => days_left <= SOON);
  if (soon.length === 0) return el("p", {}, words.none);
  const rows = soon.map((one) => [
    el("button", { type: "button", class: "link", onclick: () => open(one.organisation) }, one.name),
    [subjects[one.subject] ?? one.subject, one.grade ? ` ${one.grade}` : ""],
    dateIn(one.last_day, lang),
    words.days(one.days_left),
  ]);
  return table(words.expiring, [words.organisation, words.what, words.lastDay, words.left], rows);
}

function cases({ register, assessment, words }) {
  const open = assessment.summary.open_cases;
  if (open.length === 0) return el("p", {}, words.none);
  const { regions = {} } = register.toJSON();
  const place = ({ region, rw, rt }) =>
    [regions[region] ?? region, rw && `RW ${rw}`, rt && `RT ${rt}`].filter(Boolean).join(", ");
  const rows = open.map((one) => [
    [one.title ?? one.category, el("small", {}, one.id)],
    place(one.place),
    badge("step", words.steps[one.status] ?? one.status),
    words.days(one.age_days),
  ]);
  return table(words.cases, [words.matter, words.place, words.status, words.age], rows);
}

function board({ assessment, words, lang }) {
  const { board } = assessment.summary;
  const holders = board.holders.map((one) => [one.title[lang], one.person, dateIn(one.since, lang)]);
  const found = board.findings.map(({ severity, text }) => el("li", { class: `is-${severity}` }, text[lang]));
  return [
    el("p", {}, board.term ? words.term(board.name ?? board.term, dateIn(board.last_day, lang)) : words.noTerm),
    found.length > 0 && el("ul", { class: "findings" }, ...found),
    holders.length > 0 && table(words.board, [words.office, words.holder, words.since], holders),
  ];
}

function differences({ register, assessment, words, lang }) {
  const all = [...assessment.summary.differences, ...register.warnings];
  if (all.length === 0) return el("p", {}, words.none);
  return el("ul", { class: "findings" }, ...all.map(({ text }) => el("li", {}, text[lang])));
}
