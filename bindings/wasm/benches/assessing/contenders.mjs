// One contender assesses rows: node contenders.mjs NAME RULES ROWS [--answers FILE]
//
// RULES is what `json_logic.py` or `zen_graph.py` prints, ROWS what `objects.py` writes. Prints the
// seconds it took, by the clock and of the processor, without Node's start and the reading of rows.
import { createReadStream, createWriteStream, readFileSync } from "node:fs";
import { once } from "node:events";
import { createInterface } from "node:readline";

const NAMES = ["json-logic", "zen"];
// As often as for a peer in Python, so that the engine has compiled what it will.
const ENOUGH = 200_000;
const WARMING = 5_000;

async function rowsOf(file) {
  const rows = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    rows.push(JSON.parse(line));
  }
  return rows;
}

const mebibytes = () => process.resourceUsage().maxRSS / 1024;

const [name, rules, file, option, target] = process.argv.slice(2);
if (!NAMES.includes(name)) throw new Error(`${name} is none of ${NAMES.join(", ")}`);
const { prepared, run } = await import(`./${name}.mjs`);
const decide = await prepared(JSON.parse(readFileSync(rules, "utf8")));
const rows = await rowsOf(file);
if (option === "--answers") {
  const lines = createWriteStream(target);
  for (const answer of await run(decide, rows)) lines.write(`${JSON.stringify(answer)}\n`);
  lines.end();
  await once(lines, "finish");
} else {
  await run(decide, rows.slice(0, WARMING));
  const before = mebibytes();
  const times = Math.max(1, Math.floor(ENOUGH / rows.length));
  const [start, used] = [performance.now(), process.cpuUsage()];
  for (let time = 0; time < times; time += 1) await run(decide, rows);
  const wall = (performance.now() - start) / 1000 / times;
  const { user, system } = process.cpuUsage(used);
  process.stdout.write(JSON.stringify({ wall, cpu: (user + system) / 1e6 / times, before }));
}
