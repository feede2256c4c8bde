"""The indexes of a whole site, put into its folder search/, a folder a language.

search/pagefind.js              Pagefind's script, one for all
search/cy/index.json            the names of the shards, and of the files of words with their hashes
search/cy/now/ before/ archive/ what Pagefind made
search/cy/words/                the families of words (`welsh`)
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from cyhoeddi.fingerprint import code_digest, digest
from cyhoeddi.language import Language
from cyhoeddi.ledger import CACHE, read_ledger, write_ledger
from cyhoeddi.search.finished import Finished, finish
from cyhoeddi.search.listed import Listed, list_pages
from cyhoeddi.search.pages import BuiltSite
from cyhoeddi.search.record import render_record
from cyhoeddi.search.shards import SCRIPT, WORDS, build_shard, read_words, split
from cyhoeddi.search.vocabulary import render_vocabulary
from cyhoeddi.site.spare import link
from cyhoeddi.welsh import render_table
from cyhoeddi.workers import spread

FOLDER = "search"
INDEXES = f"{CACHE}/search"
"""Where shards are kept from one build to the next; it may be deleted at any time."""

PAGES = "pages.json"
"""The file there that tells of the pages, as they were when they were last read."""


def build_search(
    source: BuiltSite, *, cache: Path, year: int, jobs: int = len(Language)
) -> Mapping[str, str]:
    """Index the site of *source*, and put the indexes into its folder; *year* is that of the build.

    Only pages that changed are opened, and those of the shards that these stand in. *jobs* processes share
    the work. Gives the hash of each file that was put there, by its path in the site. Raises `SiteError` if
    Pagefind stops.
    """
    if cache.exists() and not cache.is_dir():
        cache.unlink()
    cache.mkdir(parents=True, exist_ok=True)
    known = read_ledger(cache / PAGES, code_digest())
    indexes = spread(partial(_index, source, cache, year, known), [*Language], jobs, few=1)
    if (pages := {page.name: [*page] for index in indexes for page in index.pages}) != known:
        write_ledger(cache / PAGES, code_digest(), pages)
    _forget_all_but({cache / PAGES, *(folder for index in indexes for folder in index.folders)}, cache)
    return {path: made for index in indexes for path, made in index.put(source.site).items()}


@dataclass(frozen=True)
class _Index:
    """The index of a language."""

    language: Language
    pages: Sequence[Listed]
    shards: Mapping[str, Finished]
    """Its shards, by name."""
    words: Finished
    """The files of its words."""

    @property
    def folders(self) -> Iterator[Path]:
        """The folders of the cache that hold it."""
        return (part.folder for part in (*self.shards.values(), self.words))

    def put(self, site: Path) -> dict[str, str]:
        """Put it into the folder *site*; give the hash of each file, by its path there."""
        folder = f"{FOLDER}/{self.language}"
        hashes: dict[str, str] = {}
        for name, shard in self.shards.items():
            hashes |= _below(f"{folder}/{name}", shard.put(site / folder / name, without=(WORDS, SCRIPT)))
            # A browser that asks both languages fetches it once.
            link(shard.folder / SCRIPT, site / FOLDER / SCRIPT)
            hashes[f"{FOLDER}/{SCRIPT}"] = shard.hashes[SCRIPT]
        hashes |= _below(f"{folder}/words", self.words.put(site / folder / "words"))
        text = self._list()
        (site / folder / "index.json").write_text(text, encoding="utf-8")
        return hashes | {f"{folder}/index.json": sha256(text.encode()).hexdigest()}

    def _list(self) -> str:
        version = digest(*(part for named in sorted(self.words.hashes.items()) for part in named))[:8]
        index = {"shards": [*self.shards], "words": version, "rules": json.loads(render_table())}
        return json.dumps(index, ensure_ascii=False, separators=(",", ":")) + "\n"


def _index(source: BuiltSite, cache: Path, year: int, known: Mapping[str, Any], language: Language) -> _Index:
    def record(page: Listed) -> str:
        return render_record(source.read(page.name), language)

    pages = list_pages(source, language, known)
    parts = split(pages, year)
    shards = {name: build_shard(part, language, cache, record) for name, part in parts.items()}
    return _Index(language, pages, shards, _words([*shards.values()], language, cache))


def _words(shards: Sequence[Finished], language: Language, cache: Path) -> Finished:
    """Give the files of the words of *shards*, which are kept as those are."""

    def make(room: Path) -> Path:
        words = frozenset[str]().union(*(read_words(shard.folder) for shard in shards))
        for name, content in render_vocabulary(words, language).items():
            (room / name).write_bytes(content)
        return room

    key = digest("words", code_digest(), language, *(shard.hashes[WORDS] for shard in shards))[:32]
    return finish(cache / key, make)


def _below(folder: str, hashes: Mapping[str, str]) -> dict[str, str]:
    return {f"{folder}/{path}": made for path, made in hashes.items()}


def _forget_all_but(used: set[Path], cache: Path) -> None:
    for place in cache.iterdir():
        if place in used:
            continue
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place, ignore_errors=True)
        else:
            with suppress(OSError):
                place.unlink()
