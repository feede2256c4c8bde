"""Dates as a reader of each language writes them: "14 November 2023", "14 Tachwedd 2023"."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from babel import dates

from cyhoeddi.language import Language
from cyhoeddi.words.locales import locale_of

# Kept, because Babel is slow and lists say again the days that the pages have said.


@lru_cache(maxsize=4096)
def format_date(day: date, language: Language) -> str:
    """Write *day* in full, without the name of the weekday."""
    return dates.format_date(day, "long", locale_of(language))


@lru_cache(maxsize=4096)
def format_month(day: date, language: Language) -> str:
    """Write the month of *day* with its year: "November 2023", "Tachwedd 2023"."""
    return dates.format_date(day, "MMMM yyyy", locale_of(language))
