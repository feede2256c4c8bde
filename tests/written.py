"""Texts as an author writes them, for tests of rules that compare the two languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from cyhoeddi.language import Language
from cyhoeddi.problems import Position, Problem
from cyhoeddi.texts import Text

Rule = Callable[[Text], Iterable[Problem]]


def written(en: str, cy: str, first: Language = Language.EN, *, markdown: bool = True) -> Text:
    """Give a text whose sides stand in files named `en` and `cy`, from the first line on."""
    sides = {Language.EN: en, Language.CY: cy}

    def place(language: Language, offset: int | None) -> Position:
        before = sides[language][:offset]
        return Position(language, before.count("\n") + 1, len(before) - before.rfind("\n"))

    key = "body" if markdown else "summary"
    return Text((key,), en, cy, first, markdown=markdown, may_be_empty=False, place=place)


def told(rule: Rule, en: str, cy: str, first: Language = Language.EN) -> list[str]:
    """Give what *rule* says of a body: level where it is not an error, place and message."""
    problems = rule(written(en, cy, first))
    return [f"{_level(one)}{_place(one.position)} {one.message}" for one in problems]


def _place(at: Position) -> str:
    return f"{at.file}:{at.line}:{at.column}"


def _level(problem: Problem) -> str:
    return "" if problem.level == "error" else f"{problem.level} "
