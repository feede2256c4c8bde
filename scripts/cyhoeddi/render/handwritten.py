"""The hand-written pages, the home page among them."""

from __future__ import annotations

import posixpath
import re
from typing import Any

from cyhoeddi.body import blocks as b
from cyhoeddi.body.parse import parse
from cyhoeddi.edition import Edition
from cyhoeddi.handwritten import HOME, Page
from cyhoeddi.render.page import PageText

LATEST = 5
"""How many publications the home page shows."""

_PAGE_LINK = re.compile(r"(?:\./)?([a-z0-9-]+)\.md(#[a-z0-9-]+)?")


def handwritten_page(edition: Edition, page: Page) -> PageText:
    """Give a hand-written page, its relative links led to the pages of the reader's language."""
    language = edition.language
    front, body = page[language].front, page[language].body
    home = page.name == HOME
    tree = parse(body, headings=True).body
    headings = [node for node in tree.blocks if isinstance(node, b.Heading)]
    return PageText(
        language=language,
        kind="home" if home else "page",
        name=page.name,
        address=edition.addresses.page(page, language),
        twin=edition.addresses.page(page, language.other),
        title=front.title,
        head_title=edition.head_title(front.title),
        description=front.description,
        noindex=edition.collection.preview,
        breadcrumb=() if home else (edition.home_crumb,),
        markdown=_with_addresses(edition, body, tree),
        more=_home(edition)
        if home
        else {
            "contents": [
                {"id": heading.id, "title": b.plain_text(heading.inlines)}
                for heading in headings
                if heading.level == 2
            ]
        },
    )


def page_link(target: str) -> str | None:
    """Give the name of the hand-written page that a link's *target* such as contact.md means."""
    match = _PAGE_LINK.fullmatch(posixpath.normpath(target) if target else "")
    return match[1] if match else None


def _home(edition: Edition) -> dict[str, Any]:
    collection = edition.collection
    return {
        "series": [
            {**edition.series_crumb(series), "summary": edition.said(series.summary)}
            for series in collection.series
        ],
        "latest": edition.cards(collection.publications[:LATEST]),
        "list_address": edition.addresses.publications(edition.language),
    }


def _with_addresses(edition: Edition, body: str, tree: b.Body) -> str:
    pages = edition.collection.page_by_name
    links = [node for node in b.walk(tree) if isinstance(node, b.Link)]
    for link in sorted(links, key=lambda node: node.offset, reverse=True):
        page = pages.get(page_link(link.target) or "")
        if page is not None:
            address = edition.addresses.page(page, edition.language)
            fragment = link.target.partition("#")[2]
            start = body.index(link.target, body.index("](", link.offset))
            new = f"{address}#{fragment}" if fragment else address
            body = f"{body[:start]}{new}{body[start + len(link.target) :]}"
    return body
