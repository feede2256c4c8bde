"""What a text names is there, and public no later than the text itself.

pass:  [the minutes](pub:board-minutes), and briefings/board-minutes.yaml is published
fail:  series: removing-profits, and there is only removing-profit
fail:  replaced_by: a-draft
fail:  [contact us](contacts.md) in a hand-written page, and there is only contact.md
fail:  [by post](contact.md#post), and no heading of contact.md has that name
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from functools import cache
from pathlib import PurePosixPath

from cyhoeddi.body.blocks import Link, walk
from cyhoeddi.checks.facts import Fact, Told
from cyhoeddi.checks.page_links import facts_of_page, wrong_links
from cyhoeddi.collection import shown_names
from cyhoeddi.entry import is_series
from cyhoeddi.language import Language
from cyhoeddi.model import Publication, Series, Status, WorkstreamPart
from cyhoeddi.problems import Position, Problem
from cyhoeddi.project import Project
from cyhoeddi.source import Path
from cyhoeddi.texts import Text

ID = "names-known"


@dataclass(frozen=True)
class _Name:
    """A mention of something else."""

    name: str
    """What is meant, as the links of the format write it: id, series/<id>, series/<id>/<workstream>."""
    written: str
    path: Path
    """Where it stands in its file, and at which character of that."""
    offset: int | None
    mentioned_from: datetime | None
    """The moment from which readers see the mention; None if they never do."""


def check(project: Project, told: Told) -> Iterator[Problem]:
    """Yield a problem for each name that leads nowhere, or to what readers cannot see yet."""
    known, unread = _known(project), _unread(project)

    @cache
    def shown(moment: datetime) -> frozenset[str]:
        return shown_names(project, moment)

    for entry in project.entries:
        if entry.part is None:
            continue
        for name in _names(project, entry.part, told.get(entry.file, ()), known):
            if name.name not in known:
                # What stands in a file that cannot be read may be there: that file has its own problem.
                if "/".join(name.name.split("/")[:2]) not in unread:
                    yield _unknown(name, known, entry.source.position(name.path, name.offset))
            elif name.mentioned_from is not None and name.name not in shown(name.mentioned_from):
                message = f'"{name.written}" is not public when this text is'
                where = entry.source.position(name.path, name.offset)
                yield Problem(where, ID, message, "Take the mention away until it is published.")
    yield from _replaces_itself(project)
    for where, message, hint in wrong_links(project, told):
        yield Problem(where, ID, message, hint)


def facts(text: Text) -> Iterator[Fact]:
    """Yield each link of *text* that names something here; of a hand-written page, all links and headings."""
    if text.headings:
        yield from facts_of_page(text)
        return
    for language in Language if text.markdown else ():
        # Few texts hold such links: the mark is looked for before the text is parsed.
        for node in walk(text.bodies[language].body) if "pub:" in text[language] else ():
            if isinstance(node, Link) and node.target.startswith("pub:"):
                yield Fact(text.path, language, node.offset, (node.target,))


def _known(project: Project) -> frozenset[str]:
    names = {f"series/{one.id}" for one in project.series}
    names |= {f"series/{one.id}/{part.id}" for one in project.series for part in one.workstreams}
    return frozenset(names | {one.id for one in project.publications})


def _unread(project: Project) -> frozenset[str]:
    """Give the names of the files that hold no YAML that can be read."""
    files = {problem.position.file for problem in project.problems} - set(project.sources)
    return frozenset(
        f"series/{PurePosixPath(file).stem}" if is_series(file) else PurePosixPath(file).stem
        for file in files
    )


def _names(
    project: Project, part: Publication | Series, links: Iterable[Fact], known: Container[str]
) -> Iterator[_Name]:
    if isinstance(part, Publication):
        yield from _fields(project, part, known)
    for fact in links:
        (target,) = fact.words
        path = (*fact.path, str(fact.side))
        seen_from = _seen_from(project, part, fact.path)
        yield _Name(target.removeprefix("pub:"), target, path, fact.offset, seen_from)


def _fields(project: Project, part: Publication, known: Container[str]) -> Iterator[_Name]:
    seen_from = _public_from(part, project.now)
    if part.series is not None:
        series = f"series/{part.series}"
        yield _Name(series, part.series, ("series",), None, seen_from)
        # Of a series that is not known, no workstream can be.
        for index, name in enumerate(part.workstreams if series in known else ()):
            yield _Name(f"{series}/{name}", name, ("workstreams", index), None, seen_from)
    if part.withdrawn is not None and part.withdrawn.replaced_by is not None:
        name = part.withdrawn.replaced_by
        yield _Name(name, name, ("withdrawn", "replaced_by"), None, seen_from)


def _replaces_itself(project: Project) -> Iterator[Problem]:
    for one in project.publications:
        if one.withdrawn is not None and one.withdrawn.replaced_by == one.id:
            where = project.place(one, "withdrawn", "replaced_by")
            hint = "Write the id of the publication that takes its place, or take the line away."
            yield Problem(where, ID, "a publication cannot take its own place", hint)


def _seen_from(project: Project, part: Publication | Series, path: Path) -> datetime | None:
    """Give the moment from which the text at *path* is seen: that of its workstream if it stands in one."""
    moment = _public_from(part, project.now)
    match part, path:
        case Series(workstreams=workstreams), ("workstreams", int() as index, *_) if moment is not None:
            return _public_from(workstreams[index], moment)
    return moment


def _public_from(part: Publication | Series | WorkstreamPart, now: datetime) -> datetime | None:
    return None if part.status is Status.DRAFT else max(now, part.publish_at or now)


def _unknown(name: _Name, known: Collection[str], where: Position) -> Problem:
    hint, close = _LOOK, get_close_matches(name.name, known, n=1)
    if close:
        # A field such as series: names the last part alone; a link names it all.
        hint = f'Did you mean "{close[0] if "/" in name.written else close[0].split("/")[-1]}"?'
    return Problem(where, ID, f'"{name.written}" is not the id of anything here', hint)


_LOOK = "A name is that of a file in briefings/ without .yaml, or series/<id>, or series/<id>/<workstream>."
