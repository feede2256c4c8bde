"""Dates, months, years and weekdays.

A date's value is as much of year, month and day as is written: "2023-11-14", "--11-14", "2023-11", "--11" or
"2023".
A weekday is a figure of its own, "weekday 2" for Tuesday.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cyhoeddi.figures.calendar import (
    MONTHS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    SMALL_MONTHS,
    WEEKDAYS,
    WORDS_TOO,
    language_of_name,
)
from cyhoeddi.figures.figure import Certainty, Figure, Key, Kind
from cyhoeddi.figures.pattern import START, any_of, take
from cyhoeddi.language import Language

_NUMBERS = {**SMALL_MONTHS, **SHORT_MONTHS, **MONTHS}
_DAYS_OF_WEEK = {**SHORT_WEEKDAYS, **WEEKDAYS}


_YEAR = r"(?:1[89]|20)[0-9]{2}(?![0-9])"
_SUFFIX = r"(?:st|nd|rd|th|af|ail|il|ydd|edd|ed|eg|fed|ain)"
_DAY = rf"{START}(?<![0-9£€$/.,])(?:0?[1-9]|[12][0-9]|3[01])(?![0-9]){_SUFFIX}?\b"
_ONE_WEEKDAY = rf"(?:(?:{any_of(WEEKDAYS)})s?\b|(?:{any_of(SHORT_WEEKDAYS)})\b\.?)"
_WEEKDAY = rf"(?:(?:[Dd]{{1,2}}ydd|[Nn]os(?:on)?|[Bb]ore|fore|[PpBb]rynhawn)\s)?{_ONE_WEEKDAY},?\s"
_ITEM = rf"(?:{_WEEKDAY})?(?:(?:the|y|yr)\s)?{_DAY}"
_AND = r"(?:\s?[-‑–—/]\s?|,\s?|,?\s(?:to|and|or|i|a|ac|neu|tan|until|hyd\sat|hyd)\s)"
_OF = r"(?:\s(?:of|o|o\sfis|mis|fis)\s|[\s-])"
_MONTH = rf"(?P<month>(?:{any_of({**MONTHS, **SMALL_MONTHS})})\b|(?:{any_of(SHORT_MONTHS)})\b\.?)"
_DATE = re.compile(
    rf"(?=[0-9A-Z]|dd?ydd|nos|[bf]ore|[pb]rynhawn|the|yr?\s)(?P<days>{_ITEM}(?:{_AND}{_ITEM}){{0,8}}){_OF}"
    rf"{_MONTH}(?:,?[\s-](?:o\s)?(?P<year>{_YEAR}))?"
)
_AMERICAN = re.compile(
    rf"{_MONTH}(?:['’]r)?\s(?P<days>{_DAY})(?:,?\s(?P<year>{_YEAR})|(?<=[a-z]))"
    rf"|(?<![\w])(?:on|ar|by|erbyn)\s(?P<month2>(?:{any_of(MONTHS)}))\s(?P<days2>{_DAY})(?!\s?[%£])"
)
_MONTH_YEAR = re.compile(rf"(?<![\w]){_MONTH}(?:,?\s(?:of\s|o\s)?|-)(?P<year>{_YEAR})")
_DIGITS = re.compile(
    r"(?<![\w.,/-])(?:(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})"
    r"|(?P<d2>[0-9]{1,2})(?P<s>[/.-])(?P<m2>[0-9]{1,2})(?P=s)(?P<y2>[0-9]{4}|[0-9]{2}))(?![\w/-]|[.,][0-9])"
)
_WEEKDAYS = re.compile(
    r"(?<![\w])(?P<welsh>(?:[Dd]{1,2}ydd(?:iau)?|[Nn]os(?:on)?|[Bb]ore|fore|[PpBb]rynhawn)\s)?"
    rf"(?P<names>(?P<first>{any_of(WEEKDAYS)})s?\b(?:{_AND}(?:{any_of(WEEKDAYS)})s?\b){{0,8}})"
)
_NAME = re.compile(any_of(WEEKDAYS))
_BARE_MONTH = re.compile(rf"(?<![\w])(?P<month>{any_of(MONTHS)})\b")
_YEARS = re.compile(
    rf"{START}(?<![£€$][0-9])(?<![0-9][.,])(?P<first>{_YEAR})(?:(?P<join>[-‑–—/])(?P<second>[0-9]{{2}})(?![0-9]))?(?![.,][0-9])"
)
_BETWEEN_DIGITS = re.compile("[0-9][/.-][0-9]")
_DAY_AND_MONTH = re.compile(rf"[0-9]{_SUFFIX}?{_OF}{any_of(_NUMBERS)}")
_DAY_BEHIND_WORD = re.compile(r"[0-9](?<=[\w.]\s[0-9])[0-9]?(?![0-9])")
_YEAR_BEHIND_WORD = re.compile(r"[0-9](?<=[\w.,][\s-][0-9])[0-9]{3}")
_A_MONTH_IN_FULL = re.compile(any_of(MONTHS))
_A_YEAR = re.compile(_YEAR)
_A_WEEKDAY = re.compile(any_of(_DAYS_OF_WEEK))
_A_NAME = re.compile(any_of({*SHORT_MONTHS, *MONTHS, *WEEKDAYS}))
"""What none of the patterns above finds anything without."""

_NAMES_OF = {
    language: re.compile(any_of(name for name in {*MONTHS, *WEEKDAYS} if language_of_name(name) is language))
    for language in Language
}
_SMALL_OF = {
    language: tuple(name for name in SMALL_MONTHS if language_of_name(name) is language)
    for language in Language
}
_SENTENCE_START = re.compile(r"(?:^|[.!?:\"'“‘(\n\0-]\s*|\b[Yy]r\s)$")
_LIST_GAP = re.compile(
    rf"\s*(?:,|[-‑–—/]|,?\s?(?:to|and|or|i|a|ac|neu|tan|until|hyd\sat|hyd))?\s*(?:(?:in|on|ar|ym|yn|yng)\s)?"
    rf"(?:{_WEEKDAY})?(?:(?:mis|fis|y|yr|the)\s)?"
)


_LONGEST_GAP = 40
_WORD = re.compile(r"[^\W\d_]+")


def names_in_dates(found: Iterable[Figure], text: str) -> Iterator[tuple[int, str]]:
    """Yield each name of a month or weekday in the dates *found* in *text*, with its place.

    A name without a day or a year beside it may be that of a person, or of a newspaper, and is passed over.
    """
    for date in found:
        beside = date.value.startswith("weekday") and text[date.end : date.end + 3].lstrip(" ,")[:1].isdigit()
        if date.kind is Kind.DATE and (beside or any(char.isdigit() for char in date.text)):
            for name in _WORD.finditer(date.text):
                if language_of_name(name[0]):
                    yield date.start + name.start(), name[0]


def take_dates(text: str, found: list[Figure], *, digits: bool) -> str:
    """Add the dates of *text*, which has *digits* or none, to *found*, and give the text without them."""
    source, dates = text, list[Figure]()
    if digits:
        text = take(text, _DIGITS, _in_digits, dates, _BETWEEN_DIGITS)
    if digits and _may_name(text, digits=digits):
        text = take(text, _DATE, _dates, dates, _DAY_AND_MONTH)
    # Most texts name no month and no weekday, or none that is left by now.
    named = _may_name(text, digits=digits)
    if digits and named:
        text = take(text, _AMERICAN, _american, dates, _DAY_BEHIND_WORD)
    whole = text
    if digits and named:
        text = take(text, _MONTH_YEAR, _month_year, dates, _YEAR_BEHIND_WORD)
    if named:
        text = take(text, _WEEKDAYS, _weekdays, dates, _NAME)
        text = take(text, _BARE_MONTH, lambda match: _month(match, whole), dates, _A_MONTH_IN_FULL)
    if digits:
        text = take(text, _YEARS, _years, dates, _A_YEAR)
    if dates:
        found += _with_years(dates, source)
    return text


def _may_name(text: str, *, digits: bool) -> bool:
    """Tell whether *text* may name a month or weekday; in small letters only months beside digits are."""
    return _A_NAME.search(text) is not None or (digits and any(name in text for name in SMALL_MONTHS))


def may_name_in(language: Language, text: str) -> bool:
    """Tell whether a date in *text* may have a month or a weekday with a name of *language*."""
    return _NAMES_OF[language].search(text) is not None or any(name in text for name in _SMALL_OF[language])


def may_name_weekday(text: str) -> bool:
    """Tell whether *text* may name a weekday, be it in its short form."""
    return _A_WEEKDAY.search(text) is not None


def _value(year: str | None, month: int, day: int | None = None) -> str:
    start = f"{year}-" if year else "--"
    return f"{start}{month:02}" if day is None else f"{start}{month:02}-{day:02}"


def _dates(match: re.Match[str]) -> Iterator[Figure]:
    month = _NUMBERS[match["month"].rstrip(".")]
    yield from _days(match["days"], match.start("days"), month, match["year"], match)


def _american(match: re.Match[str]) -> Iterator[Figure]:
    group = "days" if match["days"] else "days2"
    month = _NUMBERS[(match["month"] or match["month2"]).rstrip(".")]
    day = int(re.sub("[^0-9]", "", match[group]))
    start = match.start("month" if match["month"] else "month2")
    text = match.string[start : match.end()]
    yield Figure(Kind.DATE, _value(match["year"], month, day), text, start, match.end())


_EACH = re.compile(rf"(?:(?P<weekday>{any_of(_DAYS_OF_WEEK)})\b[s.]?,?\s(?:(?:the|y|yr)\s)?)?(?P<day>{_DAY})")


def _days(days: str, at: int, month: int, year: str | None, match: re.Match[str]) -> Iterator[Figure]:
    each = list(_EACH.finditer(days))
    for one in each:
        day = int(re.sub("[^0-9]", "", one["day"]))
        if one["weekday"]:
            start, end = (at + place for place in one.span("weekday"))
            yield Figure(Kind.DATE, f"weekday {_DAYS_OF_WEEK[one['weekday']]}", one["weekday"], start, end)
        last = one is each[-1]
        start, end = at + one.start("day"), match.end() if last else at + one.end("day")
        text = match.string[start:end]
        # In "5, 10 and 14 November" the first ones may be no days at all.
        others: list[Key] = [] if last else [(Kind.NUMBER, str(day))]
        if year and not last:
            others.append((Kind.DATE, _value(None, month, day)))
        yield Figure(Kind.DATE, _value(year, month, day), text, start, end, others=frozenset(others))


def _month_year(match: re.Match[str]) -> Iterator[Figure]:
    month = _NUMBERS[match["month"].rstrip(".")]
    yield Figure(Kind.DATE, _value(match["year"], month), match[0], match.start(), match.end())


def _in_digits(match: re.Match[str]) -> Iterator[Figure]:
    year, month, day = (
        match["y"] or match["y2"],
        int(match["m"] or match["m2"]),
        int(match["d"] or match["d2"]),
    )
    if match["s"] == "." and len(year) == 2:
        return
    if 1 <= month <= 12 and 1 <= day <= 31:
        year = year if len(year) == 4 else f"20{year}"
        yield Figure(Kind.DATE, _value(year, month, day), match[0], match.start(), match.end())


def _weekdays(match: re.Match[str]) -> Iterator[Figure]:
    first = match["first"]
    if first in MONTHS and not match["welsh"]:
        return
    # "Llun" alone may be a picture: it only answers a weekday of the other side.
    certainty = Certainty.SURE if first.endswith("day") or match["welsh"] else Certainty.SILENT
    for name in _NAME.finditer(match["names"]):
        start = match.start("names") + name.start()
        if name[0] == first and match["welsh"]:
            start = match.start()
        end = match.start("names") + name.end()
        text = match.string[start:end]
        yield Figure(Kind.DATE, f"weekday {WEEKDAYS[name[0]]}", text, start, end, certainty)


def _month(match: re.Match[str], whole: str) -> Iterator[Figure]:
    name, before = match["month"], whole[max(0, match.start() - 6) : match.start()]
    another = name in WORDS_TOO and _SENTENCE_START.search(before)
    certainty = Certainty.SILENT if another else Certainty.SURE
    yield Figure(Kind.DATE, _value(None, MONTHS[name]), name, match.start(), match.end(), certainty)


def _years(match: re.Match[str]) -> Iterator[Figure]:
    first, second = match["first"], match["second"]
    start, end = match.span("first")
    yield Figure(Kind.DATE, first, first, start, end, others=frozenset({(Kind.NUMBER, first)}))
    if second:
        full = first[:2] + second
        value = full if int(full) > int(first) else second
        kind = Kind.DATE if value == full else Kind.NUMBER
        others: frozenset[Key] = frozenset({(Kind.NUMBER, str(int(second)))})
        yield Figure(kind, value, second, match.start("second"), match.end(), others=others)


def _with_years(dates: list[Figure], text: str) -> Iterator[Figure]:
    """Yield *dates*, each without a year in that of the next of its list: "14 May to 2 June 2024"."""
    following: Figure | None = None
    for date in sorted(dates, key=lambda one: one.start, reverse=True):
        if date.value.startswith("weekday"):
            yield date
            continue
        if following and date.value.startswith("--") and not following.value.startswith("--"):
            gap = text[date.end : following.start] if following.start - date.end < _LONGEST_GAP else "?"
            if _LIST_GAP.fullmatch(gap) and "-" in following.value:
                value = following.value[:4] + date.value[1:]
                date = date._replace(value=value, others=date.others | {date.key})
        yield date
        following = date
