"""The feeds as the programs of others read them, and as the two formats want them."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import feedparser
import jsonschema
import pytest

from tests.conftest import PROJECT
from tests.feeds.folder import ATOM, LANG, atom, feeds_of_folder, titles

ONE, MANY = (1, 1), (0, 9)
FEED = {
    **dict.fromkeys(("id", "title", "updated", "author"), ONE),
    "link": (4, 4),
    "entry": MANY,
}
ENTRY = {
    **dict.fromkeys(("id", "title", "published", "updated", "summary"), ONE),
    "link": (2, 2),
    "category": MANY,
}
"""How often each element stands in ours; RFC 4287 allows no more (4.1.1, 4.1.2)."""

TEXT, ADDRESS = (
    {"type": "string", "minLength": 1},
    {"type": "string", "format": "uri", "pattern": "^https://"},
)
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"}
ITEM = {
    "type": "object",
    "required": ["id", "url", "title", "content_text", "date_published", "date_modified", "language"],
    "additionalProperties": False,
    "properties": {
        "id": TEXT,
        "url": ADDRESS,
        "title": TEXT,
        "content_text": TEXT,
        "language": {"enum": ["en", "cy"]},
        "date_published": MOMENT,
        "date_modified": MOMENT,
        "tags": {"type": "array", "items": TEXT, "uniqueItems": True},
        "_cyhoeddi": {"type": "object"},
    },
}
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items", "home_page_url", "feed_url", "language"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": TEXT,
        "home_page_url": ADDRESS,
        "feed_url": ADDRESS,
        "language": {"enum": ["en", "cy"]},
        "authors": {"type": "array", "items": {"properties": {"name": TEXT, "url": ADDRESS}}},
        "_cyhoeddi": {"type": "object"},
        "items": {"type": "array", "items": ITEM},
    },
}
"""JSON Feed 1.1 as we use it: what is not among its own names begins with _ (`extensions`)."""


@pytest.fixture
def feeds(tmp_path: Path) -> dict[str, str]:
    return feeds_of_folder(tmp_path)


def of_form(feeds: dict[str, str], form: str) -> list[tuple[str, str]]:
    found = [(address, text) for address, text in feeds.items() if address.endswith(f".{form}")]
    assert len(found) == 10
    return found


def test_atom_has_what_the_standard_asks_for_and_nothing_else(feeds: dict[str, str]) -> None:
    for address, text in of_form(feeds, "atom"):
        feed = atom(text)
        assert feed.get(LANG) == address[1:3]
        for element, allowed in ((feed, FEED), *((entry, ENTRY) for entry in feed.iter(f"{ATOM}entry"))):
            counts = Counter(child.tag.removeprefix(ATOM) for child in element)
            assert counts.keys() <= allowed.keys(), address
            assert [name for name, (low, high) in allowed.items() if not low <= counts[name] <= high] == []
            kinds = Counter(
                (link.get("rel"), link.get("type"), link.get("hreflang"))
                for link in element.findall(f"{ATOM}link")
            )
            assert max(kinds.values()) == 1, address


def test_a_reader_of_feeds_reads_atom_without_a_complaint(feeds: dict[str, str]) -> None:
    for address, text in of_form(feeds, "atom"):
        read: Any = feedparser.parse(text.encode(), sanitize_html=False)
        assert read.bozo is False, address
        assert read.version == "atom10"
        assert read.feed.language == address[1:3]
        assert [entry.title for entry in read.entries] == titles(text)
        assert [
            entry for entry in read.entries if not (entry.updated_parsed and entry.summary and entry.link)
        ] == []


def test_json_feed_keeps_to_its_format(feeds: dict[str, str]) -> None:
    checker = jsonschema.Draft202012Validator(JSON_FEED, format_checker=jsonschema.FormatChecker())
    for address, text in of_form(feeds, "json"):
        assert [error.message for error in checker.iter_errors(json.loads(text))] == [], address


def test_json_feed_is_valid_by_the_schema_of_others(feeds: dict[str, str]) -> None:
    schema = json.loads((PROJECT / "node_modules/jsonfeed-schema/schema-v1.1.json").read_text("utf-8"))
    validator = jsonschema.validators.validator_for(schema)
    checker = validator(schema, format_checker=validator.FORMAT_CHECKER)
    for address, text in of_form(feeds, "json"):
        feed = json.loads(text)
        assert [error.message for error in checker.iter_errors(feed)] == [], address
        assert len({item["id"] for item in feed["items"]}) == len(feed["items"]), address
    assert list(checker.iter_errors({**feed, "items": [{"id": 1}]})), "the schema finds nothing at all"
