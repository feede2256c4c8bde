"""The order of everything: read, check, render, write, build, swap."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cyhoeddi.addresses import Addresses
from cyhoeddi.checks import check
from cyhoeddi.clock import read_clock
from cyhoeddi.collection import collect, next_change
from cyhoeddi.lock import Lock, write_lock
from cyhoeddi.problems import Level, Problem
from cyhoeddi.project import Project, read_project
from cyhoeddi.render.tree import render_tree
from cyhoeddi.site.engine import build_site
from cyhoeddi.site.swap import locked, private_folder, recover, swap_in
from cyhoeddi.write import write_tree

DOCS = "docs"
SITE = "site"
PREVIEW = "preview"
PREVIEW_DOCS = ".cyhoeddi/preview/docs"


@dataclass(frozen=True)
class Outcome:
    """What came of a build."""

    problems: tuple[Problem, ...]
    folder: Path | None = None
    """The folder that holds the site; None if problems stopped the build."""


def check_project(root: Path, now: datetime) -> tuple[Problem, ...]:
    """Give every problem of the project folder *root*, drafts included, in the order of their places."""
    return _check(read_project(root, now))


def build(root: Path, *, now: datetime, say: Callable[[str], object], preview: bool = False) -> Outcome:
    """Build the site of the project folder *root* as it is at *now*; errors leave the last good site alone.

    *say* takes a sentence about what happened before, which a person should know whatever comes now.
    """
    with locked(root):
        if notice := recover(root):
            say(notice)
        docs = root / (PREVIEW_DOCS if preview else DOCS)
        problems = prepare(root, preview=preview, into=docs, now=now)
        if has_errors(problems):
            return Outcome(problems)
        folder = root / (PREVIEW if preview else SITE)
        room = private_folder(root)
        try:
            build_site(root, docs_dir=docs, into=room / SITE)
            swap_in(room / SITE, folder)
        finally:
            shutil.rmtree(room, ignore_errors=True)
        return Outcome(problems, folder)


def prepare(project: Path, *, preview: bool, into: Path, now: datetime | None = None) -> tuple[Problem, ...]:
    """Write the generated tree of the folder *project* below *into*, unless there are errors.

    Gives the problems. A mistake in a text that is not public yet does not hold back what is, and is not
    among them; `check` and a preview show it.
    """
    read = read_project(project, now or read_clock(), public=not preview)
    problems = _check(read)
    if not has_errors(problems):
        write_tree(project, render_tree(collect(read, preview=preview), read.lock), into)
    return problems


def accept(root: Path, now: datetime) -> tuple[tuple[Problem, ...], Lock | None]:
    """Record the public addresses of the project folder *root* in its lock, unless there are errors."""
    project = read_project(root, now, public=True)
    problems = _check(project)
    if has_errors(problems):
        return problems, None
    lock = Addresses(collect(project), project.lock).accepted()
    write_lock(root, lock)
    return problems, lock


def due(root: Path, now: datetime) -> datetime | None:
    """Give the next moment after *now* at which the public site changes by itself, if there is one."""
    return next_change(read_project(root, now))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any of *problems* stops a build."""
    return any(problem.level is Level.ERROR for problem in problems)


def _check(project: Project) -> tuple[Problem, ...]:
    return tuple(sorted(set(check(project))))
