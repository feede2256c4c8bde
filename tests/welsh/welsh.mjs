// Runs theme/assets/search/welsh.js outside a browser: reads what to ask as JSON, writes the answers as JSON.
import { readFileSync } from "node:fs";

const { script, rules, files, words, misspelt } = JSON.parse(readFileSync(0, "utf-8"));
const { welsh } = await import(`data:text/javascript;base64,${Buffer.from(readFileSync(script)).toString("base64")}`);
const asked = [];
const load = async (name) => {
  asked.push(name);
  return files[name];
};
const own = welsh(rules, load);
const answers = { keys: words.map(own.keys), expanded: [], suggested: [], stop: words.filter(own.isStop), asked: {} };
for (const word of words) {
  answers.expanded.push(await own.expand(word));
}
for (const word of misspelt) {
  const fresh = welsh(rules, load);
  asked.length = 0;
  answers.suggested.push(await fresh.suggest(word));
  answers.asked[word] = [...asked];
}
process.stdout.write(JSON.stringify(answers));
