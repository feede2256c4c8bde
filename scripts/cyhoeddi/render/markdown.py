"""An author's body as part of a page: links by id become addresses, footnotes keep to their own section."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markdown_it.helpers import parseLinkDestination

from cyhoeddi.body import blocks as b
from cyhoeddi.body.anchor import anchor, unique
from cyhoeddi.body.escape import escape
from cyhoeddi.body.parse import parse
from cyhoeddi.edition import Edition
from cyhoeddi.language import Language
from cyhoeddi.model import Bilingual, Publication, Section, Series, walk_sections

_OPENING = re.compile(r"\]\([\s>]*")

# What no text is without that has a link, image or footnote, an image, an abbreviation. Most bodies have none
# of them, and a look for these few characters spares the reading of their Markdown.
_ADDRESS_OR_NOTE = re.compile(r"\]\(|\[\^")
_IMAGE = "!["
_ABBREVIATION = "*["

TAKEN = (
    *("main", "top", "in-this-page", "details", "documents", "contact", "history", "related"),
    *("workstreams", "publications", "latest", "series", "filter-by"),
)
"""The ids of the theme's own parts, which no heading of an author may have too."""

Owner = Publication | Series


@dataclass(frozen=True)
class Heading:
    """A heading of a page, as "In this page" lists it."""

    id: str
    title: str


def render_body(edition: Edition, owner: Owner, body: Bilingual, scope: str = "") -> str:
    """Give *body* for a page of *edition*; names of footnotes get *scope* before them."""
    text = body[edition.language]
    if text.strip():
        return _led(edition, owner, text, scope)
    text = body[edition.language.other]
    if edition.collection.preview or not text.strip():
        return escape(edition.missing)
    shown = _led(edition, owner, text, scope).splitlines()
    block = [f'!!! language "{edition.language.other}"', *(f"    {line}" if line else "" for line in shown)]
    return "\n".join([edition.only_in_other("text"), "", *block])


def _led(edition: Edition, owner: Owner, text: str, scope: str) -> str:
    """Give *text* with its links led to addresses and its footnotes renamed."""
    for start, end, new in sorted(_changes(edition, owner, text, scope), reverse=True):
        text = f"{text[:start]}{new}{text[end:]}"
    return text.rstrip("\n")


def render_sections(
    edition: Edition, owner: Owner, sections: tuple[Section, ...]
) -> tuple[str, tuple[Heading, ...]]:
    """Give the Markdown of *sections* with their headings, and the headings of the first level."""
    parts, headings = [], []
    names = _names(edition, sections)
    for number, ((path, section), name) in enumerate(zip(walk_sections(sections), names, strict=True)):
        level, title = path.count("sections") + 1, edition.said(section.heading)
        parts.append(f"{'#' * level} {escape(title)} {{#{name}}}")
        if level == 2:
            headings.append(Heading(name, title))
        if section.body is not None:
            # A number cannot be mistaken for a part of the label after it, as a name could.
            parts.append(render_body(edition, owner, section.body, f"{number}-"))
    return "\n\n".join(parts), tuple(headings)


def abbreviations(edition: Edition, texts: Iterator[Bilingual]) -> str:
    """Give the abbreviations that *texts* define, for a page that shows other texts of the publication."""
    found: dict[str, str] = {}
    for text in texts:
        said = text[edition.language]
        for one in parse(said).body.abbreviations if _ABBREVIATION in said else ():
            found.setdefault(one.short, one.expansion)
    return "\n".join(f"*[{short}]: {expansion}" for short, expansion in found.items())


def images_in(language: Language, bodies: list[Bilingual | None]) -> Iterator[str]:
    """Yield the names of the image files that *bodies* show, an exempted one in the other *language*."""
    for body in bodies:
        if body is not None:
            shown = body[language] if body[language].strip() else body[language.other]
            if _IMAGE in shown:
                yield from (node.target for node in b.walk(parse(shown).body) if isinstance(node, b.Image))


def _names(edition: Edition, sections: tuple[Section, ...]) -> list[str]:
    """Give the id of each heading, in reading order; what authors chose stays as it is."""
    every = [section for _, section in walk_sections(sections)]
    chosen = [section.id for section in every if section.id]
    made = [anchor(edition.plain(section.heading)) for section in every if not section.id]
    free = iter([*unique([*TAKEN, *chosen, *made])][len(TAKEN) + len(chosen) :])
    return [section.id or next(free) for section in every]


def _changes(edition: Edition, owner: Owner, text: str, scope: str) -> Iterator[tuple[int, int, str]]:
    """Yield what must be replaced in *text*: start, end and new words."""
    if not _ADDRESS_OR_NOTE.search(text):
        return
    for node in b.walk(parse(text).body):
        match node:
            case b.Link(target=target) if target.startswith("pub:"):
                yield _target(text, node.offset, target, _address(edition, target.removeprefix("pub:")))
            case b.Image(target=target):
                yield _target(text, node.offset, target, f"{_folder(edition, owner)}{target}")
            case b.FootnoteReference(label=label) | b.Footnote(label=label):
                start = node.offset + len("[^")
                yield start, start + len(label), f"{scope}{label}"


def _target(text: str, offset: int, target: str, address: str) -> tuple[int, int, str]:
    """Find where the address of the link or image at *offset* is written: the first that means *target*."""
    for bracket in _OPENING.finditer(text, offset):
        written = parseLinkDestination(text, bracket.end(), len(text))
        if written.ok and written.str == target:
            return bracket.end(), written.pos, f"<{address}>"
    raise ValueError(f"no link to {target} at {offset}")


def _folder(edition: Edition, owner: Owner) -> str:
    find: Callable[..., str] = (
        edition.addresses.publication if isinstance(owner, Publication) else edition.addresses.series
    )
    return find(owner, edition.language)


def _address(edition: Edition, name: str) -> str:
    address = address_of_name(edition, name)
    if address is None:
        raise ValueError(f"nothing is called {name}")
    return address


def address_of_name(edition: Edition, name: str) -> str | None:
    """Give the address of what a link calls *name*: id, series/<id>, series/<id>/<workstream>; if shown."""
    collection, addresses, language = edition.collection, edition.addresses, edition.language
    if not name.startswith("series/"):
        publication = collection.publication_by_id.get(name)
        return addresses.publication(publication, language) if publication else None
    _, series_id, *rest = name.split("/")
    series = collection.series_by_id.get(series_id)
    if series is None or not rest:
        return addresses.series(series, language) if series else None
    workstream = collection.workstream(series_id, rest[0])
    return addresses.workstream(series, workstream, language) if workstream else None
