// GoRules zen: the graph that `zen_graph.py` prints, for some rows at once.
//
// Its binding decides on the thread that asks. What an engine has loaded is compiled; a decision
// that is created from text is compiled again at every question.
import { ZenDecisionContent, ZenEngine } from "@gorules/zen-engine";

const PART = 1_000;

/** The graph, compiled. */
export async function prepared(graph) {
  const content = new ZenDecisionContent(Buffer.from(JSON.stringify(graph)));
  return new ZenEngine({ loader: async () => content }).getDecision("rules");
}

/** The answers for all rows. */
export async function run(decision, rows) {
  const answers = [];
  for (let begin = 0; begin < rows.length; begin += PART) {
    const { result } = await decision.evaluate({ rows: rows.slice(begin, begin + PART) });
    answers.push(...result.rows);
  }
  return answers;
}
