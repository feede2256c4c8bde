"""The accessibility statement is reviewed at least once a year, and none of its dates lies in the future.

Nobody breaks this rule by writing something: time passes. So it fails a check, and only warns in a build,
which must be able to publish at a set time.

pass:  reviewed: 2026-11-21, on 21 November 2027
warn:  reviewed: 2026-11-21, from 22 October 2027 on: a review is due soon
fail:  reviewed: 2026-11-21, on 23 November 2027
fail:  since: 2027-01-01, in 2026
warn:  checks: a date more than a year ago
warn:  until: a day that has passed
warn:  audit.json: a date more than a year ago
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from cyhoeddi.problems import Level, Position, Problem
from cyhoeddi.project import Project
from cyhoeddi.source import Path
from cyhoeddi.statement import Facts, Statement
from cyhoeddi.statement.result import FILE as RESULT
from cyhoeddi.statement.verdict import YEAR

ID = "statement-dates"

SOON = timedelta(days=30)
"""So long before the year is over, owners are reminded."""


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each date of the statement that today makes wrong."""
    statement = project.statement
    if statement is None or statement.facts is None:
        return
    today = project.today
    for path, day in _past_days(statement.facts):
        if day > today:
            message = f"{day.isoformat()} is in the future"
            yield Problem(statement.source.position(path), ID, message, "Correct the date.")
    if statement.result is not None and statement.result.date > today:
        message = f"the last audit was made on {statement.result.date.isoformat()}, which is in the future"
        hint = "See that the date of the computer is right, audit the site again and record the result."
        yield Problem(Position(RESULT), ID, message, hint)
    yield from _review(statement, statement.facts.reviewed, today)
    yield from _reminders(statement, statement.facts, today)


def _past_days(facts: Facts) -> Iterator[tuple[Path, date]]:
    yield ("prepared",), facts.prepared
    yield ("reviewed",), facts.reviewed
    for index, issue in enumerate(facts.issues):
        yield ("issues", index, "since"), issue.since
    for index, one in enumerate(facts.checks):
        yield ("checks", index, "date"), one.date


def _review(statement: Statement, reviewed: date, today: date) -> Iterator[Problem]:
    where = statement.source.position(("reviewed",))
    hint = "See that every line of this file is still so, then write the day into reviewed."
    if today - reviewed > YEAR:
        yield Problem(where, ID, "nobody has reviewed the accessibility statement for a year", hint)
    elif today - reviewed > YEAR - SOON:
        message = f"the accessibility statement has to be reviewed by {(reviewed + YEAR).isoformat()}"
        yield Problem(where, ID, message, hint, Level.WARNING)


def _reminders(statement: Statement, facts: Facts, today: date) -> Iterator[Problem]:
    for index, issue in enumerate(facts.issues):
        if issue.until is not None and issue.until < today:
            where = statement.source.position(("issues", index, "until"))
            hint = "Take the issue away if it has been put right, or write another day."
            yield Problem(
                where, ID, "the day by which this was to be put right has passed", hint, Level.WARNING
            )
    for index, one in enumerate(facts.checks):
        if today - one.date > YEAR:
            where = statement.source.position(("checks", index, "date"))
            message = f'the check "{one.check}" was made more than a year ago'
            hint = "Make it again, as the guide to the checks by hand says, and sign it anew."
            yield Problem(where, ID, message, hint, Level.WARNING)
    if statement.result is not None and today - statement.result.date > YEAR:
        hint = "Audit the site again and record the result."
        message = "the last audit was made more than a year ago"
        yield Problem(Position(RESULT), ID, message, hint, Level.WARNING)
