import { refuseNew, use } from "./handle.js";
import { text } from "./input.js";

/** Where each verdict came from: what a user does to its fields changes nothing there. */
const origins = new WeakMap();

export class Verdict {
  constructor() {
    refuseNew("Verdict");
  }

  explain(lang = "id") {
    const language = text(lang, "lang");
    const { assessment, organisation } = originOf(this);
    return use(assessment, (object) => object.explainVerdict(organisation, language));
  }

  toJson() {
    const { assessment, organisation } = originOf(this);
    return use(assessment, (object) => object.verdict(organisation));
  }
}

/** The verdict that an assessment gave as this JSON text: plain data, with methods beside them. */
export function makeVerdict(assessment, written) {
  const verdict = Object.assign(Object.create(Verdict.prototype), JSON.parse(written));
  origins.set(verdict, { assessment, organisation: verdict.organisation });
  return verdict;
}

function originOf(verdict) {
  return origins.get(verdict) ?? {};
}
