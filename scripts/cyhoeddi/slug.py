"""A title → its part of an address."""

from __future__ import annotations

import re
import unicodedata

from cyhoeddi.language import Language

LONGEST = 100
"""Characters in a slug, at most."""

_DROPPED = {
    Language.EN: frozenset(["a", "an", "and", "from", "in", "of", "on", "the", "to", "for", "with"]),
    Language.CY: frozenset[str](),
}
_APOSTROPHES = str.maketrans("", "", "'’")
_SLUG = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")


def slugify(text: str, language: Language) -> str:
    """Give the slug of *text*: lower-case words without accents, joined by hyphens.

    A text without a letter or digit gives "". English loses its small words, unless it has no others.
    A slug too long ends at a hyphen, if it has one.
    """
    letters = unicodedata.normalize("NFD", text.translate(_APOSTROPHES).lower())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = re.findall("[a-z0-9]+", plain)
    kept = [word for word in words if word not in _DROPPED[language]] or words
    slug = "-".join(kept)
    if len(slug) <= LONGEST:
        return slug
    whole_words, hyphen, _ = slug[: LONGEST + 1].rpartition("-")
    return whole_words if hyphen else slug[:LONGEST]


def is_slug(text: str) -> bool:
    """Tell whether *text* can stand as one segment of an address."""
    return len(text) <= LONGEST and _SLUG.fullmatch(text) is not None
