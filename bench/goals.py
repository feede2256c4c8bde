"""How quick Cyhoeddi means to be, and whether it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bench.measured import OURS, Measured, Step, exponent

MIB: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Goal:
    """Something that is to be small."""

    name: str
    most: float
    unit: str
    publications: int | None
    """Of how many publications; None if it is about how things grow."""
    of: Callable[[Sequence[Measured]], float | None]
    """What was measured; None if it was not."""

    def met(self, measured: Sequence[Measured]) -> bool | None:
        """Tell whether it was met; None if it was not measured."""
        value = self.of(measured)
        return None if value is None else value <= self.most


def goals() -> Iterator[Goal]:
    """Yield every goal, in the order of the report."""
    for number in (1000, 5000):
        yield _ratio("Build from nothing, of Hugo's time", 0.8, number, Step.COLD, "Hugo")
    yield _ratio("Build from nothing, of MkDocs' time", 0.1, 1000, Step.COLD, "MkDocs with Material")
    yield _ratio("After an edit, of Hugo's time", 0.1, 5000, Step.EDITED, "Hugo")
    yield _seconds("After an edit", 0.8, Step.EDITED)
    yield _ratio("Nothing to do, of Hugo's time", 0.04, 5000, Step.NOTHING, "Hugo")
    yield _seconds("Nothing to do", 0.3, Step.NOTHING)
    yield _seconds("Check from nothing", 6, Step.CHECK)
    yield _seconds("Check after an edit", 0.5, Step.RECHECK)
    yield _shown(0.5, 100)
    yield _shown(1.5, 5000)
    yield Goal("Memory", 200, "MiB", 5000, lambda all_: _at(all_, 5000, lambda one: one.memory(OURS) / MIB))
    yield _growth("Time by pages, exponent", lambda one: one.seconds(OURS, Step.COLD) or 0)
    yield _growth("Memory by pages, exponent", lambda one: one.memory(OURS))
    yield _growth("Size of the site by pages, exponent", lambda one: one.sizes[OURS])


def _ratio(name: str, most: float, number: int, step: Step, other: str) -> Goal:
    return Goal(name, most, "", number, lambda all_: _at(all_, number, lambda one: one.ratio(step, other)))


def _seconds(name: str, most: float, step: Step) -> Goal:
    return Goal(name, most, "s", 5000, lambda all_: _at(all_, 5000, lambda one: one.seconds(OURS, step)))


def _shown(most: float, number: int) -> Goal:
    return Goal(
        "A save, shown by serve",
        most,
        "s",
        number,
        lambda all_: _at(all_, number, lambda one: one.seconds(OURS, Step.SHOWN)),
    )


def _growth(name: str, value: Callable[[Measured], float]) -> Goal:
    def fitted(all_: Sequence[Measured]) -> float | None:
        return exponent([(one.pages, value(one)) for one in all_]) if len(all_) > 1 else None

    return Goal(name, 1.05, "", None, fitted)


def _at(all_: Sequence[Measured], number: int, value: Callable[[Measured], float | None]) -> float | None:
    return next((value(one) for one in all_ if one.publications == number), None)
