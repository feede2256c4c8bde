from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cyhoeddi.checks import structure
from cyhoeddi.language import Language
from cyhoeddi.problems import Position, Problem
from cyhoeddi.texts import Text

TABLE = "| a | b |\n|---|---|\n| 1 | 2 |"


def text(en: str, cy: str, first: Language = Language.EN) -> Text:
    sides = {Language.EN: en, Language.CY: cy}

    def place(language: Language, offset: int | None) -> Position:
        before = sides[language][:offset]
        return Position(language, before.count("\n") + 1, len(before) - before.rfind("\n"))

    return Text(("body",), en, cy, first, markdown=True, may_be_empty=False, place=place)


def told(en: str, cy: str, first: Language = Language.EN) -> list[str]:
    return [f"{_place(problem)} {problem.message}" for problem in structure.check(text(en, cy, first))]


def _place(problem: Problem) -> str:
    at = problem.position
    return f"{at.file}:{at.line}:{at.column}"


def test_is_named_after_its_file() -> None:
    assert structure.ID == "structure"


@pytest.mark.parametrize(
    ("en", "cy"),
    [
        ("One.", "Un."),
        ("One.\n\n- a\n- b", "Un.\n\n- a\n- b"),
        ("See [a](https://example.org/) and [b](pub:b).", "Gweler [b](pub:b) ac [a](https://example.org/)."),
        ("*One* **two**", "Un dau"),
        ("One CIW.\n\n*[CIW]: Care Inspectorate Wales", "Un."),
        ("", "Only one side is for another rule."),
    ],
)
def test_passes(en: str, cy: str) -> None:
    assert told(en, cy) == []


@pytest.mark.parametrize(
    ("en", "cy", "problem"),
    [
        ("One.\n\nTwo.", "Un.", "cy:1:1 a paragraph is missing here"),
        ("One.", "Un.\n\nDau.", "cy:3:1 a paragraph stands here that the other language does not have"),
        ("One.\n\n- a\n- b\n- c", "Un.\n\n- a\n- b", "cy:4:1 a list item is missing here"),
        ("One.\n\n- a\n\nTwo.", "Un.\n\nDau.", "cy:1:1 a bullet list is missing here"),
        ("- a\n\nTwo.", "Dau.", "cy:1:1 a bullet list is missing here"),
        (
            "One.\n\nTwo.",
            "Un.\n\n- a\n\nDau.",
            "cy:3:1 a bullet list stands here that the other language does not have",
        ),
        (
            "One.\n\n- a",
            "Un.\n\n1. a",
            "cy:3:1 a numbered list from 1 stands here, and a bullet list in the other language",
        ),
        (
            "3. a",
            "4. a",
            "cy:1:1 a list of numbered paragraphs from 4 stands here, "
            "and a list of numbered paragraphs from 3 in the other language",
        ),
        ("- a\n    - b\n- c", "- a\n- c", "cy:1:3 a bullet list is missing here"),
        ("One [a](pub:a).", "Un.", "cy:1:1 links here: 0; in the other language: 1"),
        ("One.", "Un [a](pub:a).", "cy:1:1 links here: 1; in the other language: 0"),
        ("One.[^1]\n\n[^1]: Note.", "Un.", "cy:1:1 footnote marks here: 0; in the other language: 1"),
        ("![A map](a.png)", "Map", "cy:1:1 a paragraph stands here, and an image in the other language"),
        ("A map: ![A map](a.png)", "Map", "cy:1:1 images here: 0; in the other language: 1"),
        (
            "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |",
            "| a | b |\n|---|---|\n| 1 | 2 |",
            "cy:3:1 a table row is missing here",
        ),
        (
            "!!! note\n    Text.",
            "!!! warning\n    Testun.",
            "cy:1:1 a call-out (warning) without a title stands here, "
            "and a call-out (note) without a title in the other language",
        ),
        (
            "- some words\n- other words\n- more words",
            "- rhai geiriau\n- geiriau eraill",
            "cy:1:1 a list item is missing from these",
        ),
        (
            "The 3 boards met.\n\nAll 22 councils agreed.",
            "Cytunodd y 22 cyngor.",
            "cy:1:1 a paragraph is missing here",
        ),
        (
            "Table: Homes\n\n| a | b |\n|---|---|\n| 1 | 2 |",
            "Table: Cartrefi\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nMwy.",
            "cy:7:1 a paragraph stands here that the other language does not have",
        ),
        (
            f"Table: Homes\n\n{TABLE}",
            TABLE,
            "cy:1:1 a table without a caption stands here, and a table with a caption in the other language",
        ),
        ("> One.\n>\n> Two.", "> Un.", "cy:1:3 a paragraph is missing here"),
    ],
)
def test_the_first_difference_stands_at_the_smallest_block_of_the_side_to_mend(
    en: str, cy: str, problem: str
) -> None:
    assert told(en, cy) == [problem]


def test_the_side_to_mend_is_the_one_that_was_not_written_first() -> None:
    assert told("One.", "Un.\n\nDau.", Language.CY) == ["en:1:1 a paragraph is missing here"]


def test_the_hint_names_the_place_on_the_other_side() -> None:
    (problem,) = structure.check(text("One.\n\n- a\n- b", "Un.\n\n- a"))
    assert problem.hint == "Compare with en:4:1, and give both sides the same structure."


def test_plain_texts_have_no_structure() -> None:
    plain = Text(("title",), "- a\n- b", "x", Language.EN, markdown=False, may_be_empty=False)
    assert list(structure.check(plain)) == []


BLOCKS = st.lists(st.sampled_from(["A.", "- a\n- b", "1. a", "> q", TABLE, "!!! note\n    N."]), max_size=6)


@settings(max_examples=60, deadline=None)
@given(blocks=BLOCKS)
def test_a_text_always_matches_itself(blocks: list[str]) -> None:
    body = "\n\n".join(blocks)
    assert told(body, body) == []


@settings(max_examples=60, deadline=None)
@given(first=BLOCKS, second=BLOCKS)
def test_a_difference_is_one_for_both_sides(first: list[str], second: list[str]) -> None:
    one, other = "\n\n".join(first), "\n\n".join(second)
    assert len(told(one, other)) == len(told(other, one)) == len(told(one, other, Language.CY)) <= 1
