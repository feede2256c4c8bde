"""The list of publications as JSON: everything public, in one language, with whole addresses."""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.body.html import plain_phrases
from cyhoeddi.data.shape import Form, Item, Kind, Listing, Place, Withdrawn
from cyhoeddi.edition import Edition
from cyhoeddi.language import Language
from cyhoeddi.model import Publication, Status, is_public
from cyhoeddi.pdf.shelf import Shelf
from cyhoeddi.render.documents import documents


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
        "publications": tuple(_item(edition, one, pdfs) for one in edition.collection.published),
    }
    return Listing.model_validate(shape)


def render_listing(listing: Listing) -> bytes:
    """Give *listing* as JSON."""
    return (listing.model_dump_json(by_alias=True, indent=1) + "\n").encode()


def _item(edition: Edition, publication: Publication, pdfs: Shelf) -> Item:
    addresses, language = edition.addresses, edition.language
    kind, series = edition.type_of(publication), edition.collection.series_by_id.get(publication.series or "")
    return Item(
        id=publication.id,
        type=Kind(key=kind.key, name=kind.name(language)),
        title=edition.plain(publication.title),
        summary=edition.plain(publication.summary),
        first_published=publication.published_on,
        last_updated=publication.last_updated or publication.published_on,
        series=Place(
            id=series.id,
            title=edition.plain(series.title),
            address=edition.absolute(addresses.series(series, language)),
        )
        if series
        else None,
        workstreams=tuple(_workstreams(edition, publication)),
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


def _workstreams(edition: Edition, publication: Publication) -> Iterator[Place]:
    series = edition.collection.series_by_id.get(publication.series or "")
    for name in dict.fromkeys(publication.workstreams) if series else ():
        workstream = edition.collection.workstream(publication.series or "", name)
        if series and workstream:
            address = edition.addresses.workstream(series, workstream, edition.language)
            title = edition.plain(workstream.title)
            yield Place(id=name, title=title, address=edition.absolute(address))


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
