"""Every telephone number of a block stands in its translation too; spaces do not matter.

A number counts once, be it in the words or what a link dials.

pass:  "0300 000 0000" and "03000 000000", or "+44 300 000 0000"
fail:  "0300 000 0000" and "0300 000 0001"
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.checks.agreement import disagreements
from cyhoeddi.figures import Kind
from cyhoeddi.parity import PLAIN, ParityContext
from cyhoeddi.problems import Problem
from cyhoeddi.texts import Text

ID = "telephones-agree"


def check(text: Text, context: ParityContext = PLAIN) -> Iterator[Problem]:
    """Yield a problem for each block of *text* whose telephone numbers differ."""
    return disagreements(text, context, ID, Kind.TELEPHONE)
