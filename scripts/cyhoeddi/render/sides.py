"""What a site has in each language beside its publications: lists, series, hand-written pages, feeds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cyhoeddi.data.files import render_data
from cyhoeddi.data.listing import items_of, listing_of, render_listing, renew_listing
from cyhoeddi.data.shape import Listing
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

_SOME = 50
"""More rows than this are not looked up in a list: it is made anew."""


def sides(work: Work, keys: Mapping[str, str], *, searchable: bool, jobs: int) -> dict[str, Made]:
    """Give what there is beside the publications, of which these are the *keys* by id: by name, with a blank.

    A *searchable* site has a page of search results, and a box that leads to it. *jobs* processes share the
    work.
    """
    # The lists, and all else that has nothing to do with the texts of publications.
    key = digest(work.keys.outline, str(searchable))
    # The list for programs, which tells of PDFs besides.
    data_key = digest(key, *sizes(work.pdfs.values()))
    found = {f"pages {language}": work.kept(f"pages {language}", key) for language in Language}
    editions = work.editions
    choices = choices_of(editions[Language.EN], editions[Language.CY]) if None in found.values() else ()
    found |= {f"data {language}": work.kept(f"data {language}", data_key) for language in Language}
    for language, edition in editions.items():
        if found[f"pages {language}"] and not found[f"data {language}"]:
            found[f"data {language}"] = _renewed_data(work, edition, data_key)
    due = [name for name, made in found.items() if made is None]
    listings: dict[Language, Listing] = {}

    def make(name: str) -> Made:
        what, _, language = name.partition(" ")
        edition = editions[side := Language(language)]
        # Both of a language are made by the same process, unless it makes one of them alone.
        listing = listings[side] = listings.get(side) or listing_of(edition, work.pdfs)
        if what == "data":
            return _data(work, edition, data_key, render_listing(listing))
        return _pages(work, edition, choices, listing, key, searchable=searchable)

    many = len(editions[Language.EN].collection.publications) > _MANY
    found |= dict(zip(due, spread(make, due, jobs, few=1 if many else FEW), strict=True))
    for edition in editions.values():
        found |= dict(_feeds(work, edition, keys))
    return {name: one for name, one in found.items() if one is not None}


def _pages(
    work: Work,
    edition: Edition,
    choices: tuple[Choice, ...],
    listing: Listing,
    key: str,
    *,
    searchable: bool,
) -> Made:
    language = edition.language
    files: dict[str, bytes | Hash] = {}
    pages = [*_page_texts(edition, choices), *([search_page(edition, choices)] if searchable else [])]
    for page in pages:
        files[page.path] = work.put(page.path, page.render())
    furniture = f"{language}/generated/furniture.json"
    files[furniture] = work.put(furniture, render_furniture(edition, choices, searchable=searchable))
    for address, content in render_data(edition, listing, searchable=searchable):
        path = root_path(language, address)
        files[path] = work.put(path, content)
    return of_pages(key, pages, edition.collection.settings, files), files


def _data(work: Work, edition: Edition, key: str, content: bytes) -> Made:
    files = {path: work.put(path, content) for path in [_data_path(edition)]}
    return Rendered(key, tuple(files)), files


def _renewed_data(work: Work, edition: Edition, key: str) -> Made | None:
    """Give the list for programs of which only some rows are others, the outline being the same."""
    others = [one for one in edition.collection.published if not work.says_the_same(one)]
    rendered = work.last.content(f"data {edition.language}", _data_path(edition))
    if len(others) > _SOME or rendered is None:
        return None
    content = renew_listing(rendered, items_of(edition, others, work.pdfs))
    return _data(work, edition, key, content) if content else None


def _data_path(edition: Edition) -> str:
    return root_path(edition.language, edition.addresses.data(edition.language, "json"))


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
