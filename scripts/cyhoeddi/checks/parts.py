"""A publication has the parts that its other parts call for.

pass:  status: withdrawn, with a group withdrawn:
fail:  no sections and no attachments
fail:  a section with neither body nor sub-sections, or more than three levels of sections
fail:  workstreams without series
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cyhoeddi.model import SECTION_LEVELS, Publication, Series, Status, walk_sections
from cyhoeddi.problems import Problem
from cyhoeddi.project import Project

ID = "parts"


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each part that is missing or has no use."""
    for publication in project.publications:
        yield from _publication(project, publication)
        yield from _sections(project, publication)
    for series in project.series:
        yield from _sections(project, series)
        yield from _workstreams(project, series)


def _publication(project: Project, publication: Publication) -> Iterator[Problem]:
    def problem(key: str, message: str, hint: str) -> Problem:
        path = (key,) if key else ()
        return Problem(project.key_place(publication, *path), ID, message, hint)

    if not publication.sections and not publication.attachments:
        yield problem("", "there is nothing to read: no sections and no attachments", "Add one of the two.")
    if publication.status is Status.WITHDRAWN and publication.withdrawn is None:
        hint = "Add a group withdrawn: with date: and reason:."
        yield problem("status", 'the status is withdrawn, but "withdrawn" is missing', hint)
    if publication.withdrawn is not None and publication.status is not Status.WITHDRAWN:
        hint = "Write status: withdrawn, or take the group away."
        yield problem("withdrawn", "this group is for a withdrawn publication only", hint)
    if publication.workstreams and publication.series is None:
        hint = "Add a line series: with the id of the series that they belong to."
        yield problem("workstreams", "there are workstreams, but no series", hint)


def _sections(project: Project, part: Publication | Series) -> Iterator[Problem]:
    ids = Counter(section.id for _path, section in walk_sections(part.sections) if section.id)
    for path, section in walk_sections(part.sections):
        where = project.key_place(part, *path)
        if section.body is None and not section.sections:
            yield Problem(where, ID, "the section is empty", "Give it a body: or sub-sections.")
        if path.count("sections") == SECTION_LEVELS + 1:
            hint = "Move the text up into the section above."
            yield Problem(where, ID, f"sections go down {SECTION_LEVELS} levels at most", hint)
        if section.id and ids[section.id] > 1:
            hint = "Give each section an id of its own."
            yield Problem(project.place(part, *path, "id"), ID, f'the id "{section.id}" is used twice', hint)


def _workstreams(project: Project, series: Series) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, part in enumerate(series.workstreams):
        if part.id in seen:
            where = project.place(series, "workstreams", index, "id")
            hint = "Give each workstream an id of its own."
            yield Problem(where, ID, f'the id "{part.id}" is used twice', hint)
        seen.add(part.id)
