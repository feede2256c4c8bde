"""The passages of both sides in pairs, so that each is compared with its own translation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from cyhoeddi.language import Language
from cyhoeddi.prose.passages import Kind, Passage, passages
from cyhoeddi.texts import Text


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage and its translation."""

    en: Passage
    cy: Passage

    def __getitem__(self, language: Language) -> Passage:
        """Give the passage of *language*."""
        return self.en if language is Language.EN else self.cy

    @property
    def identical(self) -> bool:
        """Whether both say the same, letter by letter: then no fact differs."""
        return self.en.text == self.cy.text


@lru_cache(maxsize=512)
def aligned(text: Text) -> tuple[Pair, ...]:
    """Give each passage with its translation, in the order of the side written first.

    There are none if a side is empty or the blocks differ. Footnotes go by their labels.
    """
    if not text.both:
        return ()
    passages_of = {side: _paired(text, side) for side in Language}
    there, here = passages_of[Language.EN], passages_of[Language.CY]
    # Nearly always they stand in the same order. Two footnotes may have one label, and these come last.
    alike = [(one.path, one.kind) for one in there] == [(one.path, one.kind) for one in here]
    if alike and not (there and there[-1].path[:1] == ("footnote",)):
        return tuple(map(Pair, there, here))
    sides = {side: {(one.path, one.kind): one for one in found} for side, found in passages_of.items()}
    en, cy = sides[Language.EN], sides[Language.CY]
    if en.keys() != cy.keys():
        return ()
    return tuple(Pair(en[key], cy[key]) for key in sides[text.source_language])


@lru_cache(maxsize=512)
def compared(text: Text) -> tuple[Pair, ...]:
    """Give `aligned(text)`, or else all the words of both sides as one pair; none if a side is empty."""
    if not text.both:
        return ()
    return aligned(text) or (Pair(_joined(_paired(text, Language.EN)), _joined(_paired(text, Language.CY))),)


def _paired(text: Text, language: Language) -> list[Passage]:
    return [one for one in passages(text, language) if one.kind is not Kind.ABBREVIATION]


def _joined(parts: Sequence[Passage]) -> Passage:
    """Give *parts* as one paragraph, a line each, so that no figure or sentence runs from one to the next."""
    places, phrases, links = [], [], []
    length = 0
    for part in parts:
        places += [(index + length, offset) for index, offset in part.places]
        phrases += [replace(one, start=one.start + length, end=one.end + length) for one in part.phrases]
        links += [replace(one, start=one.start + length, end=one.end + length) for one in part.links]
        length += len(part.text) + 1
    text = "\n".join(part.text for part in parts)
    start = parts[0].start if parts else 0
    return Passage(Kind.PARAGRAPH, (), text, start, tuple(places), tuple(phrases), tuple(links))
