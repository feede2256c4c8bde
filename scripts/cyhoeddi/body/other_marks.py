"""Marks that other kinds of Markdown know and this one does not: they would be printed as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cyhoeddi.body.blocks import Body, Heading, ListItem, Node, Paragraph, Table, Text, walk, within
from cyhoeddi.body.refusal import REFUSED, Refusal

_ROW = re.compile(r"\|[^\n]*\||:?--+:?[ \t]*\|")
"""The beginning of a line of a table; where the table has a header, its lines are no paragraph."""
_LINE = re.compile(r'(?:\?\?\?\+?|===[!+]?|:::+|--8<--)(?=[ \t"]|$)|\[\[?_?TOC_?\]\]?$|:[ \t]+(?=\S)', re.M)
_OPENS = "|:-?=["
"""What each of these opens with."""
_TASK = re.compile(r"\[[ xX]\][ \t]")
_STARTS = ("|", "???", "===", "<--", "TOC", "[ ]", "[x]", "[X]")
_COLON = re.compile(r":(?<!\w:)[ \t]|:::")
"""Without these, no line starts with any such mark and none need be looked at."""

_PAIR = re.compile(
    r"(~~|==|\+\+|\^\^)(?=[^\s~=+^])[^\n]{0,300}?[^\s~=+^]\1(?![~=+^])"
    r"|(?<=\w)([~^])[\w+-]{1,10}\2|(?<=\S)[ \t]+\{:[^{}\n]*\}$"
)
_PAIRS = ("~", "==", "++", "{:")
"""The same of the pairs; and a ^, but not that of a footnote."""


def find_other_marks(text: str, body: Body) -> Iterator[Refusal]:
    r"""Yield the refusal of each such mark in *text*, whose tree is *body*, unless a \ stands before it."""
    for at, name in (*_starts(text, body), *_pairs(text, body)):
        if text[at - 1 : at] != "\\":
            yield Refusal(at, *REFUSED[name])


def _starts(text: str, body: Body) -> Iterator[tuple[int, str]]:
    if not _holds(text, _STARTS) and not _COLON.search(text):
        return
    waiting: list[Node] = [*body.blocks, *body.footnotes]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Paragraph):
            yield from _line_starts(text, node)
        elif not isinstance(node, Table | Heading):
            waiting += within(node)
        match node:
            case ListItem(blocks=(Paragraph(offset=start), *_)) if _TASK.match(text, start):
                yield start, "task"


def _pairs(text: str, body: Body) -> Iterator[tuple[int, str]]:
    if not _holds(text, _PAIRS) and text.count("^") == text.count("[^"):
        return
    for node in walk(body):
        if isinstance(node, Text):
            yield from ((node.offset + mark.start(), "mark") for mark in _PAIR.finditer(node.text))


def _holds(text: str, signs: Iterable[str]) -> bool:
    # One character is found far more quickly than several.
    return any(sign[0] in text and sign in text for sign in signs)


def _line_starts(text: str, paragraph: Paragraph) -> Iterator[tuple[int, str]]:
    """Yield what is refused at the start of a line; of rows that follow each other, the first."""
    begins, in_table = True, False
    for node in paragraph.inlines:
        if begins:
            # Hardly any line opens with such a sign.
            odd = text[node.offset : node.offset + 1] in _OPENS
            is_row = odd and _ROW.match(text, node.offset) is not None
            if is_row and not in_table:
                yield node.offset, "table"
            elif odd and _LINE.match(text, node.offset):
                yield node.offset, "mark"
            in_table = is_row
        begins = isinstance(node, Text) and node.text == "\n"
