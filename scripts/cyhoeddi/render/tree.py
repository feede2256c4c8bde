"""The whole generated tree of a site, as a mapping that `pipeline` writes and MkDocs reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from cyhoeddi.addresses import Addresses
from cyhoeddi.collection import Collection
from cyhoeddi.data.files import render_citations, render_data, render_shared
from cyhoeddi.edition import Edition
from cyhoeddi.feeds.files import render_feeds
from cyhoeddi.language import Language
from cyhoeddi.lock import Lock
from cyhoeddi.model import Publication
from cyhoeddi.pdf.shelf import FOLDER as PDFS
from cyhoeddi.pdf.shelf import Shelf
from cyhoeddi.pdf.store import Pdf
from cyhoeddi.render.choices import Choice, choices_of
from cyhoeddi.render.crossing import language_choice, not_found_pages, redirect_pages
from cyhoeddi.render.documents import pdf_path
from cyhoeddi.render.follow import follow_page
from cyhoeddi.render.furniture import render_furniture
from cyhoeddi.render.handwritten import handwritten_page
from cyhoeddi.render.kept import KeptFile, Keys, Last, Rendered, placed
from cyhoeddi.render.lists import list_pages
from cyhoeddi.render.page import PageText, Placed
from cyhoeddi.render.publication import document_page, landing_page
from cyhoeddi.render.search import search_page
from cyhoeddi.render.series import series_page, workstream_page
from cyhoeddi.render.sitemap import render_robots, render_sitemap
from cyhoeddi.workers import FEW, spread


@dataclass(frozen=True)
class FileCopy:
    """A file of the generated tree that is a copy of one in the project folder."""

    source: str
    """Path relative to the project folder."""


_NO_PDFS: Shelf = {}
_NOTHING = Last()
_MANY = 300
"""With more publications than this, a process a language is quicker."""

Tree = Mapping[str, bytes | FileCopy | KeptFile]
"""Path under docs/ to what stands there."""
Put = Callable[[str, bytes], bytes | KeptFile]
"""What is done with a file as soon as it is made: it may be written, and need not be held any more."""


@dataclass(frozen=True)
class Rendering:
    """A generated tree, and what of it belongs to each publication."""

    tree: Tree
    publications: Mapping[str, Rendered]
    """By id."""


def _hold(_path: str, content: bytes) -> bytes:
    return content


def render_tree(
    collection: Collection, lock: Lock, pdfs: Shelf = _NO_PDFS, *, searchable: bool = False
) -> Tree:
    """Give everything that MkDocs needs to build the site of *collection* with its *pdfs*.

    A *searchable* site has a page of search results, and a box that leads to it.
    """
    return render_changes(collection, lock, pdfs, searchable=searchable).tree


def render_changes(
    collection: Collection,
    lock: Lock,
    pdfs: Shelf,
    *,
    searchable: bool = False,
    last: Last = _NOTHING,
    put: Put = _hold,
    jobs: int = 1,
) -> Rendering:
    """Give what `render_tree` does, without rendering the publications that stand as *last* tells.

    Each file is given to *put*, whose answer has its place in the tree. Where there is much to do, *jobs*
    processes share the work.
    """
    addresses = Addresses(collection, lock)
    editions = {language: Edition(collection, addresses, language) for language in Language}
    choices = choices_of(editions[Language.EN], editions[Language.CY])
    crossing = [language_choice(editions), *not_found_pages(editions)]
    tree: dict[str, bytes | FileCopy | KeptFile] = {page.path: page.render() for page in crossing}
    found = {}
    for name, (rendered, files) in _publications(editions, pdfs, last, put, jobs):
        found[name] = rendered
        tree |= files
    pages: list[Placed] = [*crossing, *(page for rendered in found.values() for page in rendered.pages)]

    def side(language: Language) -> _Side:
        return _side(editions[language], choices, pdfs, put, searchable=searchable)

    few = 1 if len(collection.publications) > _MANY else FEW
    for part in spread(side, tuple(Language), jobs, few=few):
        pages += part.pages
        tree |= part.files
    for (name, language), pdf in pdfs.items():
        tree[f"{language}/generated/{pdf_path(name)}"] = FileCopy(f"{PDFS}/{pdf.path.name}")
    for page in pages:
        for path in page.files.values():
            tree.setdefault(f"{page.language}/generated/{path}", FileCopy(f"briefings/{path}"))
    shared = {
        **dict(render_shared(editions)),
        "/sitemap.xml": render_sitemap(pages, collection.settings),
        "/robots.txt": render_robots(collection.settings, preview=collection.preview),
    }
    tree |= {root_path(Language.EN, address): content for address, content in shared.items()}
    return Rendering(tree, found)


@dataclass(frozen=True)
class _Side:
    """What a site has in one language beside its publications."""

    pages: tuple[Placed, ...]
    files: Mapping[str, bytes | KeptFile]
    """By path in the generated tree, the pages among them."""


def _side(edition: Edition, choices: tuple[Choice, ...], pdfs: Shelf, put: Put, *, searchable: bool) -> _Side:
    language = edition.language
    pages: list[Placed] = []
    files: dict[str, bytes | KeptFile] = {}
    for page in (*_pages(edition, choices), *([search_page(edition)] if searchable else [])):
        files[page.path] = put(page.path, page.render())
        pages.append(placed(page))
    furniture = f"{language}/generated/furniture.json"
    files[furniture] = put(furniture, render_furniture(edition, choices, searchable=searchable))
    for address, content in chain(render_feeds(edition), render_data(edition, pdfs, searchable=searchable)):
        path = root_path(language, address)
        files[path] = put(path, content)
    return _Side(tuple(pages), files)


def root_path(language: Language, address: str) -> str:
    """Give where what stands at *address*, and belongs to no page, has its place in the generated tree."""
    return f"{language}/generated/root{address}"


_Made = tuple[Rendered, Mapping[str, bytes | KeptFile]]
"""What was rendered of a publication, and its files by path in the generated tree."""


def _publications(
    editions: Mapping[Language, Edition], pdfs: Shelf, last: Last, put: Put, jobs: int
) -> Iterator[tuple[str, _Made]]:
    keys = Keys(editions)
    known: dict[str, _Made] = {}
    due: list[tuple[Publication, str]] = []
    publications = editions[Language.EN].collection.publications
    for publication in publications:
        key = keys.of(publication, _own(publication, pdfs))
        stands = last.standing(publication.id, key)
        if stands is None:
            due.append((publication, key))
        else:
            known[publication.id] = stands, {path: KeptFile(last.digests[path]) for path in stands.paths}
    made = spread(lambda one: _publication(editions, *one, _own(one[0], pdfs), put), due, jobs)
    known |= {publication.id: one for (publication, _), one in zip(due, made, strict=True)}
    return ((publication.id, known[publication.id]) for publication in publications)


def _own(publication: Publication, pdfs: Shelf) -> Mapping[Language, Pdf]:
    """Give the PDFs of *publication*."""
    found = {language: pdfs.get((publication.id, language)) for language in Language}
    return {language: pdf for language, pdf in found.items() if pdf is not None}


def _publication(
    editions: Mapping[Language, Edition],
    publication: Publication,
    key: str,
    pdfs: Mapping[Language, Pdf],
    put: Put,
) -> _Made:
    pages: list[PageText] = []
    files: dict[str, bytes | KeptFile] = {}
    for language, edition in editions.items():
        pages.append(landing_page(edition, publication, pdfs.get(language)))
        if publication.has_document:
            pages.append(document_page(edition, publication, pdfs.get(language)))
        for address, content in render_citations(edition, publication):
            path = root_path(language, address)
            files[path] = put(path, content)
    files |= {page.path: put(page.path, page.render()) for page in pages}
    return Rendered(key, tuple(files), tuple(map(placed, pages))), files


def _pages(edition: Edition, choices: tuple[Choice, ...]) -> Iterator[PageText]:
    for page in edition.collection.pages:
        yield handwritten_page(edition, page)
    for series in edition.collection.series:
        yield series_page(edition, series)
        for workstream in series.workstreams:
            yield workstream_page(edition, series, workstream)
    yield from list_pages(edition, choices)
    yield follow_page(edition)
    yield from redirect_pages(edition)
