"""The two sides of a passage have about as many sentences; a translator may split or join one.

pass:  English: three sentences; Welsh: four
warn:  English: two sentences; Welsh: one, and much shorter
warn:  English: three sentences; Welsh: one
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.checks.wording import NAMES
from cyhoeddi.language import Language
from cyhoeddi.parity import PLAIN, ParityContext
from cyhoeddi.problems import Level, Problem
from cyhoeddi.prose import Kind, aligned, sentences
from cyhoeddi.texts import Text

ID = "sentence-counts"

_LEAST = 0.85
"""The share of the other side's letters under which one sentence fewer is no joining of two."""


def check(text: Text, context: ParityContext = PLAIN) -> Iterator[Problem]:  # noqa: ARG001
    """Yield a warning for each pair of passages whose sentences are too unequal in number."""
    mended = text.source_language.other
    for pair in aligned(text):
        if pair.en.kind is Kind.SLUG:
            continue
        english, welsh = sentences(pair.en.text, Language.EN), sentences(pair.cy.text, Language.CY)
        if len(english) == len(welsh):
            continue
        counts = {Language.EN: len(english), Language.CY: len(welsh)}
        fewer = min(counts, key=lambda side: counts[side])
        difference = counts[fewer.other] - counts[fewer]
        shorter = len(pair[fewer].text) < len(pair[fewer.other].text) * _LEAST
        if difference > 1 or (difference == 1 and shorter):
            message = f"sentences here: {counts[mended]}; in {NAMES[mended.other]}: {counts[mended.other]}"
            hint = "Check that no sentence is left out; if one was split or joined, nothing need be done."
            yield Problem(text.place(mended, pair[mended].start), ID, message, hint, Level.WARNING)
