// Asks the index of one language. English is left to Pagefind's own stemmer; of a Welsh word, every form that stands
// on the site is asked for, exactly, and the results are one set.

import { welsh } from "./welsh.js";

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

export class Index {
  /** Opens the index of a language; *folder* and *root* are addresses that end in a slash. */
  static async open(folder, root, language) {
    const own = `${folder}${language}/`;
    const { shards, words, rules } = JSON.parse(await text(`${own}index.json`));
    const forms = welsh(rules, (name) => text(`${own}words/${name}?${words}`));
    if (!shards.length) return new Index({ search: async () => ({ results: [] }) }, language, forms);
    const { createInstance } = await import(`${folder}pagefind.js`);
    // In Welsh an accent makes another word: môr is no mor. `welsh` knows which readers mean.
    const options = { baseUrl: root, exactDiacritics: language === "cy" };
    const pagefind = createInstance({ ...options, basePath: `${own}${shards[0]}/`, noWorker: true });
    await pagefind.init();
    for (const shard of shards.slice(1)) await pagefind.mergeIndex(`${own}${shard}/`, options);
    return new Index(pagefind, language, forms);
  }

  constructor(pagefind, language, forms) {
    Object.assign(this, { pagefind, language, forms });
  }

  /** Gives the results of a query, best first: each has `id`, and `data()` for the rest. */
  async ask(query, filters) {
    const parts = this.language === "cy" && !query.includes('"') ? query.match(WORD) ?? [] : [];
    if (!parts.length) return this.#search(query, filters);
    const telling = parts.filter((word) => !this.forms.isStop(word));
    const words = telling.length ? telling : parts;
    const sets = await Promise.all(words.map((word) => this.#word(word, filters)));
    return intersection(sets).sort((a, b) => b.score - a.score);
  }

  /** Gives the results in the order of their dates, newest first, and those without a date after them. */
  async byDate(results, filters) {
    const { results: all } = await this.pagefind.search(null, { filters, sort: { date: "desc" } });
    const places = new Map(all.map((result, place) => [result.id, place]));
    const place = (result) => places.get(result.id) ?? places.size;
    return [...results].sort((a, b) => place(a) - place(b));
  }

  /** Gives the query with each word that finds nothing replaced by one of the site that is like it; or null. */
  async meant(query) {
    let changed = false;
    const words = await Promise.all((query.match(WORD) ?? []).map(async (word) => {
      if ((await this.ask(word, {})).length) return word;
      const [better] = await this.forms.suggest(word);
      changed ||= Boolean(better);
      return better ?? word;
    }));
    return changed ? words.join(" ") : null;
  }

  /** Gives the results of any form of a Welsh word, by id. */
  async #word(word, filters) {
    const forms = await this.forms.expand(word);
    return union(await Promise.all(forms.map((form) => this.#form(form, filters))));
  }

  /** Gives the results of one form. Pagefind finds it exactly, but tells better ones from worse only if asked loosely. */
  async #form(form, filters) {
    const [exact, loose] = await Promise.all([`"${form}"`, form].map((query) => this.#search(query, filters)));
    const scores = new Map(loose.map(({ id, score }) => [id, score]));
    return exact.map((one) => ({ id: one.id, score: scores.get(one.id) ?? 0, data: () => one.data() }));
  }

  async #search(query, filters) {
    return (await this.pagefind.search(query, { filters })).results;
  }
}

function union(lists) {
  const found = new Map();
  for (const result of lists.flat()) {
    const before = found.get(result.id);
    if (!before || before.score < result.score) found.set(result.id, result);
  }
  return found;
}

function intersection([first, ...others]) {
  const both = [...first.values()].filter((result) => others.every((set) => set.has(result.id)));
  return both.map((result) => ({
    id: result.id,
    score: others.reduce((sum, set) => sum + set.get(result.id).score, result.score),
    data: () => result.data(),
  }));
}

async function text(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}
