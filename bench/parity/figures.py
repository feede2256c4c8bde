"""Where the figures of a prose stand, for the planter alone: just enough to find one to change."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bench.parity.layout import BLOT
from bench.parity.vocabulary import MONTHS, WEEKDAYS
from cyhoeddi.language import Language


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what it is, where it stands, and where its named parts do."""

    kind: str
    start: int
    end: int
    text: str
    parts: dict[str, tuple[int, int]]

    def part(self, name: str) -> str | None:
        """The words of a part, if it is there."""
        if name not in self.parts:
            return None
        start, end = self.parts[name]
        return self.text[start - self.start : end - self.start]


@lru_cache(2048)
def figures(prose: str, side: Language) -> tuple[Figure, ...]:
    """The figures in *prose* in the order of the text; each character belongs to one figure at most."""
    found: list[Figure] = []
    for kind, pattern in _PATTERNS[side]:
        for match in pattern.finditer(prose):
            parts = {name: match.span(name) for name, words in match.groupdict().items() if words}
            found.append(Figure(kind, match.start(), match.end(), match.group(), parts))
        prose = pattern.sub(lambda match: BLOT * len(match.group()), prose)
    return tuple(sorted(found, key=lambda figure: figure.start))


def _patterns(side: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    month = f"(?P<month>{'|'.join(sorted({name for names in MONTHS[side] for name in names}, reverse=True))})"
    weekday = "|".join(sorted({name for names in WEEKDAYS[side] for name in names}))
    led = (
        rf"(?:(?:[Dd]ydd|ddydd|nos) (?P<weekday>{weekday}) )?"
        if side is Language.CY
        else rf"(?:(?P<weekday>{weekday}) )?"
    )
    day = r"(?P<day>\d{1,2})(?P<ending>st|nd|rd|th|af|il|ydd|fed|ed|eg|ain)?(?: of| o)?"
    year = r"(?P<year>(?:19|20)\d\d)"
    link = "to|and" if side is Language.EN else "i|a|ac"
    alone, closed = r"(?<![\w£.,])", r"(?![\w%]|[.,]\d)"
    shapes = (
        ("email", r"[\w.]+@[\w.]+\w"),
        ("telephone", rf"{alone}0\d{{2,4}}(?: ?\d{{2,7}}){{1,3}}{closed}"),
        ("money", r"£\d[\d,]*(?:\.\d+)?(?: ?(?P<size>m|bn|million|billion|miliwn|biliwn)\b)?|\b\d+[pc]\b"),
        ("percentage", r"\d+(?:\.\d+)?(?:%| per cent| y cant)"),
        ("time", r"\d{1,2}(?:[.:]\d\d)?(?P<half>am|pm|yb|yp)\b|\b\d{1,2}:\d\d\b"),
        ("years", rf"{alone}(?:19|20)\d\d(?:[-/]| to | i )(?P<last>(?:20)?\d\d){closed}"),
        ("date", rf"{led}{alone}{day} {month}(?: {year}{closed})?"),
        ("day", rf"{alone}(?P<day>\d{{1,2}}) (?:{link}) (?=\0)"),
        ("month", rf"{month} {year}{closed}"),
        ("year", rf"{alone}{year}{closed}"),
        ("ordinal", r"\b(?P<number>\d+)(?P<ending>st|nd|rd|th|af|il|ydd|fed|ed|eg|ain)\b"),
        ("number", rf"{alone}\d+(?:,\d{{3}})*(?:\.\d+)?{closed}"),
    )
    return tuple((kind, re.compile(shape)) for kind, shape in shapes)


_PATTERNS = {side: _patterns(side) for side in Language}
