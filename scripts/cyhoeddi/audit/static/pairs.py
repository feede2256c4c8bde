"""What a page says of itself in the other language: to search engines, and to its readers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from cyhoeddi.audit.page import Page
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.static.accessible_name import name
from cyhoeddi.audit.static.addresses import page_at, target
from cyhoeddi.audit.static.passages import is_of_both
from cyhoeddi.audit.static.tags import language, language_of
from cyhoeddi.language import Language

NAMES = {"english": Language.EN, "welsh": Language.EN, "cymraeg": Language.CY, "saesneg": Language.CY}
"""The words by which a link names a language, and the language of the word."""

_NAMED = {
    Language.EN: frozenset({"english", "saesneg", "en", "eng"}),
    Language.CY: frozenset({"cymraeg", "welsh", "cy", "cym"}),
}

_EDGES = re.compile(r"^\W+|\W+$")


ALTERNATE = (
    'link[rel~="alternate" i][hreflang]:not([type]), link[rel~="alternate" i][hreflang][type="text/html"]'
)
"""A page in another language; a feed in one is something else."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """A link by which a page tells search engines of itself in another language."""

    node: LexborNode
    code: str
    """Such as cy, en-GB or x-default."""
    href: str
    page: Page | None
    """What stands there on this site."""

    @property
    def is_default(self) -> bool:
        """Whether it is for readers of no language in particular."""
        return self.code.lower() == "x-default"


def alternates(site: Site, page: Page) -> tuple[Alternate, ...]:
    """Give the hreflang links of *page* in their order."""
    found = []
    for node in page.all(ALTERNATE):
        code, href = ((node.attributes.get(key) or "").strip() for key in ("hreflang", "href"))
        found.append(Alternate(node, code, href, page_at(site, target(site, page, href)) if href else None))
    return tuple(found)


def language_links(site: Site, page: Page, to: Language) -> list[LexborNode]:
    """Give the links by which readers of *page* come to the language *to*: those of its furniture, if any.

    Such a link is named after the language, or says outside the main part that it leads to a page in it.
    """
    outside: list[LexborNode] = []
    inside: list[LexborNode] = []
    main = {node.mem_id for node in page.all("main a[href], [role=main] a[href], article a[href]")}
    for node in page.all("a[href]"):
        is_named = bare(name(page, node)) in _NAMED[to]
        if node.mem_id in main:
            inside += [node] if is_named else []
        elif is_named or (language(node.attributes.get("hreflang") or "") is to and _leads(site, page, node)):
            outside.append(node)
    return outside or inside


def bare(text: str) -> str:
    """Give *text* in small letters, without the arrows, strokes and brackets that may stand around it."""
    return _EDGES.sub("", text).lower()


def target_page(site: Site, page: Page, node: LexborNode) -> Page | None:
    """Give the page of this site that the link *node* leads to."""
    return page_at(site, target(site, page, (node.attributes.get("href") or "").strip()))


def twin(site: Site, page: Page) -> Page | None:
    """Give the page that the hreflang links of *page* call itself in the other language, if it is there."""
    own = language_of(page)
    for one in alternates(site, page):
        if own and language(one.code) is own.other and one.page is not None and one.page is not page:
            return one.page
    return None


def is_indexable(page: Page) -> bool:
    """Tell whether search engines may list *page*: no redirect or error page, nothing that says noindex."""
    robots = [node.attributes.get("content") or "" for node in page.all('meta[name="robots" i]')]
    refused = any(word.strip() in {"noindex", "none"} for text in robots for word in text.lower().split(","))
    is_error = re.search(r"(?:^|/)(?:404|403|410|500|503)(?:\.html|/)$", urlsplit(page.address).path)
    return not (refused or is_error or page.is_redirect)


def is_choice(site: Site, page: Page) -> bool:
    """Tell whether *page* is for readers of both languages, such as that at the root, and so has no twin."""
    pages = {(one.code.lower()[:2] if not one.is_default else ""): one.page for one in alternates(site, page)}
    if pages.get("") is page and {"en", "cy"} <= pages.keys() and page not in (pages["en"], pages["cy"]):
        return True
    return is_of_both(page)


def _leads(site: Site, page: Page, node: LexborNode) -> bool:
    """Tell whether the link *node* leads to a page, and not to a file."""
    address = target(site, page, node.attributes.get("href") or "")
    ending = urlsplit(address or "x.x").path.rpartition("/")[2].rpartition(".")[2].lower()
    return address is not None and ("." not in address.rpartition("/")[2] or ending in {"html", "htm"})
