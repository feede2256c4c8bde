"""The golden cases, files in `cases/`: a title, a text, its HTML and its refusals, between lone dots.

A refusal is written `line:column message`. A file whose name starts with `page` is read as a whole page.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.body.html import render_html
from cyhoeddi.body.parse import parse

WORDS = {
    "footnotes": "Footnotes",
    "footnote_reference": "Footnote {number}",
    "back_to_reference": "Back to reference {number}",
    "warning": "Warning",
    "table": "Table {number}",
}
CASES = Path(__file__).parent / "cases"


def cases() -> list[object]:
    found: list[object] = []
    for file in sorted(CASES.glob("*.txt")):
        parts = file.read_text(encoding="utf-8").split("\n.\n")
        for title, text, html, refusals in zip(*(parts[n:-1:4] for n in range(4)), strict=True):
            pages = file.name.startswith("page")
            found.append(pytest.param(text, html, refusals, pages, id=f"{file.stem}: {title.strip()}"))
    return found


def place(text: str, offset: int) -> str:
    before = text[:offset]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


@pytest.mark.parametrize(("text", "html", "refusals", "pages"), cases())
def test_a_text_gives_its_html_and_its_refusals(text: str, html: str, refusals: str, pages: bool) -> None:
    parsed = parse(text, headings=pages)
    rendered = render_html(parsed.body, words=WORDS, href=lambda target: target.replace("pub:", "/en/"))
    found = [f"{place(text, refusal.offset)} {refusal.message}" for refusal in parsed.refusals]
    assert rendered.strip("\n") == html
    assert "\n".join(found) == refusals
