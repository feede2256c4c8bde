"""How a rule soon knows which of the wordings that it looks for a text may have.

Nearly every text has none, and to look for many wordings that must stand alone is slow. So the letters that
each of them opens with are looked up first among those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from cyhoeddi.lexicon import plain

_LETTERS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=4096)
def letters(text: str) -> frozenset[str]:
    """Give the runs of letters in *text*, each `small`."""
    return frozenset(_LETTERS.findall(small(text)))


class Openings:
    """What some wordings open with and go on with, none of which is looked for as a part of longer words."""

    def __init__(self, wordings: Iterable[str]) -> None:
        self._of_letters: dict[str, list[tuple[frozenset[str], str]]] = {}
        self._without: list[tuple[str, str]] = []
        for wording in wordings:
            first, *further = _LETTERS.findall(small(wording)) or [""]
            if first:
                self._of_letters.setdefault(first, []).append((frozenset(further), wording))
            else:
                self._without.append((wording.split()[0], wording))
        self._runs = frozenset(self._of_letters)

    def possible(self, text: str) -> list[str]:
        """Give those of the wordings that may be in *text*; the others are not, whatever their capitals."""
        found: list[str] = []
        if self._without:
            straight = plain(text)
            found += (wording for sign, wording in self._without if sign in straight)
        there = letters(text)
        if not self._runs.isdisjoint(there):
            for run in self._runs & there:
                found += (wording for further, wording in self._of_letters[run] if further <= there)
        return found


def small(text: str) -> str:
    """Give *text* in small letters, as a search that makes nothing of capitals takes them."""
    # Such a search takes these three for an i or an s, too.
    return text.lower().replace("i\u0307", "i").replace("ı", "i").replace("ſ", "s")
