"""A page of a built site as it came over the wire, parsed as browsers parse."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256

from selectolax.lexbor import LexborHTMLParser, LexborNode

_AT_ONCE = re.compile(r"\s*[01]?(?:\.\d*)?\s*[;,]\s*\S")


@dataclass(frozen=True)
class Page:
    """One HTML page."""

    address: str
    """Site-absolute: /en/about/, /404.html."""
    html: str

    @property
    def tree(self) -> LexborHTMLParser:
        """The document, by the rules of HTML5: missing tags are put in, as a browser does."""
        return _parsed(self.html)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the page."""
        return sha256(self.html.encode()).hexdigest()

    def all(self, selector: str) -> list[LexborNode]:
        """Give every element that the CSS *selector* names, in the order of the page."""
        # selectolax gives an element twice that two parts of a selector name.
        return list(dict.fromkeys(self.tree.css(selector)))

    def first(self, selector: str) -> LexborNode | None:
        """Give the first element that the CSS *selector* names."""
        return self.tree.css_first(selector)

    @cached_property
    def language(self) -> str:
        """The language that the page says it is in, such as "cy"; empty if it says none."""
        root = self.first("html")
        return ((root.attributes.get("lang") if root else None) or "").strip()

    @cached_property
    def ids(self) -> frozenset[str]:
        """What a fragment may name."""
        return frozenset(node.attributes["id"] or "" for node in self.all("[id]"))

    @cached_property
    def is_redirect(self) -> bool:
        """Whether it only leads on, at once; a page that reloads itself after a while is a page."""
        return any(
            (node.attributes.get("http-equiv") or "").lower() == "refresh"
            and _AT_ONCE.match(node.attributes.get("content") or "")
            for node in self.all("meta")
        )


def primary(tag: str) -> str:
    """Give the language of *tag* without its country: "cy" of "cy-GB"; empty if there is no tag."""
    return tag.partition("-")[0].strip().lower()


@lru_cache(maxsize=500)
def _parsed(html: str) -> LexborHTMLParser:
    """Parse *html*; a tree takes a hundred times the memory of its text, so few are kept."""
    return LexborHTMLParser(html)
