"""The publications, series and pages that one site shows, indexed once.

The public collection is all that a public build ever sees: what is a draft or under embargo is left out here,
before anything looks across files, so that it can leave no trace.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TypeVar

from cyhoeddi.handwritten import Page
from cyhoeddi.model import Publication, Series, WorkstreamPart, is_public
from cyhoeddi.project import Project
from cyhoeddi.settings import Settings

Key = TypeVar("Key")


@dataclass(frozen=True)
class Collection:
    """What one site shows."""

    settings: Settings
    now: datetime
    """The moment that decides what is public, in UTC."""
    preview: bool
    """Whether drafts and embargoed texts are among them."""
    publications: tuple[Publication, ...]
    """Newest first."""
    series: tuple[Series, ...]
    """By id; each with the workstreams that are shown."""
    pages: tuple[Page, ...]
    """The hand-written ones, and the accessibility statement."""
    files: Mapping[str, Mapping[str, int]]
    """The size in bytes of each file of briefings/files/, by id and name."""

    @cached_property
    def published(self) -> tuple[Publication, ...]:
        """The publications that are public already, newest first; a preview has others too."""
        return tuple(one for one in self.publications if is_public(one, self.now))

    @cached_property
    def publication_by_id(self) -> Mapping[str, Publication]:
        """The publications by id."""
        return {one.id: one for one in self.publications}

    @cached_property
    def series_by_id(self) -> Mapping[str, Series]:
        """The series by id."""
        return {one.id: one for one in self.series}

    @cached_property
    def page_by_name(self) -> Mapping[str, Page]:
        """The hand-written pages by the name of their files."""
        return {page.name: page for page in self.pages}

    @cached_property
    def in_series(self) -> Mapping[str, tuple[Publication, ...]]:
        """The publications of each series, newest first."""
        return _grouped((one.series, one) for one in self.publications if one.series)

    @cached_property
    def of_type(self) -> Mapping[str, tuple[Publication, ...]]:
        """The publications of each type, newest first."""
        return _grouped((one.type, one) for one in self.publications)

    @cached_property
    def in_workstream(self) -> Mapping[tuple[str, str], tuple[Publication, ...]]:
        """The publications that name each workstream, newest first, by ids of series and workstream."""
        return _grouped(
            ((one.series, name), one)
            for one in self.publications
            if one.series
            for name in dict.fromkeys(one.workstreams)
        )

    @cached_property
    def neighbours(self) -> Mapping[str, tuple[Publication | None, Publication | None]]:
        """The publications just before and just after each one in its series, by its id."""
        found: dict[str, tuple[Publication | None, Publication | None]] = {}
        for group in self.in_series.values():
            for newer, one, older in zip((None, *group), group, (*group[1:], None), strict=False):
                found[one.id] = (older, newer)
        return found

    @cached_property
    def replaced_by(self) -> Mapping[str, tuple[Publication, ...]]:
        """The withdrawn publications that each publication takes the place of, by its id."""
        return _grouped(
            (one.withdrawn.replaced_by, one)
            for one in self.publications
            if one.withdrawn is not None and one.withdrawn.replaced_by is not None
        )

    def workstream(self, series: str, name: str) -> WorkstreamPart | None:
        """Give a workstream by the ids of its series and itself, if both are shown."""
        owner = self.series_by_id.get(series)
        return next((one for one in owner.workstreams if one.id == name), None) if owner else None


def collect(project: Project, *, preview: bool = False) -> Collection:
    """Give the collection that the site of *project* shows at its moment; a *preview* shows everything.

    Expects that the settings were read without error.
    """
    if project.settings is None:
        raise ValueError("the settings of the project could not be read")
    publications, series = project.publications, project.series
    if not preview:
        publications, series = _shown(project, project.now)
    return Collection(
        project.settings, project.now, preview, publications, series, project.all_pages, project.files
    )


def shown_names(project: Project, moment: datetime) -> frozenset[str]:
    """Give what the public site shows at *moment*, as links name it.

    That is: id, series/<id>, series/<id>/<workstream>.
    """
    publications, series = _shown(project, moment)
    workstreams = {f"series/{one.id}/{part.id}" for one in series for part in one.workstreams}
    return frozenset({one.id for one in publications} | {f"series/{one.id}" for one in series} | workstreams)


def unpublished_files(project: Project) -> frozenset[str]:
    """Give the paths of the YAML files that hold nothing public at the project's moment."""
    parts = [entry.part for entry in project.entries if entry.part is not None]
    return frozenset(part.file for part in parts if not is_public(part, project.now))


def next_change(project: Project) -> datetime | None:
    """Give the next moment at which the end of an embargo changes the public site, if there is one."""
    workstreams = [part for one in project.series for part in one.workstreams]
    embargoes = {part.publish_at for part in (*project.publications, *project.series, *workstreams)}
    shown = shown_names(project, project.now)
    ends = sorted(moment for moment in embargoes if moment is not None and moment > project.now)
    return next((moment for moment in ends if shown_names(project, moment) != shown), None)


def _shown(project: Project, moment: datetime) -> tuple[tuple[Publication, ...], tuple[Series, ...]]:
    """Give the publications and series that readers see at *moment*, each series with its workstreams."""
    publications = tuple(one for one in project.publications if is_public(one, moment))
    named = {(one.series, name) for one in publications for name in ("", *one.workstreams)}

    def shown(part: Series | WorkstreamPart, series: str, name: str = "") -> bool:
        return is_public(part, moment) and (part.status is not None or (series, name) in named)

    return publications, tuple(
        one.model_copy(
            update={"workstreams": tuple(part for part in one.workstreams if shown(part, one.id, part.id))}
        )
        for one in project.series
        if shown(one, one.id)
    )


def _grouped(pairs: Iterable[tuple[Key, Publication]]) -> Mapping[Key, tuple[Publication, ...]]:
    groups: dict[Key, list[Publication]] = {}
    for key, publication in pairs:
        groups.setdefault(key, []).append(publication)
    return {key: tuple(group) for key, group in groups.items()}
