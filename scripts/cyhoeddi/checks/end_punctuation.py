"""Both sides of a passage end alike: with a full stop, with a question mark, or with neither.

pass:  {en: "The Board met.", cy: "Cyfarfu'r Bwrdd."}
warn:  {en: "The Board met.", cy: "Cyfarfu'r Bwrdd"}
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.checks.wording import NAMES
from cyhoeddi.parity import PLAIN, ParityContext
from cyhoeddi.problems import Level, Problem
from cyhoeddi.prose import Kind, aligned
from cyhoeddi.texts import Text

ID = "end-punctuation"

_CLOSING = " \t\n\"'”’)]"
_MARKS = {".": "a full stop", "…": "a full stop", "!": "an exclamation mark", "?": "a question mark"}
_MARKS |= {":": "a colon", ";": "a semicolon", ",": "a comma"}


def check(text: Text, context: ParityContext = PLAIN) -> Iterator[Problem]:  # noqa: ARG001
    """Yield a warning at the end of each passage that ends otherwise than its translation."""
    mended = text.source_language.other
    for pair in aligned(text):
        if pair.en.kind is Kind.SLUG:
            continue
        here, there = (_end(pair[side].text) for side in (mended, mended.other))
        if here != there and "" not in (pair.en.text.strip(), pair.cy.text.strip()):
            words = pair[mended].text.rstrip()
            where = text.place(mended, pair[mended].offset(len(words) - 1))
            message = f"this ends with {here}, the {NAMES[mended.other]} with {there}"
            yield Problem(where, ID, message, "End both sides alike.", Level.WARNING)


def _end(words: str) -> str:
    return _MARKS.get(words.rstrip(_CLOSING)[-1:], "no mark")
