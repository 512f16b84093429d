import { Assessment } from "./assessment.js";
import { textOf } from "./file.js";
import { behind, make, refuseNew, release, use } from "./handle.js";
import { day, json, options, text } from "./input.js";
import { memo } from "./memo.js";
import { RegisterOn } from "./register-on.js";
import { RuleBook, defaultRules } from "./rule-book.js";
import { call, init } from "./state.js";

export class Register {
  constructor() {
    refuseNew("Register");
  }

  static fromJson(input) {
    const written = json(input);
    return make(Register, call((module) => module.Register.fromJson(written)));
  }

  static async fromFile(file) {
    await init();
    return Register.fromJson(await textOf(file));
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
