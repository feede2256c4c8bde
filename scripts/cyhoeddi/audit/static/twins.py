"""Every page has one in the other language: its readers are treated no less favourably than the others.

    pass:  a page that names its twin by hreflang or by a language link; a page for choosing a language
    fail:  a page that names none, or none that is there

Error pages, redirects and pages that search engines may not list are left out. Whether it is the right page
is for the rules language-pairs and hreflang to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.page import Page
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.static.addresses import page_at, target
from cyhoeddi.audit.static.pairs import (
    alternates,
    is_choice,
    is_indexable,
    language_links,
)
from cyhoeddi.audit.static.place import finding
from cyhoeddi.audit.static.tags import ENGLISH_NAMES, language, language_of
from cyhoeddi.language import Language

ID = "twins"

CRITERION = ""


def check(site: Site) -> Iterator[Finding]:
    """Yield one finding for each page to be listed that names no page in the other language that is there."""
    for page in site.pages:
        own = language_of(page)
        if own is None or not is_indexable(page):
            continue
        named = _named(site, page, own.other)
        is_there = any(address is None or page_at(site, address) for address in named)
        if is_there or is_choice(site, page):
            continue
        other = ENGLISH_NAMES[own.other]
        said = f"The page names no {other} page of its own"
        if named:
            said = f"The {other} page that the page names, {named[0]}, is not there"
        hint = f"Publish the page in {other} too, and link the two to each other."
        yield finding(ID, page, page.first("html"), said, hint, criterion=CRITERION)


def _named(site: Site, page: Page, other: Language) -> list[str | None]:
    """Give the addresses that *page* names as its own in the language *other*; None if on another site."""
    told = [one.href for one in alternates(site, page) if language(one.code) is other]
    links = [node.attributes["href"] or "" for node in language_links(site, page, other)]
    return [target(site, page, link.strip()) for link in (*told, *links)]
