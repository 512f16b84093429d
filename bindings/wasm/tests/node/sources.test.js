import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";

const dist = new URL("../../dist/", import.meta.url);
const file = new URL("lkks_bg.wasm", dist);
const bytes = await readFile(file);
const copies = await mkdtemp(join(tmpdir(), "lkks-"));
after(() => rm(copies, { recursive: true }));

/** An entry with nothing loaded yet: the state lives in the module, so each case has its own copy. */
async function fresh(entry, name) {
  const copy = join(copies, `${entry} ${name}`);
  await cp(dist, copy, { recursive: true });
  await cp(new URL("../../package.json", import.meta.url), join(copy, "package.json"));
  return import(pathToFileURL(join(copy, `${entry}.js`)));
}

const anywhere = {
  nothing: undefined,
  bytes,
  "a promise of bytes": Promise.resolve(bytes),
  "a compiled module": await WebAssembly.compile(bytes),
  "a response": new Response(bytes, { headers: { "content-type": "application/wasm" } }),
};
const onDisk = { "a file URL": file, "the text of a file URL": file.href };
const cases = { node: { ...anywhere, ...onDisk }, inline: anywhere };

for (const [entry, sources] of Object.entries(cases)) {
  for (const [name, source] of Object.entries(sources)) {
    test(`the ${entry} entry starts from ${name}`, async () => {
      const { RuleBook, init } = await fresh(entry, name);
      // A response can be read once, and two entries want it.
      await init(source instanceof Response ? source.clone() : source);
      assert.deepEqual(RuleBook.empty().ids, []);
    });
  }
}
