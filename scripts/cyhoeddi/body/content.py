"""The text of a block without its marks and margins; each character knows its place in the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

_LINE_END = re.compile("\n")


class Content(NamedTuple):
    """The text of a block without its marks and margins, and where its lines start in the source.

    It is a tuple, as there are very many.
    """

    text: str
    starts: tuple[int, ...]
    """Index in *text* of the start of each line."""
    offsets: tuple[int, ...]
    """Index in the source of the same."""

    def offset(self, index: int) -> int:
        """Where the character at *index* stands in the source."""
        line = bisect_right(self.starts, index) - 1
        return self.offsets[line] + index - self.starts[line]


def piece(text: str, offset: int) -> Content:
    """A *text* without line ends that starts at *offset* in the source."""
    return Content(text, (0,), (offset,))


def passage(source: str, start: int, end: int) -> Content:
    """The lines of *source* from *start* to *end*, which have no margins."""
    text = source[start:end].rstrip(" \t")
    starts = (0, *(found.end() for found in _LINE_END.finditer(text)))
    return Content(text, starts, tuple(start + index for index in starts))


def lines(source: str, offsets: Sequence[int]) -> Content:
    """The lines of *source* that start, past their margins, at *offsets*."""
    texts = [source[offset : _line_end(source, offset)] for offset in offsets]
    if len(texts) == 1:
        return piece(texts[0].rstrip(" \t"), offsets[0])
    starts = accumulate((len(text) + 1 for text in texts[:-1]), initial=0)
    return Content("\n".join(texts).rstrip(" \t"), tuple(starts), tuple(offsets))


def _line_end(source: str, offset: int) -> int:
    end = source.find("\n", offset)
    return end if end >= 0 else len(source)
