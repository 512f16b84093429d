import { behind } from "./handle.js";
import { day, json, options } from "./input.js";
import { Register } from "./register.js";
import { RuleBook } from "./rule-book.js";
import { call } from "./state.js";

export function simulate(register, choices) {
  const subject = behind(register, Register, "register");
  const { before, after, on } = options(choices, ["before", "after", "on"]);
  const [old, other] = [behind(before, RuleBook, "before"), behind(after, RuleBook, "after")];
  const date = day(on, "on");
  return JSON.parse(call((module) => module.simulate(subject, old, other, date)));
}

export function verifyReceipt(verdict) {
  const written = json(verdict);
  call((module) => module.verifyReceipt(written));
}

export function recomputeReceipt(verdict) {
  const written = json(verdict);
  return call((module) => module.recomputeReceipt(written));
}
