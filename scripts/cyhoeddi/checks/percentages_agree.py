"""Every percentage of a block stands in its translation too.

pass:  "5% to 10%, forty per cent" and "5 i 10 y cant, deugain y cant"
pass:  "half of the homes" and "50% o'r cartrefi"
fail:  "4.5%" and "5.4%"
fail:  "30%" and "30"
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.checks.agreement import disagreements
from cyhoeddi.figures import Kind
from cyhoeddi.parity import PLAIN, ParityContext
from cyhoeddi.problems import Problem
from cyhoeddi.texts import Text

ID = "percentages-agree"


def check(text: Text, context: ParityContext = PLAIN) -> Iterator[Problem]:
    """Yield a problem for each block of *text* whose percentages differ."""
    return disagreements(text, context, ID, Kind.PERCENTAGE)
