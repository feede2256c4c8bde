"""How long the rules take, and whether that grows in proportion to the text."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from bench.parity.entries import Entry
from bench.parity.gate import problems_of, source_of
from cyhoeddi.language import Language
from cyhoeddi.texts import walk_texts

PROJECT: Final = Path(__file__).parent.parent.parent
GROWN: Final = 4
DEAREST: Final = 1.5
"""So much longer may the same amount of text take: a busy machine is no fault of the rules."""
_RUNS: Final = 3


@dataclass(frozen=True, slots=True)
class Growth:
    """Seconds for all entries once, and for so many times as much text."""

    name: str
    once: float
    grown: float

    @property
    def factor(self) -> float:
        """How many times as long the grown text takes, per character: 1 is proportion."""
        return self.grown / self.once / GROWN


def sample_seconds() -> tuple[float, float]:
    """Seconds of `cyhoeddi check` on the sample site, start and all: by the clock, and of the processor.

    On an idle machine they are nearly the same, as it uses one processor.
    """
    command = [str(Path(sys.executable).with_name("cyhoeddi")), "check"]
    before = os.times()
    clock = _median(lambda: subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL))  # noqa: S603
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return clock, used / _RUNS


def growths(entries: Sequence[Entry]) -> Iterator[Growth]:
    """How the time grows with more texts, and with one text that is longer."""
    bodies = [entry for entry in entries if entry.markdown and "[^" not in entry.en]
    copies = iter(range(10**6))

    def many(times: int) -> list[Entry]:
        return [_numbered(entry, next(copies)) for _ in range(times) for entry in entries]

    def long(times: int) -> list[Entry]:
        parts = [_numbered(entry, next(copies)) for _ in range(times) for entry in bodies]
        joined = {side: "\n\n".join(part.text(side).rstrip("\n") for part in parts) for side in Language}
        return [Entry("all", "body", joined[Language.EN], joined[Language.CY], Language.EN)]

    _check(many(1))  # what is read once, such as the dictionaries, is no part of it
    for name, make in (("More texts", many), ("One longer text", long)):
        once, grown = (_median_of([make(times) for _ in range(_RUNS)]) for times in (1, GROWN))
        yield Growth(name, once, grown)


def _numbered(entry: Entry, number: int) -> Entry:
    """*entry* with a number of its own in each sentence's end, so that nothing remembered serves for it."""
    for side in Language:
        text = re.sub(r"\.$", f" {number}.", entry.text(side), flags=re.MULTILINE)
        entry = entry.with_text(side, text)
    return entry


def _check(entries: Sequence[Entry]) -> None:
    for entry in entries:
        for text in walk_texts(source_of(entry)):
            for _ in problems_of(text):
                pass


def _median_of(cases: Sequence[Sequence[Entry]]) -> float:
    waiting = iter(cases)
    return _median(lambda: _check(next(waiting)))


def _median(run: Callable[[], object]) -> float:
    seconds = []
    for _ in range(_RUNS):
        start = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - start)
    return median(seconds)
