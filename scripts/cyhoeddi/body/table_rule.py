"""A table as a rule of markdown-it, which finds its lines and its columns; `table_tree` reads its cells."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock

_DELIMITERS = re.compile(r"(?:[|:][|: \t-]|-[|:-])[|: \t-]*")
"""What the line under the header may look like; it is neither a lone sign nor an item of a list."""
_DELIMITER = re.compile(r"(:?)-+(:?)")
_SIDES = {("", ""): "", (":", ""): "left", ("", ":"): "right", (":", ":"): "center"}
BAR: Final = re.compile(r"(?<!\\)\|")
"""What stands between cells."""
_MOST_MISSING = 0x10000
"""Cells that rows may lack; without an end, a short text could ask for any number of them."""


class TableLines(NamedTuple):
    """Where the header and the rows of a table start, and the alignment of each column."""

    rows: tuple[int, ...]
    alignments: tuple[str, ...]


def table(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """A header, the line of hyphens under it, and rows."""
    under = first + 1
    if under >= last:
        return False
    start = state.bMarks[under] + state.tShift[under]
    delimiters = _DELIMITERS.fullmatch(state.src, start, state.eMarks[under])
    if not delimiters or state.sCount[under] < state.blkIndent:
        return False
    if state.is_code_block(under) or state.is_code_block(first):
        return False
    alignments = _alignments(delimiters.group(), _words(state, first))
    if not alignments:
        return False
    if not silent:
        state.line = _end(state, first + 2, last, len(alignments))
        token = state.push("table", "", 0)
        token.map = [first, state.line]
        rows = (first, *range(first + 2, state.line))
        starts = tuple(state.bMarks[line] + state.tShift[line] for line in rows)
        token.meta["table"] = TableLines(starts, alignments)
    return True


def plain_table(text: str, start: int, end: int) -> TableLines | None:
    """The table that fills *text* from *start* to *end*, if each of its lines opens with a bar at the margin.

    No other rule is asked about such a line, so this is what `table` makes of them.
    """
    header, *below = text[start:end].split("\n")
    delimiters = _DELIMITERS.fullmatch(below[0]) if below else None
    alignments = _alignments(below[0], mdTrim(header)) if delimiters else ()
    if not alignments or len(below) * len(alignments) > _MOST_MISSING:
        return None
    starts = [start]
    for line in (header, *below):
        if not line.startswith("|"):
            return None
        starts.append(starts[-1] + len(line) + 1)
    return TableLines((start, *starts[2:-1]), alignments)


def _alignments(delimiters: str, header: str) -> tuple[str, ...]:
    """The alignment of each column of *header*; none if that is no line under one."""
    if "|" not in header:
        return ()
    cells = [cell.strip() for cell in delimiters.split("|")]
    between = cells[not cells[0] : len(cells) - (not cells[-1])]
    found = [_DELIMITER.fullmatch(cell) for cell in between]
    known = all(found) and len(found) == _columns(header)
    return tuple(_SIDES[one[1], one[2]] for one in found if one) if known else ()


def _end(state: StateBlock, line: int, last: int, columns: int) -> int:
    """The line after the last of the rows that start at *line*."""
    # Markdown-it has no chain for what ends a table; that of a quote is the most like it.
    (ends,) = state.md.block.ruler.getRules("blockquote")
    missing = 0
    while line < last and state.sCount[line] >= state.blkIndent and not ends(state, line, last, True):
        row = _words(state, line)
        if not row or state.is_code_block(line):
            break
        missing += columns - _columns(row)
        if missing > _MOST_MISSING:
            break
        line += 1
    return line


def _words(state: StateBlock, line: int) -> str:
    return mdTrim(state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]])


def _columns(row: str) -> int:
    """How many cells *row* has, between its bars; those at its ends have nothing beyond them."""
    bars = [bar.start() for bar in BAR.finditer(row)]
    return len(bars) + 1 - (0 in bars) - (len(row) - 1 in bars)
