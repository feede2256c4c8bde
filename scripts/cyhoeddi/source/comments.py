"""The comments of a YAML file: what follows a # that no value holds."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator

from cyhoeddi.source.building import MARKS, SCALAR_STYLES

_COMMENT = re.compile(r"(?<![^ \t\r\n])#[^\r\n]*")
_BREAK = re.compile("\r\n|\r|\n")
_OWN_LINES = re.compile(r"(?:#[^\r\n]*+(?:\r\n|\r|\n)[ \t]*+)+")
"""Comments on lines of their own, to where the next line's words begin."""


def comments(content: str, marks: array[int], opening: str) -> Iterator[tuple[int, str]]:
    """Yield the place and the words of each comment of *content* that begins with *opening*.

    *marks* are those of the values of *content*.
    """
    if not re.search(rf"#[ \t]*{re.escape(opening)}", content):
        return
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
            continue
        words = found[0][1:].strip()
        if words.startswith(opening):
            yield found.start(), words
        at = found.end()


def line_about(content: str, index: int) -> int:
    """Give the end of the line that the comment at *index* is about: its own, or the next that is none."""
    line = max(content.rfind("\n", 0, index), content.rfind("\r", 0, index)) + 1
    own = None if content[line:index].strip() else _OWN_LINES.match(content, index)
    end = _BREAK.search(content, own.end() if own else index)
    return end.start() if end else len(content)
