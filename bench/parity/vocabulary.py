"""The words of `vocabulary.yaml`, and small ways of choosing among them."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any, Final

import yaml

from cyhoeddi.language import Language

WORDS: Final[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("vocabulary.yaml").read_text(encoding="utf-8")
)
MONTHS: Final[dict[Language, tuple[tuple[str, ...], ...]]] = {
    Language.EN: (tuple(WORDS["months"]["en"]),),
    Language.CY: (tuple(WORDS["months"]["cy"]), tuple(WORDS["mutated_months"])),
}
"""The names of the months, each list of twelve in one state of mutation."""
WEEKDAYS: Final[dict[Language, tuple[tuple[str, ...], ...]]] = {
    Language.EN: (tuple(WORDS["weekdays"]["en"]),),
    Language.CY: (tuple(WORDS["weekdays"]["cy"]), tuple(WORDS["mutated_weekdays"])),
}
"""The same of the days of the week, Monday first."""


def place_in(lists: tuple[tuple[str, ...], ...], name: str) -> tuple[tuple[str, ...], int]:
    """The list that holds *name*, and where in it."""
    names = next(names for names in lists if name in names)
    return names, names.index(name)


def sentence(side: Language, random: Random) -> str:
    """A sentence of that language that fits anywhere."""
    chosen: str = random.choice(WORDS["sentences"][side])
    return chosen


def other_digit(digits: str, random: Random) -> str:
    """*digits* with one digit changed to another that is no nought; a nought at the start stays."""
    places = [n for n, char in enumerate(digits) if char.isdigit() and (n or char != "0")]
    place = random.choice(places)
    choices = [digit for digit in "123456789" if digit != digits[place]]
    return digits[:place] + random.choice(choices) + digits[place + 1 :]
