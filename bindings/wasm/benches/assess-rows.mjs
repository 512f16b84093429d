// How many organisations a second `register.assess` does, row by row, in one thread.
//
//   cargo xtask wasm && node bindings/wasm/benches/assess-rows.mjs [organisations]
import { Register, init } from "lkks";

const count = Number(process.argv[2] ?? 100_000);
const GRADES = ["A", "B", "C"];

/** The same register on every run: no two organisations alike, half of them members. */
function registerOf(size) {
  const organisations = Array.from({ length: size }, (_, index) => ({
    id: `LKS-${index}`,
    name: `Yayasan ${index}`,
    legal_form: "yayasan",
    place: { region: `33.75.0${1 + (index % 4)}` },
    documents: [
      { document: "profile", present: index % 3 > 0 },
      { document: "deed", present: index % 5 > 0 },
    ],
    accreditations:
      index % 2 === 0
        ? [{ decided: `20${20 + (index % 5)}-0${1 + (index % 9)}-15`, grade: GRADES[index % 3] }]
        : [],
  }));
  const members = organisations.filter((_, index) => index % 2 === 0);
  return {
    body: { name: "LKKS Contoh", level: "regency", region: "33.75" },
    organisations,
    memberships: members.map(({ id }) => ({ organisation: id, period: { first: "2018-03-01" } })),
  };
}

function timed(what, work) {
  // The processor's time, which other work on the machine does not lengthen.
  const [start, before] = [performance.now(), process.cpuUsage()];
  const result = work();
  const seconds = process.cpuUsage(before).user / 1e6;
  const wall = ((performance.now() - start) / 1000).toFixed(2);
  const rate = Math.round(count / seconds);
  console.log(`${what}: ${seconds.toFixed(2)} s (${wall} s by the clock), ${rate} a second`);
  return result;
}

await init();
const text = JSON.stringify(registerOf(count));
console.log(`${count} organisations, ${(text.length / 1e6).toFixed(1)} MB of JSON`);
const register = timed("read", () => Register.fromJson(text));
// Once before it is timed, so that the engine has compiled it as well as it will.
Register.fromJson(JSON.stringify(registerOf(2000))).assess({ on: "2024-05-20" });
const assessment = timed("assess", () => register.assess({ on: "2024-05-20" }));
timed("all verdicts as objects", () => {
  let current = 0;
  for (const verdict of assessment) {
    if (verdict.accreditation.standing.status === "current") current += 1;
  }
  return current;
});
