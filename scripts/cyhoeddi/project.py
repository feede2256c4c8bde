"""A project folder as read: every file with its places, whether it is right, wrong, public or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path

from cyhoeddi.briefings import read_briefings
from cyhoeddi.entry import Entry, Sources
from cyhoeddi.handwritten import Page, read_pages
from cyhoeddi.lock import Lock, read_lock
from cyhoeddi.memory import Held, Memory, Standing, compare, hold, hold_page, read_memory
from cyhoeddi.model import LONDON, Publication, Series
from cyhoeddi.parity import ParityContext, context_of
from cyhoeddi.problems import Position, Problem
from cyhoeddi.progress import Progress
from cyhoeddi.readings import Known
from cyhoeddi.settings import Settings, read_settings
from cyhoeddi.settled import Agreed, settle
from cyhoeddi.source import Plain
from cyhoeddi.statement import Statement, read_statement
from cyhoeddi.terms import Terms, read_terms


@dataclass(frozen=True)
class Project:
    """All that a project folder says, at one moment."""

    root: Path
    now: datetime
    """The moment that decides what is public, in UTC."""
    settings: Settings | None
    terms: Terms
    lock: Lock
    memory: Memory
    """What was accepted; of settled files perhaps not."""
    settled: Mapping[str, Agreed]
    """The YAML files whose texts all stand as they were accepted."""
    pages: tuple[Page, ...]
    statement: Statement | None
    """The accessibility statement, if it is made from accessibility.yaml."""
    entries: tuple[Entry, ...]
    files: Mapping[str, Mapping[str, int]]
    """The size in bytes of each file of briefings/files/, by id and name."""
    problems: tuple[Problem, ...]
    """What was found while reading."""
    embargoes: frozenset[datetime] = frozenset()
    """When what stands in briefings/ may begin to be seen, that which was passed over too; *now* if a file
    was passed over that does not say."""

    @property
    def today(self) -> date:
        """The day of that moment, in London."""
        return self.now.astimezone(LONDON).date()

    @property
    def same_until(self) -> datetime:
        """The next moment at which it may say something else: an embargo ends, or the day does."""
        tomorrow = datetime.combine(self.today + timedelta(days=1), time(), LONDON).astimezone(UTC)
        return min(moment for moment in {*self.embargoes, tomorrow} if moment >= self.now)

    @cached_property
    def publications(self) -> tuple[Publication, ...]:
        """All publications that can be read, public or not, newest first."""
        found = [entry.part for entry in self.entries if isinstance(entry.part, Publication)]
        return tuple(
            sorted(sorted(found, key=lambda one: one.id), key=lambda one: one.published_on, reverse=True)
        )

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """All series that can be read, public or not, by id."""
        return tuple(entry.part for entry in self.entries if isinstance(entry.part, Series))

    @cached_property
    def sources(self) -> Sources:
        """The source of each YAML file, by its path; it is opened when it is asked for."""
        return Sources(self.entries, self.statement.source if self.statement else None)

    @cached_property
    def data(self) -> Mapping[str, Mapping[str, Plain]]:
        """What is written in each file of briefings/, by its path, but perhaps for the texts."""
        return {entry.file: entry.data for entry in self.entries}

    @cached_property
    def all_pages(self) -> tuple[Page, ...]:
        """The hand-written pages, and the accessibility statement if it is made from its file."""
        page = self.statement.page(self.settings, self.today) if self.statement and self.settings else None
        if page is None or any(one.name == page.name for one in self.pages):
            return self.pages
        return (*self.pages, page)

    @cached_property
    def parity(self) -> ParityContext:
        """What the project adds to the rules of parity."""
        return context_of(self.settings, self.terms)

    @cached_property
    def unsettled(self) -> tuple[Standing, ...]:
        """How each text stands to what was accepted, but for those of files that are settled."""
        return self._compare((one for one in self.entries if one.file not in self.settled), self.memory)

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """How each text stands to what was accepted."""
        return self._compare(self.entries, self.memory if self.memory.whole else read_memory(self.root)[0])

    def _compare(self, entries: Iterable[Entry], memory: Memory) -> tuple[Standing, ...]:
        held = [one for entry in entries for one in entry.held]
        return compare([*held, *_held_elsewhere(self.pages, self.statement)], memory)

    def place(self, part: Publication | Series, *path: str | int) -> Position:
        """Give the place of a value of *part*, or of the nearest thing around it."""
        return self.sources[part.file].position(path)

    def key_place(self, part: Publication | Series, *path: str | int) -> Position:
        """Give the place of a key of *part*."""
        return self.sources[part.file].key_position(path)


def read_project(
    root: Path,
    now: datetime,
    *,
    public: bool = False,
    keep: bool = False,
    jobs: int = 1,
    progress: Progress | None = None,
    known: Known | None = None,
) -> Project:
    """Read the project folder *root*; what is wrong in it is among its `problems`.

    With *public*, whatever is a draft or under embargo at *now* is passed over as if it were not there. With
    *keep*, only what changed since the last time is read. *jobs* processes share the work, *progress* hears
    of it. What is *known* to a process that lasts it need not read.
    """
    settings, problems = read_settings(root)
    lock, lock_problems = read_lock(root)
    terms, term_problems = read_terms(root)
    pages, page_problems = read_pages(root)
    statement, statement_problems = read_statement(root)
    briefings = read_briefings(root, now, public=public, keep=keep, jobs=jobs, progress=progress, known=known)
    others = (held.key for held in _held_elsewhere(pages, statement))
    settled = settle(root, briefings.entries, others, keep=keep)
    told = [*problems, *term_problems, *lock_problems, *settled.problems, *page_problems, *statement_problems]
    return Project(
        root,
        now,
        settings,
        terms,
        lock,
        settled.memory,
        settled.agreed,
        pages,
        statement,
        tuple(briefings.entries),
        _read_files(root),
        (*told, *briefings.problems),
        frozenset(briefings.moments),
    )


def _held_elsewhere(pages: Iterable[Page], statement: Statement | None) -> Iterator[Held]:
    """Yield the texts that stand in no file of briefings/."""
    yield from hold(statement.source) if statement else ()
    yield from (held for page in pages for held in hold_page(page))


def _read_files(root: Path) -> Mapping[str, Mapping[str, int]]:
    folder = root / "briefings" / "files"
    if not folder.is_dir():
        return {}
    return {
        owner.name: {file.name: file.stat().st_size for file in sorted(owner.iterdir()) if file.is_file()}
        for owner in sorted(folder.iterdir())
        if owner.is_dir()
    }
