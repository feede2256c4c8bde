"""A page as Pagefind is given it: its own words, with what results can be narrowed and sorted by.

The pages of the site say nothing of Pagefind: https://pagefind.app/docs/ tells of the attributes here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape

from cyhoeddi.body.html import plain_phrases
from cyhoeddi.language import Language
from cyhoeddi.search.pages import Found
from cyhoeddi.words import format_date

ELSEWHERE = (
    ".preview",
    ".page-header__label",
    ".meta",
    ".part-of",
    ".contents",
    ".documents",
    ".cards",
    ".related",
    ".onward",
    ".twin",
    ".report",
    "section[aria-labelledby='contact']",
)
"""What of a page's `main` leads on, or says what other pages say too."""


def render_record(page: Found, language: Language) -> str:
    """Give the HTML that stands for *page* in the index."""
    facts = "".join(
        f'<span data-pagefind-{kind}="{name}">{escape(plain_phrases(value))}</span>'
        for kind, name, value in _facts(page, language)
    )
    return (
        f'<html lang="{language}"><body><div data-pagefind-ignore>{facts}</div>'
        f"<div data-pagefind-body>{_searched(page.main, language)}</div></body></html>"
    )


def _searched(main: str, language: Language) -> str:
    """Give the HTML *main* with Welsh contractions as Pagefind takes them apart: "mae'r" holds "mae"."""
    return main.replace("’", "'") if language is Language.CY else main


def _facts(page: Found, language: Language) -> Iterator[tuple[str, str, str]]:
    """Yield what is known of *page*, as kind (filter, meta or sort), name and value."""
    front = page.front
    if label := front.get("label"):
        yield "meta", "label", label
    if part_of := front.get("part_of"):
        yield "meta", "series", part_of["title"]
    if published := front.get("published"):
        yield "meta", "date", published
        yield "meta", "day", format_date(date.fromisoformat(published), language)
    for facet, keys in front.get("facets", {}).items():
        yield from (("filter", facet, key) for key in keys)
    # What has no date stands after everything that has one. The address makes the order of a day the same in
    # every build.
    yield "sort", "date", f"{published or '0000-00-00'} {page.address}"
