"""A title or summary is no longer than search engines and lists show.

pass:  a title of up to 65 letters, a summary of up to 160
warn:  a title of 80 letters
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.language import Language
from cyhoeddi.parity import PLAIN, ParityContext
from cyhoeddi.problems import Level, Problem
from cyhoeddi.prose import passages
from cyhoeddi.texts import Text

ID = "long-title"

_MOST = {"title": 65, "summary": 160, "description": 160}


def check(text: Text, context: ParityContext = PLAIN) -> Iterator[Problem]:  # noqa: ARG001
    """Yield a warning where a side of a title or summary goes on for too long."""
    most = _MOST.get(str(text.path[-1]))
    # The title of an attachment is never shown alone.
    if most is None or text.markdown or "attachments" in text.path:
        return
    for language in Language:
        for passage in passages(text, language):
            if len(passage.text) > most:
                message = f"this {text.path[-1]} has {len(passage.text)} letters"
                hint = f"Search engines and lists show about {most}. Say the main thing first, or shorten it."
                where = text.place(language, passage.offset(most))
                yield Problem(where, ID, message, hint, Level.WARNING)
