from __future__ import annotations

import pytest

from cyhoeddi.checks import emails_agree
from cyhoeddi.language import Language
from tests.written import told

CY = Language.CY


def test_is_named_after_its_file() -> None:
    assert emails_agree.ID == "emails-agree"


@pytest.mark.parametrize(
    ("en", "cy"),
    [
        ("a@example.org", "A@example.org"),
        ("team@gov.wales", "team@llyw.cymru"),
        ("[Write](mailto:a@example.org?subject=Hello)", "[Ysgrifennwch](mailto:a@example.org?subject=Helo)"),
        ("a@example.org, then a@example.org", "a@example.org"),
    ],
)
def test_passes_whichever_side_was_written_first(en: str, cy: str) -> None:
    assert told(emails_agree.check, en, cy) == []
    assert told(emails_agree.check, en, cy, CY) == []


@pytest.mark.parametrize(
    ("en", "cy", "here", "there"),
    [
        (
            "To a@example.org.",
            "At e@example.org.",
            "cy:1:4 only in English: a@example.org; only in Welsh: e@example.org",
            "en:1:4",
        ),
        (
            "[Write](mailto:a@example.org)",
            "[Ysgrifennwch](mailto:b@example.org)",
            "cy:1:2 only in English: a@example.org; only in Welsh: b@example.org",
            "en:1:2",
        ),
        ("To a@example.org.", "At neb.", "cy:1:1 only in English: a@example.org", "en:1:4"),
    ],
)
def test_fails_on_the_side_that_is_not_the_source(en: str, cy: str, here: str, there: str) -> None:
    message = here.partition(" ")[2]
    assert told(emails_agree.check, en, cy) == [here]
    assert told(emails_agree.check, en, cy, CY) == [f"{there} {message}"]
