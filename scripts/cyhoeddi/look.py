"""A look at the texts of one file: what the rules about one text find there, and what other rules go by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass

from cyhoeddi.acceptance import Acceptance, acceptances_in, acceptances_in_page
from cyhoeddi.checks import ACCEPTABLE, FACTS, check_file, check_texts
from cyhoeddi.checks.facts import page_unit
from cyhoeddi.entry import Entry
from cyhoeddi.fingerprint import digest
from cyhoeddi.handwritten import Page
from cyhoeddi.language import Language
from cyhoeddi.parity import ParityContext
from cyhoeddi.problems import Position
from cyhoeddi.project import Project
from cyhoeddi.seen import Seen
from cyhoeddi.source import Source
from cyhoeddi.texts import Text, walk_texts


@dataclass(frozen=True)
class Unit:
    """What is looked at together: a YAML file, or the two files of a hand-written page."""

    name: str
    digest: str
    texts: Callable[[], Iterable[Text]]
    accepted: Callable[[], Iterable[Acceptance]]
    """What its authors accepted."""
    entry: Entry | None = None
    """The file, if it is one of briefings/."""


def look(unit: Unit, unread: Set[Position], context: ParityContext) -> Seen:
    """Give what is seen in *unit* by itself; the places *unread* have their problem already."""
    # A list, since a text parses itself once for all who ask.
    texts = list(unit.texts())
    told = {
        rule: {unit.name: tuple(fact for text in texts for fact in find(text))}
        for rule, find in FACTS.items()
    }
    problems = [*check_texts(texts, unread, context)]
    problems += check_file(unit.entry, unread) if unit.entry else ()
    return Seen(tuple(problems), told, tuple(unit.accepted()))


def units_of(project: Project) -> Iterator[Unit]:
    """Yield all units of *project*."""
    for entry in project.entries:
        yield unit_of(entry)
    if project.statement is not None:
        source = project.statement.source
        yield Unit(source.file, digest(source.content), *_looks(lambda: source))
    for page in project.pages:
        yield _of_page(page)


def unit_of(entry: Entry) -> Unit:
    """Give the unit of a file of briefings/."""
    return Unit(entry.file, entry.digest, *_looks(lambda: entry.source), entry)


def _looks(
    opened: Callable[[], Source],
) -> tuple[Callable[[], Iterable[Text]], Callable[[], Iterable[Acceptance]]]:
    return lambda: walk_texts(opened()), lambda: acceptances_in(opened(), ACCEPTABLE)


def _of_page(page: Page) -> Unit:
    sides = [page[language] for language in Language]
    said = [part for side in sides for part in (side.source.content, str(side.first_line), side.body)]
    return Unit(
        page_unit(page.name), digest(*said), page.texts, lambda: acceptances_in_page(page, ACCEPTABLE)
    )
