// One contender assesses rows: node contenders.mjs NAME RULES ROWS [--answers FILE]
//
// RULES is what `json_logic.py` or `zen_graph.py` prints, ROWS what `objects.py` writes. Prints the
// seconds it took, by the clock and of the processor, without Node's start and the reading of rows.
// A worker on each core has its share of the rows, and keeps its answers.
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

const NAMES = ["json-logic", "zen"];
// As many rows at least as for a peer in Python.
const ENOUGH = 200_000;

const mebibytes = () => process.resourceUsage().maxRSS / 1024;

const [name, rules, file, option, target] = process.argv.slice(2);
if (!NAMES.includes(name)) throw new Error(`${name} is none of ${NAMES.join(", ")}`);
const shares = option === "--answers" ? 1 : availableParallelism();
const workers = Array.from({ length: shares }, (_, share) => {
  const workerData = { name, rules, file, share, shares };
  return new Worker(new URL("./worker.mjs", import.meta.url), { workerData });
});

/** What all workers answer to a word. */
async function all(word) {
  const answered = workers.map((worker) => once(worker, "message"));
  if (word) for (const worker of workers) worker.postMessage(word);
  return (await Promise.all(answered)).map(([message]) => message);
}

const counts = await all();
if (option === "--answers") {
  const [answers] = await all("answers");
  writeFileSync(target, answers.map((answer) => `${JSON.stringify(answer)}\n`).join(""));
} else {
  const before = mebibytes();
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const times = Math.max(1, Math.floor(ENOUGH / rows));
  const [start, used] = [performance.now(), process.cpuUsage()];
  for (let time = 0; time < times; time += 1) await all("run");
  const wall = (performance.now() - start) / 1000 / times;
  const { user, system } = process.cpuUsage(used);
  process.stdout.write(JSON.stringify({ wall, cpu: (user + system) / 1e6 / times, before }));
}
for (const worker of workers) worker.terminate();
