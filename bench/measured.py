"""What was measured: seconds, memory and sizes, by who built and what was built."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import linear_regression, median
from typing import Final

OURS: Final = "Cyhoeddi"


class Step(StrEnum):
    """What is timed."""

    COLD = "from nothing"
    EDITED = "after an edit"
    RETITLED = "after a new title"
    NOTHING = "nothing to do"
    CHECK = "check from nothing"
    RECHECK = "check after an edit"
    SHOWN = "a save, shown by serve"


COMMANDS: Final = tuple(step for step in Step if step is not Step.SHOWN)
"""The steps that are one command each."""


@dataclass(frozen=True, slots=True)
class Run:
    """One command, run once."""

    seconds: float
    memory: int
    """Bytes of its largest process, at the most."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One number of publications, built by all."""

    publications: int
    pages: int
    rounds: int
    runs: Mapping[tuple[str, Step], Sequence[Run]]
    """By builder and step."""
    sizes: Mapping[str, int]
    """Bytes of the site of each builder, ours first."""
    unequal: Sequence[str] = ()
    """The files of our site that a build from nothing makes otherwise; there should be none."""

    def seconds(self, builder: str, step: Step) -> float | None:
        """Give the median of the seconds that *step* took; None if it was not timed."""
        runs = self.runs.get((builder, step))
        return median(run.seconds for run in runs) if runs else None

    def memory(self, builder: str) -> int:
        """Give the bytes of the largest process of *builder* in any run of a command."""
        own = (self.runs.get((builder, step), ()) for step in COMMANDS)
        return max(run.memory for runs in own for run in runs)

    def ratio(self, step: Step, other: str) -> float | None:
        """Give our seconds for *step* as a share of those of another; None if one of them was not timed."""
        ours, theirs = self.seconds(OURS, step), self.seconds(other, step)
        return ours / theirs if ours and theirs else None


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """Give the power of the first of each pair by which the second grows: 1 if ten times cost ten times.

    It is the slope of a line through the logarithms, so what a start costs makes it smaller.
    """
    return linear_regression(*zip(*((math.log(x), math.log(y)) for x, y in points), strict=True)).slope
