// The entry for Node: the module is read from the package's own folder, since `fetch` knows no
// file URLs there.
import { readFile } from "node:fs/promises";
import { configure } from "./state.js";

configure(
  () => new URL("./lkks_bg.wasm", import.meta.url),
  (source) => {
    const isFile = source instanceof URL ? source.protocol === "file:" : false;
    if (typeof source === "string" && !/^(https?|data|blob):/.test(source)) {
      return readFile(source.startsWith("file:") ? new URL(source) : source);
    }
    return isFile ? readFile(source) : source;
  },
);

export * from "./api.js";
