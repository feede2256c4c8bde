from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cyhoeddi.checks import end_punctuation
from cyhoeddi.language import Language
from tests.written import told, written


def test_is_named_after_its_file() -> None:
    assert end_punctuation.ID == "end-punctuation"


@pytest.mark.parametrize(
    ("en", "cy"),
    [
        ("One.", "Un."),
        ("One", "Un"),
        ("“One.”", '"Un."'),
        ("Who?", "Pwy?"),
        ("One:\n\n- a\n- b", "Un:\n\n- a\n- b"),
        ("**One.**", "**Un.**"),
        ("One.", ""),
    ],
)
def test_passes(en: str, cy: str) -> None:
    assert told(end_punctuation.check, en, cy) == []


@pytest.mark.parametrize(
    ("en", "cy", "first", "problem"),
    [
        ("One.", "Un dau", Language.EN, "cy:1:6 this ends with no mark, the English with a full stop"),
        ("One", "Un.", Language.EN, "cy:1:3 this ends with a full stop, the English with no mark"),
        ("Who?", "Pwy.", Language.EN, "cy:1:4 this ends with a full stop, the English with a question mark"),
        ("One", "Un.", Language.CY, "en:1:3 this ends with no mark, the Welsh with a full stop"),
        (
            "- One.\n- Two.",
            "- Un.\n- **Dau**",
            Language.EN,
            "cy:2:7 this ends with no mark, the English with a ",
        ),
    ],
)
def test_warns_at_the_end_of_the_side_to_mend(en: str, cy: str, first: Language, problem: str) -> None:
    (line,) = told(end_punctuation.check, en, cy, first)
    assert line.startswith(f"warning {problem}")


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=40, deadline=None)
def test_never_raises_and_stands_within_the_text(en: str, cy: str) -> None:
    for problem in end_punctuation.check(written(en, cy)):
        assert problem.position.line <= max(en.count("\n"), cy.count("\n")) + 1
