// Compiled, never run: the published types as a user's strict project meets them.
import { LkksError, init, version, type ModuleSource } from "lkks";
import { version as inlineVersion } from "lkks/inline";

await init();
await init(new URL("https://example.org/lkks_bg.wasm"));
await init(new Uint8Array());
await init(Promise.resolve<ModuleSource>("lkks_bg.wasm"));
// @ts-expect-error: a number is no module
await init(1);

export const versions: [string, string] = [version(), inlineVersion()];

const error: unknown = undefined;
if (error instanceof LkksError) {
  const code: string = error.code;
  const path: string | undefined = error.path;
  console.log(code, path, error.problems.length);
  // @ts-expect-error: what an error says is not to be changed
  error.code = "other";
}
