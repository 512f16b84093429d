// A trap is a fault of the library; it must cost one call, and not all that follow.
import assert from "node:assert/strict";
import { test } from "node:test";

import { LkksError, Register, init } from "lkks";
import { call } from "../../dist/state.js";
import { register as data } from "./register.js";

test("after a trap the module starts anew, and what it held says so", async () => {
  await init();
  const old = Register.fromJson(data);
  const assessment = old.assess({ on: "2024-04-08" });
  const trap = () => {
    throw new WebAssembly.RuntimeError("unreachable");
  };
  assert.throws(() => call(trap), ({ code, cause }) => {
    return code === "internal" && cause instanceof WebAssembly.RuntimeError;
  });
  for (const use of [() => old.toJson(), () => assessment.verdict("LKS-001")]) {
    assert.throws(use, (error) => error instanceof LkksError && error.code === "released");
  }
  old.free();
  const again = Register.fromJson(data).assess({ on: "2024-04-08" });
  assert.equal(again.verdict("LKS-001").accreditation.standing.status, "current");
});

test("a stack without room is an error of ours, and the next call works", () => {
  const codes = new Set();
  const deeper = () => {
    try {
      Register.fromJson(data);
    } catch (error) {
      codes.add(error instanceof LkksError ? error.code : `${error}`);
    }
    deeper();
  };
  assert.throws(deeper, RangeError);
  assert.equal(Register.fromJson(data).size, 2);
});
