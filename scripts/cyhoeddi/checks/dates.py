"""The dates of a publication are there, in order, and none lies in the future without an embargo.

pass:  first_published: 2023-11-14, last_updated: 2024-01-10
fail:  first_published: 2023-11-14, last_updated: 2023-11-01
fail:  first_published in the future, and no publish_at
warn:  a change dated next year
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from cyhoeddi.model import LONDON, Publication, Status
from cyhoeddi.problems import Level, Problem
from cyhoeddi.project import Project
from cyhoeddi.source import Path

ID = "dates"


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each date that is missing or cannot be right."""
    today = project.now.astimezone(LONDON).date()
    for publication in project.publications:
        yield from _first(project, publication, today)
        yield from _last(project, publication)
        yield from _unlikely(project, publication, today)
        yield from _history(project, publication)


def _first(project: Project, publication: Publication, today: date) -> Iterator[Problem]:
    first, embargo = publication.first_published, publication.publish_at
    draft = publication.status is Status.DRAFT
    if first is None:
        if not draft and "first_published" not in project.data[publication.file]:
            hint = "Add a line such as first_published: 2023-11-14."
            yield Problem(project.key_place(publication), ID, '"first_published" is missing', hint)
        return
    if embargo is not None and first > embargo.date():
        where = project.place(publication, "first_published")
        hint = "Give first_published the day of publish_at."
        yield Problem(where, ID, f"{first} is later than publish_at, when readers will see it", hint)
    elif embargo is None and first > today and not draft:
        where = project.place(publication, "first_published")
        hint = f"Correct the day, or add publish_at: {first}T09:30 to publish at that moment."
        yield Problem(where, ID, f"{first} is in the future, and there is no publish_at", hint)


def _last(project: Project, publication: Publication) -> Iterator[Problem]:
    first, last = publication.first_published, publication.last_updated
    if first is not None and last is not None and last < first:
        where = project.place(publication, "last_updated")
        hint = "Correct one of the two days, or take last_updated away."
        yield Problem(where, ID, f"{last} is before first_published, {first}", hint)


def _unlikely(project: Project, publication: Publication, today: date) -> Iterator[Problem]:
    """Yield a warning for each day that the format allows, and that is still a slip of the pen for sure."""
    if publication.status is Status.DRAFT:
        return
    days: list[tuple[Path, date | None]] = [(("last_updated",), publication.last_updated)]
    days += [(("changes", index, "date"), entry.date) for index, entry in enumerate(publication.changes)]
    if publication.withdrawn:
        days.append((("withdrawn", "date"), publication.withdrawn.date))
    latest = max(today, publication.publish_at.date()) if publication.publish_at else today
    for path, day in days:
        if day is not None and day > latest:
            where = project.place(publication, *path)
            yield Problem(where, ID, f"{day} is in the future", "Look whether it is right.", Level.WARNING)
        elif day is not None and path != ("last_updated",) and day < (publication.first_published or day):
            where = project.place(publication, *path)
            message = f"{day} is before first_published, {publication.first_published}"
            yield Problem(where, ID, message, "Look whether it is right.", Level.WARNING)


def _history(project: Project, publication: Publication) -> Iterator[Problem]:
    days = [entry.date for entry in publication.changes]
    for index, (above, below) in enumerate(pairwise(days)):
        if below > above:
            where = project.place(publication, "changes", index + 1, "date")
            yield Problem(where, ID, "the history is not in order", "Put the newest change first.")
