"""Which pages a browser meets: every kind of page in each language, and a seeded draw from the rest.

A kind is read off, not asked for: what a page is made of are its elements with their classes, and pages are
chosen until each of these that occurs in a language has been met there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from heapq import heapify, heappop, heappush
from random import Random

from cyhoeddi.audit.page import Page
from cyhoeddi.audit.site import Site

Shape = tuple[str, ...]
"""An element's name, its classes in their order, and the kind of field that it is."""


def choose(site: Site, *, extra: int, seed: int, everything: bool) -> tuple[Page, ...]:
    """Give the pages to be met, in the order of their addresses; the same for the same site and *seed*.

    *extra* are drawn beside those that are needed; *everything* is every page. What only leads on is no page.
    """
    pages = [page for page in site.pages if not page.is_redirect]
    if everything:
        return tuple(pages)
    kinds: dict[str, dict[str, frozenset[Shape]]] = defaultdict(dict)
    for page in pages:
        kinds[page.language.lower()][page.address] = shapes(page)
    needed = {address for one in kinds.values() for address in _cover(one)}
    left = [page.address for page in pages if page.address not in needed]
    drawn = Random(seed).sample(left, min(extra, len(left)))  # noqa: S311 (a sample, not a secret)
    chosen = needed | set(drawn)
    return tuple(page for page in pages if page.address in chosen)


def shapes(page: Page) -> frozenset[Shape]:
    """Give what *page* is made of."""
    return frozenset(
        (
            node.tag or "",
            *sorted((node.attributes.get("class") or "").split()),
            node.attributes.get("type") or "",
        )
        for node in page.all("body, body *")
    )


def _cover(pages: Mapping[str, frozenset[Shape]]) -> list[str]:
    """Give addresses that together have every shape, those that add most first."""
    missing = frozenset[Shape]().union(*pages.values())
    # What a page adds only shrinks: one that still adds what it did when it was put in is the best.
    queue = [(-len(own), address) for address, own in pages.items()]
    heapify(queue)
    chosen = []
    while missing:
        told, address = heappop(queue)
        adds = len(pages[address] & missing)
        if adds == -told:
            chosen.append(address)
            missing -= pages[address]
        elif adds:
            heappush(queue, (-adds, address))
    return chosen
