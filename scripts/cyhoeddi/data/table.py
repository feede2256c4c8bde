"""The list of publications as CSV (RFC 4180), for people with a spreadsheet.

It begins with a byte order mark: without one, Excel takes ŵ and ŷ for something else. A cell that would be
taken for a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping

from cyhoeddi.data.shape import Item, Listing
from cyhoeddi.words import Words

_COLUMNS: Mapping[str, Callable[[Item], object]] = {
    "id": lambda item: item.id,
    "type": lambda item: item.type.name,
    "title": lambda item: item.title,
    "summary": lambda item: item.summary,
    "first_published": lambda item: item.first_published,
    "last_updated": lambda item: item.last_updated,
    "series": lambda item: item.series.title if item.series else "",
    "workstreams": lambda item: "; ".join(part.title for part in item.workstreams),
    "withdrawn": lambda item: item.withdrawn.date if item.withdrawn else "",
    "address": lambda item: item.address,
    "twin": lambda item: item.twin,
}
"""The columns in their order, which is the same in both languages; `words/` names them."""

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def render_table(listing: Listing, words: Words) -> bytes:
    """Give the publications of *listing*, a row each, under a row of *words*."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([words[f"column_{name}"] for name in _COLUMNS])
    writer.writerows(
        [_cell(f"{value(item)}") for value in _COLUMNS.values()] for item in listing.publications
    )
    return text.getvalue().encode("utf-8-sig")


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
