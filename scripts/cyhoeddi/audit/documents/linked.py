"""Which pages lead to which PDF, and in which language they promise it to be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from cyhoeddi.audit.page import primary
from cyhoeddi.audit.site import Site


class Linked(NamedTuple):
    """A language that links promise a PDF to be in."""

    language: str
    """The link's hreflang, else the language of its page; without region: "cy"."""
    page: str
    """The address of the first page with such a link."""


def linked_documents(site: Site) -> Mapping[str, tuple[Linked, ...]]:
    """Give what the pages of *site* promise of each PDF that they link to, by its address."""
    found: dict[str, dict[str, str]] = {}
    for page in site.pages:
        for link in page.all("a[href], area[href]"):
            target = site.target(page, link.attributes.get("href") or "")
            path = urlsplit(target or "").path
            language = primary(link.attributes.get("hreflang") or page.language)
            if path.lower().endswith(".pdf") and language:
                found.setdefault(path, {}).setdefault(language, page.address)
    return {path: tuple(Linked(*one) for one in sorted(pages.items())) for path, pages in found.items()}
