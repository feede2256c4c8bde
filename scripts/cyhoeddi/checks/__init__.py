"""The rules that a project is held to, one a module; the order here is the order in which they run."""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.checks import (
    addresses_unique,
    both_languages,
    dates,
    exemptions,
    files,
    markdown,
    names_known,
    parts,
    site_pages,
    structure,
)
from cyhoeddi.load import RULE as SHAPE
from cyhoeddi.problems import Problem
from cyhoeddi.project import Project

TEXT_RULES = (both_languages, markdown, structure)
"""Rules about one text: `check(text)`."""

PROJECT_RULES = (parts, dates, exemptions, files, names_known, site_pages, addresses_unique)
"""Rules that look at more: `check(project)`."""


def check(project: Project) -> Iterator[Problem]:
    """Yield everything that is wrong in *project*: what reading it found, then what each rule finds."""
    yield from project.problems
    for text in project.texts():
        for rule in TEXT_RULES:
            yield from rule.check(text)
    # A value that could not be read is not judged a second time; what is missing stands at the file's start.
    starts = {source.key_position(()) for source in project.sources.values()}
    unread = {problem.position for problem in project.problems if problem.rule == SHAPE} - starts
    for rule in PROJECT_RULES:
        yield from (problem for problem in rule.check(project) if problem.position not in unread)
