// The page of results: takes the query from the address, asks, shows, and says how many there are. Nothing is fetched
// until there is a query; the focus stays where the reader left it.

import { Index } from "./query.js";

const PAGE = 10;
const SECTIONS = 3;
const FORMS = { 0: "zero", 1: "one", 2: "two", 3: "few", 6: "many" };

const form = document.getElementById("search_find");
const status = document.getElementById("search_status");
const place = document.getElementById("search_results");
const pattern = document.getElementById("search_result");
const said = JSON.parse(form.dataset.said);
const own = document.documentElement.lang;
const other = own === "cy" ? "en" : "cy";
const folder = new URL(form.dataset.index, location.href).href;
const root = new URL(form.dataset.root, location.href).pathname;
const opened = {};
const untitled = document.title;
let latest = 0;

document.getElementById("search_needs_script").remove();
const choices = document.getElementById("search_filters");
choices.replaceWith(choices.content);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  remember(true);
});
for (const choice of form.querySelectorAll("select")) choice.addEventListener("change", () => remember(false));
addEventListener("popstate", readAddress);
readAddress();

/** Puts what the form says into the address, so that it can be shared and gone back to, and asks. */
function remember(asNew) {
  const kept = [...new FormData(form)].filter(([, value]) => value.trim());
  const address = kept.length ? `?${new URLSearchParams(kept)}` : location.pathname;
  history[asNew && address !== location.search ? "pushState" : "replaceState"](null, "", address);
  answer();
}

function readAddress() {
  const asked = new URLSearchParams(location.search);
  for (const control of form.querySelectorAll("[name]")) control.value = asked.get(control.name) ?? "";
  answer();
}

async function answer() {
  const turn = ++latest;
  const { q = "", sort, ...chosen } = Object.fromEntries(new FormData(form));
  const text = q.trim();
  place.replaceChildren();
  status.textContent = text ? said.busy : "";
  document.title = text ? said.title.replace("{query}", () => text) : untitled;
  if (!text) return;
  const filters = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value));
  try {
    const index = await open(own);
    let results = await index.ask(text, filters);
    if (sort) results = await index.byDate(results, filters);
    const more = results.length ? [] : await nothing(index, text, filters);
    const list = results.length ? [made("h2", said.results), ...await shown(results, own)] : [];
    if (turn !== latest) return;
    place.append(...list, ...more);
    if (results.length) place.append(askOther(text, filters));
    status.textContent = results.length ? counted(said.counts, results.length) : said.none;
  } catch (problem) {
    if (turn !== latest) return;
    status.textContent = said.failed;
    console.warn(problem);
  }
}

/** What to offer where nothing was found: other spellings, and the pages in the other language. */
async function nothing(index, text, filters) {
  const offered = [];
  const meant = await index.meant(text);
  if (meant) {
    const link = made("a", meant, { href: `?${new URLSearchParams({ q: meant })}`, className: "find__suggestion" });
    offered.push(made("p", `${said.meant} `));
    offered[0].append(link);
  }
  return [...offered, ...await inOther(text, filters)];
}

function askOther(text, filters) {
  const button = made("button", said.otherAsk, { type: "button", className: "find__button" });
  const holder = made("div");
  holder.append(button);
  button.addEventListener("click", async () => {
    const found = await inOther(text, filters).catch(() => [made("p", said.failed)]);
    holder.replaceChildren(...(found.length ? found : [made("p", counted(said.otherCounts, 0))]));
    holder.firstElementChild.tabIndex = -1;
    holder.firstElementChild.focus();
  });
  return holder;
}

async function inOther(text, filters) {
  const results = await (await open(other)).ask(text, filters);
  if (!results.length) return [];
  const heading = made("h2", said.otherHeading);
  return [heading, made("p", counted(said.otherCounts, results.length)), ...await shown(results, other)];
}

/** Gives the first results as a list, and a button for the next. */
async function shown(results, language) {
  const list = made("ul", "", { className: "cards" });
  const button = made("button", said.more, { type: "button", className: "find__button" });
  const add = async () => {
    const from = list.children.length;
    const data = await Promise.all(results.slice(from, from + PAGE).map((result) => result.data()));
    list.append(...data.map((one) => item(one, language)));
    button.hidden = list.children.length >= results.length;
    return list.children[from];
  };
  button.addEventListener("click", async () => (await add()).querySelector("a").focus());
  await add();
  return [list, button];
}

function item(data, language) {
  const result = pattern.content.cloneNode(true).firstElementChild;
  if (language !== own) result.lang = language;
  const link = result.querySelector("a");
  link.textContent = data.meta.title;
  link.href = data.url;
  if (language !== own) link.hreflang = language;
  result.querySelector(".card__meta").append(...facts(data.meta));
  // Pagefind gives the words of the page, escaped, with <mark> round what was found.
  result.querySelector(".card__summary").innerHTML = data.excerpt;
  const sections = data.sub_results.filter((one) => one.url !== data.url).slice(0, SECTIONS);
  const inside = result.querySelector(".card__sections");
  if (!sections.length) inside.remove();
  else inside.setAttribute("aria-label", said.sections);
  inside.append(...sections.map((one) => {
    const entry = made("li");
    entry.append(made("a", one.title, { href: one.url }));
    return entry;
  }));
  return result;
}

function facts(meta) {
  const found = [];
  // The day comes in words: few browsers know the Welsh months.
  if (meta.date) found.push(made("time", meta.day, { dateTime: meta.date }));
  if (meta.label) found.push(made("span", meta.label));
  return found;
}

function open(language) {
  // One that failed is tried again the next time.
  opened[language] ??= Index.open(folder, root, language).catch((problem) => {
    delete opened[language];
    throw problem;
  });
  return opened[language];
}

/** Gives the words for a number of things. Few browsers know the plurals of Welsh, which go by the number alone. */
function counted(forms, number) {
  return (forms[FORMS[number]] ?? forms.other).replace("{number}", number.toLocaleString("en-GB"));
}

function made(tag, text = "", properties = {}) {
  return Object.assign(document.createElement(tag), { textContent: text, ...properties });
}
