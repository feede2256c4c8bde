"""Every sum of money of a block stands in its translation too, however large numbers are written.

pass:  "£68m", "£68 million" or "£68,000,000" and "£68 miliwn"
pass:  "£1.2bn, 50p and £5-10m" and "£1.2 biliwn, 50c a £5 miliwn i £10 miliwn"
fail:  "£68m" and "£86 miliwn"
fail:  "£68m" and "68 miliwn"
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.checks.agreement import disagreements
from cyhoeddi.figures import Kind
from cyhoeddi.parity import PLAIN, ParityContext
from cyhoeddi.problems import Problem
from cyhoeddi.texts import Text

ID = "money-agree"


def check(text: Text, context: ParityContext = PLAIN) -> Iterator[Problem]:
    """Yield a problem for each block of *text* whose sums of money differ."""
    return disagreements(text, context, ID, Kind.MONEY)
