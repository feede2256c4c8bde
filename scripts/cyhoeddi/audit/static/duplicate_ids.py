"""No id that something on the page points to is there twice: what points to it would reach the first only.

pass:  ids that stand once; an id that stands twice and that nothing uses
fail:  two fields with id="q" and <label for="q">; two headings with id="details" and <a href="#details">
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.page import Page
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.static.place import finding
from cyhoeddi.lexicon import each_of

ID = "duplicate-ids"

CRITERION = "4.1.2"

_POINTING = each_of(
    "for headers form list popovertarget commandfor aria-labelledby aria-describedby aria-controls "
    "aria-owns aria-details aria-errormessage aria-flowto aria-activedescendant"
)
_ANY = ", ".join(f"[{attribute}]" for attribute in _POINTING)


def check(site: Site) -> Iterator[Finding]:
    """Yield one finding for each second element with an id that is pointed to."""
    for page in site.pages:
        nodes = page.all("[id]")
        counted = Counter(node.attributes["id"] for node in nodes)
        twice = {own for own, count in counted.items() if own and count > 1}
        used = twice & _used(page) if twice else set()
        seen: set[str] = set()
        for node in nodes:
            own = node.attributes["id"] or ""
            if own in used and own in seen:
                said = f'The id "{own}" stands on the page {counted[own]} times, and something points to it'
                hint = "Give each of them an id of its own, and point to the one that is meant."
                yield finding(ID, page, node, said, hint, criterion=CRITERION)
            seen.add(own)


def _used(page: Page) -> set[str]:
    """Give the ids that something on *page* points to."""
    values = [node.attributes.get(key) or "" for node in page.all(_ANY) for key in _POINTING]
    links = [unquote(node.attributes["href"] or "")[1:] for node in page.all('a[href^="#"]')]
    return {*links, *(own for value in values for own in value.split())}
