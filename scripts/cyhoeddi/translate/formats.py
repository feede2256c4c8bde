"""The kinds of files that go to translators and come back: how each is written, and how read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from types import MappingProxyType

from cyhoeddi.problems import Position, Problem
from cyhoeddi.translate import table, xliff12, xliff21
from cyhoeddi.translate.answers import RULE, Answer
from cyhoeddi.translate.markup import Element, read_xml
from cyhoeddi.translate.selection import Batch

MOST_BYTES = 32 * 1024 * 1024
"""No file of a translator is larger than this."""

Write = Callable[[Sequence[Batch]], bytes]

WRITERS: Mapping[str, Write] = MappingProxyType(
    {"csv": table.write_table, "xliff12": xliff12.write_xliff, "xliff21": xliff21.write_xliff}
)

Read = tuple[tuple[Answer, ...], tuple[Problem, ...]]


def read_answers(data: bytes, file: str) -> Read:
    """Give the answers that *data* holds, whichever kind of file it is, and what is wrong with the whole."""
    if len(data) > MOST_BYTES:
        message = f"the file is larger than {MOST_BYTES // 1024**2} MiB"
        return (), (Problem(Position(file), RULE, message, "Import it in several parts."),)
    if PurePath(file).suffix.lower() in {".csv", ".tsv", ".txt"}:
        return table.read_table(data, file)
    root = read_xml(data, file, RULE)
    if isinstance(root, Problem):
        return (), (root,)
    return _read_xliff(root, file)


def _read_xliff(root: Element, file: str) -> Read:
    if root.name == xliff12.ROOT:
        return xliff12.read_xliff(root, file)
    if root.name == xliff21.ROOT:
        return xliff21.read_xliff(root, file)
    message = "the file is neither XLIFF 1.2 nor XLIFF 2.1"
    hint = "Send back the file that was exported, in its own format: CSV or XLIFF."
    return (), (Problem(Position(file, root.line), RULE, message, hint),)
