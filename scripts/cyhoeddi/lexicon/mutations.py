"""The mutations of Welsh, made and undone: cath, gath (soft), nghath (nasal), chath (aspirate)."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum


class Mutation(StrEnum):
    """A change at the start of a word, brought about by the word before it."""

    SOFT = "soft"
    NASAL = "nasal"
    ASPIRATE = "aspirate"
    H = "h"
    """An h before a vowel, as in "ei harian" (her money)."""


VOWELS = "aeiouwyâêîôûŵŷáéíóúïöëä"

_CHANGES: dict[Mutation, tuple[tuple[str, str], ...]] = {
    Mutation.SOFT: (
        ("ll", "l"),
        ("rh", "r"),
        ("p", "b"),
        ("t", "d"),
        ("c", "g"),
        ("b", "f"),
        ("d", "dd"),
        ("m", "f"),
        ("g", ""),
    ),
    Mutation.NASAL: (("p", "mh"), ("t", "nh"), ("c", "ngh"), ("b", "m"), ("d", "n"), ("g", "ng")),
    Mutation.ASPIRATE: (("p", "ph"), ("t", "th"), ("c", "ch")),
    Mutation.H: tuple((vowel, "h" + vowel) for vowel in VOWELS),
}
"""The first letters of the radical and what becomes of them; the longer stand first."""

_NEVER = ("ch", "dd", "ff", "ng", "ph", "th", "ts")
"""Letters at the start of a word that stay as they are, though c, d, p or t would change."""


def mutate(word: str, mutation: Mutation) -> str:
    """Give *word* with *mutation*, capital kept; the word as it is if its first letter does not change."""
    lower = word.lower()
    if lower.startswith(_NEVER):
        return word
    for radical, changed in _CHANGES[mutation]:
        if lower.startswith(radical):
            return _like(word, changed + word[len(radical) :])
    return word


def radicals(word: str) -> Iterator[tuple[str, Mutation]]:
    """Yield each form that *word* may be a mutation of; whether it is a word at all is not asked."""
    lower = word.lower()
    for mutation, changes in _CHANGES.items():
        for radical, changed in changes:
            if lower.startswith(changed):
                found = _like(word, radical + word[len(changed) :])
                if mutate(found, mutation).lower() == lower:
                    yield found, mutation


def forms(word: str) -> frozenset[str]:
    """Give *word* in small letters, with each mutation and with none."""
    return frozenset(mutate(word.lower(), mutation) for mutation in Mutation) | {word.lower()}


def _like(word: str, changed: str) -> str:
    """Give *changed* with a capital if *word* has one."""
    if not word[:1].isupper():
        return changed.lower() if changed[:1].isupper() else changed
    return changed[:1].upper() + (changed[1:] if word.isupper() else changed[1:2].lower() + changed[2:])
