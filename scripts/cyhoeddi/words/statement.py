"""The words of the accessibility statement, and the success criteria of WCAG by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any

from cyhoeddi.language import Language
from cyhoeddi.words.texts import Words, load_words, read_entries


@dataclass(frozen=True, slots=True)
class Criterion:
    """A success criterion of WCAG 2.2."""

    number: str
    """Such as 1.4.3."""
    level: str
    """A or AA."""
    names: Mapping[Language, str] = field(hash=False)
    """As they stand within a sentence."""


@cache
def statement_words(language: Language) -> Words:
    """Give the words of the statement in *language*: blocks of Markdown, and the pieces put into them."""
    return _both()[language]


@cache
def criteria() -> Mapping[str, Criterion]:
    """Give the criteria of levels A and AA by their numbers, in the order of WCAG."""
    entries: Mapping[str, Any] = read_entries("criteria.yaml")
    found = {
        number: Criterion(number, entry["level"], {language: entry[language] for language in Language})
        for number, entry in entries.items()
    }
    return MappingProxyType(found)


@cache
def _both() -> Mapping[Language, Words]:
    entries: Mapping[str, Any] = read_entries("statement.yaml")
    return load_words(
        {language: {key: entry.get(language) for key, entry in entries.items()} for language in Language}
    )
