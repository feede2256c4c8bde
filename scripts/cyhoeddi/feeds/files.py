"""Every feed of a language as files: Atom (RFC 4287) and JSON Feed 1.1.

The same publications give the same bytes: no feed knows when it was built. A publication stands in several
feeds, and is written out once for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from cyhoeddi.edition import Edition
from cyhoeddi.feeds.atom import atom_entry, render_atom
from cyhoeddi.feeds.entry import changed_on, entry_of
from cyhoeddi.feeds.feed import Feed, feeds_of, publications_of
from cyhoeddi.feeds.json_feed import json_item, render_json_feed
from cyhoeddi.model import Publication

LONGEST = 50
"""The number of entries of a feed, at most."""


@dataclass(frozen=True)
class Shown:
    """A feed with what it shows."""

    feed: Feed
    twin: Feed
    """The same feed in the other language."""
    publications: tuple[Publication, ...]
    """The newest come first."""


class Feeds:
    """The feeds of a language. None tells of what is not public, even in a preview."""

    def __init__(self, edition: Edition) -> None:
        """Prepare the feeds of *edition*."""
        self._edition = edition
        self._said: dict[str, _Said] = {}

    def __iter__(self) -> Iterator[Shown]:
        """Yield each feed with what it shows."""
        edition, collection = self._edition, self._edition.collection
        newest = sorted(collection.published, key=changed_on, reverse=True)
        place = {publication.id: number for number, publication in enumerate(newest)}
        other = Edition(collection, edition.addresses, edition.language.other)
        twins = {(one.facet, one.key): one for one in feeds_of(other)}
        for feed in feeds_of(edition):
            public = (one for one in publications_of(collection, feed) if one.id in place)
            shown = sorted(public, key=lambda one: place[one.id])[:LONGEST]
            yield Shown(feed, twins[feed.facet, feed.key], tuple(shown))

    def render(self, shown: Shown) -> Iterator[tuple[str, bytes]]:
        """Yield the address and the bytes of each form of a feed."""
        edition, feed, twin = self._edition, shown.feed, shown.twin
        said = [self._of(publication) for publication in shown.publications]
        updated = said[0].updated if said else None
        yield feed.places["atom"], render_atom(edition, feed, twin, updated, [one.atom for one in said])
        yield feed.places["json"], render_json_feed(edition, feed, twin, [one.json for one in said])

    def _of(self, publication: Publication) -> _Said:
        if publication.id not in self._said:
            entry, language = entry_of(self._edition, publication), self._edition.language
            self._said[publication.id] = _Said(
                entry.updated, atom_entry(entry, language), json_item(entry, language)
            )
        return self._said[publication.id]


class _Said(NamedTuple):
    """What feeds say of a publication."""

    updated: str
    atom: str
    json: str
