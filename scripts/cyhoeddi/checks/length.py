"""The two sides of a passage are about as long: a much shorter one may lack a sentence.

Welsh is most often a little longer than English. Short passages say nothing.

pass:  English: 200 letters; Welsh: 230 letters
warn:  English: 200 letters; Welsh: 90 letters
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.language import Language
from cyhoeddi.parity import PLAIN, ParityContext
from cyhoeddi.problems import Level, Problem
from cyhoeddi.prose import Kind, Pair, aligned
from cyhoeddi.texts import Text

ID = "length"

_USUAL = 1.1
"""Letters of Welsh for one of English."""
_MOST = 1.6
"""How far from the usual the proportion may be, either way."""
_SPARE = 20
"""Letters that no proportion counts."""


def check(text: Text, context: ParityContext = PLAIN) -> Iterator[Problem]:  # noqa: ARG001
    """Yield a warning for each pair of passages of which one is out of proportion."""
    for pair in aligned(text):
        if pair.en.kind is Kind.SLUG:
            continue
        english, welsh = len(pair.en.text) * _USUAL, float(len(pair.cy.text))
        shorter = Language.EN if english < welsh else Language.CY
        if max(english, welsh) > min(english, welsh) * _MOST + _SPARE:
            yield _problem(text, pair, shorter)


def _problem(text: Text, pair: Pair, shorter: Language) -> Problem:
    mended = text.source_language.other
    lengths = f"{len(pair.en.text)} letters in English, {len(pair.cy.text)} in Welsh"
    relation = "much shorter" if shorter is mended else "much longer"
    message = f"{relation} than the other language: {lengths}"
    hint = "Check that both sides say the same, and that nothing is left out."
    return Problem(text.place(mended, pair[mended].start), ID, message, hint, Level.WARNING)
