"""Every PDF of a collection: each taken from the store, or made, side by side on all cores."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
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

FOLDER = f"{CACHE}/pdf"

Shelf: TypeAlias = Mapping[tuple[str, Language], Pdf]
"""The PDFs by id of the publication and language."""


class _Taken(NamedTuple):
    """A PDF, and the names of the pictures in it."""

    pdf: Pdf
    pictures: Iterable[str]


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
    tell = (progress or Progress()).tell
    # Threads, since typst works outside Python's lock: they run on all cores and need no start of their own.
    pool = ThreadPoolExecutor(jobs or os.cpu_count())
    try:
        due = {}
        for edition, publication in _documents(collection, addresses):
            if only is not None and publication.id not in only:
                continue
            if pdf := known and known.get(publication, edition.language, cache):
                shelf[publication.id, edition.language] = pdf
            else:
                due[pool.submit(_take, root, cache, edition, publication)] = publication, edition.language
        for number, done in enumerate(as_completed(due), start=1):
            made, (publication, language) = done.result(), due[done]
            if isinstance(made, _Taken):
                shelf[publication.id, language] = made.pdf
                if known:
                    known.put(publication, language, made.pdf, made.pictures)
            else:
                problems += made
            tell(f"PDFs: {number} of {len(due)} are ready.")
    finally:
        pool.shutdown(cancel_futures=True)
    if only is None and due:
        prune(cache, {pdf.path.stem for pdf in shelf.values()})
    if known:
        known.keep()
    return dict(sorted(shelf.items())), tuple(sorted(set(problems)))


def _documents(collection: Collection, addresses: Addresses) -> Iterator[tuple[Edition, Publication]]:
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
