"""Every page tells browsers what it may load, strictly, and holds nothing that it then refuses.

The policy is the `Content-Security-Policy` in a meta tag, before anything that it governs. A block of data
such as JSON-LD is no script.

    pass:  default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'
    fail:  no policy; 'unsafe-inline', 'unsafe-eval', *, http: or a whole scheme; nothing said of scripts;
           a style or script element, a style attribute, an onclick or a javascript: link that it refuses
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from selectolax.lexbor import LexborNode

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.page import Page
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.static.inline import inline, is_allowed
from cyhoeddi.audit.static.place import finding

ID = "policy"

CRITERION = ""

Directives: TypeAlias = Mapping[str, tuple[str, ...]]

_META = 'meta[http-equiv="content-security-policy" i]'
_LOADING = 'script, link[rel~="stylesheet"], link[rel~="preload"], link[rel~="icon"], style, img'
_LAX = {"'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:", "'unsafe-hashes'"}


def check(site: Site) -> Iterator[Finding]:
    """Yield one finding for each page without a strict policy, and for each thing that its policy refuses."""
    for page in site.pages:
        metas = page.all(f"head {_META}")
        if not metas:
            said = "The page has no Content-Security-Policy"
            hint = "Put a meta tag with the policy first in the head, so that nothing foreign can run."
            yield finding(ID, page, page.first(_META) or page.first("head"), said, hint, criterion=CRITERION)
            continue
        first = next((node for node in page.all(f"{_LOADING}, {_META}")), None)
        if first is not None and first != metas[0]:
            said = "Something is loaded before the policy is told, and so is not held to it"
            yield finding(ID, page, first, said, "Put the policy first in the head.", criterion=CRITERION)
        policies = [_read(node) for node in metas]
        for node, policy in zip(metas, policies, strict=True):
            for said in _lax(policy):
                hint = "Name what the page really needs, mostly 'self', and move inline code into files."
                yield finding(ID, page, node, said, hint, criterion=CRITERION)
        yield from _refused(page, policies)


def _read(node: LexborNode) -> Directives:
    directives: dict[str, tuple[str, ...]] = {}
    for part in (node.attributes.get("content") or "").split(";"):
        words = part.split()
        if words:
            directives.setdefault(words[0].lower(), tuple(words[1:]))
    return directives


def _lax(policy: Directives) -> Iterator[str]:
    for directive, sources in policy.items():
        for source in sources:
            is_data = source.lower() == "data:" and directive in {"default-src", "script-src", "object-src"}
            if (
                source.lower() in _LAX
                or source.lower().startswith("http://")
                or source.startswith("*.")
                or is_data
            ):
                yield f"The policy allows {source} in {directive}"
    if not policy.keys() & {"default-src", "script-src"}:
        yield "The policy says nothing of scripts: it has neither default-src nor script-src"


def _refused(page: Page, policies: list[Directives]) -> Iterator[Finding]:
    for one in inline(page):
        if not all(is_allowed(one, policy) for policy in policies):
            said = f"The page's own policy refuses {one.called}"
            hint = "Move it into a script or style sheet of its own, and name that in the page."
            yield finding(ID, page, one.node, said, hint, criterion=CRITERION)
