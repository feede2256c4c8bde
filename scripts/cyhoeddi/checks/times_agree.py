"""Every time of the day of a block stands in its translation too.

pass:  "9.30am to 5pm" and "9.30yb tan 5yp", or "9:30 y bore i 17:00"
pass:  "noon" and "hanner dydd" or "12pm"
fail:  "9.30am" and "9.30yp"
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.checks.agreement import disagreements
from cyhoeddi.figures import Kind
from cyhoeddi.parity import PLAIN, ParityContext
from cyhoeddi.problems import Problem
from cyhoeddi.texts import Text

ID = "times-agree"


def check(text: Text, context: ParityContext = PLAIN) -> Iterator[Problem]:
    """Yield a problem for each block of *text* whose times differ."""
    return disagreements(text, context, ID, Kind.TIME)
