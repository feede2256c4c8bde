"""The name of a place within a page, made from its words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

_APOSTROPHES = re.compile(r"['’]")
_OTHER = re.compile(r"[^a-z0-9]+")


def anchor(text: str) -> str:
    """An id of `a-z 0-9 -` for *text*, never empty: "Môr a'r mynydd" gives `mor-ar-mynydd`."""
    letters = unicodedata.normalize("NFKD", text.lower())
    folded = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _OTHER.sub("-", _APOSTROPHES.sub("", folded)).strip("-") or "section"


def unique(names: Iterable[str]) -> Iterator[str]:
    """Each name in turn; one that was given before gets the first free number (`dates`, `dates-2`)."""
    given: set[str] = set()
    last: dict[str, int] = {}
    for name in names:
        free = name
        while free in given:
            last[name] = last.get(name, 1) + 1
            free = f"{name}-{last[name]}"
        given.add(free)
        yield free
