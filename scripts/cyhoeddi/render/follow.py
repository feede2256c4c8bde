"""The page on how to follow the site: what a feed is, all feeds, and the lists for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cyhoeddi.edition import Edition
from cyhoeddi.feeds.feed import FACETS, FORMS, Feed, feeds_of
from cyhoeddi.render.page import PageText

_HEADINGS = {"series": "feeds_series", "workstream": "workstreams", "type": "feeds_type"}


def follow_page(edition: Edition) -> PageText:
    """Give the page that the footer and every list lead to."""
    language, words, addresses = edition.language, edition.words, edition.addresses
    return PageText(
        language=language,
        kind="follow",
        name="follow",
        address=addresses.follow(language),
        twin=addresses.follow(language.other),
        title=words["follow_title"],
        head_title=edition.head_title(words["follow_title"]),
        description=words.text("follow_description", organisation=edition.organisation),
        noindex=edition.collection.preview,
        breadcrumb=(edition.home_crumb,),
        more={
            "groups": list(_groups(edition)),
            "data": [
                edition.crumb(words[f"data_{name}"], addresses.data(language, ending))
                for name, ending in (("csv", "csv"), ("json", "json"), ("schema", "schema.json"))
            ],
        },
    )


def _groups(edition: Edition) -> Iterator[dict[str, Any]]:
    """Yield the feeds under their headings; that of the whole site, which comes first, needs none."""
    feeds = feeds_of(edition)
    for facet in ("", *FACETS):
        found = [_shown(edition, feed) for feed in feeds if feed.facet == facet]
        if found:
            yield {"title": edition.words[_HEADINGS[facet]] if facet else None, "feeds": found}


def _shown(edition: Edition, feed: Feed) -> dict[str, Any]:
    forms = [edition.crumb(edition.words[f"feeds_{form}"], feed.places[form]) for form in FORMS]
    return {"title": feed.title, "forms": forms}
