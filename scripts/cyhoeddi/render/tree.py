"""The whole generated tree of a site, as a mapping that `pipeline` writes and MkDocs reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cyhoeddi.addresses import Addresses
from cyhoeddi.collection import Collection
from cyhoeddi.data.files import render_data, render_shared
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
from cyhoeddi.render.lists import list_pages
from cyhoeddi.render.page import PageText
from cyhoeddi.render.publication import document_page, landing_page
from cyhoeddi.render.search import search_page
from cyhoeddi.render.series import series_page, workstream_page
from cyhoeddi.render.sitemap import render_robots, render_sitemap


@dataclass(frozen=True)
class FileCopy:
    """A file of the generated tree that is a copy of one in the project folder."""

    source: str
    """Path relative to the project folder."""


_NO_PDFS: Shelf = {}

Tree = Mapping[str, bytes | FileCopy]
"""Path under docs/ to what stands there."""


def render_tree(
    collection: Collection, lock: Lock, pdfs: Shelf = _NO_PDFS, *, searchable: bool = False
) -> Tree:
    """Give everything that MkDocs needs to build the site of *collection* with its *pdfs*.

    A *searchable* site has a page of search results, and a box that leads to it.
    """
    addresses = Addresses(collection, lock)
    editions = {language: Edition(collection, addresses, language) for language in Language}
    choices = choices_of(editions[Language.EN], editions[Language.CY])
    pages = [language_choice(editions), *not_found_pages(editions)]
    for edition in editions.values():
        pages += _pages(edition, choices, pdfs)
        pages += [search_page(edition)] if searchable else []
    tree: dict[str, bytes | FileCopy] = {page.path: page.render() for page in pages}
    for (name, language), pdf in pdfs.items():
        tree[f"{language}/generated/{pdf_path(name)}"] = FileCopy(f"{PDFS}/{pdf.path.name}")
    for page in pages:
        for path in page.files.values():
            tree.setdefault(f"{page.language}/generated/{path}", FileCopy(f"briefings/{path}"))
    for language, edition in editions.items():
        tree[f"{language}/generated/furniture.json"] = render_furniture(
            edition, choices, searchable=searchable
        )
        for address, content in (*render_feeds(edition), *render_data(edition, pdfs, searchable=searchable)):
            tree[f"{language}/generated/root{address}"] = content
    shared = {
        **dict(render_shared(editions)),
        "/sitemap.xml": render_sitemap(pages, collection.settings),
        "/robots.txt": render_robots(collection.settings, preview=collection.preview),
    }
    tree |= {f"{Language.EN}/generated/root{address}": content for address, content in shared.items()}
    return tree


def _pages(edition: Edition, choices: tuple[Choice, ...], pdfs: Shelf) -> Iterator[PageText]:
    for page in edition.collection.pages:
        yield handwritten_page(edition, page)
    for publication in edition.collection.publications:
        pdf = pdfs.get((publication.id, edition.language))
        yield landing_page(edition, publication, pdf)
        if publication.sections:
            yield document_page(edition, publication, pdf)
    for series in edition.collection.series:
        yield series_page(edition, series)
        for workstream in series.workstreams:
            yield workstream_page(edition, series, workstream)
    yield from list_pages(edition, choices)
    yield follow_page(edition)
    yield from redirect_pages(edition)
