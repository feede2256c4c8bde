"""A table, from its lines in the source: markdown-it finds it, but knows no place of a cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from markdown_it.token import Token

from cyhoeddi.body.blocks import Cell, Inline, Row, Table, plain_text
from cyhoeddi.body.content import Content, piece
from cyhoeddi.body.refusal import REFUSED, Refusal

_BAR = re.compile(r"(?<!\\)\|")

ReadInlines = Callable[[Content], tuple[Inline, ...]]


def read_table(
    text: str, opening: Token, tokens: Iterator[Token], inlines: ReadInlines, refusals: list[Refusal]
) -> Table:
    """The table that *opening* starts, without a caption; takes its *tokens*."""
    offsets, alignments = [], []
    for token in tokens:
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            offsets.append(token.meta["offset"])
        elif token.type == "th_open":
            alignments.append(str(token.attrs.get("style", "")).removeprefix("text-align:"))
    header, *rows = (_row(text, offset, len(alignments), inlines, refusals) for offset in offsets)
    _judge_header(header, refusals)
    return Table((), header, tuple(rows), tuple(alignments), offset=opening.meta["offset"])


def _row(text: str, offset: int, columns: int, inlines: ReadInlines, refusals: list[Refusal]) -> Row:
    end = text.find("\n", offset)
    line = text[offset : end if end >= 0 else None].rstrip()
    bars = [found.start() for found in _BAR.finditer(line)]
    edges = [-1, *bars, len(line)]
    spans = [(start + 1, stop) for start, stop in pairwise(edges)]
    if spans and spans[0] == (0, 0):
        del spans[0]
    if spans and spans[-1] == (len(line), len(line)):
        del spans[-1]
    if len(spans) != columns:
        refusals.append(Refusal(offset, *REFUSED["cells"]))
    cells = [_cell(line[start:stop], offset + start, inlines) for start, stop in spans[:columns]]
    cells += [Cell((), offset=offset + len(line))] * (columns - len(cells))
    return Row(tuple(cells), offset=offset)


def _cell(raw: str, offset: int, inlines: ReadInlines) -> Cell:
    start = offset + len(raw) - len(raw.lstrip())
    return Cell(inlines(piece(raw.strip(), start)), offset=start)


def _judge_header(header: Row, refusals: list[Refusal]) -> None:
    empty = [not plain_text(cell.inlines).strip() for cell in header.cells]
    if all(empty):
        refusals.append(Refusal(header.offset, *REFUSED["header"]))
    elif any(empty[1:]):
        refusals.append(Refusal(header.cells[empty.index(True, 1)].offset, *REFUSED["header-cell"]))
