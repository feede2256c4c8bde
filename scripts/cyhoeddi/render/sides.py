"""What a site has in each language beside its publications: lists, series, hand-written pages, feeds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cyhoeddi.data.files import render_data
from cyhoeddi.edition import Edition
from cyhoeddi.feeds.files import Feeds
from cyhoeddi.fingerprint import digest
from cyhoeddi.language import Language
from cyhoeddi.render.choices import Choice, choices_of
from cyhoeddi.render.crossing import redirect_pages
from cyhoeddi.render.follow import follow_page
from cyhoeddi.render.furniture import render_furniture
from cyhoeddi.render.handwritten import handwritten_page
from cyhoeddi.render.kept import Hash, Rendered
from cyhoeddi.render.lists import list_pages
from cyhoeddi.render.page import PageText
from cyhoeddi.render.search import search_page
from cyhoeddi.render.series import series_page, workstream_page
from cyhoeddi.render.work import Made, Work, of_pages, root_path, sizes
from cyhoeddi.workers import FEW, spread

_MANY = 300
"""With more publications than this, a process a language is quicker."""


def sides(work: Work, keys: Mapping[str, str], *, searchable: bool, jobs: int) -> dict[str, Made]:
    """Give what there is beside the publications, of which these are the *keys* by id: by name, with a blank.

    A *searchable* site has a page of search results, and a box that leads to it. *jobs* processes share the
    work.
    """
    # The lists, and all else that has nothing to do with the texts of publications.
    key = digest(work.keys.outline, str(searchable))
    # The files for programs, which tell of PDFs besides.
    data_key = digest(key, *sizes(work.pdfs.values()))
    found = {f"pages {language}": work.kept(f"pages {language}", key) for language in Language}
    editions = work.editions
    choices = choices_of(editions[Language.EN], editions[Language.CY]) if None in found.values() else ()
    found |= {f"data {language}": work.kept(f"data {language}", data_key) for language in Language}
    due = [name for name, made in found.items() if made is None]

    def make(name: str) -> Made:
        what, _, language = name.partition(" ")
        edition = editions[Language(language)]
        if what == "data":
            return _data(work, edition, data_key, searchable=searchable)
        return _pages(work, edition, choices, key, searchable=searchable)

    many = len(editions[Language.EN].collection.publications) > _MANY
    found |= dict(zip(due, spread(make, due, jobs, few=1 if many else FEW), strict=True))
    for edition in editions.values():
        found |= dict(_feeds(work, edition, keys))
    return {name: one for name, one in found.items() if one is not None}


def _pages(work: Work, edition: Edition, choices: tuple[Choice, ...], key: str, *, searchable: bool) -> Made:
    language = edition.language
    files: dict[str, bytes | Hash] = {}
    pages = [*_page_texts(edition, choices), *([search_page(edition, choices)] if searchable else [])]
    for page in pages:
        files[page.path] = work.put(page.path, page.render())
    furniture = f"{language}/generated/furniture.json"
    files[furniture] = work.put(furniture, render_furniture(edition, choices, searchable=searchable))
    return of_pages(key, pages, edition.collection.settings, files), files


def _data(work: Work, edition: Edition, key: str, *, searchable: bool) -> Made:
    addresses = render_data(edition, work.pdfs, searchable=searchable)
    paths = ((root_path(edition.language, address), content) for address, content in addresses)
    files = {path: work.put(path, content) for path, content in paths}
    return Rendered(key, tuple(files)), files


def _feeds(work: Work, edition: Edition, keys: Mapping[str, str]) -> Iterator[tuple[str, Made]]:
    own = f"feed {edition.language} "
    if work.is_outline_kept:
        # No feed tells of more than the outline does.
        known = {name: one.key for name, one in work.last.rendered.items() if name.startswith(own)}
        kept = [(name, made) for name, key in known.items() if (made := work.kept(name, key))]
        if len(kept) == len(known):
            yield from kept
            return
    feeds = Feeds(edition)
    for shown in feeds:
        name = f"{own}{shown.feed.facet}/{shown.feed.key}"
        key = work.keys.of_feed(shown, keys)
        made = work.kept(name, key)
        if made is None:
            paths = ((root_path(edition.language, at), content) for at, content in feeds.render(shown))
            files = {path: work.put(path, content) for path, content in paths}
            made = Rendered(key, tuple(files)), files
        yield name, made


def _page_texts(edition: Edition, choices: tuple[Choice, ...]) -> Iterator[PageText]:
    for page in edition.collection.pages:
        yield handwritten_page(edition, page)
    for series in edition.collection.series:
        yield series_page(edition, series)
        for workstream in series.workstreams:
            yield workstream_page(edition, series, workstream)
    yield from list_pages(edition, choices)
    yield follow_page(edition)
    yield from redirect_pages(edition)
