"""Every attachment and image is in the publication's folder, of a kind that readers can open.

pass:  file: responses.csv, and briefings/files/<id>/responses.csv is there
fail:  file: responses.doc, which is not among the kinds allowed
fail:  an SVG that holds a script
warn:  a file named .docx that is none inside
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from cyhoeddi.body.blocks import Image, walk
from cyhoeddi.body.parse import parse
from cyhoeddi.language import Language
from cyhoeddi.model import Publication, Series
from cyhoeddi.problems import Level, Position, Problem
from cyhoeddi.project import Entry, Project
from cyhoeddi.svg import unsafe_part
from cyhoeddi.texts import walk_texts

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


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each file that is named and is not there, is of no allowed kind, or is unsafe."""
    for publication in project.publications:
        yield from _attachments(project, publication)
    for entry in project.entries:
        yield from _images(project, entry)
    for page in project.pages:
        for side in (page.en, page.cy):
            for image in _images_in(side.body, headings=True):
                hint = "Put the picture into a publication."
                yield Problem(side.place(image.offset), ID, "a hand-written page cannot hold images", hint)


def _attachments(project: Project, publication: Publication) -> Iterator[Problem]:
    source = project.sources[publication.file]
    for index, attachment in enumerate(publication.attachments):
        places: dict[str, Position] = {}
        for language in Language:
            # One name for both languages has one place, and is looked at once.
            where = source.position(("attachments", index, "file", str(language)))
            if source.key_position(("attachments", index, "file")) == where:
                where = source.position(("attachments", index, "file"))
            places.setdefault(attachment.file[language], where)
        for name, where in places.items():
            if name:
                yield from _file(project, publication, name, where, IMAGES + DOCUMENTS)


def _images(project: Project, entry: Entry) -> Iterator[Problem]:
    for text in walk_texts(entry.source):
        for language in Language:
            for image in _images_in(text[language]) if text.markdown and entry.part else ():
                if entry.part is not None:
                    where = text.place(language, image.offset)
                    yield from _file(project, entry.part, image.target, where, IMAGES)


def _images_in(body: str, *, headings: bool = False) -> Iterator[Image]:
    # Few texts hold images: the mark is looked for before the text is parsed.
    nodes = walk(parse(body, headings=headings).body) if "![" in body else ()
    yield from (node for node in nodes if isinstance(node, Image))


def _file(
    project: Project, owner: Publication | Series, name: str, where: Position, kinds: tuple[str, ...]
) -> Iterator[Problem]:
    folder = project.files.get(owner.id, {})
    place = f"briefings/files/{owner.id}/{name}"
    ending = name.rpartition(".")[2].lower()
    if ending not in kinds:
        hint = f"Use one of: {', '.join(kinds)}."
        yield Problem(where, ID, f'"{name}" is not of a kind allowed here', hint)
    elif name not in folder:
        close = get_close_matches(name, folder, n=1)
        hint = f'Did you mean "{close[0]}"?' if close else f"Put the file at {place}."
        yield Problem(where, ID, f"{place} is not there", hint)
    else:
        yield from _content(project.root / place, place, ending, where)


def _content(file: Path, place: str, ending: str, where: Position) -> Iterator[Problem]:
    unsafe = unsafe_part(file.read_bytes()) if ending == "svg" else None
    if unsafe is not None:
        hint = "Save the picture again as a plain SVG, or as PNG."
        yield Problem(where, ID, f"{place} holds {unsafe}", hint)
    if ending in _OPENINGS:
        with file.open("rb") as opened:
            if not opened.read(5).startswith(_OPENINGS[ending]):
                message = f"{place} is not what its name says: a file of the kind {ending.upper()}"
                hint = "Open it in the program that made it, and save it again as this kind."
                yield Problem(where, ID, message, hint, Level.WARNING)
