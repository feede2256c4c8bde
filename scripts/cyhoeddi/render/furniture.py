"""What all pages of a language share, read once a build: names, contact, footer, filters."""

from __future__ import annotations

import json
from typing import Any

from cyhoeddi.edition import Edition
from cyhoeddi.language import Language
from cyhoeddi.render.lists import Choice, filters

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


def render_furniture(edition: Edition, choices: tuple[Choice, ...]) -> bytes:
    """Give furniture.json of *edition*."""
    settings = edition.collection.settings
    contact = settings.extra.contact
    shared: dict[str, Any] = {
        "organisation": {"name": edition.organisation, "home": edition.addresses.home(edition.language)},
        "contact": {
            "name": edition.said(contact.name),
            "email": contact.email,
            "telephone": contact.telephone,
        },
        "footer": [_row(edition, row) for row in FOOTER],
        "filters": filters(edition, choices),
        "logo": settings.extra.logo,
        "site": {language.value: settings.base(language) for language in Language},
        "preview": edition.collection.preview,
    }
    return (json.dumps(shared, ensure_ascii=False, indent=1) + "\n").encode()


def _row(edition: Edition, row: tuple[tuple[str, str], ...]) -> list[dict[str, str]]:
    pages = edition.collection.page_by_name
    return [
        edition.crumb(edition.words[key], edition.addresses.page(pages[name], edition.language))
        for name, key in row
        if name in pages
    ]
