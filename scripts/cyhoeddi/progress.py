"""How far a long piece of work is, told to the person who waits; and where the time went."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

QUIET = 2.0
"""Seconds: work that is done sooner is not spoken of, and what is told is told no more often."""


class Progress:
    """Tells of work under way through *say*, and keeps the seconds that each step took."""

    def __init__(self, say: Callable[[str], object] | None = None) -> None:
        self._say = say
        self._last, self._sentence = time.monotonic(), ""
        self.steps: list[tuple[str, float]] = []
        """The steps in the order in which they ended, each with its seconds."""

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Take the time of what is done meanwhile."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.steps.append((name, time.perf_counter() - start))

    def beside(self) -> Progress:
        """Give one that tells the same person of other work, and keeps the steps of that apart."""
        return Progress(self._say)

    def tell(self, sentence: str) -> None:
        """Say *sentence*, unless it was said last, or something was, or the work began, a moment ago."""
        if self._say and sentence != self._sentence and time.monotonic() - self._last >= QUIET:
            self._last, self._sentence = time.monotonic(), sentence
            self._say(sentence)

    def render(self) -> str:
        """Give a table of where the time went: seconds, share of the whole, and step."""
        whole = sum(seconds for _, seconds in self.steps) or 1.0
        lines = [f"{seconds:8.2f} s {seconds / whole:4.0%}  {name}" for name, seconds in self.steps]
        return "\n".join([*lines, f"{whole:8.2f} s 100%  in all"])
