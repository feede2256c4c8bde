from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cyhoeddi.checks import welsh_spelling
from cyhoeddi.parity import ParityContext
from cyhoeddi.terms import ProjectWords, Terms
from tests.written import told, written


def test_is_named_after_its_file() -> None:
    assert welsh_spelling.ID == "welsh-spelling"


@pytest.mark.parametrize(
    "cy",
    [
        "Mae'r gofrestr risgiau wedi’i diweddaru.",
        "Aeth y Bwrdd i Fangor, Caerdydd a Birmingham.",
        "Ysgrifennwch at help@example.org neu ewch i www.example.org.",
        "Cefnogir [Voices from Care]{lang=en} gan y Bwrdd.",
        "AGC a CPC",
        "Darparwyr nid-er-elw a chwmnïau",
        "Swansea yw'r enw Saesneg.",
        "The Board met in June and agreed the plan.",
    ],
)
def test_passes(cy: str) -> None:
    assert told(welsh_spelling.check, "x", cy) == []


@pytest.mark.parametrize(
    ("cy", "problem"),
    [
        ("Mae'r grwp yn cwrdd.", 'warning cy:1:7 "grwp" is not a known Welsh word'),
        ("Un.\n\n- Maent eisioes yno.", 'warning cy:3:9 "eisioes" is not a known Welsh word'),
        ("Cyfarfodd y bwrdd eto.", 'warning cy:1:1 "Cyfarfodd" is not a known Welsh word'),
    ],
)
def test_reports_an_unknown_word_at_its_first_letter(cy: str, problem: str) -> None:
    assert told(welsh_spelling.check, "x", cy) == [problem]


@pytest.mark.parametrize(
    ("cy", "hint"),
    [
        ("Mae'r grwp yn cwrdd.", "Did you mean grŵp"),
        ("Mae'r meeting yn hir.", "If it is meant to be English, mark it"),
    ],
)
def test_the_hint_says_what_may_have_been_meant(cy: str, hint: str) -> None:
    assert [one.hint.startswith(hint) for one in welsh_spelling.check(written("x", cy))] == [True]


def test_the_projects_words_are_known_in_every_form() -> None:
    context = ParityContext(terms=Terms(words=ProjectWords(cy=("cwcis",))))
    assert list(welsh_spelling.check(written("x", "Cwcis a'u gwcis a’r chwcis"), context)) == []


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=40, deadline=None)
def test_never_raises_and_stands_within_the_text(en: str, cy: str) -> None:
    for problem in welsh_spelling.check(written(en, cy)):
        assert problem.position.line <= max(en.count("\n"), cy.count("\n")) + 1
