"""The words of the editors' trade, from terms/: agreed terms, the project's own words, and house style."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, Field, StringConstraints

from cyhoeddi.language import Language
from cyhoeddi.lexicon import bare, forms, plain
from cyhoeddi.load import load_part
from cyhoeddi.problems import Problem
from cyhoeddi.source import read_source
from cyhoeddi.values import Part

FOLDER = "terms"

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Term(Part):
    """A term of the glossary."""

    term: Words
    """English, singular."""
    welsh: Words
    part_of_speech: Literal["nm", "nf", "npl", "adj", "phrase", "verb"]
    """Of the Welsh: masculine, feminine or plural noun, adjective, phrase or verb."""
    plural: str = ""
    """The Welsh plural, where it is used."""
    also: tuple[Words, ...] = ()
    """Other Welsh wordings that are right too, in some places."""
    status: Literal["agreed", "name", "proposed"]
    """Only agreed terms and names are held to."""
    note: str = ""


class StyleRule(Part):
    """Words that house style does not want."""

    language: Language
    wrong: tuple[Words, ...]
    """Words or phrases; capitals do not matter."""
    right: Words
    why: str = ""


class ProjectWords(Part):
    """Words that no dictionary has and that are right."""

    names: tuple[Words, ...] = ()
    """Names, of one word or more, that are the same in both languages."""
    en: tuple[Words, ...] = ()
    cy: tuple[Words, ...] = ()


class _Glossary(Part):
    terms: Annotated[tuple[Term, ...], Field(default_factory=tuple)]


class _HouseStyle(Part):
    rules: Annotated[tuple[StyleRule, ...], Field(default_factory=tuple)]


@dataclass(frozen=True)
class Terms:
    """What the editors of a project have agreed on."""

    glossary: tuple[Term, ...] = ()
    house_style: tuple[StyleRule, ...] = ()
    words: ProjectWords = field(default_factory=ProjectWords)

    def __hash__(self) -> int:
        # Much is remembered by the terms that it follows from, so this is reckoned once.
        return self._hash

    @cached_property
    def names(self) -> re.Pattern[str] | None:
        """What finds a name that is the same in both languages."""
        return re.compile(rf"(?<!\w)(?:{self._any_name.pattern})(?!\w)") if self._any_name else None

    def names_in(self, words: str) -> list[tuple[int, int]]:
        """Give where each name that is the same in both languages starts and ends in plain *words*."""
        # Most words hold none, which is told sooner if a name need not stand alone.
        if self.names is None or self._any_name is None or not self._any_name.search(words):
            return []
        return [name.span() for name in self.names.finditer(words)]

    def has(self, word: str, language: Language) -> bool:
        """Tell whether *word* is one of the project's own in *language*; in Welsh, mutated or not."""
        written = bare(word, language).lower()
        own = self._words[language]
        return written in own or all(part in own for part in written.split("-"))

    def own(self, language: Language) -> frozenset[str]:
        """Give the project's own words of *language* in small letters; in Welsh, with each mutation."""
        return self._words[language]

    @cached_property
    def _hash(self) -> int:
        return hash((self.glossary, self.house_style, self.words))

    @cached_property
    def _any_name(self) -> re.Pattern[str] | None:
        # The longest first, so that a name within a name does not cut it short.
        names = sorted(map(plain, self.words.names), key=len, reverse=True)
        return re.compile("|".join(map(re.escape, names))) if names else None

    @cached_property
    def _words(self) -> dict[Language, frozenset[str]]:
        english = {word.lower() for word in self.words.en} | {f"{word}s".lower() for word in self.words.en}
        welsh = frozenset[str]().union(*map(forms, self.words.cy))
        return {Language.EN: frozenset(english), Language.CY: welsh}


NO_TERMS = Terms()

_File = TypeVar("_File", bound=BaseModel)


def read_terms(root: Path) -> tuple[Terms, tuple[Problem, ...]]:
    """Read the folder terms/ of the project folder *root*; a file that is not there adds nothing."""
    glossary, first = _read(root, "glossary.yaml", _Glossary)
    words, second = _read(root, "words.yaml", ProjectWords)
    style, third = _read(root, "house-style.yaml", _HouseStyle)
    terms = Terms(glossary.terms if glossary else (), style.rules if style else (), words or ProjectWords())
    return terms, (*first, *second, *third)


def _read(root: Path, name: str, shape: type[_File]) -> tuple[_File | None, tuple[Problem, ...]]:
    file = root / FOLDER / name
    if not file.exists():
        return None, ()
    source, problems = read_source(file, f"{FOLDER}/{name}")
    if source is None:
        return None, problems
    return load_part(source, shape)
