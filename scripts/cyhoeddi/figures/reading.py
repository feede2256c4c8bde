"""Plain words to figures: each kind takes its own, and what it takes no later kind reads."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import attrgetter

from cyhoeddi.figures import amounts, contacts, times
from cyhoeddi.figures.amounts import take_money, take_numbers, take_percentages
from cyhoeddi.figures.contacts import take_contacts
from cyhoeddi.figures.dates import take_dates
from cyhoeddi.figures.figure import Figure
from cyhoeddi.figures.number_words import take_number_words
from cyhoeddi.figures.pattern import blot
from cyhoeddi.figures.times import take_named_times, take_times
from cyhoeddi.language import Language
from cyhoeddi.prose import Passage

_DIGITS = re.compile("[0-9½¼¾⅓⅔]")
_SIGNED = re.compile(
    rf"[0-9£€$](?:(?<=[£€$])|{contacts.AFTER_DIGIT}|{amounts.AFTER_DIGIT}|{times.AFTER_DIGIT})"
)
"""Without one of these, digits are those of a date or a plain number; most are."""

_start = attrgetter("start")


@lru_cache(maxsize=4096)
def figures(text: str, language: Language) -> tuple[Figure, ...]:
    """Give the figures of *text*, which is in *language*, in their order; none overlap."""
    found, whole = list[Figure](), text
    # Most plain words have neither, and no need of the patterns that look for them.
    digits = _DIGITS.search(text) is not None
    signed = digits and _SIGNED.search(text) is not None
    if signed or "@" in text:
        text = take_contacts(text, found)
    if signed:
        text = take_percentages(text, found)
        text = take_money(text, found)
    text = take_named_times(text, found, whole)
    if signed:
        text = take_times(text, language, found)
    text = take_dates(text, found, digits=digits)
    if digits:
        text = take_numbers(text, found)
    take_number_words(text, language, found, whole)
    found.sort(key=_start)
    return tuple(found)


def figures_of(passage: Passage, language: Language) -> tuple[Figure, ...]:
    """Give the figures of a passage of the side of *language*; marked phrases are read in theirs."""
    text = passage.text
    if not passage.phrases:
        return figures(text, language)
    marked = [phrase for phrase in passage.phrases if phrase.language is not language]
    if not marked:
        return figures(text, language)
    found: list[Figure] = []
    for phrase in marked:
        found += (
            figure._replace(start=figure.start + phrase.start, end=figure.end + phrase.start)
            for figure in figures(passage.text[phrase.start : phrase.end], phrase.language)
        )
        text = blot(text, phrase.start, phrase.end)
    found += figures(text, language)
    found.sort(key=_start)
    return tuple(found)
