"""What changed in a side since it was accepted, in words, and which block of the other side must follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from cyhoeddi.body import blocks as b
from cyhoeddi.body.parse import parse

_SMALLEST = (b.Paragraph, b.Heading, b.Cell, b.Table, b.Callout, b.Abbreviation)
"""What a text is made of, as far as one can change without the others; of a table, the caption."""
_MARK = re.compile(r"[-*+>|#!]+|\d+[.)]|\[\^[^\]]*\]:")
"""A word that may be the mark of the next block."""

_MOST_COMPARED = 400
"""Beyond so many that differ, what differs is shown as one change: comparing them would take too long."""
_AROUND = 3
"""Words shown on each side of a change, so that it can be found."""
_LONGEST = 24
"""Words of one quotation."""
_MOST_SHOWN = 3

_Range = tuple[int, int, int, int]
"""Start and end before, start and end now."""


@dataclass(frozen=True)
class Change:
    """What changed on one side."""

    words: str
    """The change in words, such as `"by the end of May" became "by the end of June"`."""
    here: int
    """The offset of the first block that changed, on the side that changed."""
    there: int
    """The offset of the block that must follow, on the other side."""


def show_change(
    before: str | None, now: str, other: str, *, markdown: bool, headings: bool = False
) -> Change:
    """Show how a side went from *before* (None if that is not known) to *now*, while *other* stayed.

    *markdown* tells whether they are more than one block, *headings* whether they are a page's.
    """
    if before is None:
        return Change(f"it now says {_quote(now.split(), 0, len(now.split()))}", 0, 0)
    was, here, there = (_blocks(text, markdown, headings) for text in (before, now, other))
    ranges = _differences([words for _, words in was], [words for _, words in here])
    if not ranges:
        # Only marks between the blocks differ.
        was, here, there = [(0, before)], [(0, now)], [(0, other)]
        ranges = [(0, 1, 0, 1)]
    start, end, start_now, _ = ranges[0]
    alike = len(was) == len(there)
    # What was added has its place after the block before it.
    follows = there[max(start - (start == end), 0)][0] if alike and start <= len(there) else 0
    shown = [one for found in ranges for one in _wordings(was, here, found)]
    more = len(shown) - _MOST_SHOWN
    words = "; ".join(shown[:_MOST_SHOWN]) + (f"; and {more} more" if more > 0 else "")
    return Change(words, here[min(start_now, len(here) - 1)][0], follows)


def _blocks(text: str, markdown: bool, headings: bool) -> list[tuple[int, str]]:
    """Give the offset and the words of each smallest block; there is always one."""
    body = parse(text, headings=headings).body if markdown else b.Body()
    starts = sorted({node.offset for node in b.walk(body) if isinstance(node, _SMALLEST)}) or [0]
    ends = [*starts[1:], len(text)]
    return [(start, _words(text[start:end])) for start, end in zip(starts, ends, strict=True)]


def _words(block: str) -> str:
    """Give the words of a block that was cut where the next begins, without the marks of that one."""
    words = block.split()
    while len(words) > 1 and _MARK.fullmatch(words[-1]):
        words.pop()
    return " ".join(words)


def _wordings(was: list[tuple[int, str]], now: list[tuple[int, str]], found: _Range) -> Iterator[str]:
    start, end, start_now, end_now = found
    old = " ".join(words for _, words in was[start:end]).split()
    new = " ".join(words for _, words in now[start_now:end_now]).split()
    if not old or not new:
        yield f"{_quote(new or old, 0, len(new or old))} was {'added' if new else 'taken out'}"
        return
    for first, last, first_now, last_now in _joined(_differences(old, new)):
        yield f"{_quote(old, first, last)} became {_quote(new, first_now, last_now)}"


def _differences(was: Sequence[str], now: Sequence[str]) -> list[_Range]:
    """Give the ranges that differ, in their order."""
    shorter = min(len(was), len(now))
    head = next((i for i in range(shorter) if was[i] != now[i]), shorter)
    tail = next((i for i in range(shorter - head) if was[-1 - i] != now[-1 - i]), shorter - head)
    end, end_now = len(was) - tail, len(now) - tail
    if max(end, end_now) - head > _MOST_COMPARED:
        return [(head, end, head, end_now)]
    matcher = SequenceMatcher(None, was[head:end], now[head:end_now], autojunk=False)
    return [
        (head + i, head + j, head + k, head + m)
        for tag, i, j, k, m in matcher.get_opcodes()
        if tag != "equal"
    ]


def _joined(ranges: list[_Range]) -> list[_Range]:
    """Join changes whose surroundings would overlap."""
    joined: list[_Range] = []
    for found in ranges:
        if joined and found[0] - joined[-1][1] < _AROUND:
            joined[-1] = (joined[-1][0], found[1], joined[-1][2], found[3])
        else:
            joined.append(found)
    return joined


def _quote(words: Sequence[str], start: int, end: int) -> str:
    """Quote the *words* from *start* to *end* with a few around them; long ones without their middle."""
    first, last = max(start - _AROUND, 0), min(end + _AROUND, len(words))
    shown = list(words[first:last])
    if len(shown) > _LONGEST:
        shown[_LONGEST - _AROUND : -_AROUND] = ["..."]
    before, after = "... " if first else "", " ..." if last < len(words) else ""
    return f'"{before}{" ".join(shown)}{after}"'
