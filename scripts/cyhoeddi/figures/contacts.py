"""Telephone numbers and e-mail addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cyhoeddi.figures.figure import Figure, Kind
from cyhoeddi.figures.pattern import make, take

_EMAIL = re.compile(r"(?<![\w.+%'-])[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_GAP = r"[\s\-‑–().]{0,3}"
_TELEPHONE = re.compile(
    rf"""(?<![\w+£$€.,/])(?:
        0(?:800|808){_GAP}1111(?![0-9])                     # the short numbers of the United Kingdom
      | 0845{_GAP}46{_GAP}47(?![0-9])
      | (?:\+44{_GAP}(?:\(0\))?|0044|\(?0)(?:{_GAP}[0-9]){{9,10}}(?![0-9])
      | \+[1-9][0-9]{{0,2}}(?:{_GAP}[0-9]){{6,12}}(?![0-9])
    )""",
    re.VERBOSE,
)
_AT = re.compile("@")
AFTER_DIGIT = rf"(?:{_GAP}[0-9]){{6}}"
"""What a digit of each telephone number has behind it."""
_SEVEN_DIGITS = re.compile(f"[0-9]{AFTER_DIGIT}")


def take_contacts(text: str, found: list[Figure]) -> str:
    """Add the addresses and telephone numbers of *text* to *found*, and give the text without them."""
    text = take(text, _EMAIL, _email, found, _AT)
    return take(text, _TELEPHONE, _telephone, found, _SEVEN_DIGITS)


def telephone(written: str) -> str:
    """Give the digits to dial in this country."""
    digits = re.sub(r"[^0-9+]", "", written.replace("(0)", ""))
    return re.sub(r"^(?:\+44|0044)0?", "0", digits)


def _email(match: re.Match[str]) -> Iterator[Figure]:
    yield make(Kind.EMAIL, match[0].lower(), match)


def _telephone(match: re.Match[str]) -> Iterator[Figure]:
    yield make(Kind.TELEPHONE, telephone(match[0]), match)
