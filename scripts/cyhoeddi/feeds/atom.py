"""A feed as Atom: https://www.rfc-editor.org/rfc/rfc4287."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from cyhoeddi.body.html import plain_phrases
from cyhoeddi.edition import Edition
from cyhoeddi.feeds.entry import Entry, name_of
from cyhoeddi.feeds.feed import FORMS, Feed
from cyhoeddi.language import Language

_NEVER = "1970-01-01T00:00:00+00:00"
"""When a feed without entries last changed: Atom wants a moment, and the build's own is no news."""


def render_atom(
    edition: Edition, feed: Feed, twin: Feed, updated: str | None, entries: Iterable[str]
) -> bytes:
    """Give *feed*, last *updated* at that moment, with *entries* as `atom_entry` gives them.

    *twin* is the same feed in the other language.
    """
    language, home = edition.language, edition.addresses.home(edition.language)
    title = plain_phrases(edition.head_title(feed.title))
    name = "/".join(filter(None, ("feed", feed.facet, feed.key)))
    links = [
        _link(edition.absolute(feed.places["atom"]), "self", FORMS["atom"], language),
        _link(edition.absolute(feed.page), "alternate", "text/html", language),
        _link(edition.absolute(feed.places["json"]), "alternate", FORMS["json"], language),
        _link(edition.absolute(twin.places["atom"]), "alternate", FORMS["atom"], language.other),
    ]
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">',
        f"<id>{escape(name_of(edition, name))}</id>",
        f"<title>{escape(title)}</title>",
        f"<updated>{updated or _NEVER}</updated>",
        f"<author><name>{escape(plain_phrases(edition.organisation))}</name>"
        f"<uri>{escape(edition.absolute(home))}</uri></author>",
        *links,
        *entries,
        "</feed>\n",
    ]
    return "\n".join(lines).encode()


def atom_entry(entry: Entry, language: Language) -> str:
    """Give *entry* as an element; its language is that of the feed."""
    lines = [
        "<entry>",
        f"<id>{escape(entry.id)}</id>",
        f"<title>{escape(entry.title)}</title>",
        f"<published>{entry.published}</published>",
        f"<updated>{entry.updated}</updated>",
        _link(entry.address, "alternate", "text/html", language),
        _link(entry.twin, "alternate", "text/html", language.other),
        *(f"<category term={quoteattr(name)} label={quoteattr(tag)}/>" for name, tag in entry.tags.items()),
        '<category term="withdrawn"/>' if entry.withdrawn else "",
        f"<summary>{escape(entry.summary)}</summary>",
        "</entry>",
    ]
    return "\n".join(filter(None, lines))


def _link(address: str, relation: str, kind: str, language: Language) -> str:
    return f'<link rel="{relation}" type="{kind}" hreflang="{language}" href={quoteattr(address)}/>'
