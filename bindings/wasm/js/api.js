// What every entry of the package exports, whatever the way its module is loaded.
export { Assessment } from "./assessment.js";
export { LkksError } from "./error.js";
export { recomputeReceipt, simulate, verifyReceipt } from "./functions.js";
export { Register } from "./register.js";
export { RegisterOn } from "./register-on.js";
export { RuleBook } from "./rule-book.js";
export { init } from "./state.js";
export { Verdict } from "./verdict.js";
export { VERSION } from "./version.js";
