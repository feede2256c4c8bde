from __future__ import annotations

import pytest

from cyhoeddi.checks import times_agree
from cyhoeddi.language import Language
from tests.written import told

CY = Language.CY


def test_is_named_after_its_file() -> None:
    assert times_agree.ID == "times-agree"


@pytest.mark.parametrize(
    ("en", "cy"),
    [
        ("9.30am to 5pm", "9.30yb tan 5yp"),
        ("9:30 to 17:00", "9.30 y bore tan 5 y prynhawn"),
        ("noon", "12pm"),
        ("midnight", "hanner nos"),
        ("at 9.30am", "am 9.30"),
        ("9-11am", "9yb i 11yb"),
        ("between 9 and 5pm", "rhwng 9yb a 5yh"),
        ("2pm", "2 o'r gloch y prynhawn"),
    ],
)
def test_passes_whichever_side_was_written_first(en: str, cy: str) -> None:
    assert told(times_agree.check, en, cy) == []
    assert told(times_agree.check, en, cy, CY) == []


@pytest.mark.parametrize(
    ("en", "cy", "here", "there"),
    [
        ("At 9.30am", "Am 9.30yp", "cy:1:4 only in English: 9.30am; only in Welsh: 9.30yp", "en:1:4"),
        ("At 9.30am", "Am 9.45yb", "cy:1:4 only in English: 9.30am; only in Welsh: 9.45yb", "en:1:4"),
        ("At noon", "Am hanner nos", "cy:1:4 only in English: noon; only in Welsh: hanner nos", "en:1:4"),
        ("At 14:00", "Yn y prynhawn", "cy:1:1 only in English: 14:00", "en:1:4"),
    ],
)
def test_fails_on_the_side_that_is_not_the_source(en: str, cy: str, here: str, there: str) -> None:
    message = here.partition(" ")[2]
    assert told(times_agree.check, en, cy) == [here]
    assert told(times_agree.check, en, cy, CY) == [f"{there} {message}"]
