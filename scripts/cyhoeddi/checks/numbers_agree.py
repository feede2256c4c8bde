"""Every number of a block stands in its translation too, in digits or in words.

Thousands separators, ordinals and scales may be written in each language's way. A number word that has no
answer on the other side is a warning, since languages count in different words; "one" and "un" are mostly no
numbers at all.

pass:  "1,500 places, the 3rd report" and "1500 o leoedd, y 3ydd adroddiad"
pass:  "five of the 24 homes" and "pump o'r pedwar cartref ar hugain"
fail:  "151 responses" and "115 o ymatebion"
warn:  "two of the homes" and "rhai o'r cartrefi"
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.checks.agreement import disagreements
from cyhoeddi.figures import Kind
from cyhoeddi.parity import PLAIN, ParityContext
from cyhoeddi.problems import Problem
from cyhoeddi.texts import Text

ID = "numbers-agree"


def check(text: Text, context: ParityContext = PLAIN) -> Iterator[Problem]:
    """Yield a problem for each block of *text* whose numbers differ."""
    return disagreements(text, context, ID, Kind.NUMBER)
