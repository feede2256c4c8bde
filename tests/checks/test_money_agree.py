from __future__ import annotations

import pytest

from cyhoeddi.checks import money_agree
from cyhoeddi.language import Language
from tests.written import told

CY = Language.CY


def test_is_named_after_its_file() -> None:
    assert money_agree.ID == "money-agree"


@pytest.mark.parametrize(
    ("en", "cy"),
    [
        ("£68m", "£68 miliwn"),
        ("£68 million", "£68,000,000"),
        ("£1.2bn", "£1.2 biliwn"),
        ("50p", "50c"),
        ("£5-10m", "£5 miliwn i £10 miliwn"),
        ("between £5 and £10 million", "rhwng £5 miliwn a £10 miliwn"),
        ("five pounds", "£5"),
        ("€3m", "3 miliwn ewro"),
        ("6% up to £400,000 and 7.5% on the rest", "6% hyd at £400,000 a 7.5% ar y gweddill"),
        ("£250 a week", "£250 yr wythnos"),
    ],
)
def test_passes_whichever_side_was_written_first(en: str, cy: str) -> None:
    assert told(money_agree.check, en, cy) == []
    assert told(money_agree.check, en, cy, CY) == []


@pytest.mark.parametrize(
    ("en", "cy", "here", "there"),
    [
        ("It cost £68m.", "Costiodd £86m.", "cy:1:10 only in English: £68m; only in Welsh: £86m", "en:1:9"),
        (
            "It cost £68m.",
            "Costiodd 68 miliwn.",
            "cy:1:10 only in English: £68m; only in Welsh: 68 miliwn",
            "en:1:9",
        ),
        (
            "It cost £68m.",
            "Costiodd £68 biliwn.",
            "cy:1:10 only in English: £68m; only in Welsh: £68 biliwn",
            "en:1:9",
        ),
        ("It cost £5.", "Costiodd €5.", "cy:1:10 only in English: £5; only in Welsh: €5", "en:1:9"),
        ("Now.\n\nIt cost £5.", "Nawr.\n\nCostiodd arian.", "cy:3:1 only in English: £5", "en:3:9"),
        ("Costs money.", "Mae'n costio £5.", "cy:1:14 only in Welsh: £5", "en:1:1"),
        (
            "It cost **£5**\nand 20p.",
            "Costiodd **£5**\nac 21c.",
            "cy:2:4 only in English: 20p; only in Welsh: 21c",
            "en:2:5",
        ),
    ],
)
def test_fails_on_the_side_that_is_not_the_source(en: str, cy: str, here: str, there: str) -> None:
    message = here.partition(" ")[2]
    assert told(money_agree.check, en, cy) == [here]
    assert told(money_agree.check, en, cy, CY) == [f"{there} {message}"]
