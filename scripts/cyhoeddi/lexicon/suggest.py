"""Words that a misspelt Welsh word may have been meant to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cyhoeddi.lexicon.identify import each_of

_ACCENTS = {"a": "âáà", "e": "êéèë", "i": "îíïì", "o": "ôóòö", "u": "ûúùü", "w": "ŵẃ", "y": "ŷý"}
_PLAIN = {accented: letter for letter, group in _ACCENTS.items() for accented in group}
_SOUND_ALIKE = each_of(
    "f-ff dd-d ll-l n-nn r-rr rh-r c-ch t-th u-y i-u i-y ae-au ae-ai ai-au eu-au ei-eu io-o ng-n oe-eo wy-yw"
)
_ALIKE = (
    *(tuple(pair.split("-")) for pair in sorted(_SOUND_ALIKE)),
    *(tuple(reversed(pair.split("-"))) for pair in sorted(_SOUND_ALIKE)),
    *(("v", "f"), ("k", "c"), ("x", "cs"), ("z", "s"), ("ph", "ff"), ("j", "si")),
)
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
    """Yield words that are one slip from *word*, the commonest slips first."""
    splits = [(word[:index], word[index:]) for index in range(len(word) + 1)]
    yield from _respelt(splits)
    # Two letters swapped, then one too many, one too few, and one for another.
    yield from (head + tail[1] + tail[0] + tail[2:] for head, tail in splits if len(tail) > 1)
    yield from (head + tail[1:] for head, tail in splits if tail and len(word) > 2)
    yield from (head + letter + tail for head, tail in splits for letter in _LETTERS)
    yield from (head + letter + tail[1:] for head, tail in splits if tail for letter in _LETTERS)


def _respelt(splits: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield words with an accent more or less, then with letters that sound alike."""
    for head, tail in splits:
        for letter in (*_ACCENTS.get(tail[:1], ""), *_PLAIN.get(tail[:1], "")):
            yield head + letter + tail[1:]
    for head, tail in splits:
        for wrong, right in _ALIKE:
            if tail.startswith(wrong):
                yield head + right + tail[len(wrong) :]
