"""What the reports of the audit say, and what its own rules look at."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from cyhoeddi.language import Language
from cyhoeddi.words.texts import Words, load_words, read_entries


def audit_words(language: Language) -> Words:
    """Give the fixed words of the reports in *language*, read once."""
    return _words()[language]


@cache
def rule_titles() -> Mapping[str, Mapping[Language, str]]:
    """Give what our own rules look at, in a few words of each language, by their names."""
    return MappingProxyType({rule: _sides(one) for rule, one in _entries()["rules"].items()})


@cache
def _words() -> Mapping[Language, Words]:
    entries = _entries()["words"]
    return load_words({side: {key: one[side] for key, one in entries.items()} for side in Language})


@cache
def _entries() -> Mapping[str, Mapping[str, Any]]:
    return read_entries("audit.yaml")  # type: ignore[return-value]


def _sides(entry: Mapping[str, Any]) -> Mapping[Language, str]:
    return MappingProxyType({language: entry[language] for language in Language})
