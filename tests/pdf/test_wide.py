"""What is wider than a page stays on it: tables of many columns, and words that no line can hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pymupdf
import pytest

from tests.pdf.conftest import make_all, write_project

_WORDS = (
    "Blwyddyn",
    "Ardal",
    "Darparwyr",
    "Cyfrifoldebau",
    "Lleoliadau",
    "Ymgynghoriadau",
    "Gwasanaethau",
    "Cyfarwyddwyr",
    "Perfformiad",
    "Cynaliadwyedd",
    "Llywodraethu",
    "Awdurdodau",
    "Trawsnewid",
    "Rhanddeiliaid",
)
_LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 3


class _Box(NamedTuple):
    x0: float
    y0: float
    x1: float
    y1: float


_DOCUMENT = """
type: report
first_published: 2025-01-14
title: {en: Wide, cy: Llydan}
summary: {en: Wide., cy: Llydan.}
sections:
  - heading: {en: Wide, cy: Llydan}
    body:
      en: &
      cy: &
"""


def _table(columns: int) -> str:
    row = " | ".join(_WORDS[:columns])
    return f"| {row} |\n{'|---' * columns}|\n| {row} |\n| {' | '.join(['£12,345'] * columns)} |\n"


def _pages(root: Path, body: str) -> Any:
    lines = "".join(f"        {line}\n" for line in body.splitlines())
    write_project(root, _DOCUMENT.replace("&", f"|\n{lines}"))
    made = next(one for one in make_all(root) if one.name == "everything")
    open_pdf: Any = pymupdf.open
    return open_pdf(stream=made.typeset.pdf)


@pytest.mark.parametrize("columns", [4, 6, 8, 10, 14])
def test_no_cell_of_a_table_runs_into_the_next(tmp_path: Path, columns: int) -> None:
    page = _pages(tmp_path / "p", _table(columns))[2]
    words = [_Box(*word[:4]) for word in page.get_text("words") if word[3] < page.rect.height * 0.8]
    assert len(words) > 3 * columns
    right = page.rect.width - 20 / 25.4 * 72
    assert all(word.x1 <= right + 1 for word in words)
    for number, word in enumerate(words):
        middle = (word.y0 + word.y1) / 2
        beside = [other for other in words[number + 1 :] if other.y0 < middle < other.y1]
        assert all(other.x0 >= word.x1 or other.x1 <= word.x0 for other in beside)


@pytest.mark.parametrize(
    "body", [f"Words {_LONG} end.", f"> - {_LONG}", f"| A | B |\n|---|---|\n| x | {_LONG} |"]
)
def test_a_word_that_no_line_can_hold_goes_on_in_the_next_and_stays_one_word(
    tmp_path: Path, body: str
) -> None:
    page = _pages(tmp_path / "p", body)[2]
    right = page.rect.width - 20 / 25.4 * 72
    assert all(word[2] <= right + 1 for word in page.get_text("words"))
    assert _LONG in page.get_text().replace("\n", "")
