"""A feed as JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/.

What the format has no words for stands under `_cyhoeddi`: the same feed or entry in the other language
(`twin`), and whether a publication was withdrawn.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from cyhoeddi.body.html import plain_phrases
from cyhoeddi.edition import Edition
from cyhoeddi.feeds.entry import Entry
from cyhoeddi.feeds.feed import Feed
from cyhoeddi.language import Language

_VERSION = "https://jsonfeed.org/version/1.1"


def render_json_feed(edition: Edition, feed: Feed, twin: Feed, items: Iterable[str]) -> bytes:
    """Give *feed* with *items* as `json_item` gives them; *twin* is the same feed in the other language."""
    home = edition.absolute(edition.addresses.home(edition.language))
    head = {
        "version": _VERSION,
        "title": plain_phrases(edition.head_title(feed.title)),
        "home_page_url": edition.absolute(feed.page),
        "feed_url": edition.absolute(feed.places["json"]),
        "language": edition.language.value,
        "authors": [{"name": plain_phrases(edition.organisation), "url": home}],
        "_cyhoeddi": {
            "twin": {
                "language": edition.language.other.value,
                "home_page_url": edition.absolute(twin.page),
                "feed_url": edition.absolute(twin.places["json"]),
            }
        },
    }
    listed = ",\n".join(items)
    return f'{_text(head)[:-1]}, "items": [\n{listed}\n]}}\n'.encode()


def json_item(entry: Entry, language: Language) -> str:
    """Give *entry* as an object in one line."""
    item: dict[str, Any] = {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "content_text": entry.summary,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "tags": list(dict.fromkeys(entry.tags.values())),
        "language": language.value,
        "_cyhoeddi": {
            "twin": {"language": language.other.value, "url": entry.twin},
            "withdrawn": entry.withdrawn,
        },
    }
    return _text(item)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
