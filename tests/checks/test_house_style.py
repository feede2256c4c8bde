from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cyhoeddi.checks import house_style
from cyhoeddi.language import Language
from cyhoeddi.parity import ParityContext
from cyhoeddi.terms import read_terms
from tests.conftest import PROJECT
from tests.written import written

CONTEXT = ParityContext(terms=read_terms(PROJECT)[0])


def said(en: str, cy: str) -> list[str]:
    found = house_style.check(written(en, cy), CONTEXT)
    return [f"{one.position.file}:{one.position.column} {one.message.split(chr(34))[1]}" for one in found]


def test_is_named_after_its_file() -> None:
    assert house_style.ID == "house-style"


@pytest.mark.parametrize(
    ("en", "cy"),
    [
        ("care and support", "eisoes"),
        ("M&S and B&Q", "posibl"),
        ("see www.example.org/a&b", "y grŵp"),
        ("the [Grwp Cymraeg]{lang=cy} group", "y [R & D Group]{lang=en}"),
        ("commencement", "ty'n"),
    ],
)
def test_passes(en: str, cy: str) -> None:
    assert said(en, cy) == []


@pytest.mark.parametrize(
    ("en", "cy", "problem"),
    [
        ("care & support", "x", "en:6 &"),
        ("cats, dogs, etc.", "x", "en:13 etc."),
        ("Utilise it", "x", "en:1 Utilise"),
        ("this, ıe that", "x", "en:7 ıe"),
        ("x", "cŵn a chathod ayyb", "cy:15 ayyb"),
        ("x", "Mae'n posib mynd", "cy:7 posib"),
        ("x", "Maent eisioes yno", "cy:7 eisioes"),
        ("x", "y grwp", "cy:3 grwp"),
        ("x", "ar ol y cyfarfod", "cy:1 ar ol"),
        ("x", "siarad yn y Gymraeg", "cy:8 yn y Gymraeg"),
    ],
)
def test_reports_what_house_style_does_not_want(en: str, cy: str, problem: str) -> None:
    assert said(en, cy) == [problem]


def test_a_project_without_rules_has_no_warnings() -> None:
    assert list(house_style.check(written("a & b", "a & b"))) == []
    assert {rule.language for rule in CONTEXT.terms.house_style} == set(Language)


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=40, deadline=None)
def test_never_raises_and_stands_within_the_text(en: str, cy: str) -> None:
    for problem in house_style.check(written(en, cy)):
        assert problem.position.line <= max(en.count("\n"), cy.count("\n")) + 1
