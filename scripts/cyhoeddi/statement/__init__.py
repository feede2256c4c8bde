"""The accessibility statement: what people know (accessibility.yaml) and the last audit found (audit.json).

The statement in both languages is a pure function of the two, of what the site is made from that it stands
on, and of the day: with open findings, or tests of long ago, it cannot say "fully compliant", and if the site
is no longer the one that was audited, it says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from cyhoeddi.handwritten import Page
from cyhoeddi.load import load_part
from cyhoeddi.problems import Problem
from cyhoeddi.settings import Settings
from cyhoeddi.source import Source, read_source
from cyhoeddi.statement.digest import Digests
from cyhoeddi.statement.facts import FILE, NAME, Facts
from cyhoeddi.statement.page import render_statement
from cyhoeddi.statement.result import Result, read_result
from cyhoeddi.statement.verdict import next_verdict
from cyhoeddi.values import LONDON

__all__ = ["FILE", "NAME", "Digests", "Facts", "Result", "Statement", "read_statement"]


@dataclass(frozen=True)
class Statement:
    """The statement of a project."""

    source: Source
    facts: Facts | None
    """None if the file has a mistake, which is a problem."""
    result: Result | None
    """None before the first audit."""

    def page(self, settings: Settings, today: date, made: Digests | None = None) -> Page | None:
        """Give the page, *today*, of the site that is *made* now; None if that is not known."""
        if self.facts is None:
            return None
        return render_statement(self.facts, self.result, settings, self.source, made, today)

    def next_change(self, now: datetime) -> datetime | None:
        """Give the next moment after *now* at which a year is over and the page says so, if there is one."""
        if self.facts is None:
            return None
        day = next_verdict(self.facts, self.result, now.astimezone(LONDON).date())
        return datetime.combine(day, time(), LONDON) if day else None


def read_statement(root: Path) -> tuple[Statement | None, tuple[Problem, ...]]:
    """Read the statement of the folder *root*; None without accessibility.yaml, or if it is no YAML.

    Without it audit.json says nothing to readers, and is not read.
    """
    if not (root / FILE).exists():
        return None, ()
    source, problems = read_source(root / FILE, FILE)
    if source is None:
        return None, problems
    facts, mistakes = load_part(source, Facts)
    result, faults = read_result(root)
    return Statement(source, facts, result), (*problems, *mistakes, *faults)
