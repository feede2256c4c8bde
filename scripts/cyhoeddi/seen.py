"""What was seen in the texts of a project, and the same as values that JSON can hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cyhoeddi.acceptance import Acceptance
from cyhoeddi.checks.facts import Told, fact_of
from cyhoeddi.problems import Level, Position, Problem


@dataclass(frozen=True)
class Seen:
    """What was seen in the texts of a project, or of one unit of it."""

    problems: tuple[Problem, ...]
    """What the rules about one text find, in the order of the files."""
    told: Mapping[str, Told]
    """The facts that other rules go by: by rule, then by unit."""
    accepted: tuple[Acceptance, ...]
    """The false alarms that authors accepted, in the order of the files."""


def row_of(seen: Seen, unit: str) -> list[Any]:
    """Give what was *seen* in a *unit* as values that JSON can hold."""
    told = {rule: by_unit[unit] for rule, by_unit in seen.told.items()}
    return [list(map(problem_row, seen.problems)), told, list(map(acceptance_row, seen.accepted))]


def seen_of(unit: str, row: Sequence[Any]) -> Seen:
    """Give what was written as *row* of a *unit*."""
    problems, told, accepted = row
    return Seen(
        tuple(map(problem_of, problems)),
        {rule: {unit: tuple(map(fact_of, facts))} for rule, facts in told.items()},
        tuple(map(acceptance_of, accepted)),
    )


def problem_row(one: Problem) -> list[Any]:
    """Give a problem as values that JSON can hold."""
    return [*_place(one.position), one.rule, one.message, one.hint, one.level.value]


def problem_of(row: Sequence[Any]) -> Problem:
    """Give the problem that was written as *row*."""
    *place, rule, message, hint, level = row
    return Problem(Position(*place), rule, message, hint, Level(level))


def acceptance_row(one: Acceptance) -> list[Any]:
    """Give an acceptance as values that JSON can hold."""
    return [*_place(one.position), one.rule, one.reason, sorted(one.files), one.lines, one.is_due]


def acceptance_of(row: Sequence[Any]) -> Acceptance:
    """Give the acceptance that was written as *row*."""
    *place, rule, reason, files, lines, is_due = row
    return Acceptance(Position(*place), rule, reason, frozenset(files), _lines(lines), is_due)


def _place(at: Position) -> tuple[str, int, int]:
    return at.file, at.line, at.column


def _lines(rows: list[list[int]] | None) -> tuple[tuple[int, int], ...] | None:
    return None if rows is None else tuple((first, last) for first, last in rows)
