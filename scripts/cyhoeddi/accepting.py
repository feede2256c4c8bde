"""What a person accepts is recorded: the public addresses, and that both sides of a text say the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from cyhoeddi.addresses import Addresses
from cyhoeddi.checks import OF_TIME, stale
from cyhoeddi.collection import collect
from cyhoeddi.judged import eased, has_errors, judge
from cyhoeddi.lock import Lock, write_lock
from cyhoeddi.memory import FILE as MEMORY
from cyhoeddi.memory import accept_texts, chosen, write_memory
from cyhoeddi.problems import Position, Problem
from cyhoeddi.project import read_project
from cyhoeddi.steady import steadily


@steadily
def accept(root: Path, now: datetime) -> tuple[tuple[Problem, ...], Lock | None]:
    """Record the public addresses of the project folder *root*, and all its texts but drafts.

    Nothing is recorded while there are errors in what is public, or a stale text anywhere.
    """
    project, whole = read_project(root, now, public=True), read_project(root, now)
    problems = eased({*judge(project).problems, *stale.check(whole.standings)}, OF_TIME)
    if has_errors(problems):
        return problems, None
    lock = Addresses(collect(project), project.lock).accepted()
    memory = accept_texts(whole.standings, whole.memory)
    write_lock(root, lock)
    write_memory(root, memory)
    return problems, lock


@steadily
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
