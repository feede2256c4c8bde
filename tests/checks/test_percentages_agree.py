from __future__ import annotations

import pytest

from cyhoeddi.checks import percentages_agree
from cyhoeddi.language import Language
from tests.written import told

CY = Language.CY


def test_is_named_after_its_file() -> None:
    assert percentages_agree.ID == "percentages-agree"


@pytest.mark.parametrize(
    ("en", "cy"),
    [
        ("5% to 10% of homes", "5 i 10 y cant o gartrefi"),
        ("40 per cent", "40%"),
        ("forty per cent", "deugain y cant"),
        ("Half of them", "50% ohonynt"),
        ("It rose from 4.5% to 5%", "Cododd o 4.50% i 5%"),
        ("30 homes", "31 o gartrefi"),
    ],
)
def test_passes_whichever_side_was_written_first(en: str, cy: str) -> None:
    assert told(percentages_agree.check, en, cy) == []
    assert told(percentages_agree.check, en, cy, CY) == []


@pytest.mark.parametrize(
    ("en", "cy", "here", "there"),
    [
        ("It is 4.5% now", "Mae'n 5.4% nawr", "cy:1:7 only in English: 4.5%; only in Welsh: 5.4%", "en:1:7"),
        (
            "One.\n\nIt is 30% now",
            "Un.\n\nMae'n 30 nawr",
            "cy:3:7 only in English: 30%; only in Welsh: 30",
            "en:3:7",
        ),
    ],
)
def test_fails_on_the_side_that_is_not_the_source(en: str, cy: str, here: str, there: str) -> None:
    message = here.partition(" ")[2]
    assert told(percentages_agree.check, en, cy) == [here]
    assert told(percentages_agree.check, en, cy, CY) == [f"{there} {message}"]


def test_finds_values_that_changed_places_between_two_paragraphs() -> None:
    assert told(percentages_agree.check, "A 5%\n\nB 6%", "A 6%\n\nB 5%") == [
        "cy:1:3 only in English: 5%; only in Welsh: 6%",
        "cy:3:3 only in English: 6%; only in Welsh: 5%",
    ]
