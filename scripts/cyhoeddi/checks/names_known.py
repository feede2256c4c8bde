"""What a text names is there, and public no later than the text itself.

pass:  [the minutes](pub:board-minutes), and briefings/board-minutes.yaml is published
fail:  series: removing-profits, and there is only removing-profit
fail:  replaced_by: a-draft
fail:  [contact us](contacts.md) in a hand-written page, and there is only contact.md
fail:  [by post](contact.md#post), and no heading of contact.md has that name
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from functools import cache
from pathlib import PurePosixPath

from cyhoeddi.body.blocks import Heading, Link, walk
from cyhoeddi.body.parse import parse
from cyhoeddi.collection import shown_names
from cyhoeddi.handwritten import Page
from cyhoeddi.language import Language
from cyhoeddi.model import Publication, Series, Status, WorkstreamPart
from cyhoeddi.problems import Position, Problem
from cyhoeddi.project import Entry, Project, is_series
from cyhoeddi.statement import NAME as STATEMENT
from cyhoeddi.texts import Text, walk_texts

ID = "names-known"

_RELATIVE = re.compile(r"(?![a-z][a-z0-9+.-]*:|/|#|\?)[^?#]+", re.IGNORECASE)
_PAGE = re.compile(r"(?:\./)?([^/]+)\.md")
_ON_EVERY_PAGE = ("top", "main")


@dataclass(frozen=True)
class _Name:
    """A mention of something else."""

    name: str
    """What is meant, as the links of the format write it: id, series/<id>, series/<id>/<workstream>."""
    written: str
    where: Position
    mentioned_from: datetime | None
    """The moment from which readers see the mention; None if they never do."""


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each name that leads nowhere, or to what readers cannot see yet."""
    known, unread = _known(project), _unread(project)

    @cache
    def shown(moment: datetime) -> frozenset[str]:
        return shown_names(project, moment)

    for entry in project.entries:
        for name in _names(project, entry):
            if name.name not in known:
                # What stands in a file that cannot be read may be there: that file has its own problem.
                if "/".join(name.name.split("/")[:2]) not in unread:
                    yield _unknown(name, known)
            elif name.mentioned_from is not None and name.name not in shown(name.mentioned_from):
                message = f'"{name.written}" is not public when this text is'
                yield Problem(name.where, ID, message, "Take the mention away until it is published.")
    yield from _replaces_itself(project)
    for page in project.pages:
        yield from _hand_written(project, page)


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


def _names(project: Project, entry: Entry) -> Iterator[_Name]:
    part = entry.part
    if part is None:
        return
    if isinstance(part, Publication):
        yield from _fields(project, part)
    for text in walk_texts(entry.source):
        seen_from = _seen_from(project, part, text)
        for language in Language:
            for link in _links(text[language], "pub:") if text.markdown else ():
                if link.target.startswith("pub:"):
                    where = text.place(language, link.offset)
                    yield _Name(link.target.removeprefix("pub:"), link.target, where, seen_from)


def _fields(project: Project, part: Publication) -> Iterator[_Name]:
    seen_from = _public_from(part, project.now)
    if part.series is not None:
        yield _Name(f"series/{part.series}", part.series, project.place(part, "series"), seen_from)
        # Of a series that is not known, no workstream can be.
        is_known = any(one.id == part.series for one in project.series)
        for index, name in enumerate(part.workstreams if is_known else ()):
            where = project.place(part, "workstreams", index)
            yield _Name(f"series/{part.series}/{name}", name, where, seen_from)
    if part.withdrawn is not None and part.withdrawn.replaced_by is not None:
        name = part.withdrawn.replaced_by
        yield _Name(name, name, project.place(part, "withdrawn", "replaced_by"), seen_from)


def _replaces_itself(project: Project) -> Iterator[Problem]:
    for one in project.publications:
        if one.withdrawn is not None and one.withdrawn.replaced_by == one.id:
            where = project.place(one, "withdrawn", "replaced_by")
            hint = "Write the id of the publication that takes its place, or take the line away."
            yield Problem(where, ID, "a publication cannot take its own place", hint)


def _seen_from(project: Project, part: Publication | Series, text: Text) -> datetime | None:
    """Give the moment from which readers see *text*, which is that of its workstream if it stands in one."""
    moment = _public_from(part, project.now)
    match part, text.path:
        case Series(workstreams=workstreams), ("workstreams", int() as index, *_) if moment is not None:
            return _public_from(workstreams[index], moment)
    return moment


def _public_from(part: Publication | Series | WorkstreamPart, now: datetime) -> datetime | None:
    return None if part.status is Status.DRAFT else max(now, part.publish_at or now)


def _links(body: str, mark: str, *, headings: bool = False) -> Iterator[Link]:
    # Few texts hold such links: the mark is looked for before the text is parsed.
    nodes = walk(parse(body, headings=headings).body) if mark in body else ()
    yield from (node for node in nodes if isinstance(node, Link))


def _unknown(name: _Name, known: Collection[str]) -> Problem:
    hint, close = _LOOK, get_close_matches(name.name, known, n=1)
    if close:
        # A field such as series: names the last part alone; a link names it all.
        hint = f'Did you mean "{close[0] if "/" in name.written else close[0].split("/")[-1]}"?'
    return Problem(name.where, ID, f'"{name.written}" is not the id of anything here', hint)


_LOOK = "A name is that of a file in briefings/ without .yaml, or series/<id>, or series/<id>/<workstream>."


def _hand_written(project: Project, page: Page) -> Iterator[Problem]:
    pages = {one.name: one for one in project.all_pages}
    names = {*pages, STATEMENT} if project.statement else set(pages)
    # A page with a mistake of its own is there, though it could not be read.
    names |= {PurePosixPath(problem.position.file).stem for problem in project.problems}
    for language in Language:
        for link in _links(page[language].body, "](", headings=True):
            where = page[language].place(link.offset)
            named = _PAGE.fullmatch(link.target.partition("#")[0])
            if link.target.startswith("pub:"):
                hint = "Link to the list of publications, or put the text into a publication."
                message = "a hand-written page cannot link to a publication, which may come and go"
                yield Problem(where, ID, message, hint)
            elif named is not None and named[1] not in names:
                close = get_close_matches(named[1], names, n=1)
                hint = (
                    f'Did you mean "{close[0]}.md"?' if close else "Name a file that stands beside this one."
                )
                yield Problem(where, ID, f"there is no page {named[1]}.md", hint)
            elif named is None and _RELATIVE.match(link.target):
                hint = (
                    "Name the file of the page, as in contact.md, or write the whole address with https://."
                )
                yield Problem(where, ID, f'"{link.target}" is not the file of a page', hint)
            else:
                there = pages.get(named[1]) if named else page
                yield from _place_on_page(there, language, link.target, where)


def _place_on_page(page: Page | None, language: Language, target: str, where: Position) -> Iterator[Problem]:
    """Yield a problem if *target*, such as `contact.md#post`, names no heading of *page*."""
    address, _, place = target.partition("#")
    if page is None or not place or not (address == "" or _PAGE.fullmatch(address)):
        return
    blocks = parse(page[language].body, headings=True).body.blocks
    headings = [block.id for block in blocks if isinstance(block, Heading)]
    if place not in (*headings, *_ON_EVERY_PAGE):
        hint = f"Use one of its headings: {', '.join(headings)}." if headings else "Take # and the name away."
        yield Problem(where, ID, f'there is no heading "{place}" on {page.name}.md', hint)
