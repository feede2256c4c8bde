"""Sentences and words within plain words, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from cyhoeddi.language import Language


class Span(NamedTuple):
    """A stretch of plain words, from *start* up to *end*; a tuple, as there are many and each is a key."""

    text: str
    start: int
    end: int


_MARK = r"""[.!?…]{1,9}["'”’)\]]{0,3}[ \t\xa0]+(?=["'“‘(\[]{0,3}[\w£€$])"""
_END_IN_LINE = re.compile(_MARK)
_END = re.compile(rf"{_MARK}|[ \t]*\n\s*")
"""Where a sentence may end: at its mark, if another begins after it, or at the end of a line."""

_BEFORE = re.compile(r"[^\s(\[\"'“‘]{1,12}$")

_TITLES = {"dr", "mr", "mrs", "ms", "prof", "st", "rev", "cllr", "hon", "parch", "cyng", "mri", "gth"}
_SHORT = {
    Language.EN: {"e.g", "i.e", "eg", "ie", "cf", "vs", "v", "no", "nos", "p", "pp", "para", "paras", "fig"}
    | {"figs", "art", "approx", "ref", "vol", "ed", "eds", "ch", "tel", "ext", "incl", "dept", "gov"},
    Language.CY: {"e.e", "h.y", "ee", "hy", "gw", "cf", "t", "tt", "rh", "para", "ff", "cyf", "gol", "pen"}
    | {"ffig", "est", "adr", "o.b", "e.b", "rhif", "rhifau", "ysg"},
}
"""Short forms, with their full stop taken off, that never end a sentence."""

_LONG = 1 + max(map(len, _TITLES.union(*_SHORT.values())))
"""So many letters before a full stop are no short form, whatever stands before them."""

_INITIAL = re.compile(r"[^\W\d_]")

_WORD = re.compile(r"[^\W\d_]+(?:['’\-‑][^\W\d_]+)*|(?<![^\W_])['’](?:r|n|i|w|u|m|ch|th|'?n|s)\b")

_RUNS = bytes(byte if byte > 127 or chr(byte).isalnum() or chr(byte) in "'-_" else 32 for byte in range(256))
"""Makes a space of each sign of ASCII that no word has, and that tells nothing of what stands beside it."""


@lru_cache(maxsize=4096)
def sentences(text: str, language: Language) -> tuple[Span, ...]:
    """Give the sentences of *text* without the spaces around them; without a full stop it is one sentence.

    "e.g.", "Dr", "h.y.", "e.e.", an initial or "9.30am" ends none, and a small letter begins none.
    """
    found: list[Span] = []
    start = 0
    # Few texts have line ends, and a mark alone is found faster.
    for end in (_END if "\n" in text else _END_IN_LINE).finditer(text):
        if "\n" in end.group() or _ends(text, end, language):
            _add(found, text, start, end.end())
            start = end.end()
    _add(found, text, start, len(text))
    return tuple(found)


def words(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of *text*: letters, with the apostrophes and hyphens within ("i'r", "nid-er-elw").

    A contraction that stands apart ("'r", "'n") is a word of its own. Figures are none.
    """
    return _WORD.finditer(text)


@lru_cache(maxsize=256)
def words_of(text: str) -> tuple[str, ...]:
    """Give the words of *text* alone: those of all its sentences, as none reaches over a sentence's end."""
    found: list[str] = []
    # Nearly every run is a word, and to ask whether it is one is many times faster than to look for words.
    for run in text.encode(errors="replace").translate(_RUNS).decode().split():
        if run.isalpha():
            found.append(run)
        else:
            found += _WORD.findall(run)
    return tuple(found)


def _ends(text: str, end: re.Match[str], language: Language) -> bool:
    after = end.end()
    following = text[after : after + 4].lstrip("\"'“‘([")[:1]
    if following.islower():
        return False
    if text[end.start()] != ".":
        return True
    mark = end.start()
    if mark >= _LONG and text[mark - _LONG : mark].isalpha():
        return True
    # Only the last word counts, so a slice is enough and keeps long texts quick.
    before = _BEFORE.search(text[max(0, mark - 13) : mark])
    last = before.group().lower() if before else ""
    if _INITIAL.fullmatch(last) and before is not None and before.group().isupper():
        return False
    return last not in _TITLES and last not in _SHORT[language]


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    stretch = text[start:end]
    trimmed = stretch.strip()
    if trimmed:
        start += len(stretch) - len(stretch.lstrip())
        found.append(Span(trimmed, start, start + len(trimmed)))
