"""Every attachment and image is in the publication's folder, of a kind that readers can open.

pass:  file: responses.csv, and briefings/files/<id>/responses.csv is there
fail:  file: responses.doc, which is not among the kinds allowed
fail:  an SVG that holds a script
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from cyhoeddi.body.blocks import Image, walk
from cyhoeddi.body.parse import parse
from cyhoeddi.language import Language
from cyhoeddi.model import FileNames, Publication, Series
from cyhoeddi.problems import Position, Problem
from cyhoeddi.project import Project
from cyhoeddi.texts import walk_texts

ID = "files"

IMAGES = ("png", "jpg", "jpeg", "svg")
DOCUMENTS = ("pdf", "csv", "ods", "xlsx", "odt", "docx")

_ACTIVE_SVG = re.compile(rb"<script|<foreignObject|\son[a-z]+\s*=|javascript:", re.IGNORECASE)


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each file that is named and is not there, is of no allowed kind, or is unsafe."""
    for publication in project.publications:
        for index, attachment in enumerate(publication.attachments):
            for language, name in _sides(attachment.file):
                path = ("attachments", index, "file")
                source = project.sources[publication.file]
                where = source.position((*path, str(language)) if _has_sides(source.data, index) else path)
                yield from _file(project, publication, name, where, IMAGES + DOCUMENTS)
    for entry in project.entries:
        if entry.part is None:
            continue
        for text in walk_texts(entry.source):
            for language in Language:
                for image in _images(text[language]) if text.markdown else ():
                    where = text.place(language, image.offset)
                    yield from _file(project, entry.part, image.target, where, IMAGES)
    for page in project.pages:
        for side in (page.en, page.cy):
            for image in _images(side.body, headings=True):
                hint = "Put the picture into a publication."
                yield Problem(side.place(image.offset), ID, "a hand-written page cannot hold images", hint)


def _file(
    project: Project, owner: Publication | Series, name: str, where: Position, kinds: tuple[str, ...]
) -> Iterator[Problem]:
    folder = project.files.get(owner.id, {})
    place = f"briefings/files/{owner.id}/{name}"
    ending = name.rpartition(".")[2].lower()
    if ending not in kinds:
        yield Problem(
            where, ID, f'"{name}" is not of a kind allowed here', f"Use one of: {', '.join(kinds)}."
        )
    elif name not in folder:
        close = get_close_matches(name, folder, n=1)
        hint = f'Did you mean "{close[0]}"?' if close else f"Put the file at {place}."
        yield Problem(where, ID, f"{place} is not there", hint)
    elif ending == "svg" and _ACTIVE_SVG.search((project.root / place).read_bytes()):
        hint = "Save the picture again as a plain SVG, or as PNG."
        yield Problem(Position(place), ID, "the picture holds a script or other active content", hint)


def _images(body: str, *, headings: bool = False) -> Iterator[Image]:
    yield from (node for node in walk(parse(body, headings=headings).body) if isinstance(node, Image))


def _sides(names: FileNames) -> Iterator[tuple[Language, str]]:
    for language in Language:
        if names[language]:
            yield language, names[language]


def _has_sides(data: object, index: int) -> bool:
    match data:
        case {"attachments": list() as attachments}:
            entry = attachments[index]
            return isinstance(entry, dict) and isinstance(entry.get("file"), dict)
    return False
