"""Which forms of Welsh words find one another, from end to end: ours, plain Pagefind's, and Material's lunr.

Every form stands alone on a page of a site, and is typed once. Ours is the index that a build makes and the
scripts of the results page, in a browser; the others are their own, on the same pages. A page counts as found
wherever it stands among the results.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser
from playwright.sync_api import Page as Window

from bench.search_browser import served
from bench.search_peers import PAGEFIND, configuration, index_plainly, worker
from bench.search_site import PROJECT, TODAY
from bench.search_words import TABLE, is_remembered, read_families, read_precision, synthetic
from cyhoeddi.search.build import FOLDER, build_search
from cyhoeddi.search.pages import BuiltSite
from cyhoeddi.statement.digest import file_digests
from cyhoeddi.welsh import chunks, families, keys

ENGINES: Final = ("Cyhoeddi", "Plain Pagefind", "Material (lunr)")

Found = Mapping[str, frozenset[str]]
"""The words whose pages are found, by the word that is typed."""

_FIND = """
  const { results: all } = await index.search(null);
  const places = new Map(await Promise.all(
    all.map(async (one) => [one.id, Number((await one.data()).url.split("/")[2])])));
  const found = [];
  for (const word of words) found.push((await ask(word)).map((one) => places.get(one.id)));
  return found;
}"""
_OURS = (
    f"""async ([words]) => {{
  const {{ Index }} = await import("/assets/query.js");
  const own = await Index.open(`${{location.origin}}/{FOLDER}/`, "/", "cy");
  const index = own.pagefind;
  const ask = (word) => own.ask(word, {{}});"""
    + _FIND
)
_PAGEFIND = (
    f"""async ([words]) => {{
  const index = await import("/{PAGEFIND}/pagefind.js");
  const ask = async (word) => (await index.search(word)).results;"""
    + _FIND
)
_MATERIAL = """async ([words, config]) => {
  const lunr = new Worker("/assets/lunr.js");
  const told = (message) => new Promise((done) => {
    lunr.onmessage = (event) => done(event.data.data);
    lunr.postMessage(message);
  });
  const docs = words.map((word, place) => (
    { location: `${place}/`, title: `${place}`, text: `<p>${word}</p>` }));
  await told({ type: 0, data: { config, docs, options: { suggest: false } } });
  const found = [];
  for (const word of words) {
    const { items } = await told({ type: 2, data: word });
    found.push(items.map(([page]) => Number.parseInt(page.location, 10)));
  }
  return found;
}"""


@dataclass(frozen=True, slots=True)
class Finding:
    """What an engine finds of Welsh words."""

    forms: Mapping[str, int]
    """The forms of each half, "first" and "absent", as are the next two."""
    radical: Mapping[str, int]
    """Those that find the page of the radical."""
    by_radical: Mapping[str, int]
    """Those whose page the radical finds."""
    strangers: float
    """How many pages of other families one form finds, on average."""
    pairs: int
    joined: tuple[str, ...]
    """Pairs of unrelated words of which one finds the other."""


def measure_families(browser: Browser, folder: Path, material: Path) -> dict[str, Finding]:
    """Measure each of `ENGINES` in an empty *folder*; the Material site *material* lends its lunr."""
    halves = read_families()
    forms = sorted({form for lines in halves.values() for line in lines for form in line})
    apart = read_precision()["apart"]
    words = sorted({word for pair in apart for word in pair.split()})
    among = _among(browser, folder / "families", forms, material, forget=True)
    alone = _among(browser, folder / "apart", words, material)
    return {
        name: finding(among[name], [pair for pair in apart if _meet(pair, alone[name])], len(apart))
        for name in ENGINES
    }


def finding(found: Found, joined: Sequence[str], pairs: int) -> Finding:
    """Count what was *found* of the families."""
    halves = read_families()
    own: dict[str, set[str]] = {}
    for line in (line for lines in halves.values() for line in lines):
        for form in line:
            own.setdefault(form, set()).update(line)
    every = {half: [(line[0], form) for line in lines for form in line] for half, lines in halves.items()}
    return Finding(
        forms={half: len(both) for half, both in every.items()},
        radical={half: sum(word in found[form] for word, form in both) for half, both in every.items()},
        by_radical={half: sum(form in found[word] for word, form in both) for half, both in every.items()},
        strangers=sum(len(found[form] - family) for form, family in own.items()) / len(own),
        pairs=pairs,
        joined=tuple(joined),
    )


def _among(
    browser: Browser, site: Path, words: Sequence[str], material: Path, *, forget: bool = False
) -> dict[str, Found]:
    """Give what each engine finds of a site with a page a word; *forget* the absent half."""
    _write_pages(site, words)
    source = BuiltSite(site / "docs", site, file_digests(site / "docs"), file_digests(site))
    build_search(source, cache=site / "cache", year=TODAY.year)
    if forget:
        _forget_absent(site)
    index_plainly(site)
    shutil.copytree(PROJECT / "theme" / "assets" / "search", site / "assets")
    shutil.copy(worker(material), site / "assets" / "lunr.js")
    scripts = (_OURS, _PAGEFIND, _MATERIAL)
    asked = [words, configuration(material)]
    with served(site) as host:
        window = browser.new_context(base_url=host.address).new_page()
        answers = [_answers(window, words, script, asked) for script in scripts]
        window.context.close()
    return dict(zip(ENGINES, answers, strict=True))


def _answers(window: Window, words: Sequence[str], script: str, asked: list[Any]) -> Found:
    window.goto("/cy/0/")
    places = window.evaluate(script, asked)
    return {
        word: frozenset(words[place] for place in found) for word, found in zip(words, places, strict=True)
    }


def _write_pages(site: Path, words: Sequence[str]) -> None:
    """Write a page a word, and of each what a build would know of it."""
    for place, word in enumerate(words):
        page, known = site / "cy" / str(place), site / "docs" / "cy" / "generated" / "page"
        page.mkdir(parents=True)
        known.mkdir(parents=True, exist_ok=True)
        body = f"<main><h1>{place}</h1><p>{escape(word)}</p></main>"
        html = f'<!doctype html><html lang="cy"><head><title>{place}</title></head><body>{body}</body></html>'
        (page / "index.html").write_text(html, encoding="utf-8")
        front = json.dumps({"kind": "page", "address": f"/cy/{place}/"})
        (known / f"{place}.md").write_text(f"---\n{front}\n---\n", encoding="utf-8")


def _forget_absent(site: Path) -> None:
    """Make the words of the site anew, among thousands of others; the dictionary has no absent families."""
    forms = {form for lines in read_families().values() for line in lines for form in line}
    others = {word for family in synthetic(8000).values() for word in family}
    known = families({*forms, *others, *read_precision()["words"]}, TABLE, is_remembered)
    room = site / FOLDER / "cy" / "words"
    shutil.rmtree(room)
    room.mkdir()
    for name, content in chunks(known, TABLE).items():
        (room / name).write_bytes(content)


def _meet(pair: str, found: Found) -> bool:
    """Tell whether one of *pair* finds the other; a word without its accent may find that with it."""
    both = pair.split()
    accented = [word for word in both if not word.isascii()]
    typed = accented if len(accented) == 1 and keys(both[0], TABLE) == keys(both[1], TABLE) else both
    return any(set(both) <= found[word] for word in typed)
