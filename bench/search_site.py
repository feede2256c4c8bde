"""Our site of any number of publications to be searched: dates of five years, and words as texts have them.

The corpus of the other benchmarks says the same eight sentences over and over, all in years gone by: its
index would have hardly any words, and no part that is new. Here a vocabulary of thousands is put to it, some
words often and most of them rarely, as in any language.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, islice
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Any, Final

from bench.corpus import SENTENCES, write_corpus
from cyhoeddi.figures import figures
from cyhoeddi.language import Language
from cyhoeddi.search.build import CACHE, FOLDER, build_search

PROJECT: Final = Path(__file__).parent.parent
DICTIONARIES: Final = PROJECT / "scripts" / "cyhoeddi" / "lexicon" / "dictionaries"
TODAY: Final = date(2026, 6, 30)
"""The day of every build, so that the same publications are of this year at every run."""
DAYS: Final = 5 * 365
VOCABULARY: Final = 12_000
"""The words that texts of a language draw from."""
USUAL: Final = 150
"""The place, by how often they are drawn, of words that some publications have and most have not."""
ADDED: Final = 40
"""The words that are put to each section."""
DRAWN: Final = 3 * ADDED
"""Those of a publication, which has three."""


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
    chance = Random(1)  # noqa: S311 (the same texts each time)
    weights = list(accumulate(1 / (place + 3) for place in range(VOCABULARY)))
    for number in range(publications):
        file = _briefing(folder, number)
        content = _read(file)
        content["first_published"] = str(TODAY - timedelta(days=number * DAYS // publications))
        for section in content["sections"]:
            for language in Language:
                drawn = chance.choices(vocabulary(language), cum_weights=weights, k=ADDED)
                section["body"][language] += f"\n{_sentences(drawn)}\n"
        _write(file, content)


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
    shutil.rmtree(folder / CACHE)
    cold = _index(folder)
    before = _shards(folder)
    kept = folder / "kept"
    shutil.copytree(folder / CACHE, kept)
    _edit(folder)
    build(folder)
    # That build has indexed too. What it made is taken away, so that its indexing alone can be timed.
    shutil.rmtree(folder / CACHE)
    kept.rename(folder / CACHE)
    edited = _index(folder)
    after = _shards(folder)
    remade = tuple(sorted(name for name, made in after.items() if before.get(name) != made))
    size = sum(file.stat().st_size for file in (folder / "site" / FOLDER).rglob("*") if file.is_file())
    return Indexing(cold, edited, len(after), remade, size)


@cache
def vocabulary(language: Language) -> Sequence[str]:
    """Give the words that texts draw from, those first that are drawn most often."""
    lines = (DICTIONARIES / f"{language}.dic").read_text(encoding="utf-8").splitlines()[1:]
    words = {line.partition("/")[0] for line in lines}
    plain = {word for word in words if len(word) > 2 and word.isalpha() and word == word.lower()}
    drawn = Random(1).sample(sorted(plain), 2 * VOCABULARY)  # noqa: S311 (the same words each time)
    # Words for numbers need their answer in the other language, which these have not.
    return list(islice((word for word in drawn if not figures(word, language)), VOCABULARY))


def _index(folder: Path) -> float:
    """Index in a process of its own, where no dictionary has been read; give the seconds of it."""
    shutil.rmtree(folder / "site" / FOLDER)
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(_timed, (folder,))


def _timed(folder: Path) -> float:
    start = time.perf_counter()
    build_search(folder / "docs", folder / "site", cache=folder / CACHE, year=TODAY.year)
    return time.perf_counter() - start


def _shards(folder: Path) -> dict[str, frozenset[str]]:
    """Give the shards by name, such as en/now, with the names of their parts, which are hashes."""
    indexes = folder / "site" / FOLDER
    found = [file for file in indexes.glob("*/*/**/*") if file.suffix.startswith(".pf_")]
    names = {"/".join(file.relative_to(indexes).parts[:2]) for file in found}
    return {
        name: frozenset(file.name for file in found if file.is_relative_to(indexes / name)) for name in names
    }


def _edit(folder: Path) -> None:
    file = _briefing(folder, 0)
    content = _read(file)
    for language, sentence in zip((Language.EN, Language.CY), SENTENCES[0], strict=True):
        content["sections"][0]["body"][language] += f"\n{sentence}\n"
    _write(file, content)


def _briefing(folder: Path, number: int) -> Path:
    return folder / "briefings" / f"publication-{number}.yaml"


def _sentences(words: Sequence[str]) -> str:
    return " ".join(f"{' '.join(words[at : at + 10]).capitalize()}." for at in range(0, len(words), 10))


def _read(file: Path) -> dict[str, Any]:
    return dict(json.loads(file.read_text(encoding="utf-8")))


def _write(file: Path, content: dict[str, Any]) -> None:
    file.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
