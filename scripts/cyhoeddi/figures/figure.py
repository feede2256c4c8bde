"""A figure: one value that both languages must give alike."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a figure measures; each kind has a rule of its own."""

    MONEY = "money"
    PERCENTAGE = "percentage"
    TIME = "time"
    DATE = "date"
    TELEPHONE = "telephone"
    EMAIL = "email"
    NUMBER = "number"


class Certainty(IntEnum):
    """How sure it is that the words are a figure at all."""

    SURE = 0
    """Digits, a date, an address: its absence on the other side is an error."""
    DOUBTFUL = 1
    """A number word: its absence may be a matter of style, so it is a warning."""
    SILENT = 2
    """Words such as "one", "both" or "ail", that may answer a figure of the other side."""


Key = tuple[Kind, str]


class Figure(NamedTuple):
    """A value as written in some plain words, from *start* up to *end*; a tuple, as there are very many."""

    kind: Kind
    value: str
    """The same for equal values however they are written: "68000000", "GBP 0.5", "2023-11-14", "09:30"."""
    text: str
    start: int
    end: int
    certainty: Certainty = Certainty.SURE
    others: frozenset[Key] = frozenset()
    """What else the words may mean: "9.30" may be a time, "2000" a number."""

    @property
    def key(self) -> Key:
        """The kind and the value."""
        return self.kind, self.value
