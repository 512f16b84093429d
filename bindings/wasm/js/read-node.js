import { readFile } from "node:fs/promises";

/** Reads a module from a file itself, since `fetch` knows no file URLs in Node. */
export function read(source) {
  const isFile = source instanceof URL ? source.protocol === "file:" : false;
  if (typeof source === "string" && !/^(https?|data|blob):/.test(source)) {
    return readFile(source.startsWith("file:") ? new URL(source) : source);
  }
  return isFile ? readFile(source) : source;
}
