"""Sizes of files as readers know them: "45 KB", "1.2 MB" (1 KB is 1,024 bytes, never less than 1 KB)."""

from __future__ import annotations

from babel.numbers import format_decimal

from cyhoeddi.language import Language
from cyhoeddi.words.locales import locale_of
from cyhoeddi.words.texts import in_language

_STEP = 1024
# The key of each unit's words, with the decimals shown: tenths of a kilobyte would tell nobody anything.
_UNITS = (("size_kb", 0), ("size_mb", 1), ("size_gb", 1))


def format_size(size: int, language: Language) -> str:
    """Write *size* (bytes) in the largest unit that keeps it at 1 or more."""
    value = max(size / _STEP, 1.0)
    for key, decimals in _UNITS:
        rounded = round(value, decimals)
        # Judged after rounding, so that 1,023.9 KB is "1 MB" and not "1024 KB".
        if rounded < _STEP or key == _UNITS[-1][0]:
            break
        value /= _STEP
    number = format_decimal(rounded, locale=locale_of(language))
    return in_language(language).text(key, number=number)
