"""The file of known faults: what an owner has decided to live with, why, and until when.

    known:
      - rule: axe:color-contrast
        page: /*/archive/*       # optional: without it, every page
        reason: The old pages are redrawn in the spring
        expires: 2027-01-31

On its last day a fault is still known; on the day after, it counts again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Annotated

from pydantic import StringConstraints, WithJsonSchema

from cyhoeddi.audit.finding import Finding
from cyhoeddi.load import load_part
from cyhoeddi.problems import Level, Position, Problem
from cyhoeddi.source import Source, read_source
from cyhoeddi.values import Day, Part

RULE = "known-faults"

NAME = "known-faults.yaml"
"""The file in a project folder."""

_Words = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    WithJsonSchema({"type": "string", "pattern": r"\S"}),
]


class Known(Part):
    """A fault that may stand until a day."""

    rule: _Words
    """The name of the rule, as the audit tells it: axe:color-contrast."""
    page: _Words = "*"
    """A pattern of addresses, in which * is any letters, slashes too; without it, every page."""
    reason: _Words
    """Why it is not mended yet, for whoever reads the report."""
    expires: Day
    """The last day on which it does not count, as 2027-01-31."""

    def covers(self, finding: Finding) -> bool:
        """Tell whether *finding* is of this fault."""
        return finding.rule == self.rule and fnmatchcase(finding.address, self.page)


class KnownFile(Part):
    """The faults that an owner has decided to live with for a while: known-faults.yaml."""

    known: tuple[Known, ...] = ()
    """One entry for each fault: what it is, why it may stand, and until when."""


@dataclass(frozen=True)
class KnownFaults:
    """The entries of a file of known faults, each with its place."""

    entries: tuple[tuple[Known, Position], ...] = ()


NONE_KNOWN = KnownFaults()


def read_known(file: Path, name: str) -> tuple[KnownFaults, tuple[Problem, ...]]:
    """Read *file*, which problems call *name*; of one with a mistake, only the problems."""
    source, problems = read_source(file, name)
    if source is None:
        return NONE_KNOWN, problems
    loaded, problems = load_part(source, KnownFile)
    if loaded is None:
        return NONE_KNOWN, problems
    return KnownFaults(tuple(_placed(source, loaded.known))), ()


def part(
    findings: Iterable[Finding], known: KnownFaults, today: date
) -> tuple[list[Finding], list[tuple[Known, list[Finding]]]]:
    """Give which of *findings* count, and which are known: a list for each entry that holds *today*."""
    holding = [(one, list[Finding]()) for one, _ in known.entries if today <= one.expires]
    counting: list[Finding] = []
    for finding in findings:
        covered = next((own for one, own in holding if one.covers(finding)), counting)
        covered.append(finding)
    return counting, holding


def outdated(
    known: KnownFaults, findings: Iterable[Finding], today: date, *, whole: bool
) -> Iterator[Problem]:
    """Yield a warning for each entry whose day is past, and for each that *findings* no longer show.

    The second is known of a *whole* audit only.
    """
    found = tuple(findings)
    for one, position in known.entries:
        where = one.rule if one.page == "*" else f"{one.rule} on {one.page}"
        if today > one.expires:
            message = f"{where} was known until {one.expires.isoformat()} only, and counts again"
            hint = "Mend the fault and take this entry away, or agree on a later day."
            yield Problem(position, RULE, message, hint, Level.WARNING)
        elif whole and not any(one.covers(finding) for finding in found):
            message = f"a known fault no longer occurs: {where}"
            yield Problem(position, RULE, message, "Good. Take this entry away.", Level.WARNING)


def _placed(source: Source, entries: tuple[Known, ...]) -> Iterator[tuple[Known, Position]]:
    for number, one in enumerate(entries):
        yield one, source.position(("known", number))
