"""A plain text as Markdown that prints it as it is written."""

from __future__ import annotations

import re

from cyhoeddi.body import blocks as b
from cyhoeddi.body.parse import parse_phrases

_SPECIAL = re.compile(r"([\\`*_\[\]{}<>#!|~&])")


def escape(text: str) -> str:
    """Give a plain text as Markdown that prints it as written; phrases in the other language stay marked."""
    return "".join(_escaped(inline) for inline in parse_phrases(text))


def _escaped(inline: b.Inline) -> str:
    match inline:
        case b.Text(text=text):
            return _SPECIAL.sub(r"\\\1", text)
        case b.Phrase(language=language, inlines=inlines):
            words = "".join(map(_escaped, inlines))
            return f"[{words}]{{lang={language}}}" if words.strip() else words
    raise TypeError(f"a plain text holds no {type(inline).__name__}")
