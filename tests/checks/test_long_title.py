from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cyhoeddi.checks import long_title
from cyhoeddi.language import Language
from cyhoeddi.problems import Position
from cyhoeddi.texts import Text
from tests.written import written


def said(en: str, cy: str, *path: str | int) -> list[str]:
    def place(language: Language, offset: int | None) -> Position:
        return Position(language, 1, (offset or 0) + 1)

    text = Text(path, en, cy, Language.EN, markdown=False, may_be_empty=False, place=place)
    found = long_title.check(text)
    return [f"{one.level} {one.position.file}:{one.position.column} {one.message}" for one in found]


def test_is_named_after_its_file() -> None:
    assert long_title.ID == "long-title"


@pytest.mark.parametrize(
    ("letters", "path"),
    [(65, ("title",)), (160, ("summary",)), (90, ("heading",)), (90, ("attachments", 0, "title"))],
)
def test_passes(letters: int, path: tuple[str | int, ...]) -> None:
    assert said("a" * letters, "b" * letters, *path) == []


@pytest.mark.parametrize(("key", "most"), [("title", 65), ("summary", 160), ("description", 160)])
def test_warns_at_the_first_letter_too_many(key: str, most: int) -> None:
    line = f"warning cy:{most + 1} this {key} has {most + 5} letters"
    assert said("a" * most, "b" * (most + 5), key) == [line]


def test_the_mark_of_a_phrase_does_not_count() -> None:
    assert said("a" * 60, "[" + "b" * 60 + "]{lang=en}", "title") == []


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=40, deadline=None)
def test_never_raises_and_stands_within_the_text(en: str, cy: str) -> None:
    for problem in long_title.check(written(en, cy)):
        assert problem.position.line <= max(en.count("\n"), cy.count("\n")) + 1
