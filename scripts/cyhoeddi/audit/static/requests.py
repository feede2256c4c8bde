"""A page asks no other host for anything: nobody else learns who reads it, and nobody else can break it.

    pass:  links to other sites, which only a reader follows; pictures, fonts and scripts of this site
    fail:  a script, style sheet, picture, font, frame or video from elsewhere; preconnect; a form that is
           sent elsewhere; the same in a style sheet of this site

Links that only tell something, such as canonical and license, ask for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.page import Page
from cyhoeddi.audit.references import loaded_by_style
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.static.addresses import is_elsewhere, references
from cyhoeddi.audit.static.place import finding
from cyhoeddi.audit.static.weight import named_in_style

ID = "requests"

CRITERION = ""

_FOLLOWED = {"a", "area", "meta"}
"""Elements whose address is asked for only when a reader follows it, or that other rules judge."""

_ASKING = {
    "stylesheet",
    "icon",
    "apple-touch-icon",
    "mask-icon",
    "manifest",
    "preload",
    "modulepreload",
    "prefetch",
    "prerender",
    "preconnect",
    "dns-prefetch",
}
"""Relations of a link element by which the browser asks the host."""

_HINT = "Keep a copy on this site and name that, or do without it; readers may follow a plain link instead."


def check(site: Site) -> Iterator[Finding]:
    """Yield one finding for each thing that a page or a style sheet asks of another host."""
    for page in site.pages:
        yield from _elements(site, page)
        for node in page.all(":is(style, [style])"):
            yield from _styles(site, page, node)
    for address, file in site.files.items():
        if file.suffix == ".css":
            sheet = Page(address, "")
            for link in named_in_style(file):
                if is_elsewhere(site, sheet, link):
                    said = f"The style sheet asks another site for {link}"
                    yield finding(ID, sheet, None, said, _HINT, criterion=CRITERION)


def _elements(site: Site, page: Page) -> Iterator[Finding]:
    for one in references(page):
        if _is_asked_for(one.node) and is_elsewhere(site, page, one.link):
            does = "sends a form to" if one.attribute in {"action", "formaction"} else "asks another site for"
            yield finding(ID, page, one.node, f"The page {does} {one.link}", _HINT, criterion=CRITERION)


def _styles(site: Site, page: Page, node: LexborNode) -> Iterator[Finding]:
    for link in loaded_by_style(node.text() if node.tag == "style" else node.attributes["style"] or ""):
        if is_elsewhere(site, page, link):
            yield finding(ID, page, node, f"A style asks another site for {link}", _HINT, criterion=CRITERION)


def _is_asked_for(node: LexborNode) -> bool:
    if node.tag == "link":
        return bool(_ASKING & set((node.attributes.get("rel") or "").lower().split()))
    return node.tag not in _FOLLOWED
