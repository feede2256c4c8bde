"""Measure which forms of Welsh words are found as one word, and which are joined that should not be.

    python -m bench.search_words

The families and the words that must stay apart are in tests/welsh, and say how they were chosen. Every family
is measured among the words of the sample site and some thousand of the dictionary, so that it can be confused
with them. The dictionary is asked to forget the families that are to be absent from all shipped data.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final

import yaml

from cyhoeddi.lexicon import forms, roots
from cyhoeddi.welsh import chunks, expand, families, keys, read_table, render_table
from cyhoeddi.welsh.families import NAMES, shelf

PROJECT: Final = Path(__file__).parent.parent
WORDS: Final = PROJECT / "tests" / "welsh"
DICTIONARY: Final = PROJECT / "scripts" / "cyhoeddi" / "lexicon" / "dictionaries" / "cy.dic"
SCRIPT: Final = PROJECT / "theme" / "assets" / "search" / "welsh.js"
TABLE: Final = read_table()

FLOORS: Final = {"first": 0.97, "absent": 0.85}
"""The least of the forms of each half that must find the pages of the radical."""
PRECISE: Final = 0.95
"""The least of the families of the sample site that must be right."""


@dataclass(frozen=True, slots=True)
class Recall:
    """How many forms of a half find the radical, and are found by it."""

    forms: int
    finding: int
    """Forms that find the radical, when the site has the radical alone."""
    among: int
    """Forms that find the radical, when the site has all forms of all families."""
    found: int
    """Forms that the radical finds, then."""
    plain: int
    """Forms that find it without any of this: they are the radical."""


def main() -> int:
    """Print the figures; fail if one is below its floor."""
    print("| Half | Families | Forms | Find the radical | Among all forms | Found by it | Plain search |")
    print("|" + " --- |" * 7)
    enough = True
    for half, lines in read_families().items():
        one = recall(half)
        shares = (one.finding, one.among, one.found, one.plain)
        cells = (half, len(lines), one.forms, *(f"{share / one.forms:.1%}" for share in shares))
        print(f"| {' | '.join(map(str, cells))} |")
        enough = enough and min(one.finding, one.among) / one.forms >= FLOORS[half]
    joined, wrong = precision()
    met, pairs = unrelated_joined(), read_precision()["apart"]
    print(f"\nUnrelated pairs joined: {len(met)} of {len(pairs)}.")
    print(f"Families of the sample site: {joined}, of which wrong: {wrong} ({1 - wrong / joined:.1%} right).")
    own = SCRIPT.stat().st_size + len(render_table().encode())
    files = chunks(synthetic(30_000), TABLE)
    each = sorted(transferred(files))
    print(f"Script and table: {own:,} bytes. Of 30,000 forms: {len(files)} files.")
    print(f"A first query of one word reads {each[len(each) // 2]:,} bytes of them, at most {each[-1]:,}.")
    return 0 if enough and not met and 1 - wrong / joined >= PRECISE else 1


def read_families() -> dict[str, list[list[str]]]:
    """Give the families of each half, the radical first."""
    halves: Mapping[str, Iterable[str]] = _read("families.yaml")
    return {half: [line.split() for line in lines] for half, lines in halves.items()}


def read_precision() -> dict[str, list[str]]:
    """Give the pairs that are "apart", those that are "wrong", and the "words" of the sample site."""
    raw: Mapping[str, Any] = _read("precision.yaml")
    return {"apart": raw["apart"], "wrong": raw["wrong"], "words": raw["words"].split()}


@cache
def is_radical(word: str) -> bool:
    """Tell whether the dictionary has *word* without mutation."""
    return any(not root.prefix for root in roots(word))


def is_remembered(word: str) -> bool:
    """Tell the same, all absent families forgotten."""
    return word not in _absent() and is_radical(word)


def recall(half: str) -> Recall:
    """Measure one half: each form typed, and each radical."""
    halves = read_families()
    every = {form for lines in halves.values() for line in lines for form in line}
    others = {word for word in (*read_precision()["words"], *_from_dictionary(8000)) if word not in every}
    lines = halves[half]
    alone = families(others | {line[0] for group in halves.values() for line in group}, TABLE, is_remembered)
    among = families(others | every, TABLE, is_remembered)
    pairs = [(line[0], form) for line in lines for form in line]
    return Recall(
        forms=len(pairs),
        finding=sum(_finds(form, radical, alone) for radical, form in pairs),
        among=sum(_finds(form, radical, among) for radical, form in pairs),
        found=sum(_finds(radical, form, among) for radical, form in pairs),
        plain=sum(form == radical for radical, form in pairs),
    )


def unrelated_joined() -> list[str]:
    """Give the pairs of unrelated words of which one finds the other."""
    read = read_precision()
    site = families(
        {*read["words"], *(word for pair in read["apart"] for word in pair.split())}, TABLE, is_radical
    )
    return [pair for pair in read["apart"] if _meet(pair, site)]


def precision() -> tuple[int, int]:
    """Give how many families of two forms and more the sample site has, and how many of them are wrong."""
    read = read_precision()
    joined = [set(forms) for forms in families(read["words"], TABLE, is_radical).values() if len(forms) > 1]
    return len(joined), sum(any(set(pair.split()) <= one for pair in read["wrong"]) for one in joined)


def synthetic(number: int) -> dict[str, tuple[str, ...]]:
    """Give the families of about *number* forms of the dictionary, mutated ones among them."""
    choice = Random(1)  # noqa: S311 (the same forms each time)
    drawn = {choice.choice(sorted(forms(word))) for word in _from_dictionary(number)}
    return families(drawn, TABLE, is_radical)


def transferred(files: Mapping[str, bytes]) -> list[int]:
    """Give the bytes that each form of the measured families asks for, the list of files included."""
    names = files[NAMES].decode().split()
    sizes = []
    for word in (form for lines in read_families().values() for line in lines for form in line):
        asked = {names[max(bisect_right(names, shelf(key, TABLE)) - 1, 0)] for key in keys(word, TABLE)}
        sizes.append(len(files[NAMES]) + sum(len(files[f"{name}.txt"]) for name in asked))
    return sizes


def _meet(pair: str, site: Mapping[str, tuple[str, ...]]) -> bool:
    one, other = pair.split()
    accented = [word for word in (one, other) if not word.isascii()]
    typed = accented if len(accented) == 1 and keys(one, TABLE) == keys(other, TABLE) else [one, other]
    return any({one, other} <= set(expand(word, site, TABLE)) for word in typed)


def _finds(typed: str, wanted: str, site: Mapping[str, tuple[str, ...]]) -> bool:
    return wanted.replace("-", "") in expand(typed, site, TABLE)


@cache
def _absent() -> frozenset[str]:
    return frozenset(form for line in read_families()["absent"] for form in line)


@cache
def _from_dictionary(number: int) -> Sequence[str]:
    lines = DICTIONARY.read_text(encoding="utf-8").splitlines()[1:]
    words = sorted(
        {word for line in lines if (word := line.partition("/")[0]) == word.lower() and word.isalpha()}
    )
    return Random(1).sample(words, number)  # noqa: S311 (the same words each time)


@cache
def _read(name: str) -> dict[str, Any]:
    return dict(yaml.safe_load((WORDS / name).read_text(encoding="utf-8")))


if __name__ == "__main__":
    sys.exit(main())
