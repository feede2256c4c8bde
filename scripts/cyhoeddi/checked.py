"""What the rules about one text, or one file, find in each file: looked for only where something has changed.

What is found is kept under the hash of what they follow from: what the file says, and what of it is to
be seen. It holds for one version of the program and of the project's word lists and domains.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cyhoeddi.acceptance import Acceptance, acceptances_in, acceptances_in_page
from cyhoeddi.checks import ACCEPTABLE, FACTS, check_file, check_texts, unread_in
from cyhoeddi.checks.facts import Told, fact_of, page_unit
from cyhoeddi.entry import Entry
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

_MANY = 1000
"""Where there are more units than this, they take so much memory that the dictionaries, which only a look
needs, had better have their place elsewhere."""


@dataclass(frozen=True)
class _Unit:
    """What is looked at together: a YAML file, or the two files of a hand-written page."""

    name: str
    digest: str
    texts: Callable[[], Iterable[Text]]
    accepted: Callable[[], Iterable[Acceptance]]
    """What its authors accepted."""
    entry: Entry | None = None
    """The file, if it is one of briefings/."""


@dataclass(frozen=True)
class Seen:
    """What was seen in the texts of a project, or of one unit of it."""

    problems: tuple[Problem, ...]
    """What the rules about one text find, in the order of the files."""
    told: Mapping[str, Told]
    """The facts that other rules go by: by rule, then by unit."""
    accepted: tuple[Acceptance, ...]
    """The false alarms that authors accepted, in the order of the files."""


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
    found_before = ((unit.name, _known(unit, kept.get(unit.name))) for unit in units)
    known = {name: seen for name, seen in found_before if seen is not None}
    due = [unit for unit in units if unit.name not in known]
    unread = unread_in(project)
    tell = (progress or Progress()).tell
    found = spread(
        lambda unit: _look(unit, unread, project),
        due,
        jobs,
        lambda done: tell(f"Checks: {done} of {len(due)} files have been looked at."),
        apart=len(units) > _MANY,
    )
    known |= {unit.name: seen for unit, seen in zip(due, found, strict=True)}
    if cache and due:
        # A public build passes drafts over: what is known of them is kept for the next look at everything.
        others = {name: entry for name, entry in kept.items() if (project.root / name).is_file()}
        rows = {unit.name: _row(unit, known[unit.name]) for unit in units}
        write_ledger(cache, version, others | rows)
    told = {rule: {unit.name: known[unit.name].told[rule][unit.name] for unit in units} for rule in FACTS}
    return Seen(
        tuple(problem for unit in units for problem in known[unit.name].problems),
        told,
        tuple(one for unit in units for one in known[unit.name].accepted),
    )


def _look(unit: _Unit, unread: Set[Position], project: Project) -> Seen:
    # A list, since a text parses itself once for all who ask.
    texts = list(unit.texts())
    told = {
        rule: {unit.name: tuple(fact for text in texts for fact in find(text))}
        for rule, find in FACTS.items()
    }
    problems = [*check_texts(texts, unread, project.parity)]
    problems += check_file(unit.entry, unread) if unit.entry else ()
    return Seen(tuple(problems), told, tuple(unit.accepted()))


def _units(project: Project) -> Iterator[_Unit]:
    for entry in project.entries:
        yield _of_entry(entry)
    if project.statement is not None:
        source = project.statement.source
        yield _Unit(source.file, digest(source.content), *_looks(lambda: source))
    for page in project.pages:
        yield _of_page(page)


def _of_entry(entry: Entry) -> _Unit:
    return _Unit(entry.file, entry.digest, *_looks(lambda: entry.source), entry)


def _looks(
    opened: Callable[[], Source],
) -> tuple[Callable[[], Iterable[Text]], Callable[[], Iterable[Acceptance]]]:
    return lambda: walk_texts(opened()), lambda: acceptances_in(opened(), ACCEPTABLE)


def _of_page(page: Page) -> _Unit:
    sides = [page[language] for language in Language]
    said = [part for side in sides for part in (side.source.content, str(side.first_line), side.body)]
    return _Unit(
        page_unit(page.name), digest(*said), page.texts, lambda: acceptances_in_page(page, ACCEPTABLE)
    )


def _version(project: Project) -> str:
    terms = project.root / "terms"
    domains = json.dumps(project.parity.twin_domains)
    return digest(code_digest(), files_digest(terms, folder_files(terms)), domains)


def _row(unit: _Unit, seen: Seen) -> list[Any]:
    problems = [
        [*_place(one.position), one.rule, one.message, one.hint, one.level.value] for one in seen.problems
    ]
    accepted = [
        [*_place(one.position), one.rule, one.reason, sorted(one.files), one.lines, one.is_due]
        for one in seen.accepted
    ]
    return [unit.digest, problems, {rule: told[unit.name] for rule, told in seen.told.items()}, accepted]


def _place(at: Position) -> tuple[str, int, int]:
    return at.file, at.line, at.column


def _known(unit: _Unit, row: list[Any] | None) -> Seen | None:
    """Give what was seen in *unit*, if *row* tells of the very same; None if it does not."""
    return _seen(unit.name, row) if row and row[0] == unit.digest else None


def _seen(name: str, row: list[Any]) -> Seen:
    _, problems, told, accepted = row
    return Seen(
        tuple(
            Problem(Position(*place), rule, message, hint, Level(level))
            for *place, rule, message, hint, level in problems
        ),
        {rule: {name: tuple(map(fact_of, facts))} for rule, facts in told.items()},
        tuple(
            Acceptance(Position(*place), rule, reason, frozenset(files), _lines(lines), is_due)
            for *place, rule, reason, files, lines, is_due in accepted
        ),
    )


def _lines(rows: list[list[int]] | None) -> tuple[tuple[int, int], ...] | None:
    return None if rows is None else tuple((first, last) for first, last in rows)
