"""The whole generated tree of a site, as a mapping that `pipeline` writes and MkDocs reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cyhoeddi.addresses import Addresses
from cyhoeddi.collection import Collection
from cyhoeddi.data.files import render_citations, render_data, render_shared
from cyhoeddi.edition import Edition
from cyhoeddi.feeds.files import Feeds
from cyhoeddi.language import Language
from cyhoeddi.lock import Lock
from cyhoeddi.model import Publication
from cyhoeddi.pdf.shelf import FOLDER as PDFS
from cyhoeddi.pdf.shelf import Shelf
from cyhoeddi.render.choices import Choice, choices_of
from cyhoeddi.render.crossing import language_choice, not_found_pages, redirect_pages
from cyhoeddi.render.documents import pdf_path
from cyhoeddi.render.follow import follow_page
from cyhoeddi.render.furniture import render_furniture
from cyhoeddi.render.handwritten import handwritten_page
from cyhoeddi.render.kept import KeptFile, Keys, Last, Rendered
from cyhoeddi.render.lists import list_pages
from cyhoeddi.render.page import PageText
from cyhoeddi.render.publication import document_page, landing_page
from cyhoeddi.render.search import search_page
from cyhoeddi.render.series import series_page, workstream_page
from cyhoeddi.render.sitemap import render_robots, render_sitemap
from cyhoeddi.render.work import FileCopy, Files, Made, Put, Tree, Work, of_pages, root_path
from cyhoeddi.workers import FEW, spread

_NO_PDFS: Shelf = {}
_NOTHING = Last()
_MANY = 300
"""With more publications than this, a process a language is quicker."""


@dataclass(frozen=True)
class Rendering:
    """A generated tree, and what of it belongs together."""

    tree: Tree
    rendered: Mapping[str, Rendered]
    """What was rendered of each publication, by its id, and of each feed, by its name."""


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
    work = Work(editions, pdfs, last, put, Keys(editions))
    tree: dict[str, bytes | FileCopy | KeptFile] = {page.path: page.render() for page in crossing}
    found: dict[str, Rendered] = {}
    for name, (rendered, files) in _publications(work, jobs):
        found[name] = rendered
        tree |= files
    keys = {name: rendered.key for name, rendered in found.items()}
    few = 1 if len(collection.publications) > _MANY else FEW
    sides = spread(
        lambda language: _side(work, editions[language], choices, keys, searchable=searchable),
        tuple(Language),
        jobs,
        few=few,
    )
    pages = [*found.values(), *(side.pages for side in sides), of_pages("", crossing, collection.settings)]
    for side in sides:
        tree |= side.files
        found |= side.feeds
    for (name, language), pdf in pdfs.items():
        tree[f"{language}/generated/{pdf_path(name)}"] = FileCopy(f"{PDFS}/{pdf.path.name}")
    for rendered in pages:
        for path, source in rendered.copies.items():
            tree.setdefault(path, FileCopy(source))
    shared = {
        **dict(render_shared(editions)),
        "/sitemap.xml": render_sitemap(each for rendered in pages for each in rendered.listed),
        "/robots.txt": render_robots(collection.settings, preview=collection.preview),
    }
    tree |= {root_path(Language.EN, address): content for address, content in shared.items()}
    return Rendering(tree, found)


@dataclass(frozen=True)
class _Side:
    """What a site has in one language beside its publications."""

    pages: Rendered
    feeds: Mapping[str, Rendered]
    """By name."""
    files: Files


def _side(
    work: Work,
    edition: Edition,
    choices: tuple[Choice, ...],
    publication_keys: Mapping[str, str],
    *,
    searchable: bool,
) -> _Side:
    language = edition.language
    files: dict[str, bytes | KeptFile] = {}
    pages = [*_pages(edition, choices), *([search_page(edition)] if searchable else [])]
    for page in pages:
        files[page.path] = work.put(page.path, page.render())
    furniture = f"{language}/generated/furniture.json"
    files[furniture] = work.put(furniture, render_furniture(edition, choices, searchable=searchable))
    for address, content in render_data(edition, work.pdfs, searchable=searchable):
        files[root_path(language, address)] = work.put(root_path(language, address), content)
    feeds = {}
    for name, (rendered, own) in _feeds(work, edition, publication_keys):
        feeds[name] = rendered
        files |= own
    return _Side(of_pages("", pages, edition.collection.settings), feeds, files)


def _feeds(work: Work, edition: Edition, publication_keys: Mapping[str, str]) -> Iterator[tuple[str, Made]]:
    feeds = Feeds(edition)
    for shown in feeds:
        # No publication has a name with a blank in it.
        name = f"feed {edition.language} {shown.feed.facet}/{shown.feed.key}"
        key = work.keys.of_feed(shown, publication_keys)
        made = work.kept(name, key)
        if made is None:
            paths = ((root_path(edition.language, at), content) for at, content in feeds.render(shown))
            files = {path: work.put(path, content) for path, content in paths}
            made = Rendered(key, tuple(files)), files
        yield name, made


def _publications(work: Work, jobs: int) -> Iterator[tuple[str, Made]]:
    publications = work.editions[Language.EN].collection.publications
    keys = {one.id: work.keys.of(one, work.own_pdfs(one)) for one in publications}
    found = {name: work.kept(name, key) for name, key in keys.items()}
    due = [publication for publication in publications if found[publication.id] is None]
    made = spread(lambda one: _publication(work, one, keys[one.id]), due, jobs)
    found |= {publication.id: one for publication, one in zip(due, made, strict=True)}
    return ((name, one) for name, one in found.items() if one is not None)


def _publication(work: Work, publication: Publication, key: str) -> Made:
    pages: list[PageText] = []
    files: dict[str, bytes | KeptFile] = {}
    pdfs = work.own_pdfs(publication)
    for language, edition in work.editions.items():
        pages.append(landing_page(edition, publication, pdfs.get(language)))
        if publication.has_document:
            pages.append(document_page(edition, publication, pdfs.get(language)))
        for address, content in render_citations(edition, publication):
            path = root_path(language, address)
            files[path] = work.put(path, content)
    files |= {page.path: work.put(page.path, page.render()) for page in pages}
    return of_pages(key, pages, work.editions[Language.EN].collection.settings, files), files


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
