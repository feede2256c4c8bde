"""Every attachment and image is in the publication's folder, of a kind that readers can open.

pass:  file: responses.csv, and briefings/files/<id>/responses.csv is there
fail:  file: responses.doc, which is not among the kinds allowed
fail:  an SVG that holds a script
warn:  a file named .docx that is none inside
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import partial
from pathlib import Path

from cyhoeddi.body.blocks import Image, walk
from cyhoeddi.checks.facts import Fact, Told, page_unit, place_of
from cyhoeddi.entry import Entry
from cyhoeddi.language import Language
from cyhoeddi.model import Publication, Series
from cyhoeddi.problems import Level, Position, Problem
from cyhoeddi.project import Project
from cyhoeddi.svg import unsafe_part
from cyhoeddi.texts import Text

ID = "files"

IMAGES = ("png", "jpg", "jpeg", "svg")
DOCUMENTS = ("pdf", "csv", "ods", "xlsx", "odt", "docx")

_OPENINGS: Mapping[str, bytes] = {
    "png": b"\x89PNG",
    "jpg": b"\xff\xd8\xff",
    "jpeg": b"\xff\xd8\xff",
    "pdf": b"%PDF-",
    "ods": b"PK",
    "xlsx": b"PK",
    "odt": b"PK",
    "docx": b"PK",
}
"""The first bytes of a file of each kind."""

_Place = Callable[[], Position]
"""Where a file is named, which is looked up only if something is wrong with it."""


def check(project: Project, told: Told) -> Iterator[Problem]:
    """Yield a problem for each file that is named and is not there, is of no allowed kind, or is unsafe."""
    for publication in project.publications:
        yield from _attachments(project, publication)
    for entry in project.entries:
        if entry.part is not None:
            yield from _images(project, entry, entry.part, told.get(entry.file, ()))
    for page in project.pages:
        unit = page_unit(page.name)
        for image in told.get(unit, ()):
            hint = "Put the picture into a publication."
            where = place_of(project, unit, image)
            yield Problem(where, ID, "a hand-written page cannot hold images", hint)


def facts(text: Text) -> Iterator[Fact]:
    """Yield each image of *text*."""
    for language in Language if text.markdown else ():
        # Few texts hold images: the mark is looked for before the text is parsed.
        for node in walk(text.bodies[language].body) if "![" in text[language] else ():
            if isinstance(node, Image):
                yield Fact(text.path, language, node.offset, (node.target,))


def _attachments(project: Project, publication: Publication) -> Iterator[Problem]:
    for index, attachment in enumerate(publication.attachments):
        # One name for both languages is looked at once.
        names: dict[str, Language] = {}
        for language in Language:
            names.setdefault(attachment.file[language], language)
        for name, language in names.items():
            if name:
                where = partial(_place_of_name, project, publication, index, language)
                yield from _file(project, publication, name, where, IMAGES + DOCUMENTS)


def _place_of_name(project: Project, publication: Publication, index: int, language: Language) -> Position:
    """Give the place of the name of an attachment's file, which may be one for both languages."""
    source = project.sources[publication.file]
    path = ("attachments", index, "file")
    where = source.position((*path, str(language)))
    return source.position(path) if source.key_position(path) == where else where


def _images(
    project: Project, entry: Entry, part: Publication | Series, images: Iterable[Fact]
) -> Iterator[Problem]:
    for image in images:
        (name,) = image.words
        where = partial(_place_of_image, entry, image)
        yield from _file(project, part, name, where, IMAGES)


def _place_of_image(entry: Entry, image: Fact) -> Position:
    return entry.source.position((*image.path, str(image.side)), image.offset)


def _file(
    project: Project, owner: Publication | Series, name: str, where: _Place, kinds: tuple[str, ...]
) -> Iterator[Problem]:
    folder = project.files.get(owner.id, {})
    place = f"briefings/files/{owner.id}/{name}"
    ending = name.rpartition(".")[2].lower()
    if ending not in kinds:
        hint = f"Use one of: {', '.join(kinds)}."
        yield Problem(where(), ID, f'"{name}" is not of a kind allowed here', hint)
    elif name not in folder:
        close = get_close_matches(name, folder, n=1)
        hint = f'Did you mean "{close[0]}"?' if close else f"Put the file at {place}."
        yield Problem(where(), ID, f"{place} is not there", hint)
    else:
        yield from _content(project.root / place, place, ending, where)


def _content(file: Path, place: str, ending: str, where: _Place) -> Iterator[Problem]:
    unsafe = unsafe_part(file.read_bytes()) if ending == "svg" else None
    if unsafe is not None:
        hint = "Save the picture again as a plain SVG, or as PNG."
        yield Problem(where(), ID, f"{place} holds {unsafe}", hint)
    if ending in _OPENINGS:
        with file.open("rb") as opened:
            if not opened.read(5).startswith(_OPENINGS[ending]):
                message = f"{place} is not what its name says: a file of the kind {ending.upper()}"
                hint = "Open it in the program that made it, and save it again as this kind."
                yield Problem(where(), ID, message, hint, Level.WARNING)
