"""Every PDF of a collection: each taken from the store, or made, side by side on all cores."""

from __future__ import annotations

import sys
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TypeAlias

from cyhoeddi.addresses import Addresses
from cyhoeddi.collection import Collection
from cyhoeddi.edition import Edition
from cyhoeddi.language import Language
from cyhoeddi.ledger import CACHE
from cyhoeddi.model import Publication
from cyhoeddi.pdf import faults
from cyhoeddi.pdf.content import document_content
from cyhoeddi.pdf.known import KnownPdfs
from cyhoeddi.pdf.store import Pdf, key_of, pictures, prune, read_pdf, write_pdf
from cyhoeddi.pdf.typeset import TypesetError, typeset
from cyhoeddi.problems import Problem
from cyhoeddi.progress import Progress
from cyhoeddi.workers import cores, spread

FOLDER = f"{CACHE}/pdf"

Shelf: TypeAlias = Mapping[tuple[str, Language], Pdf]
"""The PDFs by id of the publication and language."""


class _Taken(NamedTuple):
    """A PDF, and the names of the pictures in it."""

    pdf: Pdf
    pictures: Iterable[str]


_Due: TypeAlias = tuple[Edition, Publication]
_Made: TypeAlias = "_Taken | tuple[Problem, ...]"


def make_pdfs(
    root: Path,
    collection: Collection,
    addresses: Addresses,
    *,
    cache: Path,
    jobs: int | None = None,
    progress: Progress | None = None,
    only: Container[str] | None = None,
    known: KnownPdfs | None = None,
) -> tuple[Shelf, tuple[Problem, ...]]:
    """Give the PDF of each document of *collection*, and the problems of those that cannot be made.

    They are kept in the folder *cache*. *root* is the project folder, *jobs* the number made side by side
    (else one a core), *only* the ids of the publications wanted. *progress* hears of it. What is *known* to
    be the same is not looked at again.
    """
    cache.mkdir(parents=True, exist_ok=True)
    shelf: dict[tuple[str, Language], Pdf] = {}
    problems: list[Problem] = []
    due: list[_Due] = []
    for edition, publication in _documents(collection, addresses):
        if only is not None and publication.id not in only:
            continue
        if pdf := known and known.get(publication, edition.language, cache):
            shelf[publication.id, edition.language] = pdf
        else:
            due.append((edition, publication))
    tell = (progress or Progress()).tell
    made = spread(
        lambda one: _take(root, cache, *one),
        due,
        _processes(jobs or cores()),
        lambda done: tell(f"PDFs: {done} of {len(due)} are ready."),
        few=1,
        apart=True,
    )
    for (edition, publication), one in zip(due, made, strict=True):
        if isinstance(one, _Taken):
            shelf[publication.id, edition.language] = one.pdf
            if known:
                known.put(publication, edition.language, one.pdf, one.pictures)
        else:
            problems += one
    if only is None and due:
        prune(cache, {pdf.path.stem for pdf in shelf.values()})
    if known:
        known.keep()
    return dict(sorted(shelf.items())), tuple(sorted(set(problems)))


def _processes(jobs: int) -> int:
    """Give how many copies of this process may typeset for so many *jobs*.

    typst takes a hundred megabytes, which go with the copies. One of a process that has typeset itself would
    wait for ever for typst's threads, which no copy has.
    """
    return 1 if "typst" in sys.modules else jobs


def _documents(collection: Collection, addresses: Addresses) -> Iterator[_Due]:
    editions = [Edition(collection, addresses, language) for language in Language]
    for publication in collection.publications:
        if publication.has_document:
            yield from ((edition, publication) for edition in editions)


def _take(root: Path, cache: Path, edition: Edition, publication: Publication) -> _Made:
    """Take a document from the shelf, or make it and put it there."""
    files = root / "briefings" / "files" / publication.id
    content = document_content(edition, publication)
    key, shown = key_of(content, files), pictures(content)
    if pdf := read_pdf(cache, key):
        return _Taken(pdf, shown)
    if found := tuple(faults.missing_letters(root, publication, edition.language)):
        return found
    try:
        made = typeset(content, files)
    except TypesetError as error:
        return tuple(faults.explained(root, publication, edition.language, str(error)))
    return _Taken(write_pdf(cache, key, made), shown)
