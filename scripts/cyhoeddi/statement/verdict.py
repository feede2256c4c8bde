"""How far a site is compliant, from what people know and the last audit found, and why no further."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from cyhoeddi.statement.digest import Digests
from cyhoeddi.statement.facts import OF_WCAG, Facts, HandResult
from cyhoeddi.statement.result import Result
from cyhoeddi.words.statement import criteria

MANY = 8
"""So many criteria of level A that are not met, a quarter of them, are too many for "partially compliant"."""
YEAR = timedelta(days=366)
"""So long a test or a review holds good."""


class Status(StrEnum):
    """What the statement says of the whole site."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"
    UNTESTED = "untested"


class Reason(StrEnum):
    """Why a site is not fully compliant."""

    MANY = "many"
    FINDINGS = "findings"
    ISSUES = "issues"
    BURDENS = "burdens"
    INCOMPLETE = "incomplete"
    OLD = "old"
    DESIGN = "design"
    UNKNOWN = "unknown"
    BY_HAND = "by_hand"


@dataclass(frozen=True)
class Verdict:
    """A status and the reasons for it; of a site that was not tested, none."""

    status: Status
    reasons: tuple[Reason, ...] = ()


def verdict_of(facts: Facts, result: Result | None, made: Digests | None, today: date) -> Verdict:
    """Give the verdict on the site that is *made* now; None if that is not known, as in a preview.

    What was tested more than a year before *today*, the day of the build, or after it, does not speak for the
    site; faults do, however old. A change of content alone does not touch the status: the statement says of
    which day it is.
    """
    if result is None:
        return Verdict(Status.UNTESTED)
    reasons = tuple(reason for reason, is_so in _reasons(facts, result, made, today).items() if is_so)
    if Reason.MANY in reasons:
        return Verdict(Status.NONE, reasons)
    return Verdict(Status.PARTIAL if reasons else Status.FULL, reasons)


def next_verdict(facts: Facts, result: Result | None, today: date) -> date | None:
    """Give the first day after *today* on which time alone changes the verdict, if there is one.

    What the site is made from has no part in that: whatever it is, it is the same on both days.
    """
    tested = {one.date for one in facts.checks} | ({result.date} if result else set())
    ends = {day + YEAR + timedelta(days=1) for day in tested if day < date.max - YEAR}
    now = verdict_of(facts, result, None, today)
    turns = (day for day in sorted(tested | ends) if day > today)
    return next((day for day in turns if verdict_of(facts, result, None, day) != now), None)


def _reasons(facts: Facts, result: Result, made: Digests | None, today: date) -> dict[Reason, bool]:
    failed = {one.criterion for one in result.findings} | {one.criterion for one in facts.issues}
    passed = {
        one.check for one in facts.checks if one.result is HandResult.PASSED and _holds(one.date, today)
    }
    of_level_a = [number for number in failed if number in criteria() and criteria()[number].level == "A"]
    return {
        Reason.MANY: len(of_level_a) >= MANY,
        Reason.FINDINGS: bool(result.findings),
        Reason.ISSUES: bool(facts.issues),
        Reason.BURDENS: bool(facts.burdens),
        Reason.INCOMPLETE: not result.saw_everything,
        Reason.OLD: not _holds(result.date, today),
        Reason.DESIGN: made is not None and made.design != result.audited.design,
        Reason.UNKNOWN: made is None,
        Reason.BY_HAND: not passed.issuperset(OF_WCAG)
        or any(one.result is HandResult.PROBLEMS for one in facts.checks),
    }


def _holds(day: date, today: date) -> bool:
    return timedelta() <= today - day <= YEAR
