"""What the patterns of all kinds share: digits, scales, ranges, and taking out what has been read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal

from cyhoeddi.figures.figure import Certainty, Figure, Key, Kind
from cyhoeddi.prose import letters

NUMBER = r"(?:[0-9]{1,3}(?:[,\u00a0\u202f\u2009][0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
"""Digits with thousands separators and decimals; a space between thousands must not break."""
START = r"(?=[0-9])(?<![0-9])"
"""Every pattern that opens with digits starts at the first of a run, which keeps long runs quick.

To ask first whether there is a digit at all passes over other characters sooner.
"""
RANGE = r"(?:\s?[-‑–—]\s?|\s+(?:to|i|hyd\sat|hyd|tan|until|till)\s+)"
"""What stands between the two ends of a range."""
SCALES = {
    **dict.fromkeys(("thousand", "mil", "fil"), 10**3),
    **dict.fromkeys(("million", "miliwn", "filiwn", "mn"), 10**6),
    **dict.fromkeys(("billion", "biliwn", "bn"), 10**9),
    **dict.fromkeys(("trillion", "triliwn", "driliwn", "tn"), 10**12),
}
SCALE = (
    r"(?:\s?(?:mn|bn|tn)"
    r"|\s(?:thousand|million|billion|trillion|miliwn|filiwn|biliwn|triliwn|driliwn|mil|fil))\b"
)

_TAKEN = "\0"
_CUT = re.compile("\0(?:[^\\W\\d_]|\u0307|(?<=[^\\W\\d_]\0))")
"""A letter beside what was blotted out; a dot above is taken for a part of the i before it."""
_LONGEST = 24

Reading = Callable[[re.Match[str]], Iterable[Figure]]


def take(
    text: str,
    pattern: re.Pattern[str],
    read: Reading,
    found: list[Figure],
    sign: re.Pattern[str] | None = None,
) -> str:
    """Add to *found* what *read* makes of each match; give *text* with what it accepts blotted out.

    *sign* finds what no match is without. It is looked for first: a pattern that opens with one of a few
    characters is many times faster than one that looks at what stands before it.
    """
    if sign and not sign.search(text):
        return text
    pieces, end = [], 0
    for match in pattern.finditer(text):
        figures = tuple(read(match))
        if figures:
            found += figures
            pieces += [text[end : match.start()], _TAKEN * (match.end() - match.start())]
            end = match.end()
    return "".join([*pieces, text[end:]]) if pieces else text


def any_of(words: Iterable[str]) -> str:
    """Give a pattern for any of *words*, the longest that stands there: no letter is looked at twice."""
    after: dict[str, list[str]] = {}
    for word in sorted(words):
        after.setdefault(word[:1], []).append(word[1:])
    may_end = after.pop("", None) is not None
    ways = [re.escape(letter) + any_of(rest) for letter, rest in after.items()]
    if len(ways) < 2 and not (ways and may_end):
        return "".join(ways)
    return f"(?:{'|'.join(ways)}){'?' if may_end else ''}"


def letters_left(text: str, whole: str) -> frozenset[str]:
    """Give the `letters` of *text*, which is the *whole* but for what was blotted out, and perhaps more.

    Those of the whole are asked for again and again, and do unless a run of letters has been cut in two.
    """
    return letters(text if _CUT.search(text) else whole)


def blot(text: str, start: int, end: int) -> str:
    """Give *text* with the stretch blotted out, so that no pattern reads it or across it."""
    return text[:start] + _TAKEN * (end - start) + text[end:]


def make(
    kind: Kind,
    value: str,
    match: re.Match[str],
    group: str | int = 0,
    *,
    certainty: Certainty = Certainty.SURE,
    others: Iterable[Key] = (),
) -> Figure:
    """Give the figure that stands where *group* of *match* does."""
    start, end = match.span(group)
    return Figure(kind, value, match[group].strip(), start, end, certainty, frozenset(others))


def amount(digits: str, scale: str | None = None) -> str:
    """Give the plain value of written digits times a scale word: "1,500.50" is "1500.5"."""
    if not scale and digits.isdecimal() and len(digits) <= _LONGEST:
        return digits.lstrip("0") or "0"
    plain = re.sub(r"[^0-9.]", "", digits)
    if len(plain) > _LONGEST:
        return plain
    return plainly(Decimal(plain) * SCALES.get((scale or "").strip().lower(), 1))


def plainly(value: Decimal) -> str:
    """Give *value* without needless zeros or powers of ten."""
    return format(value.normalize(), "f")
