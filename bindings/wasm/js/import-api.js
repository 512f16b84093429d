// What the entry `lkks/import` exports: registers from other forms than JSON.
import * as glue from "./import_glue.js";
import { json, text } from "./input.js";
import { CompiledModule } from "./module.js";
import { Register } from "./register.js";
import { textOf } from "./file.js";
import { init as initCore } from "./state.js";

const importers = new CompiledModule(glue, "lkks/import");

export const configure = (source, reader) => importers.configure(source, reader);

export async function init(source) {
  await Promise.all([initCore(), importers.init(source)]);
}

export function readCsv(csv, options = {}) {
  const written = text(csv, "text");
  // The importer knows which options there are.
  const chosen = json(options, "options");
  return Register.fromJson(importers.call((module) => module.readCsv(written, chosen)));
}

export async function readFile(file, options) {
  await init();
  const content = await textOf(file);
  const isCsv = /\.csv$/i.test(file.name ?? "") || /^text\/csv\b/i.test(file.type);
  return isCsv ? readCsv(content, options) : Register.fromJson(content);
}
