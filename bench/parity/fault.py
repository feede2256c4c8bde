"""A single fault: what was changed, and where a problem about it may stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from random import Random

from bench.parity.entries import Entry
from cyhoeddi.language import Language


class How(Enum):
    """What happened to the block, which decides where its absence shows."""

    ALTERED = "altered"
    DROPPED = "dropped"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Change:
    """A fault as its planter makes it, before anybody asks where it shows."""

    text: str
    """The whole changed text of the side."""
    line: int
    """Where in *text* the fault stands; for what was dropped, where it stood."""
    spots: tuple[int, ...]
    """Indices in the layout before: the block altered, dropped or added after; then others concerned."""
    how: How = How.ALTERED
    added: int = 0
    """How many lines were added."""
    other: str | None = None
    """The changed text of the other side, where both must change."""


Planter = Callable[[Entry, Language, Random], Change | None]
"""Plants its fault in one side of an entry, or nothing where there is no place for it."""

Planters = Mapping[str, Planter]
"""Planters by the name of their fault."""


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """Lines of one side, from the first to the last of them."""

    side: Language
    first: int
    last: int

    def holds(self, side: Language, line: int) -> bool:
        """Whether a problem at *line* of *side* stands here."""
        return side == self.side and self.first <= line <= self.last


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault in its entry, with all that a bench needs to judge what was said of it."""

    name: str
    rules: tuple[str, ...]
    """The rules any of which may find it."""
    original: Entry
    """The clean entry; for `stale` the accepted one, from which the lock is made."""
    entry: Entry
    """The entry with the fault."""
    side: Language
    """The side that was changed."""
    line: int
    """Where the fault stands in the text of that side."""
    places: tuple[Place, ...]
    """Where a problem may stand: the block or its twin, its list or table, or the block before a gap."""
    run: tuple[Place, ...]
    """All neighbours of the same kind, where only the meaning can tell which one is missing or too many."""

    def stands(self, side: Language, line: int, *, loosely: bool = False) -> bool:
        """Whether a problem at *line* of *side* is at a right place; *loosely* takes the run too."""
        return any(place.holds(side, line) for place in (*self.places, *(self.run if loosely else ())))
