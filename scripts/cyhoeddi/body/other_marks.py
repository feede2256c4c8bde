"""Marks that other kinds of Markdown know and this one does not: they would be printed as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cyhoeddi.body.blocks import Body, ListItem, Paragraph, Text, walk
from cyhoeddi.body.refusal import REFUSED, Refusal

_ROW = re.compile(r"\|[^\n]*\||:?--+:?[ \t]*\|")
"""The beginning of a line of a table; where the table has a header, its lines are no paragraph."""
_LINE = re.compile(r'(?:\?\?\?\+?|===[!+]?|:::+|--8<--)(?=[ \t"]|$)|\[\[?_?TOC_?\]\]?$|:[ \t]+(?=\S)', re.M)
_TASK = re.compile(r"\[[ xX]\][ \t]")
_PAIR = re.compile(
    r"(~~|==|\+\+|\^\^)(?=[^\s~=+^])[^\n]{0,300}?[^\s~=+^]\1(?![~=+^])"
    r"|(?<=\w)([~^])[\w+-]{1,10}\2|(?<=\S)[ \t]+\{:[^{}\n]*\}$"
)


def find_other_marks(text: str, body: Body) -> Iterator[Refusal]:
    r"""Yield the refusal of each such mark in *text*, whose tree is *body*, unless a \ stands before it."""
    for at, name in _marks(text, body):
        if text[at - 1 : at] != "\\":
            yield Refusal(at, *REFUSED[name])


def _marks(text: str, body: Body) -> Iterator[tuple[int, str]]:
    for node in walk(body):
        match node:
            case Text(text=words):
                yield from ((node.offset + mark.start(), "mark") for mark in _PAIR.finditer(words))
            case ListItem(blocks=(Paragraph() as first, *_)) if _TASK.match(text, first.offset):
                yield first.offset, "task"
            case Paragraph():
                yield from _line_starts(text, node)


def _line_starts(text: str, paragraph: Paragraph) -> Iterator[tuple[int, str]]:
    """Yield what is refused at the start of a line; of rows that follow each other, the first."""
    begins, in_table = True, False
    for node in paragraph.inlines:
        if begins:
            is_row = _ROW.match(text, node.offset) is not None
            if is_row and not in_table:
                yield node.offset, "table"
            elif _LINE.match(text, node.offset):
                yield node.offset, "mark"
            in_table = is_row
        begins = isinstance(node, Text) and node.text == "\n"
