"""What a text names is there, and public no later than the text itself.

pass:  [the minutes](pub:board-minutes), and briefings/board-minutes.yaml is published
fail:  series: removing-profits, and there is only removing-profit
fail:  replaced_by: a-draft
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from difflib import get_close_matches

from cyhoeddi.body.blocks import Link, walk
from cyhoeddi.body.parse import parse
from cyhoeddi.language import Language
from cyhoeddi.model import Publication, PublicationFile, Series, SeriesFile, Status, WorkstreamPart, is_public
from cyhoeddi.problems import Position, Problem
from cyhoeddi.project import Project
from cyhoeddi.source import Source
from cyhoeddi.texts import walk_texts

ID = "names-known"

Named = PublicationFile | SeriesFile | WorkstreamPart


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each name that leads nowhere, or to what readers cannot see yet."""
    known = _known(project)
    for entry in project.entries:
        part = entry.part
        if part is None:
            continue
        names = list(_links(entry.source))
        if isinstance(part, Publication):
            names += _fields(project, part)
        for where, name, written in names:
            yield from _check_name(where, name, written, part, known, project.now)
    for page in project.pages:
        for language in Language:
            for link in _pub_links(page[language].body, headings=True):
                where = page[language].place(link.offset)
                hint = "Link to the list of publications, or put the text into a publication."
                message = "a hand-written page cannot link to a publication, which may come and go"
                yield Problem(where, ID, message, hint)


def _known(project: Project) -> Mapping[str, Named]:
    known: dict[str, Named] = {f"series/{one.id}": one for one in project.series}
    for one in project.series:
        known |= {f"series/{one.id}/{part.id}": part for part in one.workstreams}
    return known | {one.id: one for one in project.publications}


def _fields(project: Project, part: Publication) -> Iterator[tuple[Position, str, str]]:
    if part.series is not None:
        yield project.place(part, "series"), f"series/{part.series}", part.series
        for index, name in enumerate(part.workstreams):
            yield project.place(part, "workstreams", index), f"series/{part.series}/{name}", name
    if part.withdrawn is not None and part.withdrawn.replaced_by is not None:
        name = part.withdrawn.replaced_by
        yield project.place(part, "withdrawn", "replaced_by"), name, name


def _links(source: Source) -> Iterator[tuple[Position, str, str]]:
    for text in walk_texts(source):
        for language in Language:
            for link in _pub_links(text[language]) if text.markdown else ():
                yield text.place(language, link.offset), link.target.removeprefix("pub:"), link.target


def _pub_links(body: str, *, headings: bool = False) -> Iterator[Link]:
    for node in walk(parse(body, headings=headings).body):
        if isinstance(node, Link) and node.target.startswith("pub:"):
            yield node


def _check_name(
    where: Position,
    name: str,
    written: str,
    part: Publication | Series,
    known: Mapping[str, Named],
    now: datetime,
) -> Iterator[Problem]:
    target = known.get(name)
    if target is None:
        close = get_close_matches(name, known, n=1)
        hint = (
            f'Did you mean "{close[0].split("/")[-1] if "/" not in written else close[0]}"?'
            if close
            else _LOOK
        )
        yield Problem(where, ID, f'"{written}" is not the id of anything here', hint)
    elif part.status is not Status.DRAFT:
        moment = max(now, part.publish_at or now)
        owner = known.get("/".join(name.split("/")[:2])) if name.startswith("series/") else None
        if not is_public(target, moment) or (owner is not None and not is_public(owner, moment)):
            message = f'"{written}" is not public when this text is'
            yield Problem(where, ID, message, "Take the mention away until it is published.")


_LOOK = "A name is that of a file in briefings/ without .yaml, or series/<id>, or series/<id>/<workstream>."
