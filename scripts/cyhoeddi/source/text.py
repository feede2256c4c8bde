"""Bytes → text in which a character's line and column can be asked, or the problem at the first bad byte."""

from __future__ import annotations

import re
from bisect import bisect_right
from codecs import BOM_UTF8
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from cyhoeddi.problems import Position, Problem

RULE = "yaml"
"""The rule of every problem that reading YAML can give."""

MOST_BYTES = 1024 * 1024

UNSEEN = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""A character that no text may hold: controls, line separators that editors do not count as lines, stray byte
order marks, marks that turn round the order of the letters after them. Without them, lines end in LF, CR
or CR LF only, YAML's lines are those of every editor, and what is read is what is written."""

_BREAK = re.compile("\r\n|\r|\n")
_SAVE_AS_UTF8 = "Save the file again with the encoding UTF-8."


@dataclass(frozen=True, eq=False)
class Text:
    """What a file holds, without its byte order mark."""

    file: str
    content: str

    def position(self, index: int) -> Position:
        """Give the line and column of the character at *index*."""
        line = bisect_right(self._line_starts, index)
        return Position(self.file, line, index - self._line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Give the line of this *number*, counted from 1, without its end; "" where there is none."""
        if not 1 <= number <= len(self._line_starts):
            return ""
        start = self._line_starts[number - 1]
        end = _BREAK.search(self.content, start)
        return self.content[start : end.start() if end else None]

    def problem(self, index: int, message: str, hint: str) -> Problem:
        """Give a problem that stands at the character at *index*."""
        return Problem(self.position(index), RULE, message, hint)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(end.end() for end in _BREAK.finditer(self.content))]


class _Mark(Protocol):
    index: int


def mark_index(mark: _Mark | None) -> int:
    """Give the index of a parser's *mark*, which every event of a parser has."""
    return mark.index if mark else 0


def decode_text(data: bytes, file: str) -> Text | Problem:
    """Give the text of the UTF-8 *data*, or the problem that stands at its first bad byte."""
    if len(data) > MOST_BYTES:
        hint = "Split it into several publications; put pictures and tables of data in files of their own."
        return Problem(Position(file), RULE, "the file is larger than 1 MiB", hint)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Problem(Position(file), RULE, "the file is saved in UTF-16, not UTF-8", _SAVE_AS_UTF8)
    data = data.removeprefix(BOM_UTF8)
    bad: int | None = None
    try:
        content = data.decode()
    except UnicodeDecodeError as error:
        bad = error.start
        content = data[:bad].decode()
    text = Text(file, content)
    if found := UNSEEN.search(content):
        return unseen_character(text, found.start(), found.group())
    return text if bad is None else _bad_byte(text, data[bad])


def unseen_character(text: Text, index: int, character: str) -> Problem:
    """Give the problem of a *character* that no text may hold."""
    if character == "\0":
        hint = f"The file may be saved in UTF-16, or not be a text file at all. {_SAVE_AS_UTF8}"
        return text.problem(index, "a zero byte, which no text has", hint)
    message = f"an invisible character that no text may hold (U+{ord(character):04X})"
    return text.problem(
        index, message, "Delete it and type the words around it again; it often comes with pasted text."
    )


def _bad_byte(before: Text, byte: int) -> Problem:
    meant = bytes([byte]).decode("cp1252", errors="replace")
    guess = "" if meant == "\ufffd" else f' (perhaps meant as "{meant}")'
    message = f"the byte {byte:02X}{guess} is not UTF-8"
    return before.problem(
        len(before.content), message, f"{_SAVE_AS_UTF8} Then look whether this letter is right."
    )
