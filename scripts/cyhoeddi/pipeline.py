"""The order of everything: read, check, render, write, build, swap."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cyhoeddi.addresses import Addresses
from cyhoeddi.checks import BETWEEN_LANGUAGES, OF_TIME, recorded
from cyhoeddi.clock import read_clock
from cyhoeddi.collection import collect, next_change
from cyhoeddi.entry import steadily
from cyhoeddi.evidence import read_digest, render_evidence, write_evidence
from cyhoeddi.judged import eased, has_errors, judge
from cyhoeddi.kept import read_last, write_last
from cyhoeddi.made import digests_of, restated, tree_digests
from cyhoeddi.model import LONDON
from cyhoeddi.pdf.shelf import FOLDER as PDFS
from cyhoeddi.pdf.shelf import Shelf, make_pdfs
from cyhoeddi.problems import Problem
from cyhoeddi.progress import Progress
from cyhoeddi.project import read_project
from cyhoeddi.render.tree import render_changes
from cyhoeddi.search.build import CACHE as INDEXES
from cyhoeddi.search.build import FOLDER as SEARCH
from cyhoeddi.search.build import build_search
from cyhoeddi.site import PREVIEW_DOCS
from cyhoeddi.site.engine import build_site
from cyhoeddi.site.swap import locked, private_folder, recover, swap_in
from cyhoeddi.statement.built import write_built
from cyhoeddi.statement.digest import file_digests
from cyhoeddi.status import Overview, overview_of
from cyhoeddi.workers import cores
from cyhoeddi.write import remove_links, write_at_once, write_tree

DOCS, SITE, PREVIEW = "docs", "site", "preview"


@dataclass(frozen=True)
class Outcome:
    """What came of a build."""

    problems: tuple[Problem, ...]
    folder: Path | None = None
    """The folder that holds the site; None if problems stopped the build."""
    pages: int = 0
    """How many pages that has."""
    until: datetime | None = None
    """The next moment at which it may be another."""


def check_project(
    root: Path, now: datetime, *, locked: bool = False, jobs: int | None = None
) -> tuple[Problem, ...]:
    """Give every problem of the project folder *root*, drafts included, in the order of their places.

    With *locked*, every text must be recorded in translations.lock as it is. *jobs* processes share the work.
    """
    return examine(root, now, locked=locked, jobs=jobs).problems


@steadily
def examine(
    root: Path,
    now: datetime,
    *,
    locked: bool = False,
    jobs: int | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Give what `check_project` does, and until when it is so; *progress* hears of it."""
    progress = progress or Progress()
    with progress.step("read"):
        project = read_project(root, now, keep=True, jobs=jobs or cores(), progress=progress)
    with progress.step("check"):
        unrecorded = recorded.check(project.unsettled, project.memory, locked=locked)
        problems = tuple(sorted({*judge(project, jobs, progress).problems, *unrecorded}))
    return Outcome(problems, until=project.same_until)


@steadily
def survey(root: Path, now: datetime) -> Overview:
    """Give how far everything in the project folder *root* is, drafts included."""
    return overview_of(read_project(root, now), check_project(root, now))


def build(
    root: Path,
    *,
    now: datetime,
    say: Callable[[str], object],
    preview: bool = False,
    skip: Container[str] = (),
    jobs: int | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Build the site of the project folder *root* as it is at *now*; errors leave the last good site alone.

    *say* takes a sentence about what happened before, which a person should know whatever comes now. *jobs*
    processes share the work, else one a core; *progress* hears of it.
    """
    progress = progress or Progress(say)
    with locked(root):
        if notice := recover(root):
            say(notice)
        docs = root / (PREVIEW_DOCS if preview else DOCS)
        made = _prepare(
            root, preview, docs, now, skip, searchable="search" not in skip, jobs=jobs, progress=progress
        )
        if made.tree is None:
            return Outcome(made.problems, until=made.until)
        folder = root / (PREVIEW if preview else SITE)
        new = (room := private_folder(root)) / SITE
        try:
            with progress.step("build pages"):
                files = build_site(
                    root,
                    docs_dir=docs,
                    into=new,
                    digests=made.tree,
                    last=folder,
                    jobs=jobs or cores(),
                    tell=progress.tell,
                )
            if "search" not in skip:
                progress.tell("The search is being made.")
                with progress.step("index for search"):
                    build_search(docs, new, cache=root / INDEXES, year=now.astimezone(LONDON).year)
                index = file_digests(new / SEARCH)
                files = {**files, **{f"{SEARCH}/{name}": index[name] for name in index}}
            with progress.step("put in place"):
                swap_in(new, folder)
        finally:
            shutil.rmtree(room, ignore_errors=True)
        if not preview:
            write_evidence(root, made.evidence)
            write_built(root, digests_of(root, made.tree), files)
        return Outcome(made.problems, folder, sum(path.endswith(".html") for path in files), made.until)


def prepare(
    project: Path, *, preview: bool, into: Path, now: datetime | None = None, skip: Container[str] = ()
) -> tuple[Problem, ...]:
    """Write the generated tree of the folder *project* below *into*, unless there are errors.

    Gives the problems. A mistake in a text that is not public yet does not hold back what is, and is not
    among them; `check` and a preview show it. In a preview the languages may still differ. *skip* names
    outputs to leave out.
    """
    return _prepare(project, preview, into, now or read_clock(), skip, progress=Progress()).problems


@dataclass(frozen=True)
class _Prepared:
    """What came of preparing a build."""

    problems: tuple[Problem, ...]
    tree: Mapping[str, str] | None = None
    """The hash of each file of the generated tree, by path; None if problems stopped it."""
    evidence: str = ""
    """The evidence for a public site."""
    until: datetime | None = None
    """The next moment at which it may be another."""


@steadily
def _prepare(
    root: Path,
    preview: bool,
    into: Path,
    now: datetime,
    skip: Container[str],
    *,
    searchable: bool = False,
    jobs: int | None = None,
    progress: Progress,
) -> _Prepared:
    """Check, render and write the tree; a *searchable* site will be indexed."""
    with progress.step("read"):
        read = read_project(root, now, public=not preview, keep=True, jobs=jobs or cores(), progress=progress)
    with progress.step("check"):
        judged = judge(read, jobs, progress)
        problems = eased(judged.problems, {*OF_TIME, *(BETWEEN_LANGUAGES if preview else ())})
    until = read.same_until
    if has_errors(problems):
        return _Prepared(problems, until=until)
    collection = collect(read, preview=preview)
    addresses = Addresses(collection, read.lock)
    shelf: Shelf = {}
    if "pdf" not in skip:
        with progress.step("make PDFs"):
            shelf, faults = make_pdfs(
                root, collection, addresses, cache=root / PDFS, jobs=jobs or cores(), progress=progress
            )
        problems = tuple(sorted({*problems, *faults}))
    if has_errors(problems):
        return _Prepared(problems, until=until)
    with progress.step("render"):
        remove_links(into)
        last = read_last(root, into)
        put = write_at_once(into, last.digests)
        rendering = render_changes(
            collection, read.lock, shelf, searchable=searchable, last=last, put=put, jobs=jobs or cores()
        )
        tree = dict(rendering.tree)
        digests = tree_digests(root, tree)
    evidence = ""
    if not preview:
        with progress.step("gather evidence"):
            statement = restated(read, addresses, digests_of(root, digests))
            tree |= statement
            digests |= tree_digests(root, statement)
            evidence = render_evidence(read, addresses, judged, problems, read_digest(root))
    with progress.step("write"):
        same = {path for path, digest in digests.items() if last.digests.get(path) == digest}
        write_tree(root, tree, into, same, digests)
        untouched = {path: last.stamps[path] for path in same if not isinstance(tree[path], bytes)}
        write_last(root, into, digests, rendering.rendered, untouched)
    return _Prepared(problems, digests, evidence, until)


def due(root: Path, now: datetime) -> datetime | None:
    """Give the next moment after *now* at which the public site changes by itself, if there is one.

    An embargo ends, or a test that the accessibility statement stands on is a year old.
    """
    project = read_project(root, now)
    changes = (next_change(project), project.statement.next_change(now) if project.statement else None)
    return min(filter(None, changes), default=None)
