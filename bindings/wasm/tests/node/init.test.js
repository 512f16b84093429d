import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { LkksError, Register, RuleBook, VERSION, init } from "lkks";
import * as inline from "lkks/inline";

const manifest = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));

// In this order: a module is loaded once for the whole process.
test("a call before init says so, whatever it is given", () => {
  const calls = [
    () => RuleBook.indonesia(),
    () => Register.fromJson("{}"),
    () => Register.fromJson(NaN),
    () => Register.fromJson({ body: NaN }),
  ];
  for (const call of calls) {
    assert.throws(call, (error) => error instanceof LkksError && error.code === "not-initialised");
  }
});

test("a failed init says why, and may be tried again", async () => {
  const failure = await init("no-such-file.wasm").catch((error) => error);
  assert.ok(failure instanceof LkksError && failure.code === "init-failed", failure);
  assert.equal(failure.cause.code, "ENOENT");
});

test("init loads once, however often and however concurrently it is called", async () => {
  await Promise.all([init(), init("no-such-file.wasm"), inline.init()]);
  await init();
  assert.equal(RuleBook.empty().ids.length, 0);
});

test("the inline entry is the same library", () => {
  assert.equal(inline.Register, Register);
});

test("the version is that of the package", () => {
  assert.equal(VERSION, manifest.version);
});
