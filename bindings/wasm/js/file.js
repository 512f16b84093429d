import { wrongType } from "./input.js";
import { refusal } from "./state.js";

/** The bytes of a file. */
export async function bytesOf(file) {
  if (typeof Blob === "undefined" || !(file instanceof Blob)) {
    throw wrongType(file, "file", "File, Blob");
  }
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

/** The text of a file, which must be UTF-8. */
export async function textOf(file) {
  const bytes = await bytesOf(file);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

function unreadable(file, cause) {
  const value = [file.name, cause?.message].filter(Boolean).join(": ");
  return refusal("unreadable-file", "file", { value, cause });
}
