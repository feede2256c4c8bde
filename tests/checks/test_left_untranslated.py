from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cyhoeddi.checks import left_untranslated
from cyhoeddi.language import Language
from cyhoeddi.problems import Position
from cyhoeddi.texts import Text
from tests.written import told, written


def heading(en: str, cy: str, *path: str | int) -> Text:
    def place(language: Language, offset: int | None) -> Position:
        return Position(language, 1, (offset or 0) + 1)

    return Text(path or ("heading",), en, cy, Language.EN, markdown=False, may_be_empty=False, place=place)


def said(en: str, cy: str, *path: str | int) -> list[str]:
    found = left_untranslated.check(heading(en, cy, *path))
    return [f"{one.position.file}:{one.position.column} {one.message}" for one in found]


def test_is_named_after_its_file() -> None:
    assert left_untranslated.ID == "left-untranslated"


@pytest.mark.parametrize(
    ("en", "cy"),
    [
        ("Background", "Cefndir"),
        ("Partner 1", "Partner 1"),
        ("Map 3", "Map 3"),
        ("AGC", "AGC"),
        ("Siân Huws", "Siân Huws"),
        ("2023-24", "2023-24"),
        ("Voices from Care", "[Voices from Care]{lang=en}"),
        ("June 2024", "Mehefin 2024"),
        ("Barnardo's", "Barnardo's"),
        ("", ""),
    ],
)
def test_passes(en: str, cy: str) -> None:
    assert said(en, cy) == []


@pytest.mark.parametrize(
    ("en", "cy", "problem"),
    [
        ("Background", "Background", 'cy:1 the Welsh heading is in English: "Background"'),
        ("Next steps", "The next steps", 'cy:1 the Welsh heading is in English: "The next steps"'),
        ("Removing Profit", "Removing Profit", 'cy:1 the Welsh heading is in English: "Removing Profit"'),
        ("Minutes of 1 May", "Cofnodion 1 May", 'cy:13 the Welsh heading has a date in English: "May"'),
        ("Cefndir", "Cefndir", 'en:1 the English heading is in Welsh: "Cefndir"'),
    ],
)
def test_reports_a_heading_in_the_other_language(en: str, cy: str, problem: str) -> None:
    assert said(en, cy) == [problem]


def test_reports_the_title_of_an_attachment() -> None:
    assert said("Data tables", "Data tables", "attachments", 0, "title") == [
        'cy:1 the Welsh title is in English: "Data tables"'
    ]


@pytest.mark.parametrize(
    ("en", "cy", "problem"),
    [
        (
            "One.\n\n![Map of the regions](map.svg)",
            "Un.\n\n![Map of the regions](map.svg)",
            'cy:3:3 the Welsh alternative text is in English: "Map of the regions"',
        ),
        (
            "Table: Costs by year\n| a | b |\n|---|---|\n| 1 | 2 |",
            "Table: Costs by year\n| a | b |\n|---|---|\n| 1 | 2 |",
            'cy:1:8 the Welsh caption is in English: "Costs by year"',
        ),
    ],
)
def test_reports_captions_and_alternative_texts(en: str, cy: str, problem: str) -> None:
    assert told(left_untranslated.check, en, cy) == [problem]


def test_running_text_is_for_another_rule() -> None:
    assert told(left_untranslated.check, "The Board met.", "The Board met.") == []


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=40, deadline=None)
def test_never_raises_and_stands_within_the_text(en: str, cy: str) -> None:
    for problem in left_untranslated.check(written(en, cy)):
        assert problem.position.line <= max(en.count("\n"), cy.count("\n")) + 1
