"""What assistive technology calls an element: its accessible name, as far as the page itself tells it."""

from __future__ import annotations

import unicodedata

from selectolax.lexbor import LexborNode

from cyhoeddi.audit.page import Page

_BY_VALUE = {"submit": "Submit", "reset": "Reset", "button": ""}
"""Kinds of input that are named by their value, and what a browser calls one without."""

_BY_ALT = {"img", "area"}

_MUTE = {"script", "style", "template", "noscript"}


def name(page: Page, node: LexborNode) -> str:
    """Give the accessible name of *node* on *page*, on one line; empty if it has none."""
    return _label(page, node) or _speakable(_native(node)) or _speakable(node.attributes.get("title"))


def stated_name(page: Page, node: LexborNode) -> str:
    """Give the name that the attributes of *node* state, whatever words it holds."""
    return _label(page, node) or _speakable(node.attributes.get("title"))


def words(node: LexborNode) -> str:
    """Give the words of *node* and of what it holds, those hidden from everybody left out."""
    return " ".join("".join(_words(node)).split())


def is_exposed(node: LexborNode) -> bool:
    """Tell whether nothing in the page hides *node* from assistive technology; style sheets are not asked."""
    at: LexborNode | None = node
    while at is not None and at.is_element_node:
        if _is_hidden(at) or at.tag in _MUTE:
            return False
        at = at.parent
    return True


def _label(page: Page, node: LexborNode) -> str:
    attributes = node.attributes
    names = _plain(attributes.get("aria-labelledby")).split()
    pointed = [found for one in names if (found := page.first(f'[id="{one}"]')) is not None]
    return _speakable(" ".join(words(one) for one in pointed)) or _speakable(attributes.get("aria-label"))


def _native(node: LexborNode) -> str | None:
    kind = (node.attributes.get("type") or "").lower()
    if node.tag in _BY_ALT or (node.tag == "input" and kind == "image"):
        return node.attributes.get("alt")
    if node.tag == "input" and kind in _BY_VALUE:
        return node.attributes.get("value") or _BY_VALUE[kind]
    if node.tag == "iframe":
        return None
    return words(node)


def _words(node: LexborNode) -> list[str]:
    found: list[str] = []
    child = node.first_child
    while child is not None:
        if child.is_text_node:
            found.append(child.text_content or "")
        elif child.is_element_node and child.tag not in _MUTE and not _is_hidden(child):
            label = child.attributes.get("aria-label") or child.attributes.get("alt")
            found += [label] if label else _words(child)
            found += [" "] if child.tag in {"br", "p", "div", "li", "td", "th"} else []
        child = child.next
    return found


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return "hidden" in attributes or attributes.get("aria-hidden") == "true"


def _plain(text: str | None) -> str:
    return (text or "").replace('"', "").replace("\\", "")


def _speakable(text: str | None) -> str:
    """Give *text* on one line without what makes no sound: signs of icon fonts, invisible characters."""
    heard = (one for one in text or "" if unicodedata.category(one) not in {"Co", "Cf", "Cn"})
    return " ".join("".join(heard).split())
