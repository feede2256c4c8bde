"""A text cut where empty lines cut it, into parts that mean the same whatever stands around them.

Most parts are running text, a list of it or a table, at the margin: to see that they are takes one look at
the start of each line. Only the others need the grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from cyhoeddi.body.blocks import BulletList, ListItem, Paragraph, Table
from cyhoeddi.body.content import lines, passage
from cyhoeddi.body.inline_tree import ReadInlines
from cyhoeddi.body.refusal import Refusal
from cyhoeddi.body.table_rule import TableLines, plain_table
from cyhoeddi.body.table_tree import read_table

_LINE = r"(?![ \t`~>#<|=:+-]|[*_](?![*_]?[^\W_])|!!!|\[[^\]\n]*\]:|[0-9]{1,9}[.)]|Table?:)[^\n]+"
"""A line that starts and ends nothing, whatever rule is asked."""
_TEXT = re.compile(rf"{_LINE}(?:\n{_LINE})*")
_LIST = re.compile(rf"([-*+]) {_LINE}(?:\n(?:\1 |  ){_LINE})*")
_ITEM = re.compile(r"[^\n]+(?:\n  [^\n]+)*")
_MARGIN = re.compile(r"\n  ")
_GAP = re.compile(r"\n(?:[ \t]*\n)+")
_CROSSES_GAPS = re.compile(r"<(?<![(\\]<)|```|~~~")
"""The start of HTML or of a block of code, which may go on behind an empty line; (< is that of an address."""
_GOES_ON = " \t*+-"
"""What starts a line that may belong to a list although an empty line stands before it."""


class Kind(Enum):
    """What a part is."""

    TEXT = auto()
    """Running text, one line or several."""
    LIST = auto()
    """Items behind the same sign, whose further lines are set in by two spaces."""
    TABLE = auto()
    """A table, each line of which opens with a bar."""
    OTHER = auto()
    """Anything; this is for the grammar to say."""


class Part(NamedTuple):
    """What stands from *start* to *end*."""

    kind: Kind
    start: int
    end: int
    table: TableLines | None = None
    """The lines of a table."""


def parts(text: str) -> Iterator[Part]:
    """The parts of *text*, in order; empty lines between them belong to none."""
    before: Part | None = None
    for part in _cut(text):
        if before and _joined(text, before, part):
            before = Part(Kind.OTHER, before.start, part.end)
            continue
        if before:
            yield before
        before = part
    if before:
        yield before


def _cut(text: str) -> Iterator[Part]:
    if any(sign in text for sign in "<`~") and _CROSSES_GAPS.search(text):
        yield Part(Kind.OTHER, 0, len(text))
        return
    start = len(text) - len(text.lstrip("\n"))
    for gap in _GAP.finditer(text, start):
        yield _part(text, start, gap.start())
        start = gap.end()
    end = len(text.rstrip(" \t\n"))
    if start < end:
        yield _part(text, start, end)


def _part(text: str, start: int, end: int) -> Part:
    if _TEXT.fullmatch(text, start, end):
        return Part(Kind.TEXT, start, end)
    if text[start] == "|" and (table := plain_table(text, start, end)):
        return Part(Kind.TABLE, start, end, table)
    return Part(Kind.LIST if _LIST.fullmatch(text, start, end) else Kind.OTHER, start, end)


def _joined(text: str, before: Part, part: Part) -> bool:
    """Whether what stands *before* may go on with *part*."""
    if part.kind is Kind.TEXT or before.kind in (Kind.TEXT, Kind.TABLE):
        return False
    return before.kind is Kind.OTHER or text[part.start] in _GOES_ON


def read_plain(
    text: str, part: Part, inlines: ReadInlines, refusals: list[Refusal]
) -> Paragraph | BulletList | Table:
    """The block that *part* is, which is none for the grammar."""
    if part.table:
        return read_table(text, part.table, (), inlines, refusals)
    if part.kind is Kind.TEXT:
        return Paragraph(inlines(passage(text, part.start, part.end)), offset=part.start)
    items = [_item(text, item, inlines) for item in _ITEM.finditer(text, part.start, part.end)]
    return BulletList(tuple(items), offset=part.start)


def _item(text: str, item: re.Match[str], inlines: ReadInlines) -> ListItem:
    start = item.start() + 2
    starts = [start, *(line.end() for line in _MARGIN.finditer(text, start, item.end()))]
    return ListItem((Paragraph(inlines(lines(text, starts)), offset=start),), offset=item.start())
