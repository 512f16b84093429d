// JSONLogic by json-logic-engine, compiled to a function of JavaScript.
import { LogicEngine } from "json-logic-engine";

/** A function of one row, from the stages that `json_logic.py` prints. */
export function prepared(stages) {
  const engine = new LogicEngine();
  engine.addMethod("floor", ([number]) => Math.floor(number), { deterministic: true });
  const [only] = stages.length === 1 ? stages : [];
  const named = stages.map((stage) => ({ eachKey: stage }));
  return engine.build(only ? { eachKey: only } : { pipe: named });
}

/** The answers for all rows. */
export async function run(decide, rows) {
  return rows.map((row) => decide(row));
}
