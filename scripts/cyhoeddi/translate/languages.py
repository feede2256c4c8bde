"""The names by which files of translators call the two languages."""

from __future__ import annotations

from cyhoeddi.language import Language
from cyhoeddi.problems import Position, Problem


def language_named(code: str | None) -> Language | None:
    """Give the language of a code such as `cy`, `cy-GB` or `en_US`; None for any other."""
    name = (code or "").replace("_", "-").partition("-")[0].lower()
    return Language(name) if name in list(Language) else None


def unnamed(position: Position, rule: str, attribute: str) -> Problem:
    """Give the problem of a file that does not go from one of the languages to the other."""
    message = f"the file does not go from English to Welsh or from Welsh to English ({attribute})"
    return Problem(
        position, rule, message, "Set its languages in your tool to en and cy, as they were exported."
    )
