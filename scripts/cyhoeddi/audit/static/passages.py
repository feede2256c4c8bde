"""The words of a page in pieces, each with the language stated for it, and the language that it is in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from selectolax.lexbor import LexborNode

from cyhoeddi.audit.page import Page
from cyhoeddi.language import Language
from cyhoeddi.lexicon import each_of, evidence

LEAST = 8
"""Words that a text has before its language is judged; names do not count."""

_SUREST = 5
"""How many times more must speak for one language than for the other."""

_LEAST_SHARE = 3
"""Words for the readers of a language on a page that is for those of both."""

_WORD = re.compile(r"[^\W\d_]+(?:['’‑-][^\W\d_]+)*")

_INLINE = each_of(
    "a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark q s slot small span strike "
    "strong sub sup time tt u wbr"
)
"""Elements within a line: their words are part of the sentence around them."""

_SILENT = each_of(
    "script style template noscript code pre kbd samp var svg math textarea select datalist object iframe"
)
"""Elements whose words are in no language, or in nobody's sentence."""


@dataclass(slots=True)
class Passage:
    """The words of one block, without those parts of it that state a language of their own."""

    node: LexborNode
    """The block, or the element that states the language."""
    tag: str
    """The language that is stated for it."""
    own: bool
    """Whether *node* or a block around it states the language, and not the page as a whole."""
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words on one line."""
        return " ".join("".join(self.parts).split())


def passages(page: Page, root: str = "body") -> list[Passage]:
    """Give what *page* says inside the first *root* (a CSS selector), in its order, blanks left out."""
    found: dict[int, Passage] = {}
    node = page.first(root)
    if node is not None:
        stated = [tag for one in _upwards(node) if one.tag != "html" and (tag := _tag(one)) is not None]
        _read(node, Passage(node, stated[0] if stated else page.language, own=bool(stated)), found)
    return [passage for passage in found.values() if passage.text]


@lru_cache(maxsize=16384)
def spoken(text: str, least: int = LEAST) -> Language | None:
    """Give the language that *text* is in, beyond doubt; None if it is too short, mixed or another's.

    Words with a capital are taken for names, unless nearly all have one.
    """
    every = _WORD.findall(text)
    small = [word for index, word in enumerate(every) if not index or word[0].islower()]
    words = small if len(small) * 4 > len(every) else [word.lower() for word in every]
    if len(words) < least:
        return None
    found = evidence(words, Language.EN)
    most, fewest = max(found.own, found.foreign), min(found.own, found.foreign)
    if most < len(words) * 0.6 or most < fewest * _SUREST:
        return None
    return Language.EN if found.own > found.foreign else Language.CY


def spoken_on(page: Page) -> Language | None:
    """Give the language that the main part of *page* is in, but for what states a language of its own."""
    return spoken(" ".join(one.text for one in passages(page, _root(page)) if not one.own))


def is_of_both(page: Page) -> bool:
    """Tell whether *page* speaks to readers of both languages, as one for choosing a language does."""
    words = dict.fromkeys(Language, 0)
    for passage in passages(page, _root(page)):
        code = passage.tag[:2].lower()
        if code in set(Language):
            words[Language(code)] += len(passage.text.split())
    return min(words.values()) >= _LEAST_SHARE and min(words.values()) * 4 >= sum(words.values())


def _root(page: Page) -> str:
    return "main" if page.first("main") else "body"


def _read(node: LexborNode, holder: Passage, found: dict[int, Passage]) -> None:
    """Put the words of *node*, which belong to *holder*, and those of what it holds into *found*."""
    # A page may be nested deeper than functions may be.
    waiting = [(node.first_child, holder)]
    while waiting:
        child, holder = waiting.pop()
        if child is None:
            continue
        waiting.append((child.next, holder))
        if child.is_text_node:
            found.setdefault(holder.node.mem_id, holder).parts.append(child.text_content or "")
        elif child.is_element_node and child.tag not in _SILENT and child.attributes.get("translate") != "no":
            waiting.append((child.first_child, _holder_within(child, holder)))


def _holder_within(child: LexborNode, holder: Passage) -> Passage:
    """Give the passage that the words of *child* belong to."""
    tag = _tag(child)
    if tag is not None:
        return Passage(child, tag, own=True)
    if child.tag in _INLINE:
        return holder
    holder.parts.append(" ")
    return Passage(child, holder.tag, holder.own)


def _upwards(node: LexborNode) -> Iterator[LexborNode]:
    at: LexborNode | None = node
    while at is not None and at.is_element_node:
        yield at
        at = at.parent


def _tag(node: LexborNode) -> str | None:
    return (node.attributes["lang"] or "").strip() if "lang" in node.attributes else None
