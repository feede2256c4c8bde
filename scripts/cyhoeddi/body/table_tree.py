"""A table, from its lines in the source, which `table_rule` finds."""

from __future__ import annotations

from cyhoeddi.body.blocks import Cell, Inline, Row, Table, Text, plain_text
from cyhoeddi.body.content import piece
from cyhoeddi.body.inline_tree import ReadInlines
from cyhoeddi.body.refusal import REFUSED, Refusal
from cyhoeddi.body.table_rule import BAR, TableLines


def read_table(
    text: str,
    found: TableLines,
    caption: tuple[Inline, ...],
    inlines: ReadInlines,
    refusals: list[Refusal],
) -> Table:
    """The table of the lines *found* in *text*."""
    columns = len(found.alignments)
    header, *rows = [_row(text, start, columns, inlines, refusals) for start in found.rows]
    _judge_header(header, refusals)
    return Table(caption, header, tuple(rows), found.alignments, offset=found.rows[0])


def _row(text: str, offset: int, columns: int, inlines: ReadInlines, refusals: list[Refusal]) -> Row:
    end = text.find("\n", offset)
    line = text[offset : end if end >= 0 else None].rstrip()
    at = offset
    cells: list[Cell] = []
    pieces = BAR.split(line) if "\\" in line else line.split("|")
    if not pieces[0]:
        del pieces[0]
        at += 1
    if pieces and not pieces[-1]:
        del pieces[-1]
    if len(pieces) != columns:
        refusals.append(Refusal(offset, *REFUSED["cells"]))
    for raw in pieces[:columns]:
        words = raw.strip()
        start = at + len(raw) - len(raw.lstrip())
        # Most cells are a figure or a word, in which there is nothing to read.
        inner = (Text(words, offset=start),) if words.isalnum() else inlines(piece(words, start))
        cells.append(Cell(inner, offset=start))
        at += len(raw) + 1
    cells += [Cell((), offset=offset + len(line))] * (columns - len(cells))
    return Row(tuple(cells), offset=offset)


def _judge_header(header: Row, refusals: list[Refusal]) -> None:
    empty = [not plain_text(cell.inlines).strip() for cell in header.cells]
    if all(empty):
        refusals.append(Refusal(header.offset, *REFUSED["header"]))
    elif any(empty[1:]):
        refusals.append(Refusal(header.cells[empty.index(True, 1)].offset, *REFUSED["header-cell"]))
