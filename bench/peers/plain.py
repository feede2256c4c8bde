"""A page as plain Markdown, with all that it lists, for those who know nothing of our front matter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from bench.peers.pages import Page

LISTS: Final = ("documents", "cards", "latest", "series", "workstreams", "related")
"""The keys of a page's front matter that list other things to read."""


def render_plain(page: Page) -> str:
    """Give the whole file: title and description as front matter, then the page under its heading."""
    front = page.front
    head = json.dumps({"title": front["title"], "description": front["description"]}, ensure_ascii=False)
    parts = [f"---\n{head}\n---", f"# {front['title']}", *_above(front), page.body, *_below(front)]
    return "\n\n".join(parts) + "\n"


def _above(front: Any) -> Iterator[str]:
    if dates := front.get("dates"):
        yield " | ".join(filter(None, dates.values()))
    if part := front.get("part_of"):
        yield _link(part)
    if summary := front.get("summary"):
        yield str(summary)


def _below(front: Any) -> Iterator[str]:
    for listed in (front.get("filters") or {}).values():
        yield f"**{listed['name']}**"
        yield "\n".join(f"- {_link(option)} ({option['count']})" for option in listed["options"])
    for key in LISTS:
        if listed := front.get(key):
            yield "\n".join(
                f"- {_link(one)} {one.get('date') or ''} {one.get('summary') or ''}".rstrip()
                for one in listed
            )
    if cite := front.get("cite"):
        yield str(cite["text"])
    if contact := front.get("contact"):
        yield f"{contact['name']}, {contact['email']}"


def _link(one: Any) -> str:
    return f"[{one['title']}]({one['address']})"
