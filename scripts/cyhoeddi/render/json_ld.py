"""What search engines are told of a page, in schema.org's terms."""

from __future__ import annotations

from typing import Any

from cyhoeddi.body.html import plain_phrases
from cyhoeddi.edition import Edition, iso
from cyhoeddi.model import Publication


def report(edition: Edition, publication: Publication) -> dict[str, Any]:
    """Give a publication as schema.org's Report, with its translation; see https://schema.org/Report."""
    modified = publication.last_updated or publication.first_published
    here, there = (
        edition.absolute(edition.addresses.publication(publication, language))
        for language in (edition.language, edition.language.other)
    )
    facts = {
        "@context": "https://schema.org",
        "@type": "Report",
        "@id": here,
        "url": here,
        "name": edition.plain(publication.title),
        "headline": edition.plain(publication.title),
        "description": edition.plain(publication.summary),
        "inLanguage": edition.language.value,
        "workTranslation": {
            "@type": "Report",
            "@id": there,
            "inLanguage": edition.language.other.value,
        },
        "datePublished": iso(publication.first_published),
        "dateModified": iso(modified),
        "publisher": {"@type": "Organization", "name": plain_phrases(edition.organisation)},
    }
    return {name: value for name, value in facts.items() if value is not None}
