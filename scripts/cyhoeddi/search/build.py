"""The indexes of a whole site, put into its folder search/, a folder a language.

search/pagefind.js              Pagefind's script, one for all
search/cy/index.json            the names of the shards, and of the files of words with their hashes
search/cy/now/ before/ archive/ what Pagefind made
search/cy/words/                the families of words (`welsh`)
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from pathlib import Path

from cyhoeddi.fingerprint import code_digest, digest
from cyhoeddi.language import Language
from cyhoeddi.ledger import read_ledger, write_ledger
from cyhoeddi.search.finished import Finished, finish
from cyhoeddi.search.listed import Listed, list_pages
from cyhoeddi.search.pages import Source
from cyhoeddi.search.record import render_record
from cyhoeddi.search.shards import SCRIPT, WORDS, build_shard, read_words, split
from cyhoeddi.search.vocabulary import render_vocabulary
from cyhoeddi.site.spare import link
from cyhoeddi.welsh import render_table

FOLDER = "search"
CACHE = ".cyhoeddi/search"
"""Where shards are kept from one build to the next; it may be deleted at any time."""

PAGES = "pages.json"
"""The file there that tells of the pages, as they were when they were last read."""

_AT_ONCE = 2
"""Pagefind uses several cores by itself, and much memory."""


def build_search(source: Source, *, cache: Path, year: int) -> Mapping[str, str]:
    """Index the site of *source*, and put the indexes into its folder; *year* is that of the build.

    Gives the hash of each file that was put there, by its path in the site. Raises `SiteError` if Pagefind
    stops.
    """
    if cache.exists() and not cache.is_dir():
        cache.unlink()
    cache.mkdir(parents=True, exist_ok=True)
    pages = _pages(source, cache / PAGES)
    shards = {(of, name): part for of in Language for name, part in split(pages[of], year).items()}
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        made = dict(zip(shards, pool.map(partial(_shard, source, cache, shards), shards), strict=True))
    hashes: dict[str, str] = {}
    used = {cache / PAGES}
    for language in Language:
        own = {name: shard for (of, name), shard in made.items() if of == language}
        words = _words([*own.values()], language, cache)
        used |= {words.folder, *(shard.folder for shard in own.values())}
        hashes |= _put(own, words, source.site, f"{FOLDER}/{language}")
    _forget_all_but(used, cache)
    return hashes


def _pages(source: Source, ledger: Path) -> Mapping[Language, Sequence[Listed]]:
    known = read_ledger(ledger, code_digest())
    pages = {language: list_pages(source, language, known) for language in Language}
    if (rows := {page.name: [*page] for own in pages.values() for page in own}) != known:
        write_ledger(ledger, code_digest(), rows)
    return pages


def _shard(
    source: Source,
    cache: Path,
    shards: Mapping[tuple[Language, str], Sequence[Listed]],
    shard: tuple[Language, str],
) -> Finished:
    language, _ = shard
    return build_shard(
        shards[shard], language, cache, lambda page: render_record(source.read(page.name), language)
    )


def _words(shards: Sequence[Finished], language: Language, cache: Path) -> Finished:
    """Give the files of the words of *shards*, which are kept as those are."""

    def make(room: Path) -> Path:
        words = frozenset[str]().union(*(read_words(shard.folder) for shard in shards))
        for name, content in render_vocabulary(words, language).items():
            (room / name).write_bytes(content)
        return room

    key = digest("words", code_digest(), language, *(shard.hashes[WORDS] for shard in shards))[:32]
    return finish(cache / key, make)


def _put(shards: Mapping[str, Finished], words: Finished, site: Path, folder: str) -> dict[str, str]:
    """Put the index of a language into the *folder* of *site*; give the hash of each file there."""
    hashes: dict[str, str] = {}
    for name, shard in shards.items():
        put = shard.put(site / folder / name, without=(WORDS, SCRIPT))
        hashes |= {f"{folder}/{name}/{path}": put[path] for path in put}
        # A browser that asks both languages fetches it once.
        link(shard.folder / SCRIPT, site / FOLDER / SCRIPT)
        hashes[f"{FOLDER}/{SCRIPT}"] = shard.hashes[SCRIPT]
    put = words.put(site / folder / "words")
    hashes |= {f"{folder}/words/{path}": put[path] for path in put}
    version = digest(*(put[path] for path in sorted(put)))[:8]
    index = {"shards": list(shards), "words": version, "rules": json.loads(render_table())}
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":")) + "\n"
    (site / folder / "index.json").write_text(text, encoding="utf-8")
    return hashes | {f"{folder}/index.json": sha256(text.encode()).hexdigest()}


def _forget_all_but(used: set[Path], cache: Path) -> None:
    for folder in cache.iterdir():
        if folder not in used:
            shutil.rmtree(folder, ignore_errors=True)
