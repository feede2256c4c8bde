"""The order of everything: read, check, render, write, build, swap."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from cyhoeddi.acceptance import apply_acceptances
from cyhoeddi.addresses import Addresses
from cyhoeddi.checks import ACCEPTABLE, BETWEEN_LANGUAGES, OF_TIME, check, recorded, stale
from cyhoeddi.clock import read_clock
from cyhoeddi.collection import collect, next_change
from cyhoeddi.evidence import read_digest, render_evidence, write_evidence
from cyhoeddi.lock import Lock, write_lock
from cyhoeddi.made import digests_of, restated
from cyhoeddi.memory import FILE as MEMORY
from cyhoeddi.memory import accept_texts, chosen, write_memory
from cyhoeddi.model import LONDON
from cyhoeddi.pdf.shelf import FOLDER as PDFS
from cyhoeddi.pdf.shelf import Shelf, make_pdfs
from cyhoeddi.problems import Level, Position, Problem
from cyhoeddi.project import Project, read_project
from cyhoeddi.render.tree import render_tree
from cyhoeddi.search.build import CACHE as INDEXES
from cyhoeddi.search.build import build_search
from cyhoeddi.site import PREVIEW_DOCS
from cyhoeddi.site.engine import build_site
from cyhoeddi.site.swap import locked, private_folder, recover, swap_in
from cyhoeddi.statement import Digests
from cyhoeddi.statement.built import write_built
from cyhoeddi.status import Overview, overview_of
from cyhoeddi.write import write_tree

DOCS = "docs"
SITE = "site"
PREVIEW = "preview"


@dataclass(frozen=True)
class Outcome:
    """What came of a build."""

    problems: tuple[Problem, ...]
    folder: Path | None = None
    """The folder that holds the site; None if problems stopped the build."""


def check_project(root: Path, now: datetime, *, locked: bool = False) -> tuple[Problem, ...]:
    """Give every problem of the project folder *root*, drafts included, in the order of their places.

    With *locked*, every text must be recorded in translations.lock as it is.
    """
    return _check_whole(read_project(root, now), locked=locked)


def survey(root: Path, now: datetime) -> Overview:
    """Give how far everything in the project folder *root* is, drafts included."""
    project = read_project(root, now)
    return overview_of(project, _check_whole(project))


def build(
    root: Path,
    *,
    now: datetime,
    say: Callable[[str], object],
    preview: bool = False,
    skip: Container[str] = (),
) -> Outcome:
    """Build the site of the project folder *root* as it is at *now*; errors leave the last good site alone.

    *say* takes a sentence about what happened before, which a person should know whatever comes now.
    """
    with locked(root):
        if notice := recover(root):
            say(notice)
        docs = root / (PREVIEW_DOCS if preview else DOCS)
        kept: list[tuple[str, Digests]] = []
        problems = prepare(
            root,
            preview=preview,
            into=docs,
            now=now,
            skip=skip,
            searchable="search" not in skip,
            say=say,
            keep=kept.append,
        )
        if has_errors(problems):
            return Outcome(problems)
        folder = root / (PREVIEW if preview else SITE)
        room = private_folder(root)
        try:
            build_site(root, docs_dir=docs, into=room / SITE)
            if "search" not in skip:
                build_search(docs, room / SITE, cache=root / INDEXES, year=now.astimezone(LONDON).year)
            swap_in(room / SITE, folder)
        finally:
            shutil.rmtree(room, ignore_errors=True)
        if not preview:
            evidence, digests = kept[0]
            write_evidence(root, evidence)
            write_built(root, digests)
        return Outcome(problems, folder)


def prepare(
    project: Path,
    *,
    preview: bool,
    into: Path,
    now: datetime | None = None,
    skip: Container[str] = (),
    searchable: bool = False,
    say: Callable[[str], object] | None = None,
    keep: Callable[[tuple[str, Digests]], object] | None = None,
) -> tuple[Problem, ...]:
    """Write the generated tree of the folder *project* below *into*, unless there are errors.

    Gives the problems. A mistake in a text that is not public yet does not hold back what is, and is not
    among them; `check` and a preview show it. In a preview the languages may still differ. *skip* names
    outputs to leave out; a *searchable* site will be indexed; *say* hears of progress; *keep* takes the
    evidence for what was written, and the digests of it.
    """
    read = read_project(project, now or read_clock(), public=not preview)
    problems = _eased(_check(read), {*OF_TIME, *(BETWEEN_LANGUAGES if preview else ())})
    if has_errors(problems):
        return problems
    collection = collect(read, preview=preview)
    addresses = Addresses(collection, read.lock)
    shelf: Shelf = {}
    if "pdf" not in skip:
        shelf, faults = make_pdfs(project, collection, addresses, cache=project / PDFS, progress=say)
        problems = tuple(sorted({*problems, *faults}))
    if not has_errors(problems):
        tree = render_tree(collection, read.lock, shelf, searchable=searchable)
        if not preview:
            digests = digests_of(project, tree)
            tree = restated(tree, read, addresses, digests)
            if keep:
                keep((render_evidence(read, addresses, problems, read_digest(project)), digests))
        write_tree(project, tree, into)
    return problems


def _eased(problems: Iterable[Problem], rules: Container[str]) -> tuple[Problem, ...]:
    """Make warnings of the errors of *rules*.

    In a preview these are what the languages still owe each other: who writes one side wants to see it.
    """
    eased = (
        replace(problem, level=Level.WARNING)
        if problem.level is Level.ERROR and problem.rule in rules
        else problem
        for problem in problems
    )
    return tuple(sorted(eased))


def proof(root: Path, name: str, now: datetime) -> tuple[tuple[Problem, ...], tuple[Path, ...]]:
    """Make the PDFs of the publication *name*, draft or not, in the project folder *root*; give their paths.

    No path means that there is no such document, or that problems stop it. As in a preview, the languages may
    still differ.
    """
    read = read_project(root, now)
    problems = _eased(_check(read), BETWEEN_LANGUAGES)
    if read.settings is None:
        return problems, ()
    collection = collect(read, preview=True)
    files = {one.file for one in collection.publications if one.id == name}
    problems = tuple(one for one in problems if one.position.file in files)
    if has_errors(problems):
        return problems, ()
    addresses = Addresses(collection, read.lock)
    shelf, faults = make_pdfs(root, collection, addresses, cache=root / PDFS, only={name})
    copies = {root / f"{name}-{language}.pdf": pdf.path for (_, language), pdf in shelf.items()}
    for copy, made in copies.items():
        shutil.copyfile(made, copy)
    return (*problems, *faults), tuple(copies)


def accept(root: Path, now: datetime) -> tuple[tuple[Problem, ...], Lock | None]:
    """Record the public addresses of the project folder *root*, and all its texts but drafts.

    Nothing is recorded while there are errors in what is public, or a stale text anywhere.
    """
    project, whole = read_project(root, now, public=True), read_project(root, now)
    problems = _eased({*_check(project), *stale.check(whole.standings)}, OF_TIME)
    if has_errors(problems):
        return problems, None
    lock = Addresses(collect(project), project.lock).accepted()
    write_lock(root, lock)
    write_memory(root, accept_texts(whole.standings, whole.memory))
    return problems, lock


def accept_some(
    root: Path, now: datetime, paths: Sequence[str], minor: str | None
) -> tuple[tuple[Problem, ...], int]:
    """Record the texts that *paths* name; with *minor*, only those whose other side need not follow, and why.

    Gives the problems, and the number of records that are new.
    """
    project = read_project(root, now)
    problems = [one for one in project.problems if one.position.file == MEMORY]
    for path in paths:
        if not any(chosen(one, [path]) for one in project.standings):
            hint = "Name a file, a folder, or a text as it stands in the problem's hint."
            problems.append(Problem(Position(path), "accept", "there is no text of this name", hint))
    if minor is None:
        problems += stale.check(one for one in project.standings if chosen(one, paths))
    if has_errors(problems):
        return tuple(sorted(problems)), 0
    memory = accept_texts(project.standings, project.memory, paths, minor)
    write_memory(root, memory)
    return (), len(set(memory.records) - set(project.memory.records))


def due(root: Path, now: datetime) -> datetime | None:
    """Give the next moment after *now* at which the public site changes by itself, if there is one."""
    return next_change(read_project(root, now))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any of *problems* stops a build."""
    return any(problem.level is Level.ERROR for problem in problems)


def _check_whole(project: Project, *, locked: bool = False) -> tuple[Problem, ...]:
    unrecorded = recorded.check(project.standings, project.memory, locked=locked)
    return tuple(sorted({*_check(project), *unrecorded}))


def _check(project: Project) -> tuple[Problem, ...]:
    return tuple(sorted(set(apply_acceptances(check(project), project, ACCEPTABLE))))
