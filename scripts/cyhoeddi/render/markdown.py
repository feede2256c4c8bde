"""An author's body as part of a page: links by id become addresses, and footnotes keep to their own section."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cyhoeddi.body import blocks as b
from cyhoeddi.body.anchor import anchor
from cyhoeddi.body.parse import parse, parse_phrases
from cyhoeddi.language import Language
from cyhoeddi.model import Bilingual, Publication, Section, Series, WorkstreamPart
from cyhoeddi.render.edition import Edition

_SPECIAL = re.compile(r"([\\`*_\[\]{}<>#!|~&])")

Owner = Publication | Series


@dataclass(frozen=True)
class Heading:
    """A heading of a page, as "In this page" lists it."""

    id: str
    title: str


def render_body(edition: Edition, owner: Owner, body: Bilingual, scope: str) -> str:
    """Give *body* for a page of *edition*; footnotes get names that start with *scope*."""
    text = body[edition.language]
    changes = sorted(_changes(edition, owner, text, scope), reverse=True)
    for start, end, new in changes:
        text = f"{text[:start]}{new}{text[end:]}"
    return text.rstrip("\n")


def render_sections(
    edition: Edition, owner: Owner, sections: tuple[Section, ...]
) -> tuple[str, tuple[Heading, ...]]:
    """Give the Markdown of *sections* with their headings, and the headings of the first level."""
    ids = _Names()
    parts = list(_sections(edition, owner, sections, 2, ids))
    return "\n\n".join(part for part, _ in parts), tuple(heading for _, heading in parts if heading)


def abbreviations(edition: Edition, texts: Iterator[Bilingual]) -> str:
    """Give the abbreviations that *texts* define, for a page that shows other texts of the publication."""
    found: dict[str, str] = {}
    for text in texts:
        for one in parse(text[edition.language]).body.abbreviations:
            found.setdefault(one.short, one.expansion)
    return "\n".join(f"*[{short}]: {expansion}" for short, expansion in found.items())


def images_in(language: Language, bodies: list[Bilingual | None]) -> Iterator[str]:
    """Yield the names of the image files that *bodies* show in *language*."""
    for body in bodies:
        if body is not None:
            yield from (
                node.target for node in b.walk(parse(body[language]).body) if isinstance(node, b.Image)
            )


def escape(text: str) -> str:
    """Give a plain text as Markdown that prints it as written; phrases in the other language stay marked."""
    return "".join(_escaped(inline) for inline in parse_phrases(text))


def _escaped(inline: b.Inline) -> str:
    match inline:
        case b.Text(text=text):
            return _SPECIAL.sub(r"\\\1", text)
        case b.Phrase(language=language, inlines=inlines):
            return f"[{''.join(map(_escaped, inlines))}]{{lang={language}}}"
    raise TypeError(f"a plain text holds no {type(inline).__name__}")


class _Names:
    """Hands out the ids of headings, each once a page."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, wanted: str) -> str:
        number, name = 1, wanted
        while name in self._taken:
            number += 1
            name = f"{wanted}-{number}"
        self._taken.add(name)
        return name


def _sections(
    edition: Edition, owner: Owner, sections: tuple[Section, ...], level: int, ids: _Names
) -> Iterator[tuple[str, Heading | None]]:
    for section in sections:
        title = edition.said(section.heading)
        name = ids.take(section.id or anchor(title))
        heading = Heading(name, title) if level == 2 else None
        yield f"{'#' * level} {escape(title)} {{#{name}}}", heading
        if section.body is not None and section.body[edition.language].strip():
            yield render_body(edition, owner, section.body, name), None
        yield from _sections(edition, owner, section.sections, level + 1, ids)


def _changes(edition: Edition, owner: Owner, text: str, scope: str) -> Iterator[tuple[int, int, str]]:
    """Yield what must be replaced in *text*: start, end and new words."""
    for node in b.walk(parse(text).body):
        match node:
            case b.Link(target=target) if target.startswith("pub:"):
                yield _target(text, node.offset, target, _address(edition, target.removeprefix("pub:")))
            case b.Image(target=target):
                yield _target(text, node.offset, target, f"{_folder(edition, owner)}{target}")
            case b.FootnoteReference(label=label) | b.Footnote(label=label):
                start = node.offset + len("[^")
                yield start, start + len(label), f"{scope}-{label}"


def _target(text: str, offset: int, target: str, address: str) -> tuple[int, int, str]:
    """Find the address of the link or image that starts at *offset*: the first after a closing bracket."""
    found = re.compile(r"\]\(\s*<?" + re.escape(target)).search(text, offset)
    if found is None:
        raise ValueError(f"no link to {target} at {offset}")
    return found.end() - len(target), found.end(), address


def _folder(edition: Edition, owner: Owner) -> str:
    find: Callable[..., str] = (
        edition.addresses.publication if isinstance(owner, Publication) else edition.addresses.series
    )
    return find(owner, edition.language)


def _address(edition: Edition, name: str) -> str:
    collection, addresses, language = edition.collection, edition.addresses, edition.language
    if not name.startswith("series/"):
        return addresses.publication(collection.publication_by_id[name], language)
    _, series_id, *rest = name.split("/")
    series = collection.series_by_id[series_id]
    if not rest:
        return addresses.series(series, language)
    workstream: WorkstreamPart | None = collection.workstream(series_id, rest[0])
    if workstream is None:
        raise ValueError(f"no workstream {name}")
    return addresses.workstream(series, workstream, language)
