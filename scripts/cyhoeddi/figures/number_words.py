"""Numbers written as words, each as a figure that may be none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from cyhoeddi.figures import numerals as n
from cyhoeddi.figures.amounts import PER_CENT, POUNDS
from cyhoeddi.figures.figure import Certainty, Figure, Kind
from cyhoeddi.figures.grammar import read_english, read_welsh
from cyhoeddi.figures.pattern import letters_left
from cyhoeddi.language import Language

_LONGEST_RUN = 5_000
_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(
    rf"{_WORD.pattern}(?:[ \t\n\xa0]{{0,3}}[-‑]?[ \t\n\xa0]{{0,3}}{_WORD.pattern}){{0,{_LONGEST_RUN - 1}}}"
)
_PER_CENT = re.compile(PER_CENT)
_POUNDS = re.compile(POUNDS)
_READERS = {Language.EN: read_english, Language.CY: read_welsh}

_ENGLISH = {"hundred", *n.ENGLISH_SMALL, *n.ENGLISH_TENS, *n.ENGLISH_SCALES}
_WELSH = {*n.WELSH_UNITS, *n.WELSH_SCORES, *n.WELSH_HUNDREDS, *n.WELSH_SHORT_HUNDREDS, *n.WELSH_SCALES}
_VALUES = {
    language: words.union(n.ORDINALS[language], n.SEVERAL[language], n.SILENT[language])
    for language, words in ((Language.EN, _ENGLISH), (Language.CY, _WELSH))
}
"""The words without one of which there is no number in a text: most texts have none."""
_OPENING = {Language.EN: _VALUES[Language.EN] | {"a", "an"}, Language.CY: _VALUES[Language.CY]}
"""The words that a number may open with."""


class _Run:
    """Words with nothing but spaces or hyphens between them, and where they stand."""

    __slots__ = ("spans", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        found = list(_WORD.finditer(text, start, end))
        self.words = [word[0].lower() for word in found]
        self.spans = [word.span() for word in found]


def take_number_words(text: str, language: Language, found: list[Figure], whole: str) -> None:
    """Add the number words of *text*, which is what is left of the *whole*, to *found*."""
    values, opening = _VALUES[language], _OPENING[language]
    if values.isdisjoint(letters_left(text, whole)):
        return
    for run in _runs(text, values):
        at = 0
        while at < len(run.words):
            if run.words[at] not in opening:
                at += 1
                continue
            read = _READERS[language](run.words, at)
            if read:
                value, after = read
                number = _number(text, run, at, after, value)
                found.append(number)
                # "per cent" and "pounds" belong to it.
                while after < len(run.words) and run.spans[after][0] < number.end:
                    after += 1
            else:
                after = at + 1
                found += _other(text, run, at, language)
            at = after


def _runs(text: str, values: Set[str]) -> Iterator[_Run]:
    """Yield the runs of *text* that have one of the *values* among their words; few have."""
    for run in _RUN.finditer(text):
        if not values.isdisjoint(_WORD.findall(run[0].lower())):
            yield _Run(text, *run.span())


def _number(text: str, run: _Run, at: int, after: int, value: int) -> Figure:
    start, end = run.spans[at][0], run.spans[after - 1][1]
    per_cent, pounds = _PER_CENT.match(text, end), _POUNDS.match(text, end)
    kind, written, certainty = Kind.NUMBER, str(value), Certainty.DOUBTFUL
    if per_cent:
        kind, end, certainty = Kind.PERCENTAGE, per_cent.end(), Certainty.SURE
    elif pounds:
        kind, end, written, certainty = Kind.MONEY, pounds.end(), f"GBP {value}", Certainty.SURE
    elif value == 1:
        certainty = Certainty.SILENT
    return Figure(kind, written, text[start:end], start, end, certainty)


def _other(text: str, run: _Run, at: int, language: Language) -> Iterator[Figure]:
    word, (start, end) = run.words[at], run.spans[at]
    values: tuple[str, ...] = n.SEVERAL[language].get(word, ())
    certainty = Certainty.DOUBTFUL
    if word in n.ORDINALS[language]:
        values = (str(n.ORDINALS[language][word]),)
    elif word in n.SILENT[language]:
        values, certainty = n.SILENT[language][word], Certainty.SILENT
    if values:
        others = [(Kind.NUMBER, value) for value in values[1:]]
        if "." in values[0]:
            # Half of the homes may be "50%" on the other side.
            others.append((Kind.PERCENTAGE, f"{float(values[0]) * 100:.0f}"))
        yield Figure(Kind.NUMBER, values[0], text[start:end], start, end, certainty, frozenset(others))
