"""Which units of a project go to the translators, in which direction, and where each stands, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from cyhoeddi.language import Language
from cyhoeddi.memory import Held, Standing, State, chosen
from cyhoeddi.problems import Level, Problem
from cyhoeddi.project import Project
from cyhoeddi.source import Plain
from cyhoeddi.translate.content import plain
from cyhoeddi.translate.segments import is_sound
from cyhoeddi.translate.units import Unit, Work, work_on
from cyhoeddi.words import in_language

Keyed: TypeAlias = tuple[Standing, Language, str]
"""A text, the side that is to be written, and what the keys of its units begin with."""


@dataclass(frozen=True)
class Entry:
    """A unit as it is exported."""

    unit: Unit
    context: str
    """Where it stands and what it is, in the language of the source."""


@dataclass(frozen=True)
class Batch:
    """What is exported of one file in one direction."""

    file: str
    """The path of the publication in the project."""
    to: Language
    entries: tuple[Entry, ...]


def select(
    project: Project, paths: Sequence[str] = (), *, everything: bool = False, to: Language | None = None
) -> tuple[Batch, ...]:
    """Give what waits for a translator in *paths*, or with *everything* all, in the order of the files.

    A side that is empty or stale has to be written. Else it is the one that was not written first, or *to*.
    """
    found: dict[tuple[str, Language], list[Entry]] = {}
    for standing, side, key in keyed(project):
        way = direction(standing)
        due = way is not None
        way = way or to or standing.held.text.source_language.other
        if side is not way or (to and way is not to) or not (due or everything):
            continue
        if not chosen(standing, paths) or (work := work_on(standing, side, key)) is None:
            continue
        units = work.units if everything else work.due
        entries = [Entry(unit, _context(project, work, unit)) for unit in units]
        found.setdefault((file_of(standing.held), side), []).extend(entries)
    return tuple(Batch(file, side, tuple(entries)) for (file, side), entries in found.items() if entries)


def withheld(project: Project, paths: Sequence[str] = ()) -> Iterator[Problem]:
    """Yield a problem for each text that cannot be exported, as its Markdown has to be mended first."""
    for standing in project.standings:
        text = standing.held.text
        source = (direction(standing) or text.source_language.other).other
        if not text.markdown or not chosen(standing, paths) or not text[source].strip():
            continue
        if not is_sound(text[source], headings=text.headings):
            message = "this text is not exported: its Markdown has to be mended first"
            hint = 'Run "cyhoeddi check" and mend what it finds here.'
            yield Problem(text.place(source, 0), "translate", message, hint, Level.WARNING)


def keyed(project: Project) -> Iterator[Keyed]:
    """Yield every text of *project* that may be translated, for each side, with a key of its own."""
    given: set[str] = set()
    for standing in project.standings:
        held = standing.held
        if _exempt(project, held):
            continue
        owner = "/".join(held.key.split("/")[:2])
        name = f"{owner}/{held.name}"
        while name in given:
            # An id may be the number of a neighbour that has none.
            name += "~"
        given.add(name)
        for side in Language:
            yield standing, side, f"{name}/{side}"


def direction(standing: Standing) -> Language | None:
    """Give the side that waits: the one that is empty, or the one that did not follow a change."""
    empty = [side for side in Language if not standing.held.text[side].strip()]
    if len(empty) == 1:
        return empty[0]
    if standing.state is State.STALE and standing.changed and not empty:
        return standing.changed.other
    return None


def file_of(held: Held) -> str:
    """Give the file of a text; of a page, that of the English."""
    return held.file


def directions(batches: Iterable[Batch]) -> frozenset[Language]:
    """Give the sides that are to be written."""
    return frozenset(batch.to for batch in batches)


def _exempt(project: Project, held: Held) -> bool:
    """Tell whether a side may be left out for good, as of a text by a third party."""
    source = project.sources.get(file_of(held))
    entries = source.data.get("untranslated") if source else None
    path = "/".join(map(str, held.text.path))
    listed = entries if isinstance(entries, list) else []
    return any(isinstance(entry, dict) and entry.get("path") == path for entry in listed)


def _context(project: Project, work: Work, unit: Unit) -> str:
    held, language = work.held, work.to.other
    words = in_language(language)
    source = project.sources.get(file_of(held))
    trail = list(_headings(source.data, held, language)) if source else [held.text.place(language, 0).file]
    what = words.get(f"translate_{unit.role}", unit.role)
    if unit.path and plain(unit.source):
        what = f"{what} ({unit.path})"
    return " › ".join([*trail, what])


def _headings(data: Plain, held: Held, language: Language) -> Iterator[str]:
    """Yield the file's title and the headings on the way to the text, but not the text itself."""
    value = data
    for step in (None, *held.text.path[:-1]):
        if step is not None:
            value = value[step]  # type: ignore[index]  # the text stands there
        if isinstance(value, dict):
            for key in ("title", "heading"):
                name = value.get(key)
                side = name.get(str(language)) if isinstance(name, dict) else None
                if name is not None and isinstance(side, str) and side:
                    yield side
