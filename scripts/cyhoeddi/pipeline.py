"""The order of everything: read, check, render, write, build, swap."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Container, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from cyhoeddi.collection import next_change
from cyhoeddi.evidence import write_evidence
from cyhoeddi.examine import check_project
from cyhoeddi.inputs import Inputs
from cyhoeddi.kept import forget_last, is_large
from cyhoeddi.left import states_in
from cyhoeddi.model import LONDON
from cyhoeddi.prepare import Prepared, prepare_tree
from cyhoeddi.problems import Problem
from cyhoeddi.progress import Progress
from cyhoeddi.project import read_project
from cyhoeddi.search.build import CACHE as INDEXES
from cyhoeddi.search.build import build_search
from cyhoeddi.search.pages import Source
from cyhoeddi.site import PREVIEW_DOCS
from cyhoeddi.site.early import early
from cyhoeddi.site.engine import build_site
from cyhoeddi.site.sharing import Served
from cyhoeddi.site.spare import look_at_spare
from cyhoeddi.site.standing import Built
from cyhoeddi.site.swap import locked, private_folder, recover, swap_in
from cyhoeddi.statement.built import write_built
from cyhoeddi.status import Overview, overview_of
from cyhoeddi.steady import SavedMeanwhileError, saved_meanwhile, steadily
from cyhoeddi.workers import ahead, cores

DOCS, SITE, PREVIEW = "docs", "site", "preview"


@dataclass(frozen=True)
class Outcome:
    """What came of a build."""

    problems: tuple[Problem, ...]
    folder: Path | None = None
    """The folder that holds the site; None if problems stopped the build."""
    pages: int = 0
    """How many pages that has."""
    left: str = ""
    """The seal of what stands in it now (`left`); none if that is not known."""
    until: datetime | None = None
    """The next moment at which it may be another."""


@steadily
def survey(root: Path, now: datetime) -> Overview:
    """Give how far everything in the project folder *root* is, drafts included."""
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
    progress = progress or Progress(say)
    docs, folder = root / (PREVIEW_DOCS if preview else DOCS), root / (PREVIEW if preview else SITE)
    folder = served.folder if served else folder
    with locked(root):
        if notice := recover(root):
            say(notice)
        lookers = jobs or cores() if is_large(root, docs) else 1
        look_ahead = ahead(lambda: look_at_spare(root, folder.name), lookers)
        with look_ahead as spare, early() as mkdocs:
            # A preview builds in its own process. With one core, nothing is done at the same time.
            alone = served is not None or (jobs or cores()) == 1
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
                checked=(lambda: None) if alone else mkdocs.start,
            )
            if made.tree is None:
                return Outcome(made.problems, until=made.until)
            site = partial(
                build_site,
                root,
                docs_dir=docs,
                digests=made.tree,
                last=folder,
                spare=spare,
                served=served,
                meanwhile=made.finish,
                early=mkdocs,
                reading=partial(_expect, made),
            )
            try:
                files, left = _put_together(
                    root, docs, made.tree, folder, site, skip, now, jobs or cores(), progress
                )
            except SavedMeanwhileError:
                forget_last(root, docs)
                raise
        evidence = made.finish()
        if made.made_from is not None:
            write_evidence(root, evidence)
            write_built(root, made.made_from, files)
        pages = sum(path.endswith(".html") for path in files)
        return Outcome(made.problems, folder, pages, left, made.until)


def _expect(made: Prepared, paths: Set[str]) -> None:
    """Raise SavedMeanwhileError if somebody wrote over one of *paths* in the tree that was *made*."""
    if touched := made.touched(paths):
        raise saved_meanwhile(min(touched))


def _put_together(
    root: Path,
    docs: Path,
    tree: Mapping[str, str],
    folder: Path,
    site: Callable[..., Built],
    skip: Container[str],
    now: datetime,
    jobs: int,
    progress: Progress,
) -> tuple[Mapping[str, str], str]:
    """Make the *site* of the *tree* in *docs*, and put it in place as *folder*.

    Gives the hash of each file, and the seal of them all (`left`).
    """
    new = (room := private_folder(root)) / SITE
    try:
        with progress.step("build pages"):
            built = site(into=new, jobs=jobs, tell=progress.tell)
        files = built.hashes
        if "search" not in skip:
            progress.tell("The search is being made.")
            with progress.step("index for search"):
                source = Source(docs, new, tree, files)
                year = now.astimezone(LONDON).year
                files = {**files, **build_search(source, cache=root / INDEXES, year=year, jobs=jobs)}
        with progress.step("put in place"):
            states = states_in(new, files.keys(), *built.held)
            swap_in(new, folder, root)
            left = ""
            with suppress(OSError):
                # Else the next build is one from nothing.
                left = built.keep(root, folder, states)
    finally:
        shutil.rmtree(room, ignore_errors=True)
    return files, left


def due(root: Path, now: datetime) -> datetime | None:
    """Give the next moment after *now* at which the public site changes by itself, if there is one.

    An embargo ends, or a test that the accessibility statement stands on is a year old.
    """
    project = read_project(root, now)
    changes = (next_change(project), project.statement.next_change(now) if project.statement else None)
    return min(filter(None, changes), default=None)
