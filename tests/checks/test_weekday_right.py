from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.checks import weekday_right
from tests.written import told, written


def test_is_named_after_its_file() -> None:
    assert weekday_right.ID == "weekday-right"


@pytest.mark.parametrize(
    "words",
    [
        "On Tuesday 14 November 2023.",
        "On Tuesday, 14th November 2023.",
        "Tue 14 Nov 2023",
        "Ddydd Mawrth 14 Tachwedd 2023",
        "nos Fawrth, 14 Tachwedd 2023",
        "Monday 14 November",
        "On Monday the report of 14 November 2023 was read.",
        "Monday 31 February 2023",
    ],
)
def test_passes(words: str) -> None:
    assert told(weekday_right.check, words, words) == []


@pytest.mark.parametrize(
    ("en", "cy", "problem"),
    [
        (
            "It met on Monday 14 November 2023.",
            "Dydd Mawrth 14 Tachwedd 2023.",
            'en:1:11 "Monday" is not the day of 14 November 2023, which is a Tuesday',
        ),
        (
            "Tuesday 14 November 2023.",
            "Cyfarfu\nddydd Llun 14 Tachwedd 2023.",
            'cy:2:7 "Llun" is not the day of 14 Tachwedd 2023, which is dydd Mawrth',
        ),
        (
            "From Tuesday 14 to Friday 15 November 2023",
            "",
            'en:1:20 "Friday" is not the day of 15 November 2023, which is a Wednesday',
        ),
    ],
)
def test_fails_on_the_side_that_is_wrong(en: str, cy: str, problem: str) -> None:
    assert told(weekday_right.check, en, cy) == [problem]


@given(st.text(alphabet="0123 MondayTuesMai,.2023\n", max_size=80))
def test_any_text_can_be_checked(words: str) -> None:
    assert all(problem.rule == "weekday-right" for problem in weekday_right.check(written(words, words)))
