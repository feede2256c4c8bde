"""What a page leads to and loads: every address in it, and what this site has there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborNode

from cyhoeddi.audit.page import Page
from cyhoeddi.audit.references import leads_on, srcset
from cyhoeddi.audit.site import Site

ATTRIBUTES = ("href", "xlink:href", "src", "srcset", "poster", "data", "action", "formaction")

_HOLDERS = ":is([href], [src], [srcset], [poster], object[data], [action], [formaction], use, image)"
"""An element may hold several, and is met once."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An address that stands in a page."""

    node: LexborNode
    attribute: str
    link: str
    """As written, or as the page's base element turns it."""


def references(page: Page) -> Iterator[Reference]:
    """Yield every address in *page*, each picture of a srcset and the target of a redirect included."""
    base = _base(page)
    for node in page.all(_HOLDERS):
        for attribute, value in node.attributes.items():
            if attribute in ATTRIBUTES and value is not None and node.tag != "base":
                for link in srcset(value) if attribute == "srcset" else (value.strip(),):
                    yield Reference(node, attribute, _joined(base, link))
    for node in page.all("meta[http-equiv]"):
        if link := leads_on(node):
            yield Reference(node, "content", _joined(base, link))


def is_readable(link: str) -> bool:
    """Tell whether a browser could make anything of *link*."""
    try:
        urlsplit(link)
    except ValueError:
        return False
    return True


def target(site: Site, page: Page, link: str) -> str | None:
    """Give the address on this site, fragment included, that *link* names; None if elsewhere."""
    if not is_readable(link):
        return None
    # Resolved as browsers do: from the root, ".." leads to the root.
    return site.target(page, urljoin(site.host + page.address, link))


def page_at(site: Site, address: str | None) -> Page | None:
    """Give the page that a server answers with for *address*, however it is spelt."""
    if address is None:
        return None
    path = urlsplit(address).path
    path = site.leads_on.get(path, path)
    pages = site.by_address
    return pages.get(path) or pages.get(path.removesuffix("index.html")) or pages.get(path + "/")


def skip_links(page: Page) -> list[LexborNode]:
    """Give the links with which *page* begins, as far as they lead to a place on it."""
    return list(takewhile(lambda node: (node.attributes["href"] or "").startswith("#"), page.all("a[href]")))


def has_place(page: Page, fragment: str) -> bool:
    """Tell whether *fragment* names a place on *page*, as browsers see it."""
    name = fragment.partition(":~:")[0]
    if not name or name.lower() == "top" or name in page.ids:
        return True
    return any(node.attributes["name"] == name for node in page.all("a[name]"))


def is_elsewhere(site: Site, page: Page, link: str) -> bool:
    """Tell whether *link* asks another host; mail, telephone and data ask none."""
    if not is_readable(link) or not (link.startswith("//") or urlsplit(link).scheme in _ASKING):
        return False
    return site.target(page, link) is None


_ASKING = frozenset({"http", "https", "ws", "wss", "ftp"})


def _base(page: Page) -> str:
    node = page.first("base[href]")
    return (node.attributes.get("href") or "").strip() if node else ""


def _joined(base: str, link: str) -> str:
    return urljoin(base, link) if base and is_readable(base) and is_readable(link) else link
