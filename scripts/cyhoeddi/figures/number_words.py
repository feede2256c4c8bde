"""Numbers written as words, each as a figure that may be none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cyhoeddi.figures.amounts import PER_CENT, POUNDS
from cyhoeddi.figures.figure import Certainty, Figure, Kind
from cyhoeddi.figures.grammar import read_english, read_welsh
from cyhoeddi.figures.numerals import ORDINALS, SEVERAL, SILENT
from cyhoeddi.language import Language

_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"[ \t\n\xa0]{0,3}[-‑]?[ \t\n\xa0]{0,3}")
_PER_CENT = re.compile(PER_CENT)
_POUNDS = re.compile(POUNDS)
_LONGEST_RUN = 5_000
_READERS = {Language.EN: read_english, Language.CY: read_welsh}


@dataclass(slots=True)
class _Run:
    """Words with nothing but spaces or hyphens between them."""

    words: list[str]
    spans: list[tuple[int, int]]


def take_number_words(text: str, language: Language, found: list[Figure]) -> None:
    """Add the number words of *text* to *found*."""
    for run in _runs(text):
        at = 0
        while at < len(run.words):
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


def _runs(text: str) -> Iterator[_Run]:
    run, end = _Run([], []), -1
    for word in _WORD.finditer(text):
        if run.words and (not _BETWEEN.fullmatch(text, end, word.start()) or len(run.words) >= _LONGEST_RUN):
            yield run
            run = _Run([], [])
        run.words.append(word[0].lower())
        run.spans.append(word.span())
        end = word.end()
    yield run


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
    values: tuple[str, ...] = SEVERAL[language].get(word, ())
    certainty = Certainty.DOUBTFUL
    if word in ORDINALS[language]:
        values = (str(ORDINALS[language][word]),)
    elif word in SILENT[language]:
        values, certainty = SILENT[language][word], Certainty.SILENT
    if values:
        others = [(Kind.NUMBER, value) for value in values[1:]]
        if "." in values[0]:
            # Half of the homes may be "50%" on the other side.
            others.append((Kind.PERCENTAGE, f"{float(values[0]) * 100:.0f}"))
        yield Figure(Kind.NUMBER, values[0], text[start:end], start, end, certainty, frozenset(others))
