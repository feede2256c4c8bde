"""A page as Pagefind is given it: its own words, with what results can be narrowed and sorted by.

The pages of the site say nothing of Pagefind: https://pagefind.app/docs/ tells of the attributes here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import escape

from cyhoeddi.body.html import plain_phrases
from cyhoeddi.language import Language
from cyhoeddi.search.pages import Found
from cyhoeddi.words import format_date

ELSEWHERE = (
    "h1",
    ".preview",
    ".page-header__label",
    ".meta",
    ".part-of",
    ".contents",
    ".cards",
    ".onward",
    ".twin",
    ".cite",
    ".report",
    ".footnotes__back",
    "sup > a[href^='#fn_']",
    ".documents",
    "section[aria-labelledby='documents']",
    "section[aria-labelledby='contact']",
    "nav[aria-labelledby='related']",
)
"""What of a page's `main` leads on, or says what other pages say too; the title, which is searched by itself
and stands above what a result quotes; and the mark of a footnote, which would be part of the word before."""

_END = re.compile(r"(?=</(?:t[dh]|caption)>)")


def render_record(page: Found, language: Language) -> str:
    """Give the HTML that stands for *page* in the index."""
    facts = "".join(
        f'<span data-pagefind-{kind}="{name}">{_searched(escape(plain_phrases(value)), language)}</span>'
        for kind, name, value in _facts(page, language)
    )
    return (
        f'<html lang="{language}"><body><div data-pagefind-ignore>{facts}</div>'
        f"<div data-pagefind-body>{_searched(page.main, language)}</div></body></html>"
    )


def _searched(html: str, language: Language) -> str:
    """Give *html* as Pagefind takes words apart: cells of a table, and the "mae" of "mae'r"."""
    spaced = _END.sub(" ", html)
    return spaced.replace("’", "'") if language is Language.CY else spaced


def _facts(page: Found, language: Language) -> Iterator[tuple[str, str, str]]:
    """Yield what is known of *page*, as kind (filter, meta or sort), name and value."""
    front = page.front
    if title := front.get("title"):
        yield "meta", "title", title
    if label := front.get("label"):
        yield "meta", "label", label
    if part_of := front.get("part_of"):
        yield "meta", "series", part_of["title"]
    if published := front.get("published"):
        yield "meta", "date", published
        yield "meta", "day", format_date(date.fromisoformat(published), language)
        # The address makes the order of a day the same in every build.
        yield "sort", "date", f"{published} {page.address}"
    for facet, keys in front.get("facets", {}).items():
        yield from (("filter", facet, key) for key in keys)
