"""The order of everything: read, check, render, write, build, swap."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cyhoeddi.beside import beside, is_beside
from cyhoeddi.collection import next_change
from cyhoeddi.evidence import write_evidence
from cyhoeddi.examine import check_project
from cyhoeddi.inputs import Inputs
from cyhoeddi.last_tree import forget_last_tree
from cyhoeddi.prepare import prepare_tree
from cyhoeddi.problems import Problem
from cyhoeddi.progress import Progress
from cyhoeddi.project import read_project
from cyhoeddi.site import PREVIEW_DOCS
from cyhoeddi.site.swap import cleared, locked, recover
from cyhoeddi.steady import SavedMeanwhileError, steadily
from cyhoeddi.workers import cores

if TYPE_CHECKING:
    from cyhoeddi.assemble import Assembled
    from cyhoeddi.site.served import Served
    from cyhoeddi.status import Overview

DOCS, SITE, PREVIEW = "docs", "site", "preview"


@dataclass(frozen=True)
class Outcome:
    """What came of a build."""

    problems: tuple[Problem, ...]
    folder: Path | None = None
    """The folder that holds the site; None if problems stopped the build."""
    pages: int = 0
    """How many pages that has."""
    seal: str = ""
    """The seal of what stands in it now (`left`); none if that is not known."""
    until: datetime | None = None
    """The next moment at which it may be another."""


@steadily
def survey(root: Path, now: datetime) -> Overview:
    """Give how far everything in the project folder *root* is, drafts included."""
    from cyhoeddi.status import overview_of

    return overview_of(read_project(root, now), check_project(root, now))


@steadily
def build(
    root: Path,
    *,
    now: datetime,
    say: Callable[[str], object],
    preview: bool = False,
    skip: Container[str] = (),
    jobs: int | None = None,
    progress: Progress | None = None,
    served: Served | None = None,
    inputs: Inputs | None = None,
) -> Outcome:
    """Build the site of the project folder *root* as it is at *now*; errors leave the last good site alone.

    *say* takes a sentence about what happened before, which a person should know whatever comes now. *jobs*
    processes share the work, else one a core; *progress* hears of it. *served* is a preview that follows
    every save. *inputs* are those of the project folder as it was a moment ago, if they are known.
    """
    progress, jobs = progress or Progress(say), jobs or cores()
    docs, folder = root / (PREVIEW_DOCS if preview else DOCS), root / (PREVIEW if preview else SITE)
    folder = served.folder if served else folder
    with locked(root):
        if notice := recover(root):
            say(notice)
        other = progress.beside()

        def assemble(hear: Callable[[], Any]) -> Assembled:
            # Only now: this process needs none of it, if another one does this.
            from cyhoeddi.assemble import Assembly

            assembly = Assembly(root, docs, folder, now, skip, jobs, served, other)
            return assembly.make(hear, is_apart=is_beside(processes))

        # A process that serves lasts, and would hold all that this needs; its copies have MkDocs loaded.
        processes = max(jobs, 2) if served else jobs
        with cleared(root), beside(assemble, processes) as (tell, assembled):
            made = prepare_tree(
                root,
                preview,
                docs,
                now,
                skip,
                searchable="search" not in skip,
                jobs=jobs,
                progress=progress,
                inputs=inputs,
                known=served.known if served else None,
            )
            if made.written is None:
                return Outcome(made.problems, until=made.until)
            tell(made.written)
            evidence = made.finish()
            tell(None)
            try:
                site = assembled()
            except SavedMeanwhileError:
                forget_last_tree(root, docs)
                raise
        progress.steps += site.steps
        if not preview:
            write_evidence(root, evidence)
        return Outcome(made.problems, folder, site.pages, site.seal, made.until)


def due(root: Path, now: datetime) -> datetime | None:
    """Give the next moment after *now* at which the public site changes by itself, if there is one.

    An embargo ends, or a test that the accessibility statement stands on is a year old.
    """
    project = read_project(root, now)
    changes = (next_change(project), project.statement.next_change(now) if project.statement else None)
    return min(filter(None, changes), default=None)
