"""A side of a text as passages: the plain words of each block, and the place of each of their characters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from cyhoeddi.body import blocks as b
from cyhoeddi.body.parse import parse_phrases
from cyhoeddi.language import Language
from cyhoeddi.prose.openings import letters
from cyhoeddi.texts import Text


class Kind(StrEnum):
    """What holds the words of a passage."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    """A title, a heading or a name: words that need be no sentence."""
    ITEM = "item"
    QUOTE = "quote"
    CALLOUT_TITLE = "callout-title"
    CAPTION = "caption"
    CELL = "cell"
    ALT = "alt"
    """The words that stand for an image."""
    FOOTNOTE = "footnote"
    ABBREVIATION = "abbreviation"
    """What an abbreviation stands for; a language may need fewer of them, so they are never paired."""
    SLUG = "slug"
    """A part of an address: no prose, though its figures count."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a passage, from *start* up to *end*, that are marked as being in *language*."""

    start: int
    end: int
    language: Language


@dataclass(frozen=True, slots=True)
class Link:
    """Words of a passage, from *start* up to *end*, that lead to *target*."""

    start: int
    end: int
    target: str
    offset: int
    """Where the link opens in the side."""


Path = tuple[str | int, ...]


class Passage(NamedTuple):
    """The plain words of one block, without their Markdown; a line's end is a space.

    It is a tuple, as there are very many.
    """

    kind: Kind
    path: Path
    """Where it stands in the side's structure: equal for the two passages of a pair."""
    text: str
    start: int
    """Where the passage starts in the side, be it empty or not."""
    places: tuple[tuple[int, int], ...]
    """Runs of characters that stand together in the side: index in `text`, offset in the side."""
    phrases: tuple[Phrase, ...] = ()
    links: tuple[Link, ...] = ()

    def offset(self, index: int) -> int:
        """Give the offset in the side of the character at *index* of `text`."""
        run = bisect_right(self.places, index, key=lambda place: place[0]) - 1
        if run < 0:
            return self.start
        at, offset = self.places[run]
        return offset + index - at


@lru_cache(maxsize=512)
def passages(text: Text, language: Language) -> tuple[Passage, ...]:
    """Give the passages of a side of *text* in their order; images' words follow their block."""
    side = text[language]
    reader = _Reader(side)
    if text.markdown:
        reader.body(text.bodies[language].body)
    else:
        reader.passage(_PLAIN_KINDS.get(str(text.path[-1]), Kind.PARAGRAPH), (), 0, parse_phrases(side))
    return tuple(reader.found)


@lru_cache(maxsize=512)
def whole(text: Text, language: Language) -> str:
    """Give the plain words of a side of *text*, a line for each passage.

    What is in none of its lines is in no passage: rules ask that first, since most find nothing in a text.
    """
    return "\n".join([passage.text for passage in passages(text, language)])


@lru_cache(maxsize=512)
def whole_letters(text: Text, language: Language) -> frozenset[str]:
    """Give the `letters` of the `whole` side."""
    return frozenset().union(*[letters(passage.text) for passage in passages(text, language)])


_PLAIN_KINDS = {"title": Kind.HEADING, "heading": Kind.HEADING, "name": Kind.HEADING, "slug": Kind.SLUG}


class _Reader:
    """Takes the Markdown off one side, passage by passage."""

    def __init__(self, side: str) -> None:
        self.side = side
        self.found: list[Passage] = []

    def body(self, body: b.Body) -> None:
        self.blocks(body.blocks, Kind.PARAGRAPH, ())
        for note in body.footnotes:
            self.blocks(note.blocks, Kind.FOOTNOTE, ("footnote", note.label))
        for index, known in enumerate(body.abbreviations):
            path: Path = ("abbreviation", index)
            self.literal(Kind.ABBREVIATION, path, known.offset, known.expansion)

    def blocks(self, blocks: Sequence[b.Block], kind: Kind, above: Path) -> None:
        for index, block in enumerate(blocks):
            path = (*above, index)
            match block:
                case b.Paragraph(inlines=inlines):
                    self.passage(kind, (*path, "paragraph"), block.offset, inlines)
                case b.Heading(inlines=inlines, level=level):
                    self.passage(Kind.HEADING, (*path, level), block.offset, inlines)
                case b.BulletList(items=items):
                    self.items(items, (*path, "bullets"))
                case b.OrderedList(items=items):
                    self.items(items, (*path, "numbers"))
                case b.Table():
                    self.table(block, (*path, "table"))
                case b.Quote(blocks=inner):
                    self.blocks(inner, Kind.QUOTE, (*path, "quote"))
                case b.Callout(blocks=inner, title=title):
                    if title:
                        self.literal(Kind.CALLOUT_TITLE, (*path, "title"), block.offset, title)
                    self.blocks(inner, Kind.PARAGRAPH, (*path, "callout"))

    def items(self, items: Sequence[b.ListItem], above: Path) -> None:
        for index, item in enumerate(items):
            self.blocks(item.blocks, Kind.ITEM, (*above, index))

    def table(self, table: b.Table, above: Path) -> None:
        if table.caption:
            self.passage(Kind.CAPTION, (*above, "caption"), table.offset, table.caption)
        for index, row in enumerate((table.header, *table.rows)):
            for column, cell in enumerate(row.cells):
                self.passage(Kind.CELL, (*above, index, column), cell.offset, cell.inlines)

    def literal(self, kind: Kind, path: Path, offset: int, words: str) -> None:
        """Take *words* that stand as they are somewhere after *offset*."""
        found = self.side.find(words, offset)
        start = offset if found < 0 else found
        self.found.append(Passage(kind, path, words.replace("\n", " "), start, ((0, start),)))

    def passage(self, kind: Kind, path: Path, start: int, inlines: Sequence[b.Inline]) -> None:
        if len(inlines) == 1 and isinstance(only := inlines[0], b.Text):
            # Nearly every block is plain words alone.
            at = only.offset
            self.found.append(Passage(kind, path, only.text.replace("\n", " "), at, ((0, at),)))
            return
        words = _Words()
        words.take(inlines)
        text = "".join(words.texts).replace("\n", " ")
        places = tuple(words.places)
        first = places[0][1] if places else start
        self.found.append(Passage(kind, path, text, first, places, tuple(words.phrases), tuple(words.links)))
        for index, image in enumerate(words.images):
            self.literal(Kind.ALT, (*path, "alt", index), image.offset, image.alt)


class _Words:
    """Collects the words of one block's inlines; how deep they nest is bounded by the parser."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.length = 0
        self.places: list[tuple[int, int]] = []
        self.phrases: list[Phrase] = []
        self.links: list[Link] = []
        self.images: list[b.Image] = []

    def take(self, inlines: Sequence[b.Inline]) -> None:
        for inline in inlines:
            start = self.length
            match inline:
                case b.Text(text=text):
                    self.places.append((start, inline.offset))
                    self.texts.append(text)
                    self.length += len(text)
                case b.Image():
                    self.images.append(inline)
                case b.Phrase(language=language, inlines=inner):
                    self.take(inner)
                    self.phrases.append(Phrase(start, self.length, Language(language)))
                case b.Link(target=target, inlines=inner):
                    self.take(inner)
                    self.links.append(Link(start, self.length, target, inline.offset))
                case b.Strong(inlines=inner) | b.Emphasis(inlines=inner):
                    self.take(inner)
