"""A mistake that a person can mend is a value, never an exception.

Checks yield problems; `report` decides how they look; `cli` decides the exit status.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How bad a problem is: an error stops a build, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, order=True, slots=True)
class Position:
    """A place in a file of the project."""

    file: str
    """Path relative to the project folder, with forward slashes."""
    line: int = 1
    """Counted from 1."""
    column: int = 1
    """Counted from 1, in characters."""


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """Something a person can mend: where it is, what is wrong and what to do."""

    position: Position
    rule: str
    """The rule's name in kebab-case; for a check, its module's name."""
    message: str
    """What is wrong, in plain words, with no full stop at the end."""
    hint: str
    """What to do next, as a sentence."""
    level: Level = Level.ERROR
