"""Every address on this site that a page leads to or loads is there, and so is the place on the page.

    pass:  /cy/amdanom/, ../style.css, report.pdf, #contents where something has that id
    fail:  an address at which the server has nothing, in href, src, srcset, poster, data or action; a
           fragment that names no id on its page; what is no address at all

What stands on other sites is not asked for. Skip links are left to the rule landmarks, and hreflang and
canonical links to theirs.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.page import Page
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.static.addresses import (
    Reference,
    has_place,
    is_readable,
    page_at,
    references,
    skip_links,
    target,
)
from cyhoeddi.audit.static.place import finding

ID = "links"

CRITERION = ""


def check(site: Site) -> Iterator[Finding]:
    """Yield one finding for each dead address, and each fragment that names no place."""
    there: dict[str, bool] = {}
    for page in site.pages:
        skips = {node.mem_id for node in skip_links(page)}
        for one in references(page):
            if one.node.mem_id not in skips and not _is_for_search_engines(one):
                yield from _dead(site, page, one, there)


def _is_for_search_engines(one: Reference) -> bool:
    if one.node.tag != "link":
        return False
    attributes = one.node.attributes
    relations = (attributes.get("rel") or "").lower().split()
    is_page = "hreflang" in attributes and attributes.get("type") in {None, "text/html"}
    return "canonical" in relations or ("alternate" in relations and is_page)


def _dead(site: Site, page: Page, one: Reference, there: dict[str, bool]) -> Iterator[Finding]:
    if not is_readable(one.link):
        hint = "Write a whole address that begins with https://, or the address of a page of this site."
        said = f'"{one.link}" is no address that a browser can read'
        yield finding(ID, page, one.node, said, hint, criterion=CRITERION)
        return
    address = target(site, page, one.link)
    if address is None:
        return
    path, fragment = urlsplit(address).path, urlsplit(address).fragment
    if path not in there:
        there[path] = page_at(site, path) is not None or site.file(path) is not None
    if not there[path]:
        hint = "Correct the address, put the missing page or file there, or take the link out."
        said = f"Nothing stands at {path}, to which the page {_VERBS.get(one.attribute, 'leads')}"
        yield finding(ID, page, one.node, said, hint, criterion=CRITERION)
    elif fragment and (to := page_at(site, path)) is not None and not has_place(to, fragment):
        hint = f'Correct what stands after the #, or give the place on {to.address} the id "{fragment}".'
        said = f"{to.address} has no place called #{fragment}, to which the page leads"
        yield finding(ID, page, one.node, said, hint, criterion=CRITERION)


_VERBS = {
    "src": "turns for a picture, script or frame",
    "srcset": "turns for a picture",
    "action": "sends a form",
}
