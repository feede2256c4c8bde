// A filter is chosen without leaving the page: the plain page that its link leads to is fetched, and this one becomes
// what that one is. What is the same in both stays the very same, and so does the focus on it. Browsers that do not tell
// of navigation follow the links, and so does every browser if the page does not come.

const status = document.querySelector(".list__count");
const filters = document.querySelector(".filters");
const FOR_PROGRAMS = "link[rel=canonical], link[rel=alternate]";
let chosen;

document.addEventListener("click", (event) => {
  chosen = event.target.closest(".filters a")?.href;
});

globalThis.navigation?.addEventListener("navigate", (event) => {
  const { url, sameDocument } = event.destination;
  const isReturn = event.navigationType === "traverse" && sameDocument;
  const isChoice = event.navigationType !== "reload" && url === chosen;
  if (!event.canIntercept || event.hashChange || !(isReturn || isChoice)) return;
  // The address changes before the page does: what is relative would lead elsewhere.
  makeWhole(document, location.href);
  const scroll = isReturn ? "after-transition" : "manual";
  event.intercept({ focusReset: "manual", scroll, handler: () => show(url, event.signal) });
});

async function show(url, signal) {
  // Emptied now and filled later it is read out, even if it says the same as before.
  status.textContent = "";
  try {
    take(await read(url, signal));
  } catch (problem) {
    if (signal.aborted) return;
    console.warn(problem);
    location.reload();
  }
}

async function read(url, signal) {
  const answer = await fetch(url, { signal });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!page.querySelector(".list__count")) throw new Error(`${url} is no list`);
  makeWhole(page, url);
  return page;
}

/** Gives everything that *page* leads to, seen from *base*, its whole address; but the style sheet would load again. */
function makeWhole(page, base) {
  for (const name of ["href", "src", "action"]) {
    for (const element of page.querySelectorAll(`[${name}]:not([${name}^="#"], [rel=stylesheet], script)`)) {
      const whole = new URL(element.getAttribute(name), base).href;
      if (whole !== element.getAttribute(name)) element.setAttribute(name, whole);
    }
  }
}

function take(page) {
  document.title = page.title;
  // Browsers share the first of these, and offer the feeds among the others.
  for (const link of document.head.querySelectorAll(FOR_PROGRAMS)) link.remove();
  document.head.append(...page.head.querySelectorAll(FOR_PROGRAMS));
  const focused = document.activeElement;
  become(document.body, page.body);
  if (!focused.isConnected) filters.querySelector("summary").focus();
}

/** Makes *old* what *fresh* is; what the reader has opened stays open. */
function become(old, fresh) {
  if (old.nodeName !== fresh.nodeName) {
    old.replaceWith(fresh);
  } else if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
  } else {
    for (const { name } of [...old.attributes]) {
      if (name !== "open" && !fresh.hasAttribute(name)) old.removeAttribute(name);
    }
    for (const { name, value } of fresh.attributes) {
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
    const [before, after] = [[...old.childNodes], [...fresh.childNodes]];
    after.forEach((node, place) => (place < before.length ? become(before[place], node) : old.append(node)));
    before.slice(after.length).forEach((node) => node.remove());
  }
}
