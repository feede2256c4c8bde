"""The headings of a page are its table of contents: one h1, no level left out, none empty.

    pass:  h1, h2, h3, h2; a heading before the h1 in the menu
    fail:  no h1 or two; h2 and then h4; <h2></h2>

Redirects need no headings; what is hidden from everybody is no heading.
"""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.page import Page
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.static.accessible_name import is_exposed, name
from cyhoeddi.audit.static.place import finding

ID = "headings"

CRITERION = "1.3.1"


def check(site: Site) -> Iterator[Finding]:
    """Yield one finding for each heading that is empty or out of order, and each page without its one h1."""
    for page in site.pages:
        if not page.is_redirect:
            yield from _headings(page)


def _headings(page: Page) -> Iterator[Finding]:
    found = [
        (node, level)
        for node in page.all(":is(h1, h2, h3, h4, h5, h6, [role=heading])")
        if (level := _level(node))
    ]
    first = [node for node, level in found if level == 1]
    if len(first) != 1:
        said = f"The page has {len(first)} headings of the first level" if first else "The page has no h1"
        hint = "Give the page one h1, the title of what it is about; make other headings h2 and below."
        node = first[1] if first else page.first("main") or page.first("body")
        yield finding(ID, page, node, said, hint, criterion=CRITERION)
    above = 1
    for node, level in found:
        if not name(page, node):
            hint = "Write the heading's words, or take the empty heading out."
            yield finding(ID, page, node, "A heading is empty", hint, criterion="2.4.6")
        elif level > above + 1:
            said = f"The heading is an h{level}, after an h{above}"
            hint = (
                f"Make it an h{above + 1}: choose a heading by its place in the text, and its size by style."
            )
            yield finding(ID, page, node, said, hint, criterion=CRITERION)
        above = level


def _level(node: LexborNode) -> int:
    """Give the level of a heading; 0 if readers do not meet it as one."""
    role, stated = node.attributes.get("role"), node.attributes.get("aria-level") or ""
    if not is_exposed(node) or role not in {None, "", "heading"}:
        return 0
    if stated.isdecimal():
        return int(stated)
    return int(tag[1]) if (tag := node.tag or "")[1:].isdecimal() else 2
