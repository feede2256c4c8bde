"""Where on its page something stands, and what it says there, for a finding."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from cyhoeddi.audit.finding import LONGEST_SNIPPET, Finding
from cyhoeddi.audit.page import Page
from cyhoeddi.problems import Level

_NAME = re.compile(r"[A-Za-z][\w-]*")

_WHOLE = {"html", "head", "body", "main", "header", "footer"}
"""Elements that are quoted by their first tag: nobody looks for a fault in the whole of them."""


def finding(
    rule: str,
    page: Page,
    node: LexborNode | None,
    message: str,
    hint: str,
    *,
    criterion: str,
    level: Level = Level.ERROR,
) -> Finding:
    """Give what *rule* found at *node* of *page*; None is the page as a whole."""
    return Finding(
        rule=rule,
        address=page.address,
        message=message,
        hint=hint,
        criterion=criterion,
        selector=selector(node) if node else "",
        snippet=snippet(node) if node else "",
        level=level,
    )


def selector(node: LexborNode) -> str:
    """Give a CSS selector that names *node* alone, from the nearest element with an id on."""
    steps: list[str] = []
    at: LexborNode | None = node
    while at is not None and at.is_element_node:
        tag, own = at.tag or "*", at.attributes.get("id") or ""
        if _NAME.fullmatch(own) and len(at.parser.css(f"#{own}")) == 1:
            return " > ".join([f"#{own}", *steps])
        if tag in {"html", "head", "body"}:
            return " > ".join([tag, *steps])
        steps.insert(0, f"{tag}:nth-of-type({_position(at)})")
        at = at.parent
    return " > ".join(steps)


def snippet(node: LexborNode) -> str:
    """Give the HTML of *node* on one line, shortened."""
    html = " ".join((node.html or "").split())
    if node.tag in _WHOLE:
        html = html[: html.find(">") + 1]
    return html if len(html) <= LONGEST_SNIPPET else html[: LONGEST_SNIPPET - 1] + "…"


def _position(node: LexborNode) -> int:
    """Give which of its siblings of the same tag *node* is, counted from 1."""
    position, before = 1, node.prev
    while before is not None:
        position += before.tag == node.tag
        before = before.prev
    return position
