"""The comments of a YAML file: what follows a # that no value holds."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator

from cyhoeddi.source.building import MARKS, SCALAR_STYLES

_COMMENT = re.compile(r"(?<![^ \t\r\n])#[^\r\n]*")
_BREAK = re.compile("\r\n|\r|\n")


def comments(content: str, marks: array[int]) -> Iterator[tuple[int, int]]:
    """Yield where each comment of *content* starts and ends; *marks* are those of its values."""
    values = range(0, len(marks), MARKS)
    scalars = [(marks[at + 1], marks[at + 2]) for at in values if marks[at + 3] in SCALAR_STYLES]
    starts = [start for start, _ in scalars]
    at = 0
    while found := _COMMENT.search(content, at):
        number = bisect_right(starts, found.start()) - 1
        start, end = scalars[number] if number >= 0 else (0, 0)
        if content.startswith(("|", ">"), start) and (header := _BREAK.search(content, start, end)):
            # A comment may stand on the line on which a block opens.
            start = header.end()
        if start <= found.start() < end:
            at = end
        else:
            yield found.span()
            at = found.end()


def line_after(content: str, index: int) -> int:
    """Give an index in the line that a comment at *index* is about: its own, or the next that is none."""
    start = max(content.rfind("\n", 0, index), content.rfind("\r", 0, index)) + 1
    while content[start:index].strip() == "" and (end := _BREAK.search(content, index)):
        start = end.end()
        following = re.compile(r"[ \t]*").match(content, start)
        index = following.end() if following else start
        if not content.startswith("#", index):
            break
    return index
