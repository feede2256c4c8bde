"""Everything that is wrong in a project folder, and until when it is so."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from cyhoeddi import rejudged
from cyhoeddi.checks import recorded
from cyhoeddi.inputs import Inputs, read_inputs
from cyhoeddi.judged import judge
from cyhoeddi.problems import Problem
from cyhoeddi.progress import Progress
from cyhoeddi.project import read_project
from cyhoeddi.steady import steadily
from cyhoeddi.workers import cores


class Examined(NamedTuple):
    """What was found."""

    problems: tuple[Problem, ...]
    until: datetime
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
    inputs: Inputs | None = None,
) -> Examined:
    """Give what `check_project` does, and until when it is so; *progress* hears of it.

    *inputs* are those of the project folder as it was a moment ago, if they are known.
    """
    progress, asks = progress or Progress(), rejudged.LOCKED if locked else rejudged.CHECK
    with progress.step("look at edits"):
        inputs = inputs or read_inputs(root)
        known = rejudged.recall(root, asks, inputs, now) if inputs else None
    if known is not None:
        return Examined(known.judged.problems, known.until)
    with progress.step("read"):
        project = read_project(root, now, keep=True, jobs=jobs or cores(), progress=progress)
    with progress.step("check"):
        unrecorded = recorded.check(project.unsettled, project.memory, locked=locked)
        judged = judge(project, jobs, progress)
        problems = tuple(sorted({*judged.problems, *unrecorded}))
        if inputs and inputs.still_so(root):
            rejudged.keep(root, asks, inputs, project, replace(judged, problems=problems))
    return Examined(problems, project.same_until)
