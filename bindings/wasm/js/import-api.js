// What the entry `lkks/import` exports: registers from other forms than JSON.
import * as glue from "./import_glue.js";
import { bytesOf } from "./file.js";
import { json, text, wrongType } from "./input.js";
import { CompiledModule } from "./module.js";
import { Reading } from "./reading.js";
import { Register } from "./register.js";
import { init as initCore } from "./state.js";

const importers = new CompiledModule(glue, "lkks/import");

export { Reading };

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

export function read(content, options = {}) {
  const bytes = bytesIn(content);
  const chosen = json(options, "options");
  return importers.call((module) => {
    const reading = module.Reading.of(bytes, chosen);
    try {
      return new Reading({
        register: reading.register(),
        problems: reading.problems(),
        mapping: reading.mapping(),
        json: reading.toJson(),
        refusal: reading.refusal(),
      });
    } finally {
      reading.free();
    }
  });
}

export async function readFile(file, options = {}) {
  await init();
  const bytes = await bytesOf(file);
  const chosen = file.name === undefined ? options : { name: file.name, ...options };
  return read(bytes, chosen).intoRegister();
}

/** The bytes of an `ArrayBuffer` or of a view of one, such as a `Uint8Array`; of rows, as JSON. */
function bytesIn(content) {
  if (Array.isArray(content)) return new TextEncoder().encode(json(content, "content"));
  if (content instanceof ArrayBuffer) return new Uint8Array(content);
  if (ArrayBuffer.isView(content)) {
    return new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
  }
  throw wrongType(content, "content", "ArrayBuffer, Uint8Array, list");
}
