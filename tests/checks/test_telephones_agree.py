from __future__ import annotations

import pytest

from cyhoeddi.checks import telephones_agree
from cyhoeddi.language import Language
from tests.written import told

CY = Language.CY


def test_is_named_after_its_file() -> None:
    assert telephones_agree.ID == "telephones-agree"


@pytest.mark.parametrize(
    ("en", "cy"),
    [
        ("Call 0300 000 0000", "Ffoniwch 03000 000000"),
        ("+44 29 2000 0000", "029 2000 0000"),
        ("[Call 0300 000 0000](tel:03000000000)", "Ffoniwch 0300 000 0000"),
        ("Numbers 5", "Rhifau 6"),
    ],
)
def test_passes_whichever_side_was_written_first(en: str, cy: str) -> None:
    assert told(telephones_agree.check, en, cy) == []
    assert told(telephones_agree.check, en, cy, CY) == []


@pytest.mark.parametrize(
    ("en", "cy", "here", "there"),
    [
        (
            "Call 0300 000 0000.",
            "Ffoniwch 0300 000 0001.",
            "cy:1:10 only in English: 0300 000 0000; only in Welsh: 0300 000 0001",
            "en:1:6",
        ),
        (
            "[Call us](tel:03000000000)",
            "[Ffoniwch](tel:03000000001)",
            "cy:1:2 only in English: 03000000000; only in Welsh: 03000000001",
            "en:1:2",
        ),
        ("Call 0300 000 0000.", "Ffoniwch ni.", "cy:1:1 only in English: 0300 000 0000", "en:1:6"),
    ],
)
def test_fails_on_the_side_that_is_not_the_source(en: str, cy: str, here: str, there: str) -> None:
    message = here.partition(" ")[2]
    assert told(telephones_agree.check, en, cy) == [here]
    assert told(telephones_agree.check, en, cy, CY) == [f"{there} {message}"]
