"""How the rules of figures say that the two sides differ: one wording and one place for all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cyhoeddi.figures import Figure, Kind
from cyhoeddi.figures.differences import Difference, differences
from cyhoeddi.language import Language
from cyhoeddi.parity import ParityContext
from cyhoeddi.problems import Level, Position, Problem
from cyhoeddi.prose import Passage
from cyhoeddi.texts import Text

NAMES = {Language.EN: "English", Language.CY: "Welsh"}
_MOST = 6


def disagreements(text: Text, context: ParityContext, rule: str, kind: Kind) -> Iterator[Problem]:
    """Yield a problem of *rule* for each pair of passages whose figures of *kind* differ."""
    for difference in differences(text, context):
        if difference.kind is kind:
            yield _problem(text, rule, difference)


def hint_of(other: Position, language: Language, advice: str) -> str:
    """Say where the other side stands, and then what to do."""
    return f"The {NAMES[language]} is at {other.file}:{other.line}:{other.column}. {advice}"


def _problem(text: Text, rule: str, difference: Difference) -> Problem:
    mended = text.source_language.other
    where = text.place(mended, _offset(difference.pair[mended], difference[mended]))
    first = text.source_language
    other = text.place(first, _offset(difference.pair[first], difference[first]))
    if difference.repeated:
        side = Language.EN if difference.en else Language.CY
        more, less = NAMES[side], NAMES[side.other]
        message = f"more often in {more} than in {less}: {_listed(difference[side])}"
        advice = "Check that nothing is left out; it may be no mistake."
    else:
        parts = [
            f"only in {NAMES[side]}: {_listed(difference[side])}" for side in Language if difference[side]
        ]
        message = "; ".join(parts)
        advice = "Find out which is right, and correct the other side."
        if difference.level is Level.WARNING:
            advice = "If both sides say the same in other words, nothing need be done."
    return Problem(where, rule, message, hint_of(other, first, advice), difference.level)


def _offset(passage: Passage, only: Sequence[Figure]) -> int:
    return passage.offset(only[0].start) if only else passage.start


def _listed(figures: Sequence[Figure]) -> str:
    """List the figures as they are written, each once."""
    words = list(dict.fromkeys(figure.text for figure in figures))
    more = f" and {len(words) - _MOST} more" if len(words) > _MOST else ""
    return ", ".join(words[:_MOST]) + more
