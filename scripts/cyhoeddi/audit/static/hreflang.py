"""Search engines are told of both languages of a page, in whole addresses that name each other.

    pass:  https://… links for en and cy on both pages of a pair, each page naming itself and the other
    fail:  /cy/amdanom/ (not a whole address); no link to itself; a page that is not there, is in another
           language, or does not name this one back; two addresses for one language; hreflang="wel"

Error pages, redirects and pages that search engines may not list need none.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.page import Page, primary
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.static import tags
from cyhoeddi.audit.static.addresses import is_readable
from cyhoeddi.audit.static.pairs import (
    Alternate,
    alternates,
    is_choice,
    is_indexable,
    language_links,
    target_page,
)
from cyhoeddi.audit.static.place import finding

ID = "hreflang"

CRITERION = ""


def check(site: Site) -> Iterator[Finding]:
    """Yield one finding for each hreflang link that is wrong, and for each page that lacks one."""
    told = {page.address: alternates(site, page) for page in site.pages if is_indexable(page)}
    for page in site.pages:
        links = told.get(page.address, ())
        seen: dict[str, str] = {}
        for one in links:
            said = _wrong(one, told) or _not_back(site, page, one, told)
            if seen.setdefault(one.code.lower(), one.href) != one.href:
                said = f'Two addresses are given for hreflang="{one.code}"'
            if said:
                hint = "Give the whole address, https:// included, of this same page in that language."
                yield finding(ID, page, one.node, said, hint, criterion=CRITERION)
        if page.address in told and (said := _lacking(site, page, links)):
            hint = 'Name both languages of the page with link rel="alternate" hreflang, itself included.'
            yield finding(ID, page, page.first("head"), said, hint, criterion=CRITERION)


def _wrong(one: Alternate, told: dict[str, tuple[Alternate, ...]]) -> str:
    """Say what is wrong with a link in itself."""
    if not one.is_default and not tags.is_valid(one.code):
        return f'hreflang="{one.code}" is no language'
    if not is_readable(one.href) or urlsplit(one.href).scheme not in {"http", "https"}:
        return f'"{one.href}" is not a whole address, which search engines ask for'
    if one.page is None:
        return f"This site has no page at {one.href}"
    if one.page.is_redirect:
        return f"{one.href} leads on to another page"
    codes = {primary(own.code) for own in told.get(one.page.address, ()) if own.page is one.page}
    stated = {primary(one.page.language), *codes}
    if not one.is_default and one.page.language and primary(one.code) not in stated:
        return f"{one.href} is not in {tags.called(one.code)}"
    return ""


def _not_back(site: Site, page: Page, one: Alternate, told: dict[str, tuple[Alternate, ...]]) -> str:
    if one.is_default or one.page is None or one.page is page:
        return ""
    is_back = any(back.page is page for back in told.get(one.page.address, ()))
    return "" if is_back or is_choice(site, page) else f"{one.href} does not name this page back"


def _lacking(site: Site, page: Page, links: tuple[Alternate, ...]) -> str:
    """Say what *page* does not tell."""
    own = tags.language_of(page)
    if links and not any(one.page is page for one in links if one.page and not one.is_default):
        # A link to itself that is relative is a fault already, but it is there.
        return "" if is_choice(site, page) else "The page does not name itself among its languages"
    if own is None or any(tags.language(one.code) is own.other for one in links):
        return ""
    nodes = language_links(site, page, own.other)
    if any(target_page(site, page, node) not in (None, page) for node in nodes) and not is_choice(site, page):
        return f"Search engines are not told of the {tags.ENGLISH_NAMES[own.other]} page"
    return ""
