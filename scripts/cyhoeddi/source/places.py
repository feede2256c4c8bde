"""Where each character of a YAML value stands in the file, through every style of writing it.

The styles change white space and escapes only. So each function here walks the written form once, by the
parser's own rules for folding, and notes an index in the file for each character of the value.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator

STYLES = ("", "'", '"', "|", ">")
"""As PyYAML names them: plain, single quotes, double quotes, literal block, folded block."""

_BREAK = re.compile("\r\n|\r|\n")
_FOLD = r"(?P<fold>[ \t]*+[\r\n][ \t\r\n]*)"
_ESCAPE = r"(?P<escape>\\x..|\\u.{4}|\\U.{8}|\\.)"
_TOKEN = {
    "": re.compile(rf"{_FOLD}|[ \t]+|[^ \t\r\n]+"),
    "'": re.compile(rf"{_FOLD}|(?P<escape>'')|[ \t]+|[^ \t\r\n']+"),
    '"': re.compile(rf"{_FOLD}|(?P<join>\\[\r\n][ \t\r\n]*)|{_ESCAPE}|[ \t]+|[^ \t\r\n\\]+"),
}
"""What is written as one: line ends with the blanks round them, an escaped line end, an escape, blanks."""


def places(text: str, start: int, end: int, style: str, value: str) -> array[int]:
    """Give the index in *text* of each character of *value*, and of its end.

    *start* and *end* are where it stands there, quotes and header included. An escape gives the index of its
    first character; a space made by folding, that of the line's end.
    """
    if style in ("|", ">"):
        found = array("I", _block(text, start, end, style, value))[: len(value)]
        after = found[-1] + 1 if found else start
    else:
        quote = len(style)
        found = array("I", _flow(text, start + quote, end - quote, style))[: len(value)]
        after = end - quote
    found.extend([after] * (len(value) + 1 - len(found)))
    return found


def _flow(text: str, start: int, end: int, style: str) -> Iterator[int]:
    for token in _TOKEN[style].finditer(text, start, end):
        if token.lastgroup == "escape":
            yield token.start()
        elif token.lastgroup is None:
            yield from range(token.start(), token.end())
        else:
            # The first line end is dropped, unless it stands alone and makes a space.
            breaks = [found.start() for found in _BREAK.finditer(text, token.start(), token.end())]
            yield from breaks[1:] or (breaks if token.lastgroup == "fold" else [])


def _block(text: str, start: int, end: int, style: str, value: str) -> Iterator[int]:
    lines = list(_lines_after_header(text, start, end))
    indent = _indent(text, lines, value)
    last_break: list[int] = []
    empty: list[int] = []
    was_indented = False
    for begin, stop in lines:
        first = begin + indent
        if stop <= first:
            empty.append(stop)
            continue
        is_indented = text[first] in " \t"
        folds = style == ">" and last_break and not was_indented and not is_indented
        yield from empty or last_break if folds else last_break + empty
        yield from range(first, stop)
        last_break, empty, was_indented = [stop], [], is_indented
    yield from last_break + empty


def _lines_after_header(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    header = _BREAK.search(text, start)
    begin = header.end() if header else end
    while begin < end:
        found = _BREAK.search(text, begin)
        yield begin, found.start() if found else len(text)
        begin = found.end() if found else end


def _indent(text: str, lines: Iterable[tuple[int, int]], value: str) -> int:
    """Give the indentation: what the first line with words has more of in the file than in the *value*."""
    for begin, stop in lines:
        line = text[begin:stop]
        if words := line.strip(" \t"):
            in_value = value.index(words[0])
            return line.index(words[0]) - (in_value - value.rfind("\n", 0, in_value) - 1)
    # Blanks alone are never folded: the longest line of them has lost the indentation and nothing else.
    return max((stop - begin for begin, stop in lines), default=0) - max(map(len, value.split("\n")))
