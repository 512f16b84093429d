import { Assessment } from "./assessment.js";
import { behind, make, refuseNew, release, use } from "./handle.js";
import { day, json, options, text, wrongType } from "./input.js";
import { memo } from "./memo.js";
import { RegisterOn } from "./register-on.js";
import { RuleBook, defaultRules } from "./rule-book.js";
import { call, init, refusal } from "./state.js";

export class Register {
  constructor() {
    refuseNew("Register");
  }

  static fromJson(input) {
    const written = json(input);
    return make(Register, call((module) => module.Register.fromJson(written)));
  }

  static fromCsv(csv, choices = {}) {
    const written = text(csv, "text");
    // The core knows which options there are.
    const chosen = json(choices, "options");
    return make(Register, call((module) => module.Register.fromCsv(written, chosen)));
  }

  static async fromFile(file, choices) {
    await init();
    const content = await textOf(file);
    const isCsv = /\.csv$/i.test(file.name ?? "") || /^text\/csv\b/i.test(file.type);
    return isCsv ? Register.fromCsv(content, choices) : Register.fromJson(content);
  }

  get warnings() {
    return memo(this, "warnings", () => JSON.parse(use(this, (object) => object.warnings())));
  }

  get size() {
    return use(this, (register) => register.size());
  }

  organisation(id) {
    const known = text(id, "id");
    return JSON.parse(use(this, (register) => register.organisation(known)));
  }

  on(date) {
    const on = day(date, "on");
    return make(RegisterOn, use(this, (register) => register.on(on)));
  }

  assess(choices) {
    const { on, rules = defaultRules() } = options(choices, ["on", "rules"]);
    const date = day(on, "on");
    const book = behind(rules, RuleBook, "rules");
    return make(Assessment, use(this, (register) => register.assess(book, date)));
  }

  toJson() {
    return use(this, (register) => register.toJson());
  }

  toJSON() {
    return JSON.parse(this.toJson());
  }

  free() {
    release(this);
  }
}

async function textOf(file) {
  if (typeof Blob === "undefined" || !(file instanceof Blob)) {
    throw wrongType(file, "file", "File, Blob");
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch (cause) {
    const value = [file.name, cause?.message].filter(Boolean).join(": ");
    throw refusal("unreadable-file", "file", { value, cause });
  }
}
