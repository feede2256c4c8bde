"""The list of publications as JSON: everything public, in one language, with whole addresses."""

from __future__ import annotations

from collections.abc import Iterable

from cyhoeddi.body.html import plain_phrases
from cyhoeddi.data.shape import Form, Item, Kind, Listing, Place, Withdrawn
from cyhoeddi.edition import Edition
from cyhoeddi.language import Language
from cyhoeddi.model import Publication, Series, Status, WorkstreamPart, is_public
from cyhoeddi.pdf.shelf import Shelf
from cyhoeddi.render.documents import documents

_LINE = "\n  "
_OPENS, _CLOSES = f"{_LINE}{{{_LINE}", f"{_LINE}}}".encode()


def listing_of(edition: Edition, pdfs: Shelf) -> Listing:
    """Give the list of a language, with the *pdfs* that were made; even in a preview only what is public."""
    addresses, language = edition.addresses, edition.language
    shape = {
        "$schema": edition.absolute(addresses.data(language, "schema.json")),
        "language": language,
        "title": edition.words["publications_title"],
        "publisher": plain_phrases(edition.organisation),
        "address": edition.absolute(addresses.data(language, "json")),
        "twin": edition.absolute(addresses.data(language.other, "json")),
        "publications": items_of(edition, edition.collection.published, pdfs),
    }
    return Listing.model_validate(shape)


def items_of(edition: Edition, publications: Iterable[Publication], pdfs: Shelf) -> tuple[Item, ...]:
    """Give what the list of a language says of *publications*."""
    places = _Places(edition)
    return tuple(_item(edition, one, pdfs, places) for one in publications)


def render_listing(listing: Listing) -> bytes:
    """Give *listing* as JSON."""
    return (listing.model_dump_json(by_alias=True, indent=1) + "\n").encode()


def renew_listing(rendered: bytes, items: Iterable[Item]) -> bytes | None:
    """Give the JSON of a list in which these *items* say something else, the rest as it was.

    None if one of them does not stand in it.
    """
    for item in items:
        # As the list is laid out, no line within an item is as little indented as its first and last.
        start = rendered.find(f'{_OPENS} "id": "{item.id}",'.encode())
        end = rendered.find(_CLOSES, start)
        if start < 0 or end < 0:
            return None
        lines = item.model_dump_json(by_alias=True, indent=1).replace("\n", _LINE)
        rendered = b"".join((rendered[:start], f"{_LINE}{lines}".encode(), rendered[end + len(_CLOSES) :]))
    return rendered


class _Places:
    """What publications belong to; each is made once for all of them."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._kinds: dict[str, Kind] = {}
        self._series: dict[str, Place | None] = {}
        self._workstreams: dict[tuple[str, str], Place | None] = {}

    def kind(self, publication: Publication) -> Kind:
        """Give the type of *publication*."""
        if publication.type not in self._kinds:
            kind = self._edition.type_of(publication)
            self._kinds[publication.type] = Kind(key=kind.key, name=kind.name(self._edition.language))
        return self._kinds[publication.type]

    def series(self, publication: Publication) -> Place | None:
        """Give the series of *publication*, if it is shown."""
        name = publication.series or ""
        if name not in self._series:
            edition, series = self._edition, self._edition.collection.series_by_id.get(name)
            address = edition.addresses.series(series, edition.language) if series else ""
            self._series[name] = self._place(name, series, address)
        return self._series[name]

    def workstreams(self, publication: Publication) -> tuple[Place, ...]:
        """Give the workstreams of *publication* that are shown."""
        names = dict.fromkeys(publication.workstreams)
        return tuple(filter(None, (self._workstream(publication.series or "", name) for name in names)))

    def _workstream(self, owner: str, name: str) -> Place | None:
        if (owner, name) not in self._workstreams:
            edition, series = self._edition, self._edition.collection.series_by_id.get(owner)
            part = edition.collection.workstream(owner, name) if series else None
            address = edition.addresses.workstream(series, part, edition.language) if series and part else ""
            self._workstreams[owner, name] = self._place(name, part, address)
        return self._workstreams[owner, name]

    def _place(self, name: str, part: Series | WorkstreamPart | None, address: str) -> Place | None:
        if part is None:
            return None
        return Place(id=name, title=self._edition.plain(part.title), address=self._edition.absolute(address))


def _item(edition: Edition, publication: Publication, pdfs: Shelf, places: _Places) -> Item:
    addresses, language = edition.addresses, edition.language
    return Item(
        id=publication.id,
        type=places.kind(publication),
        title=edition.plain(publication.title),
        summary=edition.plain(publication.summary),
        first_published=publication.published_on,
        last_updated=publication.last_updated or publication.published_on,
        series=places.series(publication),
        workstreams=places.workstreams(publication),
        address=edition.absolute(addresses.publication(publication, language)),
        twin=edition.absolute(addresses.publication(publication, language.other)),
        documents=tuple(
            Form(
                title=plain_phrases(row["title"]),
                format=row["format"],
                address=edition.absolute(row["address"]),
                language=Language(row["language"] or language),
                size=row["size"],
                pages=row["pages"],
            )
            for row in documents(edition, publication, pdfs.get((publication.id, language)))
        ),
        withdrawn=_withdrawn(edition, publication),
    )


def _withdrawn(edition: Edition, publication: Publication) -> Withdrawn | None:
    withdrawal = publication.withdrawn
    if publication.status is not Status.WITHDRAWN or withdrawal is None:
        return None
    collection = edition.collection
    successor = collection.publication_by_id.get(withdrawal.replaced_by or "")
    if successor and not is_public(successor, collection.now):
        successor = None
    address = edition.addresses.publication(successor, edition.language) if successor else None
    return Withdrawn(
        date=withdrawal.date,
        reason=edition.plain(withdrawal.reason),
        replaced_by=edition.absolute(address) if address else None,
    )
