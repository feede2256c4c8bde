"""Measure the search of a site beside plain Pagefind's and Material's, and write bench/SEARCH.md.

    python -m bench.search [N ...]    numbers of publications; 200 unless told

The file is written by a run that measures 1000 publications. Fails if a first search fetches more than it
may, if too few forms of Welsh words are found, or if unrelated words are joined.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser

from bench.search_browser import Search, browser, search_material, search_ours, search_pagefind, served
from bench.search_families import ENGINES, Finding, measure_families
from bench.search_peers import INDEX, PAGEFIND, build_material, copy_pages, index_plainly, worker
from bench.search_site import DRAWN, USUAL, Indexing, build, measure_indexing, write_project
from bench.search_words import FLOORS, read_families
from bench.texts import vocabulary
from cyhoeddi.language import Language

RESULTS: Final = Path(__file__).parent / "SEARCH.md"
PUBLISHED: Final = 1000
MOST: Final = 250_000
"""Bytes that a first search of ours with ten results may fetch, from a server that compresses."""
OURS, PLAIN, MATERIAL = ENGINES
PAGES: Final = {
    OURS: {"en": "/en/search/", "cy": "/cy/chwilio/"},
    PLAIN: {"en": "/en/", "cy": "/cy/"},
    MATERIAL: {"en": "/", "cy": "/cy/"},
}
"""Where each is asked."""
QUERIES: Final = {
    Language.EN: ("care", "local authorities"),
    Language.CY: ("gofal", "awdurdodau lleol", "pobl", "cyhoeddi", "plant", "gofal plant"),
}
"""What is asked besides a word that some publications have: each word of it may stand in another piece of the
index, and so may each form of a Welsh one."""
ASK: Final = {OURS: search_ours, PLAIN: search_pagefind, MATERIAL: search_material}

HEAD: Final = """# What search finds, and what it costs

Written by `make search-bench`, in one run on one machine, in memory where there is room: {cores} cores,
Python {python}, {system}, Chromium without a window. Pagefind {pagefind}, Material {material}.

## Indexing, and a reader's first search

Publications are invented: five years of them, in both languages, each of some 400 words, of which {drawn} are
drawn from {words:,} of a dictionary, the first often and the last rarely. They are not real texts: real ones
have more names and numbers, and repeat themselves less.

- **Cyhoeddi**: the site as `cyhoeddi build` makes it. Indexing is that step alone: reading the built pages,
  the shards, and the families of words; then once more, after a briefing of this year was edited in both
  languages and the site built again.
- **Plain Pagefind**: `pagefind --site` over the same built pages, whole, without a setting. Its index is all
  that it writes, interfaces for readers included; a first search is of its script alone, without any of them.
- **Material**: MkDocs with Material, static-i18n and its search, on the Markdown of the pages that ours
  finds. Its seconds are those of the whole build, since its index comes of that; its navigation is one page,
  as stock Material writes the whole navigation into every page. It has one index for both languages, which
  comes with any page. That counts as part of a first search, but the wait for it does not: its milliseconds
  begin when the page has loaded all.

A first search is asked on a page that has been loaded, by a browser that has kept nothing, of a server on the
same machine: the milliseconds are of work, not of a network; they are the median of three. Bytes are those of
the files, and those that a server sends that compresses what gets smaller by it, of which ours may fetch
{most:,}. The first word of a language is in some publications, the next in most. Two words may need two
pieces of an index, and so may a Welsh word that the site has in several forms: pobl, bobl, phobl.

"""
FAMILIES: Final = """## Forms of Welsh words

Every form of the {families} families of `tests/welsh/families.yaml` has a page of its own, and is typed,
unquoted, into each search, from end to end in a browser. Ours is asked through the scripts of the results
page. Lunr is Material's own worker, with what Material sets for Welsh: English. Both others find what begins
with what is typed, which serves readers who are still typing, and is why they join "plan" and "plant". A page
counts as found wherever it stands among the results; their order was not measured.

The families and the rules have one author. "First" may stand in the table of rules. No list of the rules
names a word of "absent", and the dictionary was asked to forget them; but that half is not blind: the same
hand wrote it, and an ending was mended because of a word of it. The head of `families.yaml` says what else
was done. Some thousand other words of the dictionary were on our site too. "Strangers" are the pages of other
families that a form finds, on average; some are right, as one form can be of two words. The unrelated pairs
are those of `tests/welsh/precision.yaml`, chosen by the same hand. Pairs do not say all: how many of the
sample site's own families join words that a reader would keep apart is printed by
`python -m bench.search_words`. Nobody has measured whether readers find what they look for.

"""


@dataclass(frozen=True, slots=True)
class Row:
    """A site of some number of publications, indexed and searched."""

    publications: int
    indexing: Indexing
    others: Mapping[str, tuple[float, int]]
    """The seconds and the bytes of the index of plain Pagefind and of Material."""
    searches: Mapping[tuple[str, Language, str], Search]
    """By engine, language and query."""


def main(arguments: Sequence[str]) -> int:
    """Measure and print; the exit status says whether our search is light and finds enough."""
    numbers = sorted(int(one) for one in arguments or ("200",))
    rows = []
    memory = Path("/dev/shm")  # noqa: S108 (a folder of our own is made in it)
    with browser() as window:
        for number in numbers:
            with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as name:
                rows.append(_measure(window, Path(name), number))
                found = measure_families(window, Path(name) / "words", Path(name) / "material" / "site")
    text = _text(rows, found)
    print(text)
    if PUBLISHED in numbers:
        RESULTS.write_text(text, encoding="utf-8")
    faults = list(complaints(rows, found[OURS]))
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def complaints(rows: Sequence[Row], found: Finding) -> Iterator[str]:
    """Yield what is not good enough of ours."""
    for row in rows:
        for (engine, language, query), search in row.searches.items():
            if engine == OURS and search.compressed > MOST:
                size = f"{search.compressed:,} bytes, over {MOST:,}"
                yield f'"{query}" ({language}, {row.publications}): {size}'
            if engine == OURS and not search.shown:
                yield f'"{query}" ({language}, {row.publications}): nothing was found'
    for half, floor in FLOORS.items():
        if (share := found.radical[half] / found.forms[half]) < floor:
            yield f"{half}: {share:.1%} of the forms find the radical, under {floor:.0%}"
    if found.joined:
        yield f"unrelated words are joined: {', '.join(found.joined)}"


def cost_table(rows: Sequence[Row]) -> str:
    """Give the tables of indexing and of first searches."""
    lines = ["| Publications | Search | Indexing | After one edit | Index on disk |", "|" + " --- |" * 5]
    for row in rows:
        own = row.indexing
        again = f"{own.edited:.1f} s: {len(own.remade)} of {own.shards} shards ({', '.join(own.remade)})"
        lines.append(f"| {row.publications:,} | {OURS} | {own.cold:.1f} s | {again} | {own.size:,} bytes |")
        lines += [
            f"| {row.publications:,} | {name} | {seconds:.1f} s | all again | {size:,} bytes |"
            for name, (seconds, size) in row.others.items()
        ]
    lines += [
        "",
        "| Publications | Query | Search | Fetched | Compressed | Files | Results | Until they show |",
    ]
    lines += ["|" + " --- |" * 8]
    lines += [
        f'| {row.publications:,} | "{query}" ({language}) | {engine} | {one.fetched:,} bytes '
        f"| {one.compressed:,} bytes | {one.files} | {one.shown} | {one.milliseconds:,.0f} ms |"
        for row in rows
        for (engine, language, query), one in row.searches.items()
    ]
    return "\n".join(lines) + "\n"


def family_table(found: Mapping[str, Finding]) -> str:
    """Give the table of what each search finds of the families."""
    lines = [
        "| Search | Half | Forms | Find the radical | Found by it | Strangers | Unrelated pairs joined |",
        "|" + " --- |" * 7,
    ]
    for name, one in found.items():
        for half, forms in one.forms.items():
            shares = f"{one.radical[half] / forms:.1%} | {one.by_radical[half] / forms:.1%}"
            both = f"{one.strangers:.2f} | {len(one.joined)} of {one.pairs}"
            lines.append(f"| {name} | {half} | {forms:,} | {shares} | {both} |")
    joined = [f"{name}: {', '.join(one.joined) or 'none'}." for name, one in found.items()]
    return "\n".join([*lines, "", "Joined:", "", *(f"- {line}" for line in joined)]) + "\n"


def _measure(window: Browser, folder: Path, publications: int) -> Row:
    ours, plain, material = (folder / name for name in ("ours", "plain", "material"))
    write_project(ours, publications)
    build(ours)
    indexing = measure_indexing(ours)
    copy_pages(ours / "site", plain)
    seconds = {PLAIN: index_plainly(plain), MATERIAL: build_material(ours, material)}
    sizes = {PLAIN: _size(plain / PAGEFIND), MATERIAL: sum(map(_size, _lunr(material / "site")))}
    searches = {}
    sites = {OURS: ours / "site", PLAIN: plain, MATERIAL: material / "site"}
    for language, queries in QUERIES.items():
        for query in (vocabulary(language)[USUAL], *queries):
            for engine, site in sites.items():
                with served(site) as host:
                    page = PAGES[engine][language]
                    searches[engine, language, query] = ASK[engine](window, host, page, query)
    others = {name: (seconds[name], sizes[name]) for name in (PLAIN, MATERIAL)}
    return Row(publications, indexing, others, searches)


def _lunr(site: Path) -> tuple[Path, Path]:
    return site / INDEX, worker(site)


def _size(path: Path) -> int:
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file())


def _text(rows: Sequence[Row], found: Mapping[str, Finding]) -> str:
    facts = {"cores": os.cpu_count(), "python": platform.python_version(), "system": platform.system()}
    versions = {"pagefind": version("pagefind"), "material": version("mkdocs-material")}
    words = {"words": len(vocabulary(Language.EN)), "drawn": DRAWN}
    head = HEAD.format(**facts, **versions, **words, most=MOST)
    families = FAMILIES.format(families=sum(map(len, read_families().values())))
    return f"{head}{cost_table(rows)}\n{families}{family_table(found)}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
