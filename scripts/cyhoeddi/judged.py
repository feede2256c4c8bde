"""Everything that is wrong in a project, as it is told: without what was accepted in place, in order."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace

from cyhoeddi.acceptance import Acceptance, apply_acceptances
from cyhoeddi.checked import FILE as CHECKED
from cyhoeddi.checked import look_at_texts
from cyhoeddi.checks import ACCEPTABLE, check, files
from cyhoeddi.checks.facts import Told
from cyhoeddi.problems import Level, Problem
from cyhoeddi.progress import Progress
from cyhoeddi.project import Project
from cyhoeddi.workers import cores


@dataclass(frozen=True)
class Judged:
    """What was found in a project."""

    problems: tuple[Problem, ...]
    """Everything that is wrong, in the order of places."""
    accepted: tuple[Acceptance, ...]
    """The false alarms that authors accepted, in the order of the files."""
    told: Mapping[str, Told]
    """The facts that rules across files go by: by rule, then by file."""

    @property
    def images(self) -> Told:
        """The images of each file that has any, by its path. Where only an edit was judged (`rejudged`), it
        is not known where in a text they stand."""
        return self.told[files.ID]

    def with_images_alone(self) -> Judged:
        """Give this without the other facts, which are very many, and of no use when all has been judged."""
        return replace(self, told={files.ID: {name: found for name, found in self.images.items() if found}})


def judge(project: Project, jobs: int | None = None, progress: Progress | None = None) -> Judged:
    """Look for every problem of *project*; *jobs* processes look, else one a core, *progress* hears of it."""
    cache = project.root / CHECKED
    seen = look_at_texts(project, jobs=jobs or cores(), cache=cache, progress=progress)
    found = check(project, seen.problems, seen.told)
    problems = tuple(sorted(set(apply_acceptances(found, seen.accepted, ACCEPTABLE))))
    return Judged(problems, seen.accepted, seen.told)


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
