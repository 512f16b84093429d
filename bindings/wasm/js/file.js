import { wrongType } from "./input.js";
import { refusal } from "./state.js";

/** The text of a file, which must be UTF-8. */
export async function textOf(file) {
  if (typeof Blob === "undefined" || !(file instanceof Blob)) {
    throw wrongType(file, "file", "File, Blob");
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch (cause) {
    const value = [file.name, cause?.message].filter(Boolean).join(": ");
    throw refusal("unreadable-file", "file", { value, cause });
  }
}
