from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cyhoeddi.checks import identical
from cyhoeddi.language import Language
from tests.written import told, written

ENGLISH = "The Board met in June and agreed."


def test_is_named_after_its_file() -> None:
    assert identical.ID == "identical"


@pytest.mark.parametrize(
    ("en", "cy"),
    [
        ("Map 1", "Map 1"),
        ("Partner", "Partner"),
        ("CIW", "CIW"),
        ("£68m", "£68m"),
        ("Siân Huws", "Siân Huws"),
        ("[Voices from Care]{lang=en}", "[Voices from Care]{lang=en}"),
        ("help@example.org", "help@example.org"),
        (ENGLISH, "Cyfarfu'r Bwrdd ym mis Mehefin."),
        (ENGLISH, ""),
    ],
)
def test_passes(en: str, cy: str) -> None:
    assert told(identical.check, en, cy) == []


SAME = "the same words stand in both languages: "


@pytest.mark.parametrize(
    ("en", "cy", "first", "problem"),
    [
        (ENGLISH, ENGLISH, Language.EN, f'cy:1:1 {SAME}"The Board met in June and ..."'),
        (ENGLISH, ENGLISH, Language.CY, f'cy:1:1 {SAME}"The Board met in June and ..."'),
        (f"Yes. {ENGLISH}", f"Oes. {ENGLISH}", Language.EN, f'cy:1:6 {SAME}"The Board met in June and ..."'),
        ("Daeth pawb ynghyd.", "Daeth pawb ynghyd.", Language.EN, f'en:1:1 {SAME}"Daeth pawb ynghyd"'),
        ("Year", "Year", Language.EN, f'cy:1:1 {SAME}"Year"'),
        ("zxqwop", "zxqwop", Language.EN, f'warning cy:1:1 {SAME}"zxqwop"'),
    ],
)
def test_reports_the_side_to_which_the_words_do_not_belong(
    en: str, cy: str, first: Language, problem: str
) -> None:
    assert told(identical.check, en, cy, first) == [problem]


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=40, deadline=None)
def test_never_raises_and_stands_within_the_text(en: str, cy: str) -> None:
    for problem in identical.check(written(en, cy)):
        assert problem.position.line <= max(en.count("\n"), cy.count("\n")) + 1
