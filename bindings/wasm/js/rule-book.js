import { make, refuseNew, release, use } from "./handle.js";
import { day, json, text, wrongType } from "./input.js";
import { call, current, notANumber } from "./state.js";

export class RuleBook {
  constructor() {
    refuseNew("RuleBook");
  }

  static indonesia() {
    return make(RuleBook, call((module) => module.RuleBook.indonesia()));
  }

  static empty() {
    return make(RuleBook, call((module) => module.RuleBook.empty()));
  }

  static fromJson(input) {
    const written = json(input);
    return make(RuleBook, call((module) => module.RuleBook.fromJson(written)));
  }

  withPack(pack) {
    const written = json(pack);
    return make(RuleBook, use(this, (book) => book.withPack(written)));
  }

  using(id) {
    const known = text(id, "id");
    return make(RuleBook, use(this, (book) => book.using(known)));
  }

  assuming(id) {
    const known = text(id, "id");
    return make(RuleBook, use(this, (book) => book.assuming(known)));
  }

  withFigure(pack, figure, value) {
    const [id, name] = [text(pack, "pack"), text(figure, "figure")];
    if (typeof value === "number" && !Number.isFinite(value)) throw notANumber(value, "value");
    if (!["boolean", "number", "string"].includes(typeof value)) {
      throw wrongType(value, "value", "true/false, number, text");
    }
    return make(RuleBook, use(this, (book) => book.withFigure(id, name, value)));
  }

  get ids() {
    return use(this, (book) => book.ids());
  }

  get chosen() {
    return use(this, (book) => book.chosen());
  }

  get assumed() {
    return use(this, (book) => book.assumed());
  }

  pack(id) {
    const known = text(id, "id");
    return JSON.parse(use(this, (book) => book.pack(known)));
  }

  inForce(series, on) {
    const [known, date] = [text(series, "series"), day(on, "on")];
    return use(this, (book) => book.inForce(known, date));
  }

  lint() {
    return JSON.parse(use(this, (book) => book.lint()));
  }

  compare(a, b) {
    const [before, after] = [text(a, "a"), text(b, "b")];
    return JSON.parse(use(this, (book) => book.compare(before, after)));
  }

  toJson() {
    return use(this, (book) => book.toJson());
  }

  toJSON() {
    return JSON.parse(this.toJson());
  }

  free() {
    release(this);
  }
}

let shared;

/** The law of Indonesia, which applies where no rules are named. */
export function defaultRules() {
  if (shared?.instance !== current()) {
    shared = { book: RuleBook.indonesia(), instance: current() };
  }
  return shared.book;
}
