"""Every e-mail address of a block stands in its translation too, in the words or behind a link.

The domains of one body in the two languages are one.

pass:  "team@gov.wales" and "team@llyw.cymru"
fail:  "team@example.org" and "teem@example.org"
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.checks.agreement import disagreements
from cyhoeddi.figures import Kind
from cyhoeddi.parity import PLAIN, ParityContext
from cyhoeddi.problems import Problem
from cyhoeddi.texts import Text

ID = "emails-agree"


def check(text: Text, context: ParityContext = PLAIN) -> Iterator[Problem]:
    """Yield a problem for each block of *text* whose e-mail addresses differ."""
    return disagreements(text, context, ID, Kind.EMAIL)
