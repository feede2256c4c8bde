"""The indexes of a whole site, put into its folder search/, a folder a language.

search/pagefind.js              Pagefind's script, one for all
search/cy/index.json            the names of the shards, and of the files of words with their hashes
search/cy/now/ before/ archive/ what Pagefind made
search/cy/words/                the families of words (`welsh`)
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

from cyhoeddi.language import Language
from cyhoeddi.search.pages import read_pages
from cyhoeddi.search.shards import LIST, SCRIPT, WORDS, build_shard, read_words, split
from cyhoeddi.search.vocabulary import render_vocabulary
from cyhoeddi.welsh import render_table

FOLDER = "search"
CACHE = ".cyhoeddi/search"
"""Where shards are kept from one build to the next; it may be deleted at any time."""

_AT_ONCE = 2
"""Pagefind uses several cores by itself, and much memory."""


def build_search(docs: Path, site: Path, *, cache: Path, year: int) -> None:
    """Index the folder *site*, built from the generated tree in *docs*; *year* is that of the build.

    Raises `SiteError` if Pagefind stops.
    """
    shards = {
        (language, name): part
        for language in Language
        for name, part in split(tuple(read_pages(docs, site, language)), year).items()
    }
    if cache.exists() and not cache.is_dir():
        cache.unlink()
    cache.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        made = dict(
            zip(shards, pool.map(lambda key: build_shard(shards[key], key[0], cache), shards), strict=True)
        )
    for (language, name), folder in made.items():
        apart = shutil.ignore_patterns(LIST, WORDS, SCRIPT)
        shutil.copytree(folder, site / FOLDER / language / name, ignore=apart)
        # A browser that asks both languages fetches it once.
        shutil.copyfile(folder / SCRIPT, site / FOLDER / SCRIPT)
    for language in Language:
        own = {name: folder for (of, name), folder in made.items() if of == language}
        words = frozenset[str]().union(*map(read_words, own.values()))
        _write_words(site / FOLDER / language, list(own), words, language)
    _forget_all_but(set(made.values()), cache)


def _write_words(folder: Path, shards: Sequence[str], words: Iterable[str], language: Language) -> None:
    files = render_vocabulary(words, language)
    (folder / "words").mkdir(parents=True)
    for name, content in files.items():
        (folder / "words" / name).write_bytes(content)
    version = sha256(b"".join(files[name] for name in sorted(files))).hexdigest()[:8]
    index = {"shards": list(shards), "words": version, "rules": json.loads(render_table())}
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    (folder / "index.json").write_text(text + "\n", encoding="utf-8")


def _forget_all_but(used: set[Path], cache: Path) -> None:
    for folder in cache.iterdir():
        if folder not in used:
            shutil.rmtree(folder, ignore_errors=True)
