"""What a text says that rules about the whole project go by; this is what they share, and no rule.

Such a rule has two parts: `facts(text)` finds what matters in one text, and `check(project, told)` judges
what all of them say. What was found in a file holds until that file changes, however often all is judged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from cyhoeddi.language import Language
from cyhoeddi.problems import Position
from cyhoeddi.project import Project
from cyhoeddi.source import Path


class Fact(NamedTuple):
    """What one text says at one place; as JSON it is a list, of which `fact_of` makes it again."""

    path: Path
    """Where the text stands in its file."""
    side: Language
    offset: int
    words: tuple[str, ...]
    """What the rule needs to know."""


Told = Mapping[str, Sequence[Fact]]
"""The facts that one rule goes by, in the order of the texts, by the name of their unit."""


def fact_of(row: Sequence[Any]) -> Fact:
    """Give the fact that was written as *row*."""
    path, side, offset, words = row
    return Fact(tuple(path), Language(side), offset, tuple(words))


def page_unit(name: str) -> str:
    """Give the unit of the hand-written page *name*; that of a YAML file is its path."""
    return f"docs/{name}"


def place_of(project: Project, unit: str, fact: Fact) -> Position:
    """Give the place of a fact of *unit*."""
    source = project.sources.get(unit)
    if source is not None:
        return source.position((*fact.path, str(fact.side)), fact.offset)
    page = next(page for page in project.pages if page_unit(page.name) == unit)
    return next(text for text in page.texts() if text.path == fact.path).place(fact.side, fact.offset)
