from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cyhoeddi.checks import length
from tests.written import told, written

LONG = "The Board looked at the plan for the next year and agreed it with some changes. "


def test_is_named_after_its_file() -> None:
    assert length.ID == "length"


@pytest.mark.parametrize(
    ("en", "cy"), [(LONG, LONG + "a thipyn mwy"), ("Yes", "Oes, mae hynny'n wir"), ("", LONG), (LONG, LONG)]
)
def test_passes(en: str, cy: str) -> None:
    assert told(length.check, en, cy) == []


@pytest.mark.parametrize(
    ("en", "cy", "problem"),
    [
        (
            LONG * 2,
            "Un.",
            "warning cy:1:1 much shorter than the other language: 159 letters in English, 3 in Welsh",
        ),
        (
            "One.",
            LONG * 2,
            "warning cy:1:1 much longer than the other language: 4 letters in English, 159 in Welsh",
        ),
        (f"One.\n\n{LONG}{LONG}", f"Un.\n\n{LONG}", "warning cy:3:1 much shorter than the other language: "),
    ],
)
def test_warns_where_a_passage_is_out_of_proportion(en: str, cy: str, problem: str) -> None:
    (line,) = told(length.check, en, cy)
    assert line.startswith(problem)


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=40, deadline=None)
def test_never_raises_and_stands_within_the_text(en: str, cy: str) -> None:
    for problem in length.check(written(en, cy)):
        assert problem.position.line <= max(en.count("\n"), cy.count("\n")) + 1
