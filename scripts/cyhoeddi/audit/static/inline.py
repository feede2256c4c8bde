"""Scripts and styles that stand in a page itself, and whether a Content-Security-Policy lets them act."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from cyhoeddi.audit.page import Page

_SCRIPTS = {
    "",
    "module",
    "importmap",
    "speculationrules",
    "text/javascript",
    "application/javascript",
    "text/ecmascript",
}
"""What a script's type says if it is code; any other is a block of data."""

_LINKS = "a[href], area[href], form[action], iframe[src], button[formaction], input[formaction]"


@dataclass(frozen=True, slots=True)
class Inline:
    """A script or style within a page."""

    node: LexborNode
    called: str
    directives: tuple[str, ...]
    """What in a policy decides on it: the first of these that it has."""
    code: str
    """Empty if no hash can allow it."""
    nonce: str = ""


def inline(page: Page) -> Iterator[Inline]:
    """Yield every script and style that stands in *page*, in elements and in attributes."""
    for node in page.all("script:not([src]), style"):
        kind = (node.attributes.get("type") or "").strip().lower()
        nonce = node.attributes.get("nonce") or ""
        if node.tag == "style":
            yield Inline(node, "a style element", _order("style", "elem"), node.text(), nonce)
        elif kind in _SCRIPTS:
            yield Inline(node, "a script in the page", _order("script", "elem"), node.text(), nonce)
    for node in page.all("[style]"):
        yield Inline(node, "a style attribute", _order("style", "attr"), "")
    for node in page.all("*") if " on" in page.html else ():
        for attribute in node.attributes:
            if attribute.startswith("on"):
                yield Inline(node, f"an {attribute} attribute", _order("script", "attr"), "")
    for node in page.all(_LINKS):
        links = (node.attributes.get(key) or "" for key in ("href", "action", "src", "formaction"))
        if any(link.strip().lower().startswith("javascript:") for link in links):
            yield Inline(node, "a javascript: link", _order("script", "elem"), "")


def is_allowed(one: Inline, policy: Mapping[str, tuple[str, ...]]) -> bool:
    """Tell whether *policy*, sources by directive, lets *one* act."""
    directive = next((name for name in one.directives if name in policy), None)
    if directive is None:
        return True
    sources = policy[directive]
    named = [source for source in sources if source.lower().startswith(("'nonce-", "'sha"))]
    if one.nonce and f"'nonce-{one.nonce}'" in named:
        return True
    if one.code and any(_hashed(one.code, source) for source in named):
        return True
    # A browser that finds a nonce or a hash no longer heeds 'unsafe-inline'.
    return "'unsafe-inline'" in (source.lower() for source in sources) and not named


def _order(kind: str, part: str) -> tuple[str, ...]:
    return (f"{kind}-src-{part}", f"{kind}-src", "default-src")


def _hashed(code: str, source: str) -> bool:
    algorithm, _, digest = source.strip("'").partition("-")
    if algorithm.lower() not in {"sha256", "sha384", "sha512"}:
        return False
    return b64encode(hashlib.new(algorithm.lower(), code.encode()).digest()).decode() == digest
