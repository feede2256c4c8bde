"""Every text has both its sides, unless it is a draft's or exempted.

pass:  title: {en: "Board minutes", cy: "Cofnodion y bwrdd"}
fail:  title: {en: "Board minutes", cy: ""}
fail:  title: {en: "Board minutes"}
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.language import Language
from cyhoeddi.problems import Problem
from cyhoeddi.statement import FILE as STATEMENT
from cyhoeddi.texts import Text

ID = "both-languages"

NAMES = {Language.EN: "English", Language.CY: "Welsh"}


def check(text: Text) -> Iterator[Problem]:
    """Yield a problem for each side that is missing or empty."""
    if text.may_be_empty:
        return
    for language in Language:
        if language in text.absent:
            message = f'the {NAMES[language]} is missing: there is no "{language}:" here'
            yield Problem(text.place(language, -1), ID, message, _hint(text, language))
        elif not text[language].strip() and language not in text.misread:
            message = f"the {NAMES[language]} is empty"
            yield Problem(text.place(language, None), ID, message, _hint(text, language))


def _hint(text: Text, language: Language) -> str:
    # A hand-written page cannot be a draft, and neither can the accessibility statement.
    no_draft = text.headings or text.place(language, -1).file == STATEMENT
    draft = "" if no_draft else ", or keep the file a draft (status: draft) until it is there"
    return f"Write the {NAMES[language]} text{draft}."
