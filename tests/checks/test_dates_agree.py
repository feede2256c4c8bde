from __future__ import annotations

import pytest

from cyhoeddi.checks import dates_agree
from cyhoeddi.language import Language
from tests.written import told

CY = Language.CY


def test_is_named_after_its_file() -> None:
    assert dates_agree.ID == "dates-agree"


@pytest.mark.parametrize(
    ("en", "cy"),
    [
        ("Tuesday 14 November 2023", "dydd Mawrth 14 Tachwedd 2023"),
        ("14-16 November", "14 i 16 Tachwedd"),
        ("14 and 16 November", "14 Tachwedd ac 16 Tachwedd"),
        ("14 October to 2 November 2023", "rhwng 14 Hydref 2023 a 2 Tachwedd 2023"),
        ("March to May 2024", "rhwng Mawrth 2024 a Mai 2024"),
        ("in March", "ym mis Mawrth"),
        ("2023-24", "2023–2024"),
        ("2023 to 2024", "o 2023 i 2024"),
        ("May is here. May we go?", "Mae mis Mai yma. Gawn ni fynd?"),
        ("Monday to Friday", "o ddydd Llun i ddydd Gwener"),
        ("2000 homes", "2,000 o gartrefi"),
        ("1990s", "1990au"),
        ("the 14th of May", "y 14eg o Fai"),
        ("14/11/2023", "14 Tachwedd 2023"),
        ("autumn term", "tymor yr Hydref"),
        ("by 31 March 2024", "erbyn 31ain o Fawrth 2024"),
        ("Workstream 1 reports in June 2023", "Bydd Ffrwd waith 1 yn adrodd ym Mehefin 2023"),
    ],
)
def test_passes_whichever_side_was_written_first(en: str, cy: str) -> None:
    assert told(dates_agree.check, en, cy) == []
    assert told(dates_agree.check, en, cy, CY) == []


@pytest.mark.parametrize(
    ("en", "cy", "here", "there"),
    [
        (
            "On 14 November 2023.",
            "Ar 4 Tachwedd 2023.",
            "cy:1:4 only in English: 14 November 2023; only in Welsh: 4 Tachwedd 2023",
            "en:1:4",
        ),
        (
            "By 14 November 2023.",
            "Erbyn 14 Rhagfyr 2023.",
            "cy:1:7 only in English: 14 November 2023; only in Welsh: 14 Rhagfyr 2023",
            "en:1:4",
        ),
        (
            "By 14 November 2023.",
            "Erbyn 14 Tachwedd.",
            "cy:1:7 only in English: 14 November 2023; only in Welsh: 14 Tachwedd",
            "en:1:4",
        ),
        ("In 2023.", "Yn 2032.", "cy:1:4 only in English: 2023; only in Welsh: 2032", "en:1:4"),
        (
            "By 31 March",
            "Erbyn 41 Mawrth",
            "cy:1:7 only in English: 31 March; only in Welsh: 41, Mawrth",
            "en:1:4",
        ),
        ("By March", "Erbyn Mai", "cy:1:7 only in English: March; only in Welsh: Mai", "en:1:4"),
        (
            "On Monday",
            "Ddydd Mawrth",
            "cy:1:1 only in English: Monday; only in Welsh: Ddydd Mawrth",
            "en:1:4",
        ),
        (
            "From 14 to 16 May",
            "O 14 i 17 Mai",
            "cy:1:8 only in English: 16 May; only in Welsh: 17 Mai",
            "en:1:12",
        ),
        ("On 14 May", "Ar 14", "cy:1:4 only in English: 14 May; only in Welsh: 14", "en:1:4"),
        ("2023-24", "2023-25", "cy:1:6 only in English: 24; only in Welsh: 25", "en:1:6"),
    ],
)
def test_fails_on_the_side_that_is_not_the_source(en: str, cy: str, here: str, there: str) -> None:
    message = here.partition(" ")[2]
    assert told(dates_agree.check, en, cy) == [here]
    assert told(dates_agree.check, en, cy, CY) == [f"{there} {message}"]
