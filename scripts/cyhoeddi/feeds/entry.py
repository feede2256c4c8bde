"""What a feed says of a publication, whatever the form of the feed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from urllib.parse import urlsplit

from cyhoeddi.edition import Edition
from cyhoeddi.model import LONDON, Publication, Status
from cyhoeddi.words import format_date

_SINCE = "2026"
"""The year from which names of this kind are given: a part of every `tag:` name that never changes."""


@dataclass(frozen=True)
class Entry:
    """A publication in one language."""

    id: str
    """A `tag:` name, which outlives every change of title and address."""
    title: str
    """The words alone; that of a withdrawn publication says so."""
    summary: str
    """The words alone; why it was withdrawn, if it was, comes first."""
    address: str
    """The whole address of the landing page."""
    twin: str
    """The whole address of the landing page in the other language."""
    published: str
    """When it was first published, as in RFC 3339."""
    updated: str
    """When it last changed in a way that matters to readers."""
    tags: Mapping[str, str]
    """Type, series and workstreams: a name that is the same in both languages to the words for it."""
    withdrawn: bool


def entry_of(edition: Edition, publication: Publication) -> Entry:
    """Give what feeds say of *publication*, which has a day of first publication."""
    language, addresses = edition.language, edition.addresses
    first = publication.first_published
    if first is None:
        raise ValueError(f"{publication.id} has no day of first publication")
    title, summary = edition.plain(publication.title), edition.plain(publication.summary)
    withdrawal = publication.withdrawn if publication.status is Status.WITHDRAWN else None
    if withdrawal:
        title = f"{edition.type_of(publication).withdrawn_label(language)}: {title}"
        sentence = edition.words.text("withdrawn_on", date=format_date(withdrawal.date, language))
        summary = f"{sentence} {edition.plain(withdrawal.reason)} {summary}"
    return Entry(
        id=name_of(edition, f"publication/{publication.id}"),
        title=title,
        summary=summary,
        address=edition.absolute(addresses.publication(publication, language)),
        twin=edition.absolute(addresses.publication(publication, language.other)),
        published=moment(first),
        updated=moment(changed_on(publication)),
        tags=_tags(edition, publication),
        withdrawn=withdrawal is not None,
    )


def changed_on(publication: Publication) -> date:
    """Give the day on which *publication* last changed in a way that matters to readers.

    That is what its own history says: a build, or a correction that nobody dated, changes nothing here.
    """
    days = [publication.published_on]
    days += [publication.last_updated] if publication.last_updated else []
    days += [publication.withdrawn.date] if publication.withdrawn else []
    return max([*days, *(change.date for change in publication.changes)])


def name_of(edition: Edition, thing: str) -> str:
    """Give the name of a *thing* of this language that stays when its address changes (RFC 4151)."""
    host = urlsplit(edition.collection.settings.base(edition.language)).hostname
    return f"tag:{host},{_SINCE}:{edition.language}/{thing}"


def moment(day: date) -> str:
    """Give the first moment of *day* in London as 2023-11-14T00:00:00+00:00."""
    return datetime.combine(day, time(), LONDON).isoformat()


def _tags(edition: Edition, publication: Publication) -> Mapping[str, str]:
    tags = {f"type/{publication.type}": edition.type_of(publication).name(edition.language)}
    series = edition.collection.series_by_id.get(publication.series or "")
    if series:
        tags[f"series/{series.id}"] = edition.plain(series.title)
        for name in publication.workstreams:
            workstream = edition.collection.workstream(series.id, name)
            if workstream:
                tags[f"workstream/{series.id}/{name}"] = edition.plain(workstream.title)
    return tags
