"""The index of a language in three parts, each kept under the hash of all that it was made from."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from cyhoeddi.fingerprint import code_digest, digest
from cyhoeddi.language import Language
from cyhoeddi.search.finished import Finished, finish
from cyhoeddi.search.listed import Listed
from cyhoeddi.search.pages import html_of
from cyhoeddi.search.record import ELSEWHERE
from cyhoeddi.search.vocabulary import read_indexed, words_of
from cyhoeddi.site import SiteError

SHARDS = ("now", "before", "archive")
"""What has no date or is of the latest year; what is of the year before; what is older."""

ALONE = 3000
"""From this many pages of earlier years on, last year's stand alone.

Each costs a reader some 7 KB a word that is asked; who adds a briefing waits for the shard of its year.
"""

PIECE: Mapping[str, str] = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "5000"}
"""How many places of words a piece of an index holds: some 7 KB. A reader fetches a piece a form of a word.

Pagefind's own is 20000, which suits words of one form. Were a later one to lack the setting, all would be
found as before, but for more bytes, and a test would say so.
"""

WORDS = "words.txt"
"""The words of an index, one a line."""

SCRIPT = "pagefind.js"
"""The script of Pagefind, the same in every shard."""

_KEPT = (SCRIPT, "pagefind-entry.json", "wasm.*", "*.pf_meta", "filter/*", "fragment/*", "index/*")
"""What of Pagefind's output our results page uses: not its interfaces, which weigh ten times as much."""


def split(pages: Sequence[Listed], year: int) -> Mapping[str, tuple[Listed, ...]]:
    """Give the *pages* of each shard that has any, in the *year* of the build.

    Where nothing was published in that year yet, the latest year in which something was counts in its place:
    what is written next to a quiet archive must not make all of it anew.
    """
    year = min(year, max((page.year for page in pages if page.year is not None), default=year))
    earlier = sum(page.year is not None and page.year < year for page in pages)
    shards: dict[str, list[Listed]] = {}
    for page in pages:
        age = 0 if page.year is None else min(max(year - page.year, 0), 2)
        name = "archive" if age and earlier < ALONE else SHARDS[age]
        shards.setdefault(name, []).append(page)
    return {name: tuple(shards[name]) for name in SHARDS if name in shards}


def build_shard(
    pages: Sequence[Listed], language: Language, cache: Path, record: Callable[[Listed], str]
) -> Finished:
    """Give the index of *pages*, which is kept in *cache*; it is made only if it is not there.

    *record* gives what Pagefind is given of a page, and is asked only if it is made.
    """

    def make(room: Path) -> Path:
        for page in pages:
            # As files: Pagefind's service waits a tenth of a second for each.
            file = room / "pages" / html_of(page.address)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(record(page), encoding="utf-8")
        _index(room / "pages", room / "all", language)
        _keep_what_is_used(room / "all", room / "used")
        words = sorted(words_of(read_indexed(room / "used")))
        (room / "used" / WORDS).write_text("\n".join(words), encoding="utf-8")
        return room / "used"

    return finish(cache / _key(pages, language), make)


def read_words(folder: Path) -> frozenset[str]:
    """Give the words of a finished index, as its pages write them."""
    return frozenset((folder / WORDS).read_text(encoding="utf-8").split("\n"))


def _key(pages: Sequence[Listed], language: Language) -> str:
    """Give the hash of all that the index of *pages* follows from."""
    told = (part for page in pages for part in (page.address, page.record))
    return digest(code_digest(), language, *told)[:32]


def _index(pages: Path, into: Path, language: Language) -> None:
    """Run Pagefind over the folder *pages*."""
    command = [sys.executable, "-P", "-m", "pagefind", "--silent", "--force-language", language]
    command += ["--site", str(pages), "--output-path", str(into)]
    for selector in ELSEWHERE:
        command += ["--exclude-selectors", selector]
    run = subprocess.run(command, env={**os.environ, **PIECE}, capture_output=True, text=True)  # noqa: S603
    if run.returncode:
        raise SiteError(f"Pagefind could not index the site.\n{run.stdout}{run.stderr}".rstrip())


def _keep_what_is_used(made: Path, into: Path) -> None:
    for pattern in _KEPT:
        for file in made.glob(pattern):
            target = into / file.relative_to(made)
            target.parent.mkdir(parents=True, exist_ok=True)
            file.rename(target)
