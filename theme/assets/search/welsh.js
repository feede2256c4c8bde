// Which forms of a Welsh word are one word. The rules come as data; what they mean is said in scripts/cyhoeddi/welsh
// (rules.yaml, keys.py, expand.py), whose steps these are.

/** What can be asked of Welsh words. load(name): a promise of the text of a file that `chunks` of families.py makes. */
export function welsh(rules, load) {
  const listed = (words) => words.split(" ");
  const any = (words) => listed(words).join("|");
  const contracted = new RegExp(`[aeiouwy]'(${any(rules.contracted)})$`);
  const elided = new RegExp(`^'|^(${any(rules.elided)})'(?=[aeiouwy])`);
  const settled = rules.settled.map(([old, put]) => [new RegExp(old, "g"), put]);
  const alike = listed(rules.alike).map((pair) => pair.split("-"));
  const stop = new Set(listed(rules.stop));
  const blank = (letters) => letters.replace("-", "");
  const initials = new Map(Object.entries(rules.initials).map(([left, right]) => [left, listed(right).map(blank)]));
  const shelves = new Map(
    Object.entries(rules.shelves).flatMap(([name, group]) => listed(group).map((one) => [one, blank(name)])),
  );
  const endings = new Map();
  for (const group of rules.endings) {
    listed(group.drop).forEach((drop) => endings.set(drop, { put: "", ...group, drop }));
  }
  const irregular = new Map();
  for (const line of rules.irregular) {
    const forms = listed(line);
    forms.forEach((form) => irregular.set(form, [...(irregular.get(form) ?? []), forms[0]]));
  }
  const files = new Map();

  const fold = (word) => word.normalize("NFD").replace(/[\u0300-\u036f]/g, "");

  function bare(word) {
    let straight = word.toLowerCase().normalize("NFC").replace(/[’‘ʼ]/g, "'");
    const behind = fold(straight).search(contracted);
    straight = behind < 0 ? straight : straight.slice(0, behind + 1);
    const before = fold(straight).match(elided);
    return straight.slice(before ? before[0].length : 0).replace(/['‑-]/g, "");
  }

  const begin = (word, known) => [3, 2, 1].map((length) => word.slice(0, length)).find((one) => known.has(one));

  function radicals(word) {
    const written = bare(word);
    const folded = fold(written);
    if (!/^[a-z]{2,}$/.test(folded)) {
      return [];
    }
    const begins = begin(folded, initials);
    if (begins === undefined || (begins === "h" && !/^h[aeiouwy]/.test(folded))) {
      return [written];
    }
    return initials.get(begins).map((one) => {
      // The accent of a first vowel stays: ŵyl is gŵyl.
      const kept = one.endsWith(begins) ? begins.length : 0;
      return one.slice(0, one.length - kept) + written.slice(begins.length - kept);
    });
  }

  function settle(stem) {
    return stem.length < rules.settled_from ? stem : settled.reduce((is, [old, put]) => is.replace(old, put), stem);
  }

  function longestEnding(word) {
    for (let start = 0; start < word.length; start += 1) {
      const ending = endings.get(word.slice(start));
      if (ending && start >= ending.leave && (ending.put || /[aeiouwy]/.test(word.slice(0, start)))) {
        return ending;
      }
    }
    return undefined;
  }

  function stripped(word) {
    if (irregular.has(word)) {
      return irregular.get(word).map(settle);
    }
    const ending = longestEnding(word);
    if (!ending || ending.put === ending.drop) {
      return [settle(word)];
    }
    return stripped(word.slice(0, -ending.drop.length) + ending.put);
  }

  function stems(word) {
    const found = stripped(word);
    const ending = irregular.has(word) ? undefined : longestEnding(word);
    const rest = ending && word.slice(0, -ending.drop.length);
    if (ending?.also) {
      found.push(settle(rest + ending.also));
    }
    if (ending?.raises && /[^aeiouwy]e[^aeiouwy]+$/.test(rest)) {
      found.push(...stripped(rest.replace(/e([^aeiouwy]+)$/, "a$1")));
    }
    return found;
  }

  const keys = (word) => [...new Set(radicals(word).flatMap((one) => stems(fold(one))))];

  function shelf(key) {
    const begins = begin(key, shelves);
    return (begins === undefined ? key : shelves.get(begins) + key.slice(begins.length)) || key;
  }

  /** The lines of the files in which *places* stand: a key and its forms. */
  async function shelved(places) {
    const text = (name) => files.get(name) ?? files.set(name, load(name)).get(name);
    const names = listed(await text("names.txt"));
    const asked = new Set(places.map((place) => names.findLast((name) => name <= place)));
    const texts = await Promise.all([...asked].filter(Boolean).map((name) => text(`${name}.txt`)));
    return texts.flatMap((one) => one.trimEnd().split("\n").map(listed));
  }

  function onlyAccentsDiffer(typed, form) {
    const [mine, other] = [radicals(typed), radicals(form)];
    const folded = other.map(fold);
    return !mine.some((one) => other.includes(one)) && mine.some((one) => folded.includes(fold(one)));
  }

  /** The word as it is searched for, then the site's other forms of it. */
  async function expand(word) {
    const wanted = keys(word);
    if (!wanted.length) {
      return [word];
    }
    const typed = bare(word);
    const families = await shelved(wanted.map(shelf));
    const possible = families.filter(([key]) => wanted.includes(key)).map(([, ...forms]) => forms);
    const own = possible.filter((forms) => forms.some((form) => fold(form) === fold(typed)));
    let found = (own.length ? own : possible).flat();
    if (fold(typed) !== typed) {
      found = found.filter((form) => !onlyAccentsDiffer(typed, form));
    }
    return [...new Set([typed, ...found.sort()])];
  }

  const sound = (word) => alike.reduce((is, [written, heard]) => is.replaceAll(written, heard), word);

  /** Up to three words of the site that a misspelt one may have been, the likeliest first. */
  async function suggest(word) {
    const typed = fold(bare(word));
    const most = typed.length < 4 ? 0.5 : typed.length < 7 ? 1 : 2;
    const families = await shelved(nearby(typed).flatMap(keys).map(shelf));
    const costs = new Map();
    for (const form of families.flatMap(([, ...forms]) => forms)) {
      const right = fold(form);
      if (Math.abs(right.length - typed.length) <= 2) {
        costs.set(form, (edits(typed, right) + edits(sound(typed), sound(right))) / 2);
      }
    }
    const near = [...costs].filter(([, cost]) => cost > 0 && cost <= most);
    return near.sort((one, other) => one[1] - other[1] || (one[0] < other[0] ? -1 : 1)).slice(0, 3).map(([form]) => form);
  }

  return { bare, expand, keys, suggest, isStop: (word) => stop.has(fold(bare(word))) };
}

/** A word and what it may have been if the slip is in its first letters, on which its file depends. */
function nearby(word) {
  const near = [word];
  for (const at of [0, 1, 2]) {
    near.push(word.slice(0, at) + word.slice(at + 1));
    near.push(word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2));
  }
  return near;
}

/** How many letters are to be added, removed, changed or swapped with the next to make one word the other. */
function edits(one, other) {
  const rows = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= one.length; row += 1) {
    rows.push([row]);
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const swapped = row > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      rows[row].push(
        Math.min(
          rows[row - 1][column] + 1,
          rows[row][column - 1] + 1,
          rows[row - 1][column - 1] + (same ? 0 : 1),
          swapped ? rows[row - 2][column - 2] + 1 : Infinity,
        ),
      );
    }
  }
  return rows[one.length][other.length];
}
