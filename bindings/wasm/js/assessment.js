import { refuseNew, release, use } from "./handle.js";
import { text } from "./input.js";
import { memo } from "./memo.js";
import { makeVerdict } from "./verdict.js";

export class Assessment {
  constructor() {
    refuseNew("Assessment");
  }

  get on() {
    return use(this, (assessment) => assessment.on());
  }

  get body() {
    return use(this, (assessment) => assessment.body());
  }

  get notice() {
    return use(this, (assessment) => assessment.notice()) ?? null;
  }

  get size() {
    return use(this, (assessment) => assessment.size());
  }

  get summary() {
    return memo(this, "summary", () => JSON.parse(use(this, (object) => object.summary())));
  }

  has(id) {
    const known = text(id, "id");
    return use(this, (assessment) => assessment.has(known));
  }

  verdict(id) {
    const known = text(id, "id");
    return makeVerdict(this, use(this, (assessment) => assessment.verdict(known)));
  }

  get verdicts() {
    return memo(this, "verdicts", () => [...this]);
  }

  *[Symbol.iterator]() {
    for (let position = 0; ; position += 1) {
      const written = use(this, (assessment) => assessment.verdictAt(position));
      if (written === undefined) return;
      yield makeVerdict(this, written);
    }
  }

  explain(lang = "id") {
    const language = text(lang, "lang");
    return use(this, (assessment) => assessment.explain(language));
  }

  toJson() {
    return use(this, (assessment) => assessment.toJson());
  }

  toJSON() {
    return JSON.parse(this.toJson());
  }

  free() {
    release(this);
  }
}
