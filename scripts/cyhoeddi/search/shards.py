"""The index of a language in three parts, each kept under the hash of all that it was made from."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from cyhoeddi.language import Language
from cyhoeddi.search.pages import Found
from cyhoeddi.search.record import ELSEWHERE, render_record
from cyhoeddi.search.vocabulary import read_indexed, words_of
from cyhoeddi.site import SiteError

SHARDS = ("now", "before", "archive")
"""What has no date or is of this year; what is of last year; what is older."""

ALONE = 3000
"""From this many pages of earlier years on, last year's stand alone.

Each costs a reader some 7 KB a word that is asked; who adds a briefing waits for the shard of its year.
"""

PIECE: Mapping[str, str] = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "5000"}
"""How many places of words a piece of an index holds: some 7 KB. A reader fetches a piece a form of a word.

Pagefind's own is 20000, which suits words of one form. Were a later one to lack the setting, all would be
found as before, but for more bytes, and a test would say so.
"""

LIST = "files.json"
"""The list of the files of a finished index: one that was damaged is made again."""

WORDS = "words.txt"
"""The words of an index, one a line."""

SCRIPT = "pagefind.js"
"""The script of Pagefind, the same in every shard."""

_KEPT = (SCRIPT, "pagefind-entry.json", "wasm.*", "*.pf_meta", "filter/*", "fragment/*", "index/*")
"""What of Pagefind's output our results page uses: not its interfaces, which weigh ten times as much."""


def split(pages: Sequence[Found], year: int) -> Mapping[str, tuple[Found, ...]]:
    """Give the *pages* of each shard that has any, in the *year* of the build."""
    earlier = sum(page.year is not None and page.year < year for page in pages)
    shards: dict[str, list[Found]] = {}
    for page in pages:
        age = 0 if page.year is None else min(max(year - page.year, 0), 2)
        name = "archive" if age and earlier < ALONE else SHARDS[age]
        shards.setdefault(name, []).append(page)
    return {name: tuple(shards[name]) for name in SHARDS if name in shards}


def build_shard(pages: Sequence[Found], language: Language, cache: Path) -> Path:
    """Give the folder below *cache* that holds the index of *pages*; it is made only if it is not there."""
    records = {page.address: render_record(page, language) for page in pages}
    folder = cache / _key(records, language)
    if not _is_whole(folder):
        shutil.rmtree(folder, ignore_errors=True)
        room = folder.with_suffix(".making")
        shutil.rmtree(room, ignore_errors=True)
        _index(records, language, room)
        _keep_what_is_used(room / "all", room / "used")
        words = sorted(words_of(read_indexed(room / "used")))
        (room / "used" / WORDS).write_text("\n".join(words), encoding="utf-8")
        (room / "used" / LIST).write_text(_listed(room / "used"), encoding="utf-8")
        # Whole or not at all: a folder of this name is a finished index.
        (room / "used").rename(folder)
        shutil.rmtree(room)
    return folder


def read_words(folder: Path) -> frozenset[str]:
    """Give the words of a finished index, as its pages write them."""
    return frozenset((folder / WORDS).read_text(encoding="utf-8").split("\n"))


def _key(records: Mapping[str, str], language: Language) -> str:
    versions = version("pagefind"), version("pagefind-bin")
    made_from = [versions, ELSEWHERE, PIECE, _KEPT, language, records]
    return sha256(json.dumps(made_from).encode()).hexdigest()[:32]


def _index(records: Mapping[str, str], language: Language, room: Path) -> None:
    """Run Pagefind over *records*, as files below *room*: its service waits a tenth of a second for each."""
    for address, html in records.items():
        file = room / "pages" / address.lstrip("/") / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, encoding="utf-8")
    command = [sys.executable, "-P", "-m", "pagefind", "--silent", "--force-language", language]
    command += ["--site", str(room / "pages"), "--output-path", str(room / "all")]
    for selector in ELSEWHERE:
        command += ["--exclude-selectors", selector]
    run = subprocess.run(command, env={**os.environ, **PIECE}, capture_output=True, text=True)  # noqa: S603
    if run.returncode:
        raise SiteError(f"Pagefind could not index the site.\n{run.stdout}{run.stderr}".rstrip())


def _is_whole(folder: Path) -> bool:
    """Tell whether *folder* holds an index just as it was made."""
    try:
        return (folder / LIST).read_text(encoding="utf-8") == _listed(folder)
    except (OSError, ValueError):
        return False


def _listed(folder: Path) -> str:
    """Give the name and hash of each file of an index."""
    files = sorted(file for file in folder.rglob("*") if file.is_file() and file.name != LIST)
    hashes = {file.relative_to(folder).as_posix(): sha256(file.read_bytes()).hexdigest() for file in files}
    return json.dumps(hashes)


def _keep_what_is_used(made: Path, into: Path) -> None:
    for pattern in _KEPT:
        for file in made.glob(pattern):
            target = into / file.relative_to(made)
            target.parent.mkdir(parents=True, exist_ok=True)
            file.rename(target)
