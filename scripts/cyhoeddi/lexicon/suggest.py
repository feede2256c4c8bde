"""Words that a misspelt Welsh word may have been meant to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator

_ACCENTS = {"a": "âáà", "e": "êéèë", "i": "îíïì", "o": "ôóòö", "u": "ûúùü", "w": "ŵẃ", "y": "ŷý"}
_PLAIN = {accented: letter for letter, group in _ACCENTS.items() for accented in group}
_ALIKE = (
    ("f", "ff"), ("ff", "f"), ("dd", "d"), ("d", "dd"), ("ll", "l"), ("l", "ll"), ("n", "nn"), ("nn", "n"),
    ("r", "rr"), ("rr", "r"), ("rh", "r"), ("r", "rh"), ("c", "ch"), ("ch", "c"), ("t", "th"), ("th", "t"),
    ("u", "y"), ("y", "u"), ("i", "u"), ("u", "i"), ("i", "y"), ("y", "i"), ("ae", "au"), ("au", "ae"),
    ("ae", "ai"), ("ai", "ae"), ("ai", "au"), ("au", "ai"), ("eu", "au"), ("au", "eu"), ("ei", "eu"), ("eu", "ei"),
    ("v", "f"), ("k", "c"), ("x", "cs"), ("z", "s"), ("ph", "ff"), ("j", "si"), ("io", "o"), ("o", "io"),
    ("ng", "n"), ("n", "ng"), ("ti", "to"), ("oe", "eo"), ("eo", "oe"), ("wy", "yw"), ("yw", "wy"),
)  # fmt: skip
"""Letters that are often written for each other, because they sound alike or stand side by side."""
_LETTERS = "aeiouwyrnldgbfmchtpsâêîôûŵŷ"


def suggestions(word: str, is_known: Callable[[str], bool], most: int = 3) -> tuple[str, ...]:
    """Give up to *most* known words that are one slip away from *word*, the likeliest first."""
    lower = word.lower()
    found: list[str] = []
    for candidate in dict.fromkeys(_candidates(lower)):
        if candidate != lower and is_known(candidate):
            found.append(candidate.capitalize() if word[:1].isupper() else candidate)
            if len(found) == most:
                break
    return tuple(found)


def _candidates(word: str) -> Iterator[str]:
    """Yield words one slip from *word*: an accent, letters that sound alike, two swapped, one too many or few."""
    splits = [(word[:index], word[index:]) for index in range(len(word) + 1)]
    for head, tail in splits:
        if tail:
            for letter in (*_ACCENTS.get(tail[0], ""), _PLAIN.get(tail[0], "")):
                if letter:
                    yield head + letter + tail[1:]
    for head, tail in splits:
        for wrong, right in _ALIKE:
            if tail.startswith(wrong):
                yield head + right + tail[len(wrong) :]
    yield from (head + tail[1] + tail[0] + tail[2:] for head, tail in splits if len(tail) > 1)
    yield from (head + tail[1:] for head, tail in splits if tail and len(word) > 2)
    for head, tail in splits:
        yield from (head + letter + tail for letter in _LETTERS)
    for head, tail in splits:
        if tail:
            yield from (head + letter + tail[1:] for letter in _LETTERS)
