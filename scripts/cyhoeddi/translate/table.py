"""The table for translators who work in a spreadsheet: key, English, Cymraeg, context, state.

A cell that a spreadsheet would run as a formula begins with an apostrophe, which reading takes off again.
"""

from __future__ import annotations

import csv
import io
import re
from codecs import BOM_UTF8
from collections.abc import Sequence

from cyhoeddi.language import Language
from cyhoeddi.problems import Position, Problem
from cyhoeddi.translate.answers import RULE, Answer
from cyhoeddi.translate.selection import Batch
from cyhoeddi.translate.wording import cell_of

COLUMNS = ("key", "English", "Cymraeg", "context", "state")

_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_GUARDED = re.compile(r"'+[=+\-@\t\r＝＋－＠]")
_MOST_ROWS = 20_000
_SAVE_AS = "Save it in your spreadsheet as CSV UTF-8 (comma delimited)."


def write_table(batches: Sequence[Batch]) -> bytes:
    """Give the table as CSV in UTF-8, with the mark by which spreadsheets know that."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    rows.writerow(COLUMNS)
    for batch in batches:
        for entry in batch.entries:
            unit = entry.unit
            pages = unit.key.startswith("page/")
            sides = [cell_of(side, unit.form, pages=pages) for side in (unit.source, unit.target)]
            english, welsh = sides if batch.to is Language.CY else sides[::-1]
            rows.writerow(map(guarded, (unit.key, english, welsh, entry.context, unit.progress)))
    return BOM_UTF8 + text.getvalue().encode()


def read_table(data: bytes, file: str) -> tuple[tuple[Answer, ...], tuple[Problem, ...]]:
    """Give the answers of a table, or the problem that keeps it from being read."""
    try:
        text = data.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return (), (Problem(Position(file, line), RULE, "the table is not in UTF-8", _SAVE_AS),)
    heading = text.partition("\n")[0]
    delimiter = max(",;\t", key=heading.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    answers: list[Answer] = []
    try:
        names = [name.strip() for name in next(rows, [])]
        if missing := [name for name in COLUMNS[:3] if name not in names]:
            message = f"the table has no column {', '.join(missing)}"
            hint = f"Its first row has to be: {', '.join(COLUMNS)}."
            return (), (Problem(Position(file), RULE, message, hint),)
        columns = [names.index(name) for name in COLUMNS[:3]]
        before = rows.line_num
        for row in rows:
            # A cell may hold line ends.
            first, before = before + 1, rows.line_num
            if not any(row):
                continue
            if len(row) <= max(columns) or len(answers) == _MOST_ROWS:
                short = len(row) <= max(columns)
                message = "this row has not as many cells as the first" if short else "too many rows"
                return (), (Problem(Position(file, first), RULE, message, _SAVE_AS),)
            key, english, welsh = (unguarded(row[column]) for column in columns)
            answers.append(Answer(key.strip(), Position(file, first), "", cells=(english, welsh)))
    except csv.Error as error:
        return (), (Problem(Position(file, rows.line_num), RULE, f"this is no table ({error})", _SAVE_AS),)
    return tuple(answers), ()


def guarded(cell: str) -> str:
    """Give *cell* so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """Give the cell that `guarded` was given."""
    return cell[1:] if _GUARDED.match(cell) else cell
