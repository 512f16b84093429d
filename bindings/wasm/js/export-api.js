// What the entry `lkks/export` exports: registers in other forms than JSON.
import * as glue from "./export_glue.js";
import { behind } from "./handle.js";
import { day, json, options as known, text } from "./input.js";
import { CompiledModule } from "./module.js";
import { Register } from "./register.js";
import { RuleBook } from "./rule-book.js";
import { init as initCore } from "./state.js";

const writers = new CompiledModule(glue, "lkks/export");

export const configure = (source, reader) => writers.configure(source, reader);

export async function init(source) {
  await Promise.all([initCore(), writers.init(source)]);
}

export function write(register, form, options = {}) {
  behind(register, Register, "register");
  const wanted = text(form, "form");
  const chosen = known(options, ["lang", "on", "rules", "reminders"]);
  if (chosen.on !== undefined) chosen.on = day(chosen.on, "on");
  if (chosen.rules !== undefined) behind(chosen.rules, RuleBook, "rules");
  const [data, how] = [register.toJson(), json(chosen, "options")];
  return written((module) => module.Written.of(data, wanted, how));
}

export function template(options = {}) {
  const how = json(options, "options");
  return written((module) => module.Written.template(how));
}

/** What was written, taken out of the compiled module at once. */
function written(work) {
  return writers.call((module) => {
    const made = work(module);
    try {
      return Object.freeze({
        form: made.form(),
        mediaType: made.mediaType(),
        extension: made.extension(),
        content: made.content(),
        text: made.text() ?? null,
        lost: JSON.parse(made.lost()),
      });
    } finally {
      made.free();
    }
  });
}
