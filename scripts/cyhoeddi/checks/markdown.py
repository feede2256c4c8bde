"""The Markdown of a body is of the kind that this site prints; plain texts hold no more than marked phrases.

pass:  "The board met on **6 December**, see [the minutes](pub:board-minutes)."
fail:  "# A heading", "<b>bold</b>", "[click here](https://example.org/)"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cyhoeddi.body.blocks import Text as Words
from cyhoeddi.body.parse import parse_phrases
from cyhoeddi.language import Language
from cyhoeddi.problems import Problem
from cyhoeddi.texts import Text

ID = "markdown"

_MARK = re.compile(r"\{:?\s*lang\b[^{}]*\}")


def check(text: Text) -> Iterator[Problem]:
    """Yield a problem for each thing in a text that cannot be printed."""
    for language in Language:
        if not text.markdown:
            yield from _marks(text, language)
            continue
        for refusal in text.bodies[language].refusals:
            yield Problem(text.place(language, refusal.offset), ID, refusal.message, refusal.hint)


def _marks(text: Text, language: Language) -> Iterator[Problem]:
    """Yield a problem for each mark in a plain text that marks no phrase, and would be printed."""
    for inline in parse_phrases(text[language]):
        if isinstance(inline, Words):
            for mark in _MARK.finditer(inline.text):
                hint = "Write a phrase in the other language as [Senedd Cymru]{lang=cy}, with en or cy."
                where = text.place(language, inline.offset + mark.start())
                yield Problem(where, ID, f'"{mark.group()}" marks nothing here', hint)
