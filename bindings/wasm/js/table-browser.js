// The entry `lkks/table` for browsers and bundlers. The core's own entry says where the core lies.
import "./browser.js";
import { configure } from "./table-api.js";

configure(() => new URL("./lkks_table_bg.wasm", import.meta.url));

export { AssessedTable, assess, init } from "./table-api.js";
