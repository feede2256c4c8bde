"""Percentages, money and plain numbers in digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from cyhoeddi.figures.figure import Certainty, Figure, Kind
from cyhoeddi.figures.pattern import NUMBER, RANGE, SCALE, START, amount, make, plainly, take

PER_CENT = r"(?:\s?%|\s(?:per\scent|percent|y\scant|y\sgant)\b)"
POUNDS = r"(?:\so)?\s(?:pounds?|punnoedd|bunnoedd|punt|bunt|phunt)\b"

_PERCENTAGE = re.compile(
    rf"{START}(?:(?<![£€$.,])(?P<low>{NUMBER})(?:{RANGE}|\s(?:and|or|a|ac|neu)\s)(?P<high>{NUMBER}){PER_CENT}"
    rf"|(?P<one>{NUMBER}){PER_CENT})"
)
_LETTER = r"(?:\s?[mMkK]\b)"
_CURRENCIES = {"£": "GBP", "€": "EUR", "$": "USD"}
_MONEY = re.compile(
    rf"(?P<currency>[£€$])\s?(?P<low>{NUMBER})(?P<scale_low>{SCALE}|{_LETTER})?"
    rf"(?:(?:\s?[-‑–—]\s?|\s(?:to|i|hyd\sat|and|or|a|ac|neu)\s(?=[£€$]|{NUMBER}(?:{SCALE}|{_LETTER})))"
    rf"(?P<again>[£€$]?)(?P<high>{NUMBER})(?P<scale_high>{SCALE}|{_LETTER})?)?"
)
_POUNDS = re.compile(
    rf"{START}(?P<amount>{NUMBER})(?P<scale>{SCALE})?(?:{POUNDS}|\s(?P<euro>euros?|ewros?)\b)", re.IGNORECASE
)
_PENCE = re.compile(rf"{START}({NUMBER})(?:[pc]|\s(?:pence|ceiniog|geiniog|cheiniog))\b")

_VERSION = re.compile(rf"{START}[0-9]+(?:\.[0-9]+){{2,}}")
_FRACTION = re.compile(rf"({START}[0-9]{{1,9}})?([½¼¾⅓⅔])")
_FRACTIONS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "1/3", "⅔": "2/3"}
_NUMBER = re.compile(
    rf"(?=[0-9−-])(?P<minus>(?<![\w-])-|−)?{START}(?P<digits>{NUMBER})(?P<scale>{SCALE})?(?P<letter>[mMkK]\b)?"
    r"(?:st|nd|rd|th|af|ail|il|ydd|edd|ed|eg|fed|ain)?"
)

_TO_CENT = r"\s?%|\s(?:per\s?|y\s)[cg]"
_TO_POUNDS = rf"(?i:{SCALE})?(?:\s[oO])?\s[pPbBeE]"
_TO_PENCE = r"\s?[pcg]"
AFTER_DIGIT = f"{_TO_CENT}|{_TO_POUNDS}|{_TO_PENCE}"
"""What stands behind a digit of each percentage, and of each sum without a sign before it."""
_BEFORE_CENT = re.compile(f"[0-9](?:{_TO_CENT})")
_CURRENCY = re.compile("[£€$]")
_BEFORE_POUNDS = re.compile(f"[0-9]{_TO_POUNDS}")
_BEFORE_PENCE = re.compile(f"[0-9]{_TO_PENCE}")
_TWO_DOTS = re.compile(r"[0-9]\.[0-9]+\.[0-9]")
_FRACTION_SIGN = re.compile("[½¼¾⅓⅔]")
_DIGIT = re.compile("[0-9]")
"""What none of the patterns above finds anything without, in their order."""

_CLOCK = re.compile(r"([01]?[0-9]|2[0-3])\.([0-5][0-9])")


def take_percentages(text: str, found: list[Figure]) -> str:
    """Add the percentages of *text* to *found*, and give the text without them."""
    return take(text, _PERCENTAGE, _percentages, found, _BEFORE_CENT)


def take_money(text: str, found: list[Figure]) -> str:
    """Add the sums of *text* to *found*, and give the text without them."""
    text = take(text, _MONEY, _money, found, _CURRENCY)
    text = take(text, _POUNDS, _pounds, found, _BEFORE_POUNDS)
    return take(text, _PENCE, _pence, found, _BEFORE_PENCE)


def take_numbers(text: str, found: list[Figure]) -> str:
    """Add the numbers in digits of *text* to *found*, and give the text without them."""
    text = take(text, _VERSION, lambda match: [make(Kind.NUMBER, match[0], match)], found, _TWO_DOTS)
    text = take(text, _FRACTION, _fraction, found, _FRACTION_SIGN)
    return take(text, _NUMBER, _number, found, _DIGIT)


def _percentages(match: re.Match[str]) -> Iterator[Figure]:
    if match["one"]:
        yield make(Kind.PERCENTAGE, amount(match["one"]), match)
        return
    low = amount(match["low"])
    # "between 5 and 10%" may say "5% and 10%" on the other side, or mean five of something.
    yield make(Kind.PERCENTAGE, low, match, "low", others=[(Kind.NUMBER, low)])
    high = make(Kind.PERCENTAGE, amount(match["high"]), match)
    start = match.start("high")
    yield Figure(high.kind, high.value, match[0][start - match.start() :], start, match.end())


def _money(match: re.Match[str]) -> Iterator[Figure]:
    currency = _CURRENCIES[match["currency"]]
    low, high, scale = match["low"], match["high"], match["scale_high"]
    if high is None:
        yield _sum(currency, match, match.start(), match.end(), low, match["scale_low"])
        return
    end_low = match.end("scale_low") if match["scale_low"] else match.end("low")
    one = _sum(currency, match, match.start(), end_low, low, match["scale_low"])
    if scale and not match["scale_low"]:
        # "£5-10m" gives the scale for both ends; "£5 and £10m" may.
        scaled = _sum(currency, match, match.start(), end_low, low, scale)
        first, second = (one, scaled) if match["again"] else (scaled, one)
        one = Figure(
            first.kind, first.value, first.text, first.start, first.end, others=frozenset([second.key])
        )
    yield one
    start = match.start("again")
    two = _sum(_CURRENCIES.get(match["again"], currency), match, start, match.end(), high, scale)
    other = () if match["again"] else [(Kind.NUMBER, amount(high, scale))]
    yield Figure(two.kind, two.value, two.text, start, match.end(), others=frozenset(other))


def _sum(currency: str, match: re.Match[str], start: int, end: int, digits: str, scale: str | None) -> Figure:
    written = {"m": "mn", "k": "thousand"}.get((scale or "").strip().lower(), scale)
    text = match.string[start:end]
    return Figure(Kind.MONEY, f"{currency} {amount(digits, written)}", text, start, end)


def _pounds(match: re.Match[str]) -> Iterator[Figure]:
    currency = "EUR" if match["euro"] else "GBP"
    yield make(Kind.MONEY, f"{currency} {amount(match['amount'], match['scale'])}", match)


def _pence(match: re.Match[str]) -> Iterator[Figure]:
    pence = amount(match[1])
    if len(pence) < 9:
        yield make(Kind.MONEY, f"GBP {plainly(Decimal(pence) / 100)}", match, others=[(Kind.NUMBER, pence)])


def _fraction(match: re.Match[str]) -> Iterator[Figure]:
    value = _FRACTIONS[match[2]]
    if match[1]:
        value = plainly(Decimal(match[1]) + Decimal(value)) if "/" not in value else f"{match[1]} {value}"
    certainty = Certainty.SURE if match[1] else Certainty.DOUBTFUL
    yield make(Kind.NUMBER, value, match, certainty=certainty)


def _number(match: re.Match[str]) -> Iterator[Figure]:
    digits, sign = match["digits"], "-" if match["minus"] else ""
    value = sign + amount(digits, match["scale"])
    others = []
    if match["letter"]:
        # 5m may be five million or five metres; the other side tells.
        scale = "mn" if match["letter"] in "mM" else "thousand"
        others.append((Kind.NUMBER, sign + amount(digits, scale)))
    clock = _CLOCK.fullmatch(digits)
    if clock and not match["scale"]:
        hour = int(clock[1])
        others += [(Kind.TIME, f"{one:02}:{clock[2]}") for one in {hour, (hour + 12) % 24}]
    yield make(Kind.NUMBER, value, match, others=others)
