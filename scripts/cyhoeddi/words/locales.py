"""The CLDR locale of each language: plural rules, dates and numbers."""

from __future__ import annotations

from functools import cache

from babel import Locale

from cyhoeddi.language import Language

_NAMES = {Language.EN: "en_GB", Language.CY: "cy"}


@cache
def locale_of(language: Language) -> Locale:
    """Give Babel's locale of *language*: British English or Welsh."""
    return Locale.parse(_NAMES[Language(language)])
