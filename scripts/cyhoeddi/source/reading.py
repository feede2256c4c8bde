"""A YAML file → plain data, with the place of every key, value and character for those who ask."""

from __future__ import annotations

import pathlib
from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from cyhoeddi.problems import Position, Problem
from cyhoeddi.source.building import MARKS, SCALAR_STYLES, Path, Plain, build_data
from cyhoeddi.source.comments import comments, line_about
from cyhoeddi.source.places import places
from cyhoeddi.source.text import MOST_BYTES, RULE, Text, decode_text

__all__ = ["Path", "Plain", "Source", "parse_source", "read_bytes", "read_source"]


@dataclass(frozen=True, eq=False)
class Source:
    """The data of one YAML file and the places of its parts.

    A path is the keys and the numbers (from 0) of list items on the way to a value: `("sections", 0, "id")`.
    """

    file: str
    data: dict[str, Plain]
    _text: Text = field(repr=False)
    _marks: array[int] = field(repr=False)

    @property
    def content(self) -> str:
        """The whole text of the file as it is written."""
        return self._text.content

    def position(self, path: Path, offset: int | None = None) -> Position:
        """Give the place of the value at *path*, or of the character at *offset* in it.

        Without an offset, it is where the value opens: its quote, its `|` or its first key. An offset past
        the end gives the end. Where there is no such value, it is the nearest key above it.
        """
        number = self._numbers.get(path)
        if number is None:
            return self.key_position(path)
        start = self._marks[number * MARKS + 1]
        if offset is None or self._marks[number * MARKS + 3] not in SCALAR_STYLES:
            return self._text.position(start)
        found = self._places(number, path)
        return self._text.position(found[max(0, min(offset, len(found) - 1))])

    def key_position(self, path: Path) -> Position:
        """Give the place of the key at *path* (a list's item: where it opens), or of the nearest above."""
        while path not in self._numbers:
            path = path[:-1]
        return self._text.position(self._marks[self._numbers[path] * MARKS])

    def comments(self, opening: str) -> Iterator[tuple[Position, str, int]]:
        """Yield each comment that begins with *opening*: its place, its words, and the line that it is about.

        A comment on a line of its own is about the next line that is none. Those about what was left out are
        left out with it.
        """
        content = self._text.content
        for start, words in comments(content, self._marks, opening):
            about = line_about(content, start)
            if bisect_right(self._marks[::MARKS], about) - 1 in self._numbers.values():
                yield self._text.position(start), words, self._text.position(about).line

    def without(self, key: str, dropped: Collection[int]) -> Source:
        """Give the source as if items of the list at *key* were not written; the rest keeps its places."""
        items = self.data[key]
        if not isinstance(items, list) or not dropped:
            return self
        kept = [index for index in range(len(items)) if index not in dropped]
        renumbered: dict[str | int, int] = {old: new for new, old in enumerate(kept)}
        numbers: dict[Path, int] = {}
        for path, number in self._numbers.items():
            if len(path) == 1 or path[:1] != (key,):
                numbers[path] = number
            elif path[1] in renumbered:
                numbers[(key, renumbered[path[1]], *path[2:])] = number
        shorter = replace(self, data={**self.data, key: [items[index] for index in kept]})
        # A cached value may be set before it is asked for.
        shorter.__dict__["_numbers"] = numbers
        return shorter

    def _places(self, number: int, path: Path) -> array[int]:
        if number not in self._known_places:
            _, start, end, style = self._marks[number * MARKS : number * MARKS + MARKS]
            value = self._value(path)
            written = value if isinstance(value, str) else self._text.content[start:end]
            self._known_places[number] = places(self._text.content, start, end, SCALAR_STYLES[style], written)
        return self._known_places[number]

    def _value(self, path: Path) -> Plain:
        value: Plain = self.data
        for step in path:
            value = value[step]  # type: ignore[index]  # the path is one of _numbers
        return value

    @cached_property
    def _known_places(self) -> dict[int, array[int]]:
        return {}

    @cached_property
    def _numbers(self) -> dict[Path, int]:
        """The number of each value, in the order of the file; made only when a place is asked for."""
        numbers: dict[Path, int] = {}
        waiting: list[tuple[Path, Plain]] = [((), self.data)]
        while waiting:
            path, value = waiting.pop()
            numbers[path] = len(numbers)
            if isinstance(value, dict):
                waiting += [((*path, key), inner) for key, inner in reversed(value.items())]
            elif isinstance(value, list):
                waiting += [((*path, item), value[item]) for item in range(len(value) - 1, -1, -1)]
        return numbers


def read_bytes(file: pathlib.Path, name: str) -> bytes | Problem:
    """Give the content of *file*, or why it cannot be read; *name* is its path in the project.

    Of a file that is too large, a little more than is allowed.
    """
    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        hint = "Look whether it is there, is a file and may be read by you."
        return Problem(Position(name), RULE, f"the file cannot be read: {reason}", hint)


def read_source(file: pathlib.Path, name: str) -> tuple[Source | None, tuple[Problem, ...]]:
    """Give what *file* holds, or why it cannot be read; *name* is its path in the project, for positions."""
    data = read_bytes(file, name)
    return (None, (data,)) if isinstance(data, Problem) else parse_source(data, name)


def parse_source(data: bytes, name: str) -> tuple[Source | None, tuple[Problem, ...]]:
    """Give what the bytes of the file *name* hold, or every problem that is found in them."""
    text = decode_text(data, name)
    if isinstance(text, Problem):
        return None, (text,)
    built, marks, problems = build_data(text)
    if problems or not isinstance(built, dict):
        return None, tuple(problems)
    return Source(name, built, text, marks), ()
