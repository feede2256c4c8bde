"""Readers can go straight to the parts of a page: each stands in a landmark, and there is one main part.

    pass:  header, nav, main, aside and footer around everything; a skip link before them; two navs with names
    fail:  no main, two of them or one inside another landmark; two navs of which one has no name; words
           outside; a skip link to a place that is not there

Redirects need no landmarks; what is hidden from everybody may stand anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.page import Page
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.static.accessible_name import is_exposed, stated_name, words
from cyhoeddi.audit.static.addresses import has_place, skip_links
from cyhoeddi.audit.static.place import finding
from cyhoeddi.lexicon import each_of

ID = "landmarks"

CRITERION = "1.3.1"

_ROLES = each_of(
    "banner navigation main complementary contentinfo search region form dialog alertdialog status alert log"
)
_LANDMARKS = ", ".join(
    [
        "main, nav, header, footer, aside, search, dialog, section[aria-label], section[aria-labelledby]",
        *(f'[role="{role}"]' for role in sorted(_ROLES)),
    ]
)
_AROUND_MAIN = (
    'header, nav, footer, aside, article, [role="banner"], [role="navigation"], [role="contentinfo"]'
)
_MAIN = ':is(main, [role="main"])'
_SHOWN = "img, input, button, select, textarea, iframe, video, audio, canvas, object"


def check(site: Site) -> Iterator[Finding]:
    """Yield one finding for each thing that stands outside the landmarks, and each landmark that misleads."""
    for page in site.pages:
        body = page.first("body")
        if body is not None and not page.is_redirect:
            yield from _main(page, body)
            yield from _unnamed(page)
            yield from _skip_links(page)
            for node in _outside(body, {node.mem_id for node in skip_links(page)}):
                said = "This part of the page stands in no landmark, such as header, nav, main or footer"
                hint = "Move it into main, or into the header, nav, aside or footer where it belongs."
                yield finding(ID, page, node, said, hint, criterion=CRITERION)


def _main(page: Page, body: LexborNode) -> Iterator[Finding]:
    found = [node for node in page.all(_MAIN) if is_exposed(node)]
    if len(found) != 1:
        said = f"The page has {len(found)} main parts" if found else "The page has no main part"
        hint = "Put what the page is about, its h1 included, into one main element."
        yield finding(ID, page, found[1] if found else body, said, hint, criterion=CRITERION)
    for node in found:
        around = node.parent
        while around is not None and around.css_first(_AROUND_MAIN) != around:
            around = around.parent
        if around is not None:
            said = f"The main part stands inside another landmark, a {around.tag}"
            hint = "Take main out of it, so that both stand side by side in the body."
            yield finding(ID, page, node, said, hint, criterion=CRITERION)


def _unnamed(page: Page) -> Iterator[Finding]:
    found = [node for node in page.all(':is(nav, [role="navigation"])') if is_exposed(node)]
    for node in found if len(found) > 1 else ():
        if not stated_name(page, node):
            said = f"One of {len(found)} navigation landmarks has no name"
            hint = 'Give it an aria-label in the page\'s language, such as "Breadcrumb" or "Footer links".'
            yield finding(ID, page, node, said, hint, criterion=CRITERION)


def _skip_links(page: Page) -> Iterator[Finding]:
    for node in skip_links(page):
        link = node.attributes.get("href") or ""
        if not has_place(page, unquote(link[1:])):
            said = f"The skip link leads to {link}, which is not on the page"
            hint = f'Give the main element id="{link[1:] or "main"}", or let the link lead to its id.'
            yield finding(ID, page, node, said, hint, criterion="2.4.1")


def _outside(node: LexborNode, skip: set[int]) -> Iterator[LexborNode]:
    """Yield the largest elements in *node* that show something and hold no landmark, but none to *skip*."""
    child = node.first_child
    while child is not None:
        if child.is_text_node and (child.text_content or "").strip():
            yield node
            return
        if child.is_element_node and is_exposed(child) and child.css_first(_LANDMARKS) != child:
            if child.css_first(_LANDMARKS) or any(one.mem_id in skip for one in child.css("a")):
                yield from _outside(child, skip) if child.mem_id not in skip else ()
            elif words(child) or child.css_first(_SHOWN):
                yield child
        child = child.next
