"""A project folder as read: every file with its places, whether it is right, wrong, public or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path

from cyhoeddi.handwritten import Page, read_pages
from cyhoeddi.load import load_part
from cyhoeddi.lock import Lock, read_lock
from cyhoeddi.memory import Memory, Standing, compare, read_memory
from cyhoeddi.model import LONDON, Publication, Series
from cyhoeddi.parity import ParityContext
from cyhoeddi.problems import Level, Position, Problem
from cyhoeddi.public import embargoes, public_source, says_hidden
from cyhoeddi.salvage import salvage
from cyhoeddi.settings import Settings, read_settings
from cyhoeddi.source import Source, read_source
from cyhoeddi.statement import Statement, read_statement
from cyhoeddi.terms import Terms, read_terms
from cyhoeddi.texts import Text, walk_texts

RULE = "file-name"

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Entry:
    """A YAML file and the publication or series that it holds."""

    source: Source
    part: Publication | Series | None
    """Without what is wrong in the file, which has its problem; None if nothing can be read."""


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
    def sources(self) -> Mapping[str, Source]:
        """The source of each YAML file, by its path."""
        sources = [entry.source for entry in self.entries]
        if self.statement is not None:
            sources.append(self.statement.source)
        return {source.file: source for source in sources}

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
        domains = self.settings.extra.twin_domains if self.settings else ()
        return ParityContext(tuple((pair.en, pair.cy) for pair in domains), self.terms)

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """How each text stands to what was accepted."""
        return compare(self.sources.values(), self.pages, self.memory)

    def texts(self) -> Iterator[Text]:
        """Yield every bilingual text of the project, hand-written pages included."""
        for source in self.sources.values():
            yield from walk_texts(source)
        for page in self.pages:
            yield from page.texts()

    def place(self, part: Publication | Series, *path: str | int) -> Position:
        """Give the place of a value of *part*, or of the nearest thing around it."""
        return self.sources[part.file].position(path)

    def key_place(self, part: Publication | Series, *path: str | int) -> Position:
        """Give the place of a key of *part*."""
        return self.sources[part.file].key_position(path)


def read_project(root: Path, now: datetime, *, public: bool = False) -> Project:
    """Read the project folder *root*; what is wrong in it is among its `problems`.

    With *public*, whatever is a draft or under embargo at *now* is passed over as if it were not there.
    """
    settings, problems = read_settings(root)
    lock, lock_problems = read_lock(root)
    terms, term_problems = read_terms(root)
    memory, memory_problems = read_memory(root)
    pages, page_problems = read_pages(root)
    statement, statement_problems = read_statement(root)
    entries: list[Entry] = []
    found = [*problems, *term_problems, *lock_problems, *memory_problems, *page_problems, *statement_problems]
    ids: dict[str, str] = {}
    moments: set[datetime] = set()
    for file in sorted((root / "briefings").rglob("*")):
        name = file.relative_to(root).as_posix()
        if name.startswith("briefings/files/") or file.name.startswith(".") or not file.is_file():
            continue
        if file.suffix.lower() not in {".yaml", ".yml"}:
            found += () if public else _stranger(file, name)
            continue
        source, mistakes = read_source(file, name)
        moments |= set(embargoes(source)) if source else set()
        if public:
            hidden = source is None and says_hidden(file, now)
            moments |= {now} if hidden else set()
            source = source and public_source(source, now)
            if hidden or (source is None and not mistakes):
                continue
        found += _name_problems(name, ids)
        found += mistakes
        if source is not None:
            part, misshapen = _load(source)
            found += misshapen
            entries.append(Entry(source, part))
    return Project(
        root,
        now,
        settings,
        terms,
        lock,
        memory,
        pages,
        statement,
        tuple(entries),
        _read_files(root),
        tuple(found),
        frozenset(moments),
    )


def is_series(name: str) -> bool:
    """Tell whether the file *name* holds a series."""
    return name.startswith("briefings/series/")


def _load(source: Source) -> tuple[Publication | Series | None, tuple[Problem, ...]]:
    place = {"id": Path(source.file).stem, "file": source.file}
    if is_series(source.file):
        series, problems = load_part(source, Series, place)
        return series or salvage(source.data, Series, place), problems
    publication, problems = load_part(source, Publication, place)
    return publication or salvage(source.data, Publication, place), problems


def _stranger(file: Path, name: str) -> Iterator[Problem]:
    if file.stem != "README":
        hint = (
            "A publication's file ends in .yaml; its pictures and attachments stand in briefings/files/<id>/."
        )
        yield Problem(Position(name), RULE, "this file is not read", hint, Level.WARNING)


def _name_problems(name: str, ids: dict[str, str]) -> Iterator[Problem]:
    stem, position = Path(name).stem, Position(name)
    if not name.endswith(".yaml"):
        yield Problem(position, RULE, "the file's name does not end in .yaml", "Rename the file.")
    if not _ID.fullmatch(stem) or len(stem) > 100:
        hint = "Use small letters without accents, digits and single hyphens, such as briefing-may-2023.yaml."
        yield Problem(position, RULE, f'"{stem}" cannot be the name of a publication', hint)
    kind = "series" if is_series(name) else "publication"
    first = ids.setdefault(f"{kind}/{stem}", name)
    if first != name:
        message = f"another file has the name {stem} too: {first}"
        yield Problem(position, RULE, message, "Rename one of them: a name stands for one publication only.")


def _read_files(root: Path) -> Mapping[str, Mapping[str, int]]:
    folder = root / "briefings" / "files"
    if not folder.is_dir():
        return {}
    return {
        owner.name: {file.name: file.stat().st_size for file in sorted(owner.iterdir()) if file.is_file()}
        for owner in sorted(folder.iterdir())
        if owner.is_dir()
    }
