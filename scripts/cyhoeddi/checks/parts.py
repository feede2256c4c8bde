"""A publication has the parts that its other parts call for.

pass:  status: withdrawn, with a group withdrawn:
fail:  no sections and no attachments
fail:  a section with neither body nor sub-sections, or more than three levels of sections
fail:  workstreams without series
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cyhoeddi.entry import Entry
from cyhoeddi.model import SECTION_LEVELS, Publication, Series, Status, walk_sections
from cyhoeddi.problems import Problem
from cyhoeddi.project import Project
from cyhoeddi.source import Path, Source

ID = "parts"


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each part that is missing or has no use."""
    for publication in project.publications:
        yield from _something_to_read(project, publication)
        yield from _withdrawal(project, publication)
        yield from _workstreams_of_a_series(project, publication)


def check_file(entry: Entry) -> Iterator[Problem]:
    """Yield a problem for each section of one file that is empty or too deep, and each id that is used twice.

    Nothing outside the file matters.
    """
    if entry.part is None:
        return
    yield from _sections(entry.source, entry.part)
    if isinstance(entry.part, Series):
        workstreams = enumerate(entry.part.workstreams)
        yield from _used_twice(
            entry.source, [(("workstreams", index, "id"), part.id) for index, part in workstreams]
        )


def _something_to_read(project: Project, publication: Publication) -> Iterator[Problem]:
    if publication.has_document or publication.attachments:
        return
    data = project.sources[publication.file].data
    if any(data.get(key) for key in ("sections", "attachments")):
        return
    # An empty list is named at its place; if neither is written, the file as a whole lacks it.
    there = [key for key in ("sections", "attachments") if key in data]
    hint = "Write at least one section with a heading and a body, or list an attachment."
    message = "there is nothing to read: no sections and no attachments"
    yield Problem(project.place(publication, *there[:1]), ID, message, hint)


def _withdrawal(project: Project, publication: Publication) -> Iterator[Problem]:
    data = project.data[publication.file]
    if publication.status is Status.WITHDRAWN and "withdrawn" not in data:
        hint = "The status is withdrawn: add a group withdrawn: with date: and reason:."
        yield Problem(project.key_place(publication), ID, '"withdrawn" is missing', hint)
    if "withdrawn" in data and data.get("status", "published") in ("draft", "published"):
        hint = "Write status: withdrawn, or take the group away."
        message = "this group is for a withdrawn publication only"
        yield Problem(project.key_place(publication, "withdrawn"), ID, message, hint)


def _workstreams_of_a_series(project: Project, publication: Publication) -> Iterator[Problem]:
    if publication.workstreams and "series" not in project.data[publication.file]:
        hint = "Add a line series: with the id of the series that they belong to."
        where = project.place(publication, "workstreams")
        yield Problem(where, ID, "there are workstreams, but no series", hint)


def _sections(source: Source, part: Publication | Series) -> Iterator[Problem]:
    sections = list(walk_sections(part.sections))
    for path, section in sections:
        if section.body is None and not section.sections:
            where = source.key_position(path)
            yield Problem(where, ID, "the section is empty", "Give it a body: or sub-sections.")
        if path.count("sections") == SECTION_LEVELS + 1:
            where = source.key_position(path)
            hint = "Move the text up into the section above."
            yield Problem(where, ID, f"sections go down {SECTION_LEVELS} levels at most", hint)
    places = [((*path, "id"), section.id) for path, section in sections if section.id is not None]
    yield from _used_twice(source, places)


def _used_twice(source: Source, places: Sequence[tuple[Path, str]]) -> Iterator[Problem]:
    first: dict[str, Path] = {}
    for path, name in places:
        before = first.setdefault(name, path)
        if before != path:
            line = source.position(before).line
            hint = f"The first is on line {line}. Give each an id of its own."
            yield Problem(source.position(path), ID, f'the id "{name}" is used twice', hint)
