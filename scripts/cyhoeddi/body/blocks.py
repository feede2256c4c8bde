"""The tree of a body: blocks, and the inlines within them.

Every node knows its `offset`, the index in the source text at which it starts; it takes no part in equality.
A `Text` is a slice of the source, unaltered, so its n-th character stands at `offset + n`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Node:
    """Anything in the tree."""

    offset: int = field(default=0, compare=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Text(Node):
    """Words as written; a line's end within a paragraph is a text of its own, a newline."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong(Node):
    """Words of great weight."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis(Node):
    """Words spoken with stress."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link(Node):
    """Words that lead to *target*, as written: an address, or `pub:` and an id."""

    target: str
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Image(Node):
    """A picture and the words that stand for it."""

    target: str
    alt: str


@dataclass(frozen=True, slots=True)
class Phrase(Node):
    """Words in the language named (`en` or `cy`)."""

    language: str
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class FootnoteReference(Node):
    """The mark in the text that leads to a footnote."""

    label: str


Inline = Text | Strong | Emphasis | Link | Image | Phrase | FootnoteReference


@dataclass(frozen=True, slots=True)
class Paragraph(Node):
    """Running text."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading(Node):
    """A heading of a page (never of an author's body); its id is unique in the body."""

    level: int
    id: str
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class ListItem(Node):
    """One item; its offset is that of its bullet or number."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class BulletList(Node):
    """Items in no order."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class OrderedList(Node):
    """Items counted from *start*; numbered paragraphs if *loose*."""

    start: int
    loose: bool
    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Cell(Node):
    """One cell of a table."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Row(Node):
    """One row of a table, with as many cells as the table has columns."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table(Node):
    """A table; each alignment is `left`, `center`, `right` or empty, one a column."""

    caption: tuple[Inline, ...]
    header: Row
    rows: tuple[Row, ...]
    alignments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote(Node):
    """Words of somebody else."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Callout(Node):
    """A box of *kind* `note` or `warning`; *title* may be empty."""

    kind: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Foreign(Node):
    """Blocks in the language named, where a page shows what is not translated (never in an author's body)."""

    language: str
    blocks: tuple[Block, ...]


Block = Paragraph | Heading | BulletList | OrderedList | Table | Quote | Callout | Foreign


@dataclass(frozen=True, slots=True)
class Footnote(Node):
    """What a footnote says."""

    label: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Abbreviation(Node):
    """A short form and what it stands for."""

    short: str
    expansion: str


@dataclass(frozen=True, slots=True)
class Body:
    """All of one text: its blocks, and the footnotes and abbreviations in the order written."""

    blocks: tuple[Block, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()


def walk(body: Body) -> Iterator[Node]:
    """Every node, each before those within it; footnotes and abbreviations come last."""
    waiting: list[Node] = [*reversed((*body.blocks, *body.footnotes, *body.abbreviations))]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(tuple(within(node))))


def within(node: Node) -> Iterable[Node]:
    """The nodes directly within *node*, in the order of the text."""
    match node:
        case Table(caption=caption, header=header, rows=rows):
            return (*caption, header, *rows)
        case Row(cells=cells):
            return cells
        case BulletList(items=items) | OrderedList(items=items):
            return items
        case (
            ListItem(blocks=blocks)
            | Quote(blocks=blocks)
            | Callout(blocks=blocks)
            | Foreign(blocks=blocks)
            | Footnote(blocks=blocks)
        ):
            return blocks
        case (
            Paragraph(inlines=inlines)
            | Heading(inlines=inlines)
            | Cell(inlines=inlines)
            | Strong(inlines=inlines)
            | Emphasis(inlines=inlines)
            | Link(inlines=inlines)
            | Phrase(inlines=inlines)
        ):
            return inlines
    return ()


def plain_text(inlines: Iterable[Inline]) -> str:
    """The words alone; an image gives its alternative text, a footnote's mark nothing."""
    words: list[str] = []
    waiting: list[Node] = [*reversed(tuple(inlines))]
    while waiting:
        node = waiting.pop()
        match node:
            case Text(text=text):
                words.append(text)
            case Image(alt=alt):
                words.append(alt)
            case _:
                waiting.extend(reversed(tuple(within(node))))
    return "".join(words)
