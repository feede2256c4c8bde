"""What search engines are told of a page, in schema.org's terms."""

from __future__ import annotations

from typing import Any

from cyhoeddi.body.html import plain_phrases
from cyhoeddi.edition import Edition, iso
from cyhoeddi.language import Language
from cyhoeddi.model import Publication


def report(edition: Edition, publication: Publication) -> dict[str, Any]:
    """Give a publication as schema.org's Report, with its translation; see https://schema.org/Report."""
    modified = publication.last_updated or publication.first_published
    facts = {
        "@context": "https://schema.org",
        "@type": "Report",
        "@id": absolute(edition, publication, edition.language),
        "url": absolute(edition, publication, edition.language),
        "name": edition.plain(publication.title),
        "headline": edition.plain(publication.title),
        "description": edition.plain(publication.summary),
        "inLanguage": edition.language.value,
        "workTranslation": {
            "@type": "Report",
            "@id": absolute(edition, publication, edition.language.other),
            "inLanguage": edition.language.other.value,
        },
        "datePublished": iso(publication.first_published),
        "dateModified": iso(modified),
        "publisher": {"@type": "Organization", "name": plain_phrases(edition.organisation)},
    }
    return {name: value for name, value in facts.items() if value is not None}


def absolute(edition: Edition, publication: Publication, language: Language) -> str:
    """Give the whole address of the landing page of *publication* in *language*."""
    base = edition.collection.settings.base(language)
    return base + edition.addresses.publication(publication, language).lstrip("/")
