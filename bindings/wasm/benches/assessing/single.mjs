// How long one row takes in Node: node single.mjs FOLDER WORKLOAD TABLE
//
// FOLDER is where the comparison in Python wrote rows and rules, and TABLE a file of rows in it.
// Prints nanoseconds: the median, the least and the most. Each decides about one row after another.
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { bench, run } from "mitata";
import * as jsonLogic from "./json-logic.mjs";
import * as zen from "./zen.mjs";

const COUNT = 1_000;
const [folder, workload, table] = process.argv.slice(2);
const rulesOf = (name) => JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));

async function firstRows(file) {
  const rows = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (rows.push(JSON.parse(line)) === COUNT) break;
  }
  return rows;
}

const rows = await firstRows(join(folder, table));
let next = 0;
const row = () => rows[(next = (next + 1) % rows.length)];

for (const what of [workload, `${workload}-reasons`]) {
  const decide = jsonLogic.prepared(rulesOf(`${what}.json-logic`));
  bench(`${what} json-logic-node`, () => decide(row()));
  const decision = await zen.prepared(rulesOf(`${what}.single.zen`));
  bench(`${what} zen-node`, async () => decision.evaluate(row()));
}

const { benchmarks } = await run({ format: "quiet" });
const told = benchmarks.flatMap(({ alias, runs }) =>
  runs.map(({ stats: { p50, min, max } }) => ({ name: alias, p50, min, max })),
);
process.stdout.write(JSON.stringify(told));
