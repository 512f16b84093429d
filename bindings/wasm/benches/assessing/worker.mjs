// A share of the rows of `contenders.mjs`: read, and assessed whenever that is asked.
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parentPort, workerData } from "node:worker_threads";

const WARMING = 5_000;
const { name, rules, file, share, shares } = workerData;
const { prepared, run } = await import(`./${name}.mjs`);
const decide = await prepared(JSON.parse(readFileSync(rules, "utf8")));
const rows = [];
let number = 0;
for await (const line of createInterface({ input: createReadStream(file) })) {
  if (number % shares === share) rows.push(JSON.parse(line));
  number += 1;
}
await run(decide, rows.slice(0, WARMING));
parentPort.on("message", async (word) => {
  const answers = await run(decide, rows);
  parentPort.postMessage(word === "answers" ? answers : answers.length);
});
parentPort.postMessage(rows.length);
