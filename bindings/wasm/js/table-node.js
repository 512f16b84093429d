// The entry `lkks/table` for Node. The core's own entry says where the core lies.
import "./node.js";
import { read } from "./read-node.js";
import { configure } from "./table-api.js";

configure(() => new URL("./lkks_table_bg.wasm", import.meta.url), read);

export { AssessedTable, assess, init } from "./table-api.js";
