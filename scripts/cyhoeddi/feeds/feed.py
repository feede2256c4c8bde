"""What feeds there are: of the whole site, and of each series, workstream and type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cyhoeddi.collection import Collection
from cyhoeddi.edition import Edition
from cyhoeddi.language import Language
from cyhoeddi.model import Publication
from cyhoeddi.render.choices import named
from cyhoeddi.slug import slugify
from cyhoeddi.words import publication_type

FORMS: Mapping[str, str] = {"atom": "application/atom+xml", "json": "application/feed+json"}
"""The forms of every feed, by the ending of its address: its media type."""

FACETS = ("series", "workstream", "type")
"""What has a feed of its own, in the order in which readers are shown them."""


@dataclass(frozen=True)
class Feed:
    """A feed in one language."""

    facet: str
    """series, workstream or type; empty for the whole site."""
    key: str
    """Which one, as filters name it; the same in both languages."""
    title: str
    """What readers are shown; it may hold marked phrases."""
    page: str
    """The address of the page that lists the same."""
    places: Mapping[str, str]
    """The addresses of the feed, by form."""


def feeds_of(edition: Edition) -> tuple[Feed, ...]:
    """Give every feed of a language: the whole site, then those of each facet by their titles."""
    narrower = [feed_of(edition, facet, key) for facet, key in _keys(edition.collection)]
    narrower.sort(key=lambda one: (FACETS.index(one.facet), slugify(one.title, Language.CY), one.key))
    return (whole_site(edition), *narrower)


def whole_site(edition: Edition) -> Feed:
    """Give the feed of the whole site."""
    page = edition.addresses.publications(edition.language)
    return Feed("", "", edition.words["feeds_all"], page, _places(edition))


def feed_of(edition: Edition, facet: str, key: str) -> Feed:
    """Give the feed of a series, workstream or type, as filters name them: "type", "briefing"."""
    language, addresses, collection = edition.language, edition.addresses, edition.collection
    title, part = named(edition, facet, key)
    if facet == "type":
        title, page = publication_type(key).plural(language), addresses.publications(language, part)
    else:
        series = collection.series_by_id[key.partition("/")[0]]
        workstream = collection.workstream(*key.split("/")) if facet == "workstream" else None
        page = (
            addresses.workstream(series, workstream, language)
            if workstream
            else addresses.series(series, language)
        )
    return Feed(facet, key, title, page, _places(edition, part))


def announced(edition: Edition, feed: Feed) -> tuple[dict[str, str], ...]:
    """Give the forms of *feed* as the heads of pages name them: title, language, media type and address."""
    title = edition.head_title(feed.title)
    return tuple(
        {
            "title": f"{title} ({edition.words[f'feeds_{form}']})",
            "language": edition.language.value,
            "type": kind,
            "address": feed.places[form],
        }
        for form, kind in FORMS.items()
    )


def publications_of(collection: Collection, feed: Feed) -> tuple[Publication, ...]:
    """Give the publications that *feed* is about."""
    if feed.facet == "workstream":
        series, _, name = feed.key.partition("/")
        return collection.in_workstream.get((series, name), ())
    groups = {"": {"": collection.publications}, "series": collection.in_series, "type": collection.of_type}
    return groups[feed.facet].get(feed.key, ())


def _keys(collection: Collection) -> Iterator[tuple[str, str]]:
    for series in collection.series:
        yield "series", series.id
        yield from (("workstream", f"{series.id}/{part.id}") for part in series.workstreams)
    yield from (("type", key) for key in collection.of_type)


def _places(edition: Edition, *narrowed: str) -> Mapping[str, str]:
    return {form: edition.addresses.feed(edition.language, form, *narrowed) for form in FORMS}
