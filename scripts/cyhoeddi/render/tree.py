"""The whole generated tree of a site, as a mapping that `pipeline` writes and MkDocs reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from cyhoeddi.addresses import Addresses
from cyhoeddi.collection import Collection
from cyhoeddi.data.files import render_citations, render_shared
from cyhoeddi.edition import Edition
from cyhoeddi.language import Language
from cyhoeddi.lock import Lock
from cyhoeddi.model import Publication
from cyhoeddi.pdf.shelf import FOLDER as PDFS
from cyhoeddi.pdf.shelf import Shelf
from cyhoeddi.render.crossing import language_choice, not_found_pages
from cyhoeddi.render.documents import pdf_path
from cyhoeddi.render.kept import Hash, Keys, LastTree, Rendered
from cyhoeddi.render.page import PageText
from cyhoeddi.render.publication import document_page, landing_page
from cyhoeddi.render.sides import sides
from cyhoeddi.render.sitemap import render_robots, render_sitemap
from cyhoeddi.render.work import SHARED, FileCopy, Made, Put, Tree, Work, of_pages, root_path
from cyhoeddi.workers import spread

_NO_PDFS: Shelf = {}
_NOTHING = LastTree()


@dataclass(frozen=True)
class Rendering:
    """A generated tree, and what of it belongs together."""

    tree: Tree
    rendered: Mapping[str, Rendered]
    """What was rendered together, by name: that of a publication is its id, any other has a blank in it."""
    outline: str
    """The hash of all that there is in the site but for the texts of publications."""

    @property
    def copied(self) -> Iterator[tuple[str, str]]:
        """The files beside the pages: path in the tree, and in the project folder."""
        return chain.from_iterable(one.copies.items() for one in self.rendered.values())


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
    last: LastTree = _NOTHING,
    put: Put = _hold,
    jobs: int = 1,
) -> Rendering:
    """Give what `render_tree` does, without rendering the publications that stand as *last* tells.

    Each file is given to *put*, whose answer has its place in the tree. Where there is much to do, *jobs*
    processes share the work.
    """
    addresses = Addresses(collection, lock)
    editions = {language: Edition(collection, addresses, language) for language in Language}
    crossing = [language_choice(editions), *not_found_pages(editions)]
    work = Work(editions, pdfs, last, put, Keys(editions, pdfs))
    tree: dict[str, bytes | FileCopy | Hash] = {page.path: page.render() for page in crossing}
    made = dict(_publications(work, jobs))
    keys = {name: rendered.key for name, (rendered, _) in made.items()}
    made |= sides(work, keys, searchable=searchable, jobs=jobs)
    pages = [*(rendered for rendered, _ in made.values()), of_pages("", crossing, collection.settings)]
    made[SHARED] = work.shared or _shared(work, pages)
    for _, files in made.values():
        tree |= files
    for (name, language), pdf in pdfs.items():
        tree[f"{language}/generated/{pdf_path(name)}"] = FileCopy(f"{PDFS}/{pdf.path.name}")
    for rendered in pages:
        for path, source in rendered.copies.items():
            tree.setdefault(path, FileCopy(source))
    return Rendering(tree, {name: rendered for name, (rendered, _) in made.items()}, work.keys.outline)


def _shared(work: Work, pages: Iterable[Rendered]) -> Made:
    """Give what both languages share; all that it tells of *pages* follows from the outline."""
    collection = work.editions[Language.EN].collection
    content = chain(
        render_shared(work.editions),
        [("/robots.txt", render_robots(collection.settings, preview=collection.preview))],
        [("/sitemap.xml", render_sitemap(each for rendered in pages for each in rendered.listed or ()))],
    )
    paths = ((root_path(Language.EN, address), data) for address, data in content)
    files = {path: work.put(path, data) for path, data in paths}
    return Rendered(work.keys.outline, tuple(files)), files


def _publications(work: Work, jobs: int) -> Iterator[tuple[str, Made]]:
    publications = work.editions[Language.EN].collection.publications
    keys = {one.id: work.key(one) for one in publications}
    found = {name: work.kept(name, key) for name, key in keys.items()}
    due = [publication for publication in publications if found[publication.id] is None]
    made = spread(lambda one: _publication(work, one, keys[one.id]), due, jobs)
    found |= {publication.id: one for publication, one in zip(due, made, strict=True)}
    return ((name, one) for name, one in found.items() if one is not None)


def _publication(work: Work, publication: Publication, key: str) -> Made:
    pages: list[PageText] = []
    files: dict[str, bytes | Hash] = {}
    pdfs = work.own_pdfs(publication)
    for language, edition in work.editions.items():
        pages.append(landing_page(edition, publication, pdfs.get(language)))
        if publication.has_document:
            pages.append(document_page(edition, publication, pdfs.get(language)))
        for address, content in render_citations(edition, publication):
            path = root_path(language, address)
            files[path] = work.put(path, content)
    files |= {page.path: work.put(page.path, page.render()) for page in pages}
    settings, said = work.editions[Language.EN].collection.settings, work.said(publication)
    return of_pages(key, pages, settings, files, said), files
