"""Every feed of a language as files: Atom (RFC 4287) and JSON Feed 1.1.

The same publications give the same bytes: no feed knows when it was built. A publication stands in several
feeds, and is written out once for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.edition import Edition
from cyhoeddi.feeds.atom import atom_entry, render_atom
from cyhoeddi.feeds.entry import changed_on, entry_of
from cyhoeddi.feeds.feed import feeds_of, publications_of
from cyhoeddi.feeds.json_feed import json_item, render_json_feed

LONGEST = 50
"""The number of entries of a feed, at most."""


def render_feeds(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the bytes of each feed; none tells of what is not public, even in a preview."""
    collection, twin = (
        edition.collection,
        Edition(edition.collection, edition.addresses, edition.language.other),
    )
    newest = sorted(collection.published, key=changed_on, reverse=True)
    place = {publication.id: number for number, publication in enumerate(newest)}
    entries = {one.id: entry_of(edition, one) for one in newest}
    atom = {name: atom_entry(entry, edition.language) for name, entry in entries.items()}
    items = {name: json_item(entry, edition.language) for name, entry in entries.items()}
    twins = {(one.facet, one.key): one for one in feeds_of(twin)}
    for feed in feeds_of(edition):
        public = (one.id for one in publications_of(collection, feed) if one.id in place)
        shown = sorted(public, key=place.__getitem__)[:LONGEST]
        other = twins[feed.facet, feed.key]
        updated = entries[shown[0]].updated if shown else None
        yield feed.places["atom"], render_atom(edition, feed, other, updated, [atom[name] for name in shown])
        yield feed.places["json"], render_json_feed(edition, feed, other, [items[name] for name in shown])
