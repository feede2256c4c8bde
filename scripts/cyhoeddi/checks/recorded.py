"""Every pair that is to be published is recorded in translations.lock, which `check --locked` insists on.

A project without that file is told so in a note, and nothing more is asked of it.

pass:  a text that `cyhoeddi accept` recorded and nobody has changed since, wherever it has moved
fail:  a text that is new, or whose two sides changed, and `cyhoeddi accept` was not run
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cyhoeddi.memory import FILE, Memory, Standing, State
from cyhoeddi.problems import Level, Position, Problem

ID = "recorded"

_MESSAGES = {
    State.NEW: f"this text is not recorded in {FILE}",
    State.CHANGED: f"both sides of this text changed since they were recorded in {FILE}",
}


def check(standings: Iterable[Standing], memory: Memory, *, locked: bool = True) -> Iterator[Problem]:
    """Yield a note if there is no memory; else, if *locked*, a problem for each text not held in it."""
    published = [standing for standing in standings if standing.held.is_published]
    if not memory.exists:
        if published:
            hint = f'Run "cyhoeddi accept" and commit {FILE}; from then on a side that falls behind is found.'
            message = f"there is no {FILE}, so nothing tells whether one side has fallen behind"
            yield Problem(Position(FILE), ID, message, hint, Level.NOTE)
        return
    for standing in published if locked else ():
        if standing.state in _MESSAGES:
            text = standing.held.text
            hint = f'See that both sides say the same, run "cyhoeddi accept" and commit {FILE}.'
            place = text.place(text.source_language.other, 0)
            yield Problem(place, ID, _MESSAGES[standing.state], hint)
