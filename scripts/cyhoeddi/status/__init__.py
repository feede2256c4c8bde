"""How far everything is, for those who plan the work: `cyhoeddi status`."""

from __future__ import annotations

from cyhoeddi.status.items import Item, Kind, Overview, Progress, Tally, Visibility
from cyhoeddi.status.overview import overview_of
from cyhoeddi.status.page import render_pages, write_pages
from cyhoeddi.status.report import render_json, render_text

__all__ = [
    "Item",
    "Kind",
    "Overview",
    "Progress",
    "Tally",
    "Visibility",
    "overview_of",
    "render_json",
    "render_pages",
    "render_text",
    "write_pages",
]
