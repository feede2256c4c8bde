"""The whole generated tree of a site, as a mapping that `pipeline` writes and MkDocs reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cyhoeddi.addresses import Addresses
from cyhoeddi.collection import Collection
from cyhoeddi.data.files import render_citations, render_data, render_shared
from cyhoeddi.edition import Edition
from cyhoeddi.feeds.files import render_feeds
from cyhoeddi.language import Language
from cyhoeddi.lock import Lock
from cyhoeddi.pdf.shelf import FOLDER as PDFS
from cyhoeddi.pdf.shelf import Shelf
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


@dataclass(frozen=True)
class Rendering:
    """A generated tree, and what of it belongs to each publication."""

    tree: Tree
    publications: Mapping[str, Rendered]
    """By id."""


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
    jobs: int = 1,
) -> Rendering:
    """Give what `render_tree` does, without rendering the publications that stand as *last* tells.

    Where there is much to do, *jobs* processes share the work.
    """
    addresses = Addresses(collection, lock)
    editions = {language: Edition(collection, addresses, language) for language in Language}
    choices = choices_of(editions[Language.EN], editions[Language.CY])
    crossing = [language_choice(editions), *not_found_pages(editions)]
    tree: dict[str, bytes | FileCopy | KeptFile] = {page.path: page.render() for page in crossing}
    found = {}
    for name, (rendered, files) in _publications(collection, editions, pdfs, last):
        found[name] = rendered
        tree |= files
    pages: list[Placed] = [*crossing, *(page for rendered in found.values() for page in rendered.pages)]

    def side(language: Language) -> _Side:
        return _side(editions[language], choices, pdfs, searchable=searchable)

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
    files: Mapping[str, bytes]
    """By path in the generated tree, the pages among them."""


def _side(edition: Edition, choices: tuple[Choice, ...], pdfs: Shelf, *, searchable: bool) -> _Side:
    language = edition.language
    texts = [*_pages(edition, choices), *([search_page(edition)] if searchable else [])]
    files = {page.path: page.render() for page in texts}
    files[f"{language}/generated/furniture.json"] = render_furniture(edition, choices, searchable=searchable)
    for address, content in (*render_feeds(edition), *render_data(edition, pdfs, searchable=searchable)):
        files[root_path(language, address)] = content
    return _Side(tuple(map(placed, texts)), files)


def root_path(language: Language, address: str) -> str:
    """Give where what stands at *address*, and belongs to no page, has its place in the generated tree."""
    return f"{language}/generated/root{address}"


def _publications(
    collection: Collection, editions: Mapping[Language, Edition], pdfs: Shelf, last: Last
) -> Iterator[tuple[str, tuple[Rendered, Mapping[str, bytes | KeptFile]]]]:
    keys = Keys(editions)
    for publication in collection.publications:
        name = publication.id
        own = {language: pdfs[name, language] for language in Language if (name, language) in pdfs}
        key = keys.of(publication, own)
        known = last.standing(name, key)
        if known is not None:
            yield name, (known, {path: KeptFile(last.digests[path]) for path in known.paths})
            continue
        pages: list[PageText] = []
        files: dict[str, bytes | KeptFile] = {}
        for language, edition in editions.items():
            pages.append(landing_page(edition, publication, own.get(language)))
            if publication.has_document:
                pages.append(document_page(edition, publication, own.get(language)))
            for address, content in render_citations(edition, publication):
                files[root_path(language, address)] = content
        files |= {page.path: page.render() for page in pages}
        yield name, (Rendered(key, tuple(files), tuple(map(placed, pages))), files)


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
