"""What all pages of a language share, read once a build: names, contact, footer, filters."""

from __future__ import annotations

import json
from typing import Any

from cyhoeddi.edition import Edition
from cyhoeddi.feeds.feed import announced, whole_site
from cyhoeddi.language import Language
from cyhoeddi.render.choices import Choice
from cyhoeddi.render.filters import filters

FOOTER = (
    (("about", "about"), ("contact", "contact_us")),
    (
        ("accessibility", "accessibility"),
        ("cookies", "cookies"),
        ("copyright", "copyright_statement"),
        ("privacy", "privacy"),
        ("terms", "terms_and_conditions"),
        ("modern-slavery", "modern_slavery_statement"),
        ("alternative-languages", "alternative_languages"),
    ),
)
"""The rows of the footer: hand-written page and key of its words; only pages that exist are shown."""


def render_furniture(edition: Edition, choices: tuple[Choice, ...], *, searchable: bool = False) -> bytes:
    """Give furniture.json of *edition*; a *searchable* site has a search box on its pages."""
    settings = edition.collection.settings
    contact = settings.extra.contact
    shared: dict[str, Any] = {
        "organisation": {"name": edition.organisation, "home": edition.addresses.home(edition.language)},
        "contact": {
            "name": edition.said(contact.name),
            "email": contact.email,
            "telephone": contact.telephone,
        },
        "footer": _footer(edition),
        "filters": filters(edition, choices),
        "logo": settings.extra.logo,
        "site": {language.value: settings.base(language) for language in Language},
        "search": _search(edition) if searchable else None,
        "follow": edition.addresses.follow(edition.language),
        "feeds": announced(edition, whole_site(edition)),
        "preview": edition.collection.preview,
    }
    return (json.dumps(shared, ensure_ascii=False, indent=1) + "\n").encode()


def _search(edition: Edition) -> dict[str, str]:
    addresses, language = edition.addresses, edition.language
    return {"address": addresses.search(language), "opensearch": addresses.opensearch(language)}


def _footer(edition: Edition) -> list[list[dict[str, str]]]:
    """Give the rows of the footer; the page on following the site is always there, and ends the first."""
    first, *others = (_row(edition, row) for row in FOOTER)
    follow = edition.crumb(edition.words["follow"], edition.addresses.follow(edition.language))
    return [[*first, follow], *others]


def _row(edition: Edition, row: tuple[tuple[str, str], ...]) -> list[dict[str, str]]:
    pages = edition.collection.page_by_name
    return [
        edition.crumb(edition.words[key], edition.addresses.page(pages[name], edition.language))
        for name, key in row
        if name in pages
    ]
