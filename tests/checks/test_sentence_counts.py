from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cyhoeddi.checks import sentence_counts
from tests.written import told, written

EN = "The Board met in June. It agreed a plan for the year."
CY = "Cyfarfu'r Bwrdd ym mis Mehefin. Cytunodd ar gynllun am y flwyddyn."


def test_is_named_after_its_file() -> None:
    assert sentence_counts.ID == "sentence-counts"


@pytest.mark.parametrize(
    ("en", "cy"),
    [
        (EN, CY),
        (EN, "Cyfarfu'r Bwrdd ym mis Mehefin a chytunodd ar gynllun am y flwyddyn."),
        ("One sentence that is long enough.", "Un frawddeg. Mae'n ddigon hir."),
        ("Dr Jones met Cllr Huws at 9.30am.", "Cyfarfu Dr Jones â'r Cyng. Huws am 9.30am."),
        (EN, ""),
    ],
)
def test_a_sentence_split_or_joined_passes(en: str, cy: str) -> None:
    assert told(sentence_counts.check, en, cy) == []


@pytest.mark.parametrize(
    ("en", "cy", "problem"),
    [
        (EN, "Cyfarfu'r Bwrdd ym mis Mehefin.", "warning cy:1:1 sentences here: 1; in English: 2"),
        ("One. Two. Three.", "Un, dau a thri i gyd.", "warning cy:1:1 sentences here: 1; in English: 3"),
        (f"One.\n\n{EN}", "Un.\n\nCytunodd.", "warning cy:3:1 sentences here: 1; in English: 2"),
    ],
)
def test_warns_where_one_may_be_left_out(en: str, cy: str, problem: str) -> None:
    assert told(sentence_counts.check, en, cy) == [problem]


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=40, deadline=None)
def test_never_raises_and_stands_within_the_text(en: str, cy: str) -> None:
    for problem in sentence_counts.check(written(en, cy)):
        assert problem.position.line <= max(en.count("\n"), cy.count("\n")) + 1
