"""A weekday that is written with a full date is the weekday of that date.

pass:  "Tuesday 14 November 2023", "dydd Mawrth 14 Tachwedd 2023"
fail:  "Monday 14 November 2023", "dydd Llun 14 Tachwedd 2023"
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from cyhoeddi.figures import Figure, Kind, figures_of, may_name_weekday
from cyhoeddi.language import Language
from cyhoeddi.parity import PLAIN, ParityContext
from cyhoeddi.problems import Problem
from cyhoeddi.prose import passages, whole
from cyhoeddi.texts import Text

ID = "weekday-right"

_NAMES = {
    Language.EN: ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    Language.CY: tuple(
        f"dydd {day}" for day in ("Llun", "Mawrth", "Mercher", "Iau", "Gwener", "Sadwrn", "Sul")
    ),
}
_WEEKDAY = "weekday "


def check(text: Text, context: ParityContext = PLAIN) -> Iterator[Problem]:  # noqa: ARG001
    """Yield a problem for each weekday of either side that its date contradicts."""
    for language in Language:
        if not may_name_weekday(whole(text, language)):
            continue
        for passage in passages(text, language):
            for weekday, day in pairwise(figures_of(passage, language)):
                right = _right(passage.text, weekday, day)
                if right is not None:
                    name = _NAMES[language][right - 1]
                    message = f'"{weekday.text}" is not the day of {day.text}, which is {_article(name)}'
                    hint = (
                        "Find out whether the weekday or the date is wrong, and correct it in both languages."
                    )
                    yield Problem(text.place(language, passage.offset(weekday.start)), ID, message, hint)


def _right(words: str, weekday: Figure, day: Figure) -> int | None:
    """Give the right weekday, 1 to 7, if the two stand together and contradict each other."""
    beside = words[weekday.end : day.start].strip(" ,.") in ("", "the", "y", "yr")
    if not beside or weekday.kind is not Kind.DATE or not weekday.value.startswith(_WEEKDAY):
        return None
    try:
        right = date.fromisoformat(day.value).isoweekday()
    except ValueError:
        return None
    return right if right != int(weekday.value.removeprefix(_WEEKDAY)) else None


def _article(name: str) -> str:
    return name if name.startswith("dydd") else f"a {name}"
