"""Everything that is wrong in a project, as it is told: without what was accepted in place, in order."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace

from cyhoeddi.acceptance import apply_acceptances
from cyhoeddi.checked import FILE as CHECKED
from cyhoeddi.checked import look_at_texts
from cyhoeddi.checks import ACCEPTABLE, check
from cyhoeddi.problems import Level, Problem
from cyhoeddi.progress import Progress
from cyhoeddi.project import Project
from cyhoeddi.workers import cores


def judge(project: Project, jobs: int | None = None, progress: Progress | None = None) -> tuple[Problem, ...]:
    """Give every problem of *project*, in the order of places; *jobs* processes look, else one a core."""
    cache = project.root / CHECKED
    seen = look_at_texts(project, jobs=jobs or cores(), cache=cache, progress=progress)
    found = check(project, seen.problems, seen.told)
    return tuple(sorted(set(apply_acceptances(found, project, ACCEPTABLE))))


def eased(problems: Iterable[Problem], rules: Container[str]) -> tuple[Problem, ...]:
    """Make warnings of the errors of *rules*.

    In a preview these are what the languages still owe each other: who writes one side wants to see it.
    """
    found = (
        replace(problem, level=Level.WARNING)
        if problem.level is Level.ERROR and problem.rule in rules
        else problem
        for problem in problems
    )
    return tuple(sorted(found))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any of *problems* stops a build."""
    return any(problem.level is Level.ERROR for problem in problems)
