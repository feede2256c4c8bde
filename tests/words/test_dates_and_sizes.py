"""Dates and sizes of files, as readers of each language write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.language import Language
from cyhoeddi.words import format_date, format_size


def test_a_date_has_the_name_of_the_month_with_a_capital_in_both_languages() -> None:
    day = date(2023, 11, 14)
    assert format_date(day, Language.EN) == "14 November 2023"
    assert format_date(day, Language.CY) == "14 Tachwedd 2023"


def test_all_welsh_months_are_right() -> None:
    months = [format_date(date(2026, month, 1), Language.CY).split()[1] for month in range(1, 13)]
    assert " ".join(months) == (
        "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr"
    )


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "1 KB"),
        (10, "1 KB"),
        (46_000, "45 KB"),
        (1024 * 1024 - 1, "1 MB"),
        (1_258_291, "1.2 MB"),
        (5 * 1024**3, "5 GB"),
        (5000 * 1024**3, "5,000 GB"),
    ],
)
def test_a_size_is_in_the_unit_that_readers_know(size: int, text: str) -> None:
    assert [format_size(size, language) for language in Language] == [text, text]


@given(st.integers(min_value=0, max_value=1024**4 - 1024**3))
def test_no_size_below_a_terabyte_shows_more_than_four_digits(size: int) -> None:
    number, unit = format_size(size, Language.EN).split(" ")
    assert unit in {"KB", "MB", "GB"}
    assert float(number.replace(",", "")) < 1024
