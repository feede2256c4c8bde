"""Words for readers: fixed strings, types of publication, dates and sizes, each in both languages.

No other part of the project holds a word that a reader meets; code and templates name it by its key.
"""

from __future__ import annotations

from cyhoeddi.words.agreement import WordsError, check_words
from cyhoeddi.words.dates import format_date, format_month
from cyhoeddi.words.registry import Gender, PublicationType, publication_type, publication_types
from cyhoeddi.words.sizes import format_size
from cyhoeddi.words.texts import Words, in_language, load_words

__all__ = [
    "Gender",
    "PublicationType",
    "Words",
    "WordsError",
    "check_words",
    "format_date",
    "format_month",
    "format_size",
    "in_language",
    "load_words",
    "publication_type",
    "publication_types",
]
