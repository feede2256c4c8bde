"""How a rule soon knows which of the wordings that it looks for a text may have.

Nearly every text has none, and to look for many wordings that must stand alone is slow. So the letters that
each of them opens with are looked up first among those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import lru_cache

from cyhoeddi.lexicon import plain

_LETTERS = re.compile(r"[^\W\d_]+")
_APART = bytes(byte if byte > 127 or chr(byte).isalpha() else 32 for byte in range(256))
"""Makes a space of each sign of ASCII that is no letter."""


@lru_cache(maxsize=4096)
def letters(text: str) -> frozenset[str]:
    """Give the runs of letters in *text*, each `small`."""
    text = small(text)
    # Of nearly every text, this leaves the letters alone, and is many times faster than to look for them.
    runs = text.encode(errors="replace").translate(_APART).decode().split()
    return frozenset(runs if "".join(runs).isalpha() else _LETTERS.findall(text))


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

    def possible(self, text: str, there: Set[str] | None = None) -> list[str]:
        """Give those of the wordings that may be in *text*; the others are not, whatever their capitals.

        *there* are the `letters` of the text, where they are known.
        """
        found: list[str] = []
        if self._without:
            straight = plain(text)
            found += (wording for sign, wording in self._without if sign in straight)
        there = letters(text) if there is None else there
        if not self._runs.isdisjoint(there):
            for run in self._runs & there:
                found += (wording for further, wording in self._of_letters[run] if further <= there)
        return found


def small(text: str) -> str:
    """Give *text* in small letters, as a search that makes nothing of capitals takes them."""
    # Such a search takes these three for an i or an s, too.
    return text.lower().replace("i\u0307", "i").replace("ı", "i").replace("ſ", "s")
