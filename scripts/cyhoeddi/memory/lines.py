"""The lines of translations.lock, which may be tens of megabytes: all of them, or those about a few parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from mmap import ACCESS_READ, mmap
from pathlib import Path


def lines(file: Path) -> Iterator[tuple[int, str]]:
    """Yield each line with its number, by and by: the file of an archive has tens of megabytes."""
    with file.open(encoding="utf-8", errors="replace", newline="\n") as opened:
        yield from enumerate(opened, start=1)


def are_in_order(file: Path) -> bool:
    """Tell whether the lines of *file* are sorted, as we write them."""
    with file.open("rb") as opened:
        before = b""
        for line in opened:
            if line < before:
                return False
            before = line
    return True


def lines_about(file: Path, parts: Iterable[str], *, in_order: bool) -> Iterator[tuple[int, str]]:
    """Yield the lines that begin with one of *parts*, without a number: to find them, others are not read.

    Where they are known to stand *in_order*, a few looks are enough.
    """
    starts = _in_order if in_order else _anywhere
    if not file.stat().st_size:
        return
    with file.open("rb") as opened, mmap(opened.fileno(), 0, access=ACCESS_READ) as whole:
        for part in parts:
            for start in starts(whole, part.encode()):
                yield 0, whole[start : _end(whole, start)].decode(errors="replace")


def _anywhere(whole: mmap, part: bytes) -> Iterator[int]:
    start = whole.find(part)
    while start >= 0:
        if start == 0 or whole[start - 1 : start] == b"\n":
            yield start
        start = whole.find(part, _end(whole, start))


def _in_order(whole: mmap, part: bytes) -> Iterator[int]:
    # The first line that does not stand before the part is looked for by halves.
    low, high = 0, len(whole)
    while low < high:
        middle = (low + high) // 2
        start = whole.rfind(b"\n", low, middle) + 1 or low
        if whole[start : (end := _end(whole, middle))] < part:
            low = end
        else:
            high = start
    while whole[low : low + len(part)] == part:
        yield low
        low = _end(whole, low)


def _end(whole: mmap, start: int) -> int:
    """Give where the line ends in which *start* is."""
    return whole.find(b"\n", start) + 1 or len(whole)
