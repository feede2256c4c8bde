"""The order of everything: read, check, render, write, build, swap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cyhoeddi.addresses import Addresses
from cyhoeddi.checks import check
from cyhoeddi.clock import read_clock
from cyhoeddi.collection import collect, next_change, unpublished_files
from cyhoeddi.lock import Lock, write_lock
from cyhoeddi.problems import Level, Problem
from cyhoeddi.project import read_project
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
    notice: str | None = None
    """Something that happened before and that a person should know."""


def check_project(root: Path, now: datetime) -> tuple[Problem, ...]:
    """Give every problem of the project folder *root*, drafts included, in the order of their places."""
    return _in_order(check(read_project(root, now)))


def build(root: Path, *, now: datetime, preview: bool = False) -> Outcome:
    """Build the site of the project folder *root* as it is at *now*; errors leave the last good site alone."""
    with locked(root):
        notice = recover(root)
        docs = root / (PREVIEW_DOCS if preview else DOCS)
        problems = prepare(root, preview=preview, into=docs, now=now)
        if has_errors(problems):
            return Outcome(problems, notice=notice)
        new = private_folder(root) / SITE
        build_site(root, docs_dir=docs, into=new)
        folder = root / (PREVIEW if preview else SITE)
        swap_in(new, folder)
        return Outcome(problems, folder, notice)


def prepare(project: Path, *, preview: bool, into: Path, now: datetime | None = None) -> tuple[Problem, ...]:
    """Write the generated tree of the folder *project* below *into*, unless there are errors; give the problems.

    A mistake in a text that is not public yet does not hold back what is; `check` and a preview show it.
    """
    read = read_project(project, now or read_clock())
    hidden = frozenset() if preview else unpublished_files(read)
    problems = _in_order(problem for problem in check(read) if problem.position.file not in hidden)
    if not has_errors(problems):
        write_tree(project, render_tree(collect(read, preview=preview), read.lock), into)
    return problems


def accept(root: Path, now: datetime) -> tuple[tuple[Problem, ...], Lock | None]:
    """Record the public addresses of the project folder *root* in its lock, unless there are errors."""
    project = read_project(root, now)
    hidden = unpublished_files(project)
    problems = _in_order(problem for problem in check(project) if problem.position.file not in hidden)
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


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems)))
