"""What the rules about one text find in each file: looked for only where something has changed.

A file's problems are kept under the hash of what they follow from: what the file says, and what of it is to
be seen. They hold for one version of the program and of the project's word lists and domains.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cyhoeddi.checks import FACTS, check_texts, unread_in
from cyhoeddi.checks.facts import Told, fact_of, page_unit
from cyhoeddi.fingerprint import code_digest, digest, files_digest, folder_files
from cyhoeddi.handwritten import Page
from cyhoeddi.language import Language
from cyhoeddi.ledger import read_ledger, write_ledger
from cyhoeddi.problems import Level, Position, Problem
from cyhoeddi.progress import Progress
from cyhoeddi.project import Project
from cyhoeddi.source import Source
from cyhoeddi.texts import Text, walk_texts
from cyhoeddi.workers import spread

FILE = ".cyhoeddi/checked.json"


@dataclass(frozen=True)
class _Unit:
    """What is looked at together: a YAML file, or the two files of a hand-written page."""

    name: str
    digest: str
    texts: Callable[[], Iterable[Text]]


@dataclass(frozen=True)
class Seen:
    """What was seen in the texts of a project, or of one unit of it."""

    problems: tuple[Problem, ...]
    """What the rules about one text find, in the order of the files."""
    told: Mapping[str, Told]
    """The facts that other rules go by: by rule, then by unit."""


def look_at_texts(
    project: Project, *, jobs: int, cache: Path | None = None, progress: Progress | None = None
) -> Seen:
    """Give what is seen in each text of *project* by itself.

    What is known from the last time is read from the file *cache*, which is brought up to date; without one,
    everything is looked at. *jobs* processes share the work, *progress* hears of it.
    """
    units = list(_units(project))
    version = _version(project) if cache else ""
    kept = read_ledger(cache, version) if cache else {}
    known = {
        unit.name: _seen(unit.name, kept[unit.name])
        for unit in units
        if unit.name in kept and kept[unit.name][0] == unit.digest
    }
    due = [unit for unit in units if unit.name not in known]
    unread = unread_in(project)
    tell = (progress or Progress()).tell
    found = spread(
        lambda unit: _look(unit, unread, project),
        due,
        jobs,
        lambda done: tell(f"Checks: {done} of {len(due)} files have been looked at."),
    )
    known |= {unit.name: seen for unit, seen in zip(due, found, strict=True)}
    if cache and due:
        # A public build passes drafts over: what is known of them is kept for the next look at everything.
        others = {name: entry for name, entry in kept.items() if (project.root / name).is_file()}
        rows = {unit.name: _row(unit, known[unit.name]) for unit in units}
        write_ledger(cache, version, others | rows)
    told = {rule: {unit.name: known[unit.name].told[rule][unit.name] for unit in units} for rule in FACTS}
    return Seen(tuple(problem for unit in units for problem in known[unit.name].problems), told)


def _look(unit: _Unit, unread: Set[Position], project: Project) -> Seen:
    # A list, since a text parses itself once for all who ask.
    texts = list(unit.texts())
    told = {
        rule: {unit.name: tuple(fact for text in texts for fact in find(text))}
        for rule, find in FACTS.items()
    }
    return Seen(tuple(check_texts(texts, unread, project.parity)), told)


def _units(project: Project) -> Iterator[_Unit]:
    for source in project.sources.values():
        yield _of_source(source)
    for page in project.pages:
        yield _of_page(page)


def _of_source(source: Source) -> _Unit:
    # The data besides, since workstreams that are not public are left out of them.
    said = digest(source.content, json.dumps(source.data, ensure_ascii=False))
    return _Unit(source.file, said, lambda: walk_texts(source))


def _of_page(page: Page) -> _Unit:
    sides = [page[language] for language in Language]
    said = [part for side in sides for part in (side.source.content, str(side.first_line), side.body)]
    return _Unit(page_unit(page.name), digest(*said), page.texts)


def _version(project: Project) -> str:
    terms = project.root / "terms"
    domains = json.dumps(project.parity.twin_domains)
    return digest(code_digest(), files_digest(terms, folder_files(terms)), domains)


def _row(unit: _Unit, seen: Seen) -> list[Any]:
    problems = [
        [at.file, at.line, at.column, one.rule, one.message, one.hint, one.level.value]
        for one in seen.problems
        for at in (one.position,)
    ]
    return [unit.digest, problems, {rule: told[unit.name] for rule, told in seen.told.items()}]


def _seen(name: str, row: list[Any]) -> Seen:
    _, problems, told = row
    return Seen(
        tuple(
            Problem(Position(file, line, column), rule, message, hint, Level(level))
            for file, line, column, rule, message, hint, level in problems
        ),
        {rule: {name: tuple(map(fact_of, facts))} for rule, facts in told.items()},
    )
