"""The blocks of a text with their lines, and its prose with everything else blotted out.

Both sides of a clean entry have the same blocks in the same order: the n-th of one is the twin of the n-th of
the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

from cyhoeddi.body.blocks import (
    Abbreviation,
    Block,
    Body,
    Callout,
    Footnote,
    Image,
    ListItem,
    Node,
    Phrase,
    Row,
    Table,
    Text,
    walk,
    within,
)
from cyhoeddi.body.parse import parse

_BLOCKS = (*get_args(Block), ListItem, Row, Footnote, Abbreviation)

_TEXTS = 2048
"""Texts whose layout is remembered: every planter asks for that of every entry."""

BLOT = "\0"
"""What stands in `prose` for each character that is no prose."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A block and the lines it takes up, counted from 1."""

    kind: str
    """The name of its node in small letters, `caption`, `header`, or `plain` for a text without Markdown."""
    first: int
    last: int
    parent: int
    """The index of the spot around it; -1 at the top."""
    node: Node | None = None


@lru_cache(_TEXTS)
def layout(text: str, *, markdown: bool) -> tuple[Spot, ...]:
    """The spots of *text*, each before those within it; footnotes come after all blocks."""
    if not markdown:
        return (Spot("plain", 1, 1, -1),)
    body = parse(text).body
    spots: list[Spot] = []
    _place(text, (*body.blocks, *body.footnotes, *body.abbreviations), text.count("\n") + 1, -1, spots)
    return tuple(spots)


def line_at(text: str, offset: int) -> int:
    """The line of the character at *offset*, counted from 1."""
    return text.count("\n", 0, offset) + 1


def spot_at(spots: Sequence[Spot], line: int) -> int:
    """The index of the innermost spot that takes up *line*."""
    return max(index for index, spot in enumerate(spots) if spot.first <= line <= spot.last)


@lru_cache(_TEXTS)
def prose(text: str, *, markdown: bool) -> str:
    """*text*, as long as it was, with words, alternative texts and titles kept and the rest blotted out."""
    if not markdown:
        return text
    kept = [char if char == "\n" else BLOT for char in text]
    for start, words in _words(text, parse(text).body):
        kept[start : start + len(words)] = words
    return "".join(kept)


def _words(text: str, body: Body) -> list[tuple[int, str]]:
    nodes = list(walk(body))
    foreign = {id(inner) for node in nodes if isinstance(node, Phrase) for inner in within(node)}
    found: list[tuple[int, str]] = []
    for node in nodes:
        match node:
            case Text(text=words) if id(node) not in foreign:
                found.append((node.offset, words))
            case Image(alt=words):
                found.append((text.index(words, node.offset), words))
            case Callout(title=words) if words:
                found.append((text.index(words, node.offset), words))
    return found


def _place(text: str, nodes: Sequence[Node], end: int, parent: int, spots: list[Spot]) -> None:
    starts = [line_at(text, _start(node)) for node in nodes]
    lines = text.split("\n")
    for node, first in zip(nodes, starts, strict=True):
        last = min((start - 1 for start in starts if start > first), default=end)
        while last > first and not lines[last - 1].strip():
            last -= 1
        index = len(spots)
        spots.append(Spot(_kind(node, parent, spots), first, last, parent, node))
        if isinstance(node, Table) and node.caption:
            spots.append(Spot("caption", first, first, index))
        inner = [part for part in within(node) if isinstance(part, _BLOCKS)]
        _place(text, inner, last, index, spots)


def _start(node: Node) -> int:
    return node.caption[0].offset if isinstance(node, Table) and node.caption else node.offset


def _kind(node: Node, parent: int, spots: Sequence[Spot]) -> str:
    kind = type(node).__name__.lower()
    table = spots[parent].node if parent >= 0 else None
    return "header" if isinstance(table, Table) and node is table.header else kind
