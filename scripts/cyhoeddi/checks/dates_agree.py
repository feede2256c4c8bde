"""Every date, month, year and weekday of a block stands in its translation too.

A list or range gives its month and year to all its days.

pass:  "Tuesday 14 November 2023" and "dydd Mawrth 14 Tachwedd 2023"
pass:  "14-16 November, in March, 2023-24" and "14 i 16 Tachwedd, ym mis Mawrth, 2023–2024"
fail:  "14 November 2023" and "4 Tachwedd 2023"
fail:  "by March 2024" and "erbyn mis Mai 2024"
fail:  "on Monday" and "ddydd Mawrth"
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.checks.agreement import disagreements
from cyhoeddi.figures import Kind
from cyhoeddi.parity import PLAIN, ParityContext
from cyhoeddi.problems import Problem
from cyhoeddi.texts import Text

ID = "dates-agree"


def check(text: Text, context: ParityContext = PLAIN) -> Iterator[Problem]:
    """Yield a problem for each block of *text* whose dates differ."""
    return disagreements(text, context, ID, Kind.DATE)
