"""Times of the day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cyhoeddi.figures.figure import Certainty, Figure, Kind
from cyhoeddi.figures.pattern import RANGE, letters_left, take
from cyhoeddi.language import Language

_HALF_DAYS = {
    **dict.fromkeys(("am", "yb", "ybore", "inthemorning"), 0),
    **dict.fromkeys(("pm", "yp", "yh", "ynos", "yprynhawn", "yrhwyr", "intheafternoon", "intheevening"), 12),
}
_PART = r"y\s(?:bore|prynhawn|nos)\b|yr\shwyr\b|in\sthe\s(?:morning|afternoon|evening)\b"
_MARK = (
    rf"[aApP]\.m\.|y\.[bph]\.|[aApP][mM]\b|y[bph]\b|(?:{_PART})|o['’](?:clock|r\sgloch)\b(?:\s(?:{_PART}))?"
)
_CLOCK = r"(?:[01]?[0-9]|2[0-3])(?:[.:][0-5][0-9])?"
_MARKED = rf"(?P<time>{_CLOCK})(?P<gap>\s?)(?P<mark>{_MARK})"
_TIME = re.compile(rf"(?<![\w.,:£$€])(?:(?P<first>{_CLOCK})(?:{RANGE}|\s(?:a|ac|and|or|neu)\s))?{_MARKED}")
_COLON = re.compile(r"(?<![0-9.,:])(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?![0-9:])")
_NAMED = re.compile(
    r"(?<![\w.,:])(?:12(?:[.:]00)?(?:\so['’]r\sgloch)?\s)?"
    r"(?:(?P<noon>noon|midday|hanner\sdydd|[cg]anol\sdydd)|(?:midnight|hanner\snos|[cg]anol\snos))\b",
    re.IGNORECASE,
)
_NAMES = frozenset({"noon", "midday", "midnight", "hanner", "canol", "ganol"})
_TO_MARK = r"\s?(?:[aApP]\.?[mM]|y[.bph\sr]|in\s|o['’])"
_TO_COLON = ":[0-9]"
AFTER_DIGIT = f"{_TO_MARK}|{_TO_COLON}"
"""What stands behind a digit of each time."""
_BEFORE_MARK = re.compile(f"[0-9]{_TO_MARK}")
_BEFORE_COLON = re.compile(f"[0-9]{_TO_COLON}")
"""What none of the patterns above finds anything without."""

_AFTER_AM = re.compile(r"\s*(?:$|[.,;:)\]\-–—\0]|(?:i|tan|hyd|a|ac|ar|neu|ddydd|o)\b)")


def take_named_times(text: str, found: list[Figure], whole: str) -> str:
    """Add noon and midnight in *text*, which is what is left of the *whole*, to *found*; give it without."""
    return text if _NAMES.isdisjoint(letters_left(text, whole)) else take(text, _NAMED, _named, found)


def take_times(text: str, language: Language, found: list[Figure]) -> str:
    """Add the times in digits of *text* to *found*, and give the text without them."""

    def marked(match: re.Match[str]) -> Iterator[Figure]:
        # "am" is a word of Welsh, too: "5 am bob plentyn".
        word = match["gap"] and match["mark"].lower() == "am" and language is Language.CY
        if not word or _AFTER_AM.match(text, match.end()):
            yield from _marked(match)

    text = take(text, _TIME, marked, found, _BEFORE_MARK)
    return take(text, _COLON, _colon, found, _BEFORE_COLON)


def _named(match: re.Match[str]) -> Iterator[Figure]:
    value = "12:00" if match["noon"] else "00:00"
    certainty = Certainty.SURE if match[0][0] == "1" else Certainty.DOUBTFUL
    yield Figure(Kind.TIME, value, match[0], match.start(), match.end(), certainty)


def _marked(match: re.Match[str]) -> Iterator[Figure]:
    half = _half(match["mark"])
    last = _time(match["time"], half, match[0], match.start("time"), match.end())
    if match["first"]:
        start, end = match.span("first")
        # "9 to 5pm" starts in the morning, "9-11pm" in the evening.
        same = _time(match["first"], half, match["first"], start, end)
        early = _time(match["first"], 0, match["first"], start, end)
        first, other = (same, early) if same.value <= last.value else (early, same)
        yield Figure(first.kind, first.value, first.text, start, end, others=first.others | {other.key})
    yield Figure(
        last.kind, last.value, match.string[last.start : last.end], last.start, last.end, others=last.others
    )


def _colon(match: re.Match[str]) -> Iterator[Figure]:
    yield _time(match[0], None, match[0], match.start(), match.end())


def _half(mark: str) -> int | None:
    """Give the hours to add for the half of the day, or None if the words do not tell."""
    part = re.sub(r"^o['’](?:clock|rgloch)", "", re.sub(r"[.\s]", "", mark.lower()))
    return _HALF_DAYS.get(part)


def _time(written: str, half: int | None, text: str, start: int, end: int) -> Figure:
    hour_text, _, minute = written.replace(".", ":").partition(":")
    hour = int(hour_text)
    minute = minute or "00"
    if half is not None and hour <= 12:
        hour = hour % 12 + half
    value = f"{hour:02}:{minute}"
    # 9:30 without a mark may be in the evening; 09:30 and 14:00 may not.
    open_ = half is None and hour <= 12 and not hour_text.startswith("0")
    others = {(Kind.TIME, f"{(hour + 12) % 24:02}:{minute}")} if open_ else set()
    return Figure(Kind.TIME, value, text, start, end, others=frozenset(others))
