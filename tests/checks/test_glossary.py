from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cyhoeddi.checks import glossary
from cyhoeddi.language import Language
from cyhoeddi.parity import ParityContext
from cyhoeddi.terms import Term, Terms
from tests.written import written

AGREED = {"part_of_speech": "nm", "status": "agreed"}
CONTEXT = ParityContext(
    terms=Terms(
        glossary=(
            Term(term="local authority", welsh="awdurdod lleol", plural="awdurdodau lleol", **AGREED),
            Term(term="foster carer", welsh="gofalwr maeth", plural="gofalwyr maeth", **AGREED),
            Term(term="foster care", welsh="gofal maeth", **AGREED),
            Term(term="care experienced", welsh="â phrofiad o ofal", also=("profiadol o ofal",), **AGREED),
            Term(term="roadmap", welsh="map ffordd", part_of_speech="nm", status="proposed"),
            Term(term="First Minister", welsh="Prif Weinidog", part_of_speech="nm", status="name"),
        )
    )
)


def said(en: str, cy: str, first: Language = Language.EN) -> list[str]:
    found = glossary.check(written(en, cy, first), CONTEXT)
    return [f"{one.position.file}:{one.position.line}:{one.position.column} {one.message}" for one in found]


def test_is_named_after_its_file() -> None:
    assert glossary.ID == "glossary"


@pytest.mark.parametrize(
    ("en", "cy"),
    [
        ("Two local authorities met.", "Cyfarfu dau awdurdod lleol."),
        ("Local authorities met.", "Cyfarfu'r awdurdodau lleol."),
        ("A local authority's plan", "Cynllun i awdurdod lleol"),
        ("for foster carers", "i ofalwyr maeth"),
        ("foster care", "â gofal maeth"),
        ("care experienced people", "pobl â phrofiad o ofal"),
        ("care experienced people", "pobl brofiadol o ofal"),
        ("a roadmap", "trywydd"),
        ("the first minister she met", "y gweinidog cyntaf"),
        ("Foster Carers' Circle", "[Foster Carers' Circle]{lang=en}"),
        ("non-local authority", "dim"),
    ],
)
def test_passes(en: str, cy: str) -> None:
    assert said(en, cy) == []


@pytest.mark.parametrize(
    ("en", "cy", "place", "term"),
    [
        ("Two local authorities met.", "Cyfarfu dau gyngor.", "cy:1:1", "local authority"),
        ("One. A foster carer came.", "Un. Daeth rhiant.", "cy:1:5", "foster carer"),
        ("One.\n\nThe First Minister spoke.", "Un.\n\nSiaradodd y Prif.", "cy:3:1", "First Minister"),
    ],
)
def test_reports_the_sentence_that_should_have_the_term(en: str, cy: str, place: str, term: str) -> None:
    (line,) = said(en, cy)
    assert line.startswith(f'{place} "{term}" is ')


def test_stands_at_the_english_term_where_welsh_was_written_first() -> None:
    (line,) = said("Two local authorities met.", "Cyfarfu dau gyngor.", Language.CY)
    assert line.startswith("en:1:5 ")


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=40, deadline=None)
def test_never_raises_and_stands_within_the_text(en: str, cy: str) -> None:
    for problem in glossary.check(written(en, cy)):
        assert problem.position.line <= max(en.count("\n"), cy.count("\n")) + 1
