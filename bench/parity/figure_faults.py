"""Faults of figures: numbers, money, dates and times that differ, and days that contradict their dates."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from bench.parity.entries import Entry
from bench.parity.fault import Change, Planter, Planters
from bench.parity.figures import Figure, figures
from bench.parity.layout import layout, line_at, prose, spot_at
from bench.parity.vocabulary import MONTHS, WEEKDAYS, WORDS, other_digit, place_in
from cyhoeddi.language import Language

Rewrite = Callable[[Figure, Language, Random], str | None]
"""The figure's text with its fault, or nothing where it has no place for one."""

_LARGER = {
    "m": "bn",
    "bn": "m",
    "million": "billion",
    "billion": "million",
    "miliwn": "biliwn",
    "biliwn": "miliwn",
}
_HALVES = {"am": "pm", "pm": "am", "yb": "yp", "yp": "yb"}
_CY_ENDINGS = [
    "",
    "af",
    "il",
    "ydd",
    "ydd",
    "ed",
    "ed",
    *["fed"] * 4,
    *["eg", "fed", "eg", "eg", "fed", "eg", "eg", "fed", "eg", "fed"],
]
"""The n-th belongs to n; all days of a month after the last end in -ain."""


def _rewrite(change: Rewrite, *kinds: str) -> Planter:
    """Change one figure of one of the *kinds*."""

    def plant(entry: Entry, side: Language, random: Random) -> Change | None:
        text = entry.text(side)
        found = [f for f in figures(prose(text, markdown=entry.markdown), side) if f.kind in kinds]
        random.shuffle(found)
        for figure in found:
            new = change(figure, side, random)
            if new is not None and new != figure.text:
                return _altered(entry, side, figure.start, figure.end, new)
        return None

    return plant


def _altered(entry: Entry, side: Language, start: int, end: int, new: str) -> Change:
    text = entry.text(side)
    line = line_at(text, start)
    spots = layout(text, markdown=entry.markdown)
    return Change(text[:start] + new + text[end:], line, (spot_at(spots, line),))


def _with_part(figure: Figure, name: str, new: str) -> str:
    start, end = (place - figure.start for place in figure.parts[name])
    return figure.text[:start] + new + figure.text[end:]


def _digit(figure: Figure, _: Language, random: Random) -> str:
    return other_digit(figure.text, random)


def _transposed(figure: Figure, _: Language, random: Random) -> str | None:
    text = figure.text
    places = [
        n
        for n in range(len(text) - 1)
        if text[n].isdigit() and text[n + 1].isdigit() and text[n] != text[n + 1] and (n or text[1] != "0")
    ]
    if not places:
        return None
    place = random.choice(places)
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def _percentage(figure: Figure, _: Language, random: Random) -> str:
    """Another digit, or the point forgotten."""
    if "." in figure.text and figure.text[0] != "0" and random.random() < 1 / 3:
        return figure.text.replace(".", "", 1)
    return other_digit(figure.text, random)


def _amount(figure: Figure, _: Language, random: Random) -> str:
    end = figure.parts["size"][0] - figure.start if "size" in figure.parts else len(figure.text)
    first = figure.text.startswith("£")
    return figure.text[:first] + other_digit(figure.text[first:end], random) + figure.text[end:]


def _magnitude(figure: Figure, _: Language, __: Random) -> str | None:
    size = figure.part("size")
    return _with_part(figure, "size", _LARGER[size]) if size else None


def _year(figure: Figure, _: Language, random: Random) -> str | None:
    year = figure.part("year")
    return _with_part(figure, "year", str(int(year) + random.choice((-10, -2, -1, 1, 2)))) if year else None


def _last_year(figure: Figure, _: Language, random: Random) -> str:
    last = figure.part("last") or ""
    return _with_part(figure, "last", str(int(last) + random.choice((1, 2, 3))))


def _day(figure: Figure, side: Language, random: Random) -> str:
    old = int(figure.part("day") or 0)
    new = random.choice([day for day in range(1, 29) if day != old])
    if "ending" in figure.parts:
        first, last = figure.parts["day"][0] - figure.start, figure.parts["ending"][1] - figure.start
        return figure.text[:first] + _ordinal(new, side) + figure.text[last:]
    return _with_part(figure, "day", str(new))


def _month(figure: Figure, side: Language, random: Random) -> str:
    names, old = place_in(MONTHS[side], figure.part("month") or "")
    # A long month has every day.
    long = [n for n in (0, 2, 4, 6, 7, 9, 11) if n != old]
    return _with_part(figure, "month", names[random.choice(long)])


def _foreign_month(figure: Figure, side: Language, _: Random) -> str:
    _names, index = place_in(MONTHS[side], figure.part("month") or "")
    return _with_part(figure, "month", MONTHS[side.other][0][index])


def _weekday(figure: Figure, side: Language, random: Random) -> str | None:
    weekday = figure.part("weekday")
    if not weekday or "year" not in figure.parts:
        return None
    names, old = place_in(WEEKDAYS[side], weekday)
    return _with_part(figure, "weekday", random.choice([name for n, name in enumerate(names) if n != old]))


def _weekdays(entry: Entry, side: Language, random: Random) -> Change | None:
    """The same wrong day of the week on both sides: they agree, and both contradict the date."""
    sides = (side, side.other)
    dates = [
        [
            figure
            for figure in figures(prose(entry.text(each), markdown=entry.markdown), each)
            if "weekday" in figure.parts and "year" in figure.parts
        ]
        for each in sides
    ]
    if not dates[0] or len(dates[0]) != len(dates[1]):
        return None
    index, step = random.randrange(len(dates[0])), random.randint(1, 6)
    changes = []
    for each, found in zip(sides, dates, strict=True):
        figure = found[index]
        names, old = place_in(WEEKDAYS[each], figure.part("weekday") or "")
        new = _with_part(figure, "weekday", names[(old + step) % 7])
        changes.append(_altered(entry, each, figure.start, figure.end, new))
    one, other = changes
    return Change(one.text, one.line, one.spots, other=other.text)


def _time(figure: Figure, _: Language, random: Random) -> str:
    """Another hour, or a quarter of an hour more or less where there are minutes."""
    hour, *minutes = (int(number) for number in re.findall(r"\d+", figure.text))
    if minutes and random.random() < 1 / 2:
        new = (minutes[0] + random.choice((5, 15, 30))) % 60
        return re.sub(r"(?<=[.:])\d\d", f"{new:02}", figure.text)
    return re.sub(
        r"^\d+", str(random.choice([n for n in range(1, 13) if n not in (hour, hour - 12)])), figure.text
    )


def _half(figure: Figure, _: Language, __: Random) -> str | None:
    half = figure.part("half")
    return _with_part(figure, "half", _HALVES[half]) if half else None


def _ordinal_changed(figure: Figure, side: Language, random: Random) -> str:
    old = int(figure.part("number") or 0)
    return _ordinal(random.choice([n for n in range(1, 11) if n != old]), side)


def _ordinal(number: int, side: Language) -> str:
    if side is Language.CY:
        return f"{number}{_CY_ENDINGS[number] if number < len(_CY_ENDINGS) else 'ain'}"
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number not in (11, 12, 13) else "th"
    return f"{number}{ending}"


def _drop_number(entry: Entry, side: Language, random: Random) -> Change | None:
    """Leave a number out of a sentence."""
    text = entry.text(side)
    found = [
        match
        for figure in figures(prose(text, markdown=entry.markdown), side)
        if figure.kind == "number"
        and (match := re.compile(r"[\d,.]+ (?:o )?(?=[a-z])").match(text, figure.start))
    ]
    if not found:
        return None
    match = random.choice(found)
    return _altered(entry, side, match.start(), match.end(), "")


def _number_word(entry: Entry, side: Language, random: Random) -> Change | None:
    """Change a number word whose value the other side has in the same block, as a word or a figure."""
    sides = {each: prose(entry.text(each), markdown=entry.markdown) for each in Language}
    spots = {each: layout(entry.text(each), markdown=entry.markdown) for each in Language}
    found = []
    for value, forms in WORDS["numbers"][side].items():
        for match in re.finditer(rf"(?<![\w'’-])(?:{'|'.join(forms)})(?![\w'’-])", sides[side]):
            spot = spot_at(spots[side], line_at(sides[side], match.start()))
            twin = spots[side.other][spot]
            lines = "\n".join(sides[side.other].split("\n")[twin.first - 1 : twin.last])
            theirs = "|".join((str(value), *WORDS["numbers"][side.other][value]))
            if len(re.findall(rf"(?<![\w.,'’-])(?:{theirs})(?![\w,'’-])", lines)) == 1:
                found.append((match, forms[match.group()]))
    if not found:
        return None
    match, new = random.choice(found)
    return _altered(entry, side, match.start(), match.end(), new)


PLANTERS: Planters = {
    "digit-changed": _rewrite(_digit, "number"),
    "digits-transposed": _rewrite(_transposed, "number"),
    "number-dropped": _drop_number,
    "number-word-changed": _number_word,
    "ordinal-changed": _rewrite(_ordinal_changed, "ordinal"),
    "percentage-changed": _rewrite(_percentage, "percentage"),
    "money-amount-changed": _rewrite(_amount, "money"),
    "money-magnitude-changed": _rewrite(_magnitude, "money"),
    "year-changed": _rewrite(_year, "year", "month", "date"),
    "year-range-changed": _rewrite(_last_year, "years"),
    "date-day-changed": _rewrite(_day, "date", "day"),
    "date-month-changed": _rewrite(_month, "date", "month"),
    "month-left-in-other-language": _rewrite(_foreign_month, "date", "month"),
    "weekday-wrong-on-one-side": _rewrite(_weekday, "date"),
    "weekday-wrong-on-both-sides": _weekdays,
    "time-changed": _rewrite(_time, "time"),
    "half-of-day-changed": _rewrite(_half, "time"),
}
