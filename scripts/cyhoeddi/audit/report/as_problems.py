"""An outcome as problems, one for each fault, which every format of `report` knows how to tell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.group import Fault
from cyhoeddi.audit.outcome import Outcome
from cyhoeddi.audit.report.built import built_position
from cyhoeddi.language import Language
from cyhoeddi.problems import Level, Position, Problem
from cyhoeddi.report import counted
from cyhoeddi.words.statement import criteria

NOT_RUN = "audit-tools"

_SHOWN = 3
"""Pages that a message names at most."""


def as_problems(outcome: Outcome, root: Path) -> tuple[Problem, ...]:
    """Give a problem for each fault that counts, for each tool that did not run and for the known ones' file.

    A problem stands where an author of the project folder *root* can mend it, else in the built file. There
    is an error among them if, and only if, the audit did not pass.
    """
    faults = (_fault(fault, outcome.target, root) for fault in outcome.faults)
    return tuple(sorted((*faults, *_not_run(outcome), *outcome.problems)))


def _fault(fault: Fault, target: str, root: Path) -> Problem:
    return Problem(
        position=fault.position or built_position(_example(fault), target, root),
        rule=fault.rule,
        message=f"{fault.message}{_criterion(fault)}{_where(fault)}",
        hint=fault.hint,
        level=fault.level,
    )


def _example(fault: Fault) -> Finding:
    """Give a finding with a piece of its page, for that can be looked up."""
    return next((one for one in fault.findings if one.snippet), fault.findings[0])


def _criterion(fault: Fault) -> str:
    if not fault.criterion:
        return ""
    known = criteria().get(fault.criterion)
    name = f", {known.names[Language.EN]}" if known else ""
    return f" (WCAG {fault.criterion}{name})"


def _where(fault: Fault) -> str:
    """Name the pages, with their number, and say how often it was found if that is more than once on each."""
    pages = fault.pages
    shown, more = ", ".join(pages[:_SHOWN]), len(pages) - _SHOWN
    listed = f"{shown} and {more} more" if more > 0 else shown
    if len(pages) > 1:
        listed = f"{counted(len(pages), 'page')}: {listed}"
    often = f" {counted(fault.count, 'time')}" if fault.count > len(pages) else ""
    return f",{often} on {listed}"


def _not_run(outcome: Outcome) -> Iterator[Problem]:
    level = Level.ERROR if outcome.insists else Level.WARNING
    for tool in outcome.not_run:
        message = f"{tool.name} is not installed, so that what it checks was not checked"
        yield Problem(Position(outcome.target), NOT_RUN, message, tool.how_to_get(Language.EN), level)
