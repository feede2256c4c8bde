"""The tree of a body: blocks, and the inlines within them.

Every node knows its `offset`, the index in the source text at which it starts; it takes no part in equality.
A `Text` is a slice of the source, unaltered, so its n-th character stands at `offset + n`.
Nobody changes a node. Python does not forbid it, as there are very many, and each would take twice as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, Final


@dataclass(slots=True, unsafe_hash=True)
class Node:
    """Anything in the tree."""

    offset: int = field(default=0, compare=False, kw_only=True)


@dataclass(slots=True, unsafe_hash=True)
class Text(Node):
    """Words as written; a line's end within a paragraph is a text of its own, a newline."""

    text: str


@dataclass(slots=True, unsafe_hash=True)
class Strong(Node):
    """Words of great weight."""

    inlines: tuple[Inline, ...]


@dataclass(slots=True, unsafe_hash=True)
class Emphasis(Node):
    """Words spoken with stress."""

    inlines: tuple[Inline, ...]


@dataclass(slots=True, unsafe_hash=True)
class Link(Node):
    """Words that lead to *target*, as written: an address, or `pub:` and an id."""

    target: str
    inlines: tuple[Inline, ...]


@dataclass(slots=True, unsafe_hash=True)
class Image(Node):
    """A picture and the words that stand for it."""

    target: str
    alt: str


@dataclass(slots=True, unsafe_hash=True)
class Phrase(Node):
    """Words in the language named (`en` or `cy`)."""

    language: str
    inlines: tuple[Inline, ...]


@dataclass(slots=True, unsafe_hash=True)
class FootnoteReference(Node):
    """The mark in the text that leads to a footnote."""

    label: str


Inline = Text | Strong | Emphasis | Link | Image | Phrase | FootnoteReference


@dataclass(slots=True, unsafe_hash=True)
class Paragraph(Node):
    """Running text."""

    inlines: tuple[Inline, ...]


@dataclass(slots=True, unsafe_hash=True)
class Heading(Node):
    """A heading of a page (never of an author's body); its id is unique in the body."""

    level: int
    id: str
    inlines: tuple[Inline, ...]


@dataclass(slots=True, unsafe_hash=True)
class ListItem(Node):
    """One item; its offset is that of its bullet or number."""

    blocks: tuple[Block, ...]


@dataclass(slots=True, unsafe_hash=True)
class BulletList(Node):
    """Items in no order."""

    items: tuple[ListItem, ...]


@dataclass(slots=True, unsafe_hash=True)
class OrderedList(Node):
    """Items counted from *start*; numbered paragraphs if *loose*."""

    start: int
    loose: bool
    items: tuple[ListItem, ...]


@dataclass(slots=True, unsafe_hash=True)
class Cell(Node):
    """One cell of a table."""

    inlines: tuple[Inline, ...]


@dataclass(slots=True, unsafe_hash=True)
class Row(Node):
    """One row of a table, with as many cells as the table has columns."""

    cells: tuple[Cell, ...]


@dataclass(slots=True, unsafe_hash=True)
class Table(Node):
    """A table; each alignment is `left`, `center`, `right` or empty, one a column."""

    caption: tuple[Inline, ...]
    header: Row
    rows: tuple[Row, ...]
    alignments: tuple[str, ...]


@dataclass(slots=True, unsafe_hash=True)
class Quote(Node):
    """Words of somebody else."""

    blocks: tuple[Block, ...]


@dataclass(slots=True, unsafe_hash=True)
class Callout(Node):
    """A box of *kind* `note` or `warning`; *title* may be empty."""

    kind: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(slots=True, unsafe_hash=True)
class Foreign(Node):
    """Blocks in the language named, where a page shows what is not translated (never in an author's body)."""

    language: str
    blocks: tuple[Block, ...]


Block = Paragraph | Heading | BulletList | OrderedList | Table | Quote | Callout | Foreign


@dataclass(slots=True, unsafe_hash=True)
class Footnote(Node):
    """What a footnote says."""

    label: str
    blocks: tuple[Block, ...]


@dataclass(slots=True, unsafe_hash=True)
class Abbreviation(Node):
    """A short form and what it stands for."""

    short: str
    expansion: str


@dataclass(slots=True, unsafe_hash=True)
class Body:
    """All of one text: its blocks, and the footnotes and abbreviations in the order written."""

    blocks: tuple[Block, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()


def walk(body: Body) -> Iterator[Node]:
    """Every node, each before those within it; footnotes and abbreviations come last."""
    waiting: list[Node] = [*body.blocks, *body.footnotes, *body.abbreviations]
    waiting.reverse()
    while waiting:
        node = waiting.pop()
        yield node
        held = _HELD.get(type(node))
        if held:
            waiting += held(node)[::-1]


def within(node: Node) -> tuple[Node, ...]:
    """The nodes directly within *node*, in the order of the text."""
    held = _HELD.get(type(node))
    return held(node) if held else ()


_HELD: Final[Mapping[type[Node], Callable[[Any], tuple[Node, ...]]]] = {
    Table: lambda table: (*table.caption, table.header, *table.rows),
    Row: attrgetter("cells"),
    **dict.fromkeys((BulletList, OrderedList), attrgetter("items")),
    **dict.fromkeys((ListItem, Quote, Callout, Foreign, Footnote), attrgetter("blocks")),
    **dict.fromkeys((Paragraph, Heading, Cell, Strong, Emphasis, Link, Phrase), attrgetter("inlines")),
}
"""What gives the nodes within one, by its kind; to try one kind after another would be slow."""


def plain_text(inlines: Iterable[Inline]) -> str:
    """The words alone; an image gives its alternative text, a footnote's mark nothing."""
    words: list[str] = []
    for inline in inlines:
        if isinstance(inline, Text):
            words.append(inline.text)
        elif isinstance(inline, Image):
            words.append(inline.alt)
        elif not isinstance(inline, FootnoteReference):
            words.append(plain_text(inline.inlines))
    return "".join(words)
