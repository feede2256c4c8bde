"""The words of a language: whether a word is known, and what it is a form of."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache, lru_cache
from pathlib import Path

from cyhoeddi.language import Language
from cyhoeddi.lexicon.dictionary import Dictionary, Root, read_dictionary

_FOLDER = Path(__file__).parent / "dictionaries"

_CONTRACTED = re.compile(r"(?<=[aeiouwyâêîôûŵŷ])'(?:r|n|i|u|w|m|ch|th)$")
"""What Welsh puts to a word that ends in a vowel: a'r, sy'n, i'w, wedi'u."""

_POSSESSIVE = re.compile(r"(?<=\w)'s$|(?<=s)'$")

_SCRAPS = frozenset(
    {"b", "c", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "q", "r", "s", "t", "v", "x"}
)
"""Letters that a dictionary lists as words."""


def plain(word: str) -> str:
    """Give *word* with the straight apostrophe and the plain hyphen."""
    return word.replace("’", "'").replace("‑", "-")


def bare(word: str, language: Language) -> str:
    """Give *word* without what is contracted to it ("i'r" -> "i", "wedi'i" -> "wedi") or its possessive s."""
    ending = _CONTRACTED if language is Language.CY else _POSSESSIVE
    return ending.sub("", plain(word))


@lru_cache(maxsize=65536)
def known(word: str, language: Language) -> bool:
    """Tell whether *word* is a word of *language* in any of its forms: mutated, contracted, of several parts.

    A capital is allowed anywhere; a name that is written with one in the dictionary needs it.
    """
    dictionary = _dictionary(language)
    straight = plain(word)
    if _listed(straight, dictionary):
        return True
    contracted = bare(straight, language)
    if contracted != straight and _listed(contracted, dictionary):
        return True
    parts = contracted.split("-")
    return len(parts) > 1 and all(part and _listed(bare(part, language), dictionary) for part in parts)


def listed(words: Set[str], language: Language) -> set[str]:
    """Give those of *words*, of letters alone, that the dictionary of *language* has as they are, but small.

    All of them are `known`, small or not; many others are, too, but these are found far sooner.
    """
    lists = _dictionary(language).lists
    return {word for word in words if lists(word.lower()) and len(word) > 1 and word.isalpha()}


def roots(word: str) -> tuple[Root, ...]:
    """Give the words of the Welsh dictionary that *word* may be a form of; a prefix of it is a mutation.

    M is the soft, T the nasal, L the aspirate mutation, H an h before a vowel.
    """
    dictionary = _dictionary(Language.CY)
    written = bare(word, Language.CY)
    found = [*dictionary.roots(written)]
    if written != written.lower():
        found += dictionary.roots(written.lower())
    return tuple(found)


def _listed(word: str, dictionary: Dictionary) -> bool:
    small = word.lower()
    if small in _SCRAPS:
        return False
    # To find that a word is no form of any takes the longest.
    if dictionary.lists(small) or word in dictionary or (word != small and small in dictionary):
        return True
    return word.isupper() and word.capitalize() in dictionary


@cache
def _dictionary(language: Language) -> Dictionary:
    return read_dictionary(_FOLDER, language.value)
