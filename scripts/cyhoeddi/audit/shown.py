"""What an element shows, as patterns that find it in the file of whoever wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

_LONG = 20
"""Characters that hardly stand twice by chance; fewer must be the whole of a line, heading, cell or link."""

_SHORTEST = 3
_MADE = frozenset(
    {
        "article",
        "aside",
        "body",
        "button",
        "details",
        "div",
        "dl",
        "fieldset",
        "footer",
        "form",
        "head",
        "header",
        "html",
        "iframe",
        "input",
        "label",
        "link",
        "main",
        "meta",
        "nav",
        "script",
        "section",
        "select",
        "span",
        "style",
        "summary",
        "svg",
    }
)
"""Elements that no author writes; if one is wrong, it is the template's fault whatever words stand in it."""

_OPENS = r"(?:^|[|\[#*:\"'])[ \t\"']*"
_CLOSES = r"(?=[ \t\"']*(?:$|[|\]*]))"


def patterns(snippet: str) -> Iterator[re.Pattern[str]]:
    """Yield what to look for, as the group `it`: addresses first, then words, the longest first."""
    if "<" not in snippet:
        yield from _words([snippet])
        return
    tree = LexborHTMLParser(snippet)
    body, opening = tree.css_first("body"), tree.css_first("body *")
    if body is None or opening is None or opening.tag in _MADE:
        return
    addresses, texts = [], []
    for node in body.traverse(include_text=True):
        if node.is_text_node:
            texts.append(node.text())
        else:
            attributes = node.attributes
            addresses += [attributes.get(name) or "" for name in ("href", "src", "data")]
            texts += [attributes.get(name) or "" for name in ("alt", "title", "aria-label")]
    yield from _addresses(addresses)
    yield from _words(texts)


def _addresses(urls: list[str]) -> Iterator[re.Pattern[str]]:
    """A whole URL, or the name of one of the project's own files; pages of its own are not named in it."""
    for url in sorted(set(urls), key=lambda url: (-len(url), url)):
        parts = urlsplit(url)
        name = unquote(parts.path.rpartition("/")[2])
        if parts.scheme:
            yield re.compile(f"(?P<it>{re.escape(url)})")
        elif "." in name:
            yield re.compile(rf"(?<![\w.-])(?P<it>{re.escape(name)})(?![\w-])")


def _words(texts: list[str]) -> Iterator[re.Pattern[str]]:
    for text in sorted({" ".join(text.split()) for text in texts}, key=lambda text: (-len(text), text)):
        if len(text) < _SHORTEST or not any(character.isalpha() for character in text):
            continue
        it = r"\s+".join(map(re.escape, text.split()))
        if len(text) >= _LONG:
            yield re.compile(f"(?P<it>{it})")
        else:
            yield re.compile(rf"{_OPENS}(?P<it>{it}){_CLOSES}", re.MULTILINE)
