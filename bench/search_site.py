"""Our site of any number of publications to be searched: dates of five years, and words as texts have them.

The corpus of the other benchmarks is of years gone by: its index would have no part that is new. Here the
same publications are spread over the years up to today.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from bench.corpus import ADDED, SECTIONS, briefing, edit_body, read_briefing, write_briefing, write_corpus
from cyhoeddi.search.build import FOLDER, INDEXES, build_search
from cyhoeddi.search.pages import BuiltSite
from cyhoeddi.statement.digest import file_digests

PROJECT: Final = Path(__file__).parent.parent
TODAY: Final = date(2026, 6, 30)
"""The day of every build, so that the same publications are of this year at every run."""
DAYS: Final = 5 * 365
USUAL: Final = 150
"""The place, by how often they are drawn, of words that some publications have and most have not."""
DRAWN: Final = SECTIONS * ADDED
"""The words of a publication that are drawn."""


@dataclass(frozen=True, slots=True)
class Indexing:
    """What it takes to index a site."""

    cold: float
    """Seconds, nothing kept from before; all shards are made."""
    edited: float
    """Seconds, after one briefing of this year was edited in both languages."""
    shards: int
    remade: tuple[str, ...]
    """The shards that were made anew then: en/now."""
    size: int
    """Bytes of the folder of the indexes, both languages."""


def write_project(folder: Path, publications: int) -> None:
    """Write a project with that many publications, the first one the newest."""
    write_corpus(PROJECT, folder, publications)
    for number in range(publications):
        file = briefing(folder, number)
        day = TODAY - timedelta(days=number * DAYS // publications)
        write_briefing(file, read_briefing(file) | {"first_published": str(day)})


def build(folder: Path) -> None:
    """Build the site of a project, its index included, without PDFs."""
    command = [str(Path(sys.executable).with_name("cyhoeddi")), "-C", str(folder), "build"]
    done = subprocess.run(  # noqa: S603 (our own tool)
        [*command, "--skip", "pdf", "--now", f"{TODAY}T12:00"], capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(f"{done.stdout[-2000:]}{done.stderr}")


def measure_indexing(folder: Path) -> Indexing:
    """Measure the indexing of a project that has been built; it is edited and built once more for it."""
    shutil.rmtree(folder / INDEXES)
    cold = _index(folder)
    before = _shards(folder)
    kept = folder / "kept"
    shutil.copytree(folder / INDEXES, kept)
    edit_body(folder, 0, 1)
    build(folder)
    # That build has indexed too. What it made is taken away, so that its indexing alone can be timed.
    shutil.rmtree(folder / INDEXES)
    kept.rename(folder / INDEXES)
    edited = _index(folder)
    after = _shards(folder)
    remade = tuple(sorted(name for name, made in after.items() if before.get(name) != made))
    size = sum(file.stat().st_size for file in (folder / "site" / FOLDER).rglob("*") if file.is_file())
    return Indexing(cold, edited, len(after), remade, size)


def _index(folder: Path) -> float:
    """Index in a process of its own, where no dictionary has been read; give the seconds of it."""
    shutil.rmtree(folder / "site" / FOLDER)
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(_timed, (folder,))


def _timed(folder: Path) -> float:
    docs, site = folder / "docs", folder / "site"
    source = BuiltSite(docs, site, file_digests(docs), file_digests(site))
    start = time.perf_counter()
    build_search(source, cache=folder / INDEXES, year=TODAY.year)
    return time.perf_counter() - start


def _shards(folder: Path) -> dict[str, frozenset[str]]:
    """Give the shards by name, such as en/now, with the names of their parts, which are hashes."""
    indexes = folder / "site" / FOLDER
    found = [file for file in indexes.glob("*/*/**/*") if file.suffix.startswith(".pf_")]
    names = {"/".join(file.relative_to(indexes).parts[:2]) for file in found}
    return {
        name: frozenset(file.name for file in found if file.is_relative_to(indexes / name)) for name in names
    }
