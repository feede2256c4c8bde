"""How each text stands to what was accepted.

A text is looked for first under its own key, then among those of its part of the project that have no place
any more: so one that moved, was given an id or changed places with another is still known. A pair that is
there as it was accepted is never stale, wherever it stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from cyhoeddi.language import Language
from cyhoeddi.memory.held import NO_ID, Held, kin
from cyhoeddi.memory.record import Memory, Record


class State(StrEnum):
    """How a text stands to what was accepted."""

    AGREED = "agreed"
    """The pair was accepted as it is."""
    NEW = "new"
    """The memory does not know it."""
    STALE = "stale"
    """One side changed since, and the other did not."""
    CHANGED = "changed"
    """Both sides changed since."""


@dataclass(frozen=True)
class Standing:
    """A text and how it stands."""

    held: Held
    state: State
    record: Record | None = None
    """The pair that was accepted; None if the text is new."""

    @property
    def changed(self) -> Language | None:
        """The side of a stale text that changed; the other must follow."""
        if self.state is not State.STALE or self.record is None:
            return None
        return Language.CY if self.held.hashes[0] == self.record.en else Language.EN

    @property
    def before(self) -> str | None:
        """What the changed side of a stale text said when the pair was accepted, if it is known."""
        sides = self.record.sides() if self.record else None
        return sides[list(Language).index(self.changed)] if sides and self.changed else None


_Tokens = Callable[[str, str, str], Iterable[tuple[str, ...]]]


def _side(english: str, welsh: str) -> tuple[tuple[str, ...], ...]:
    return ("en", english), ("cy", welsh)


_PASSES: tuple[tuple[State, _Tokens], ...] = (
    (State.AGREED, lambda key, en, cy: [(key, en, cy)]),
    (State.AGREED, lambda _key, en, cy: [(en, cy)]),
    (State.STALE, lambda key, en, cy: [(key, *side) for side in _side(en, cy)]),
    (State.STALE, lambda _key, en, cy: _side(en, cy)),
    (State.CHANGED, lambda key, _en, _cy: [] if NO_ID in key.split("/") else [(key,)]),
)
"""What a text and a record must share, from the surest sign to the weakest."""


def compare(held: Iterable[Held], memory: Memory) -> tuple[Standing, ...]:
    """Give how each of the texts *held* stands to *memory*, in their order."""
    texts: dict[tuple[str, ...], list[Held]] = defaultdict(list)
    records: dict[tuple[str, ...], list[Record]] = defaultdict(list)
    order = list(held)
    for one in order:
        texts[kin(one.key)].append(one)
    for record in memory.records:
        records[kin(record.key)] += [record] * record.count
    found: dict[int, Standing] = {}
    for part, members in texts.items():
        found |= _settle(members, records[part])
    return tuple(found.get(id(one)) or Standing(one, State.NEW) for one in order)


def _settle(texts: list[Held], records: list[Record]) -> dict[int, Standing]:
    """Give the standing of each of *texts* that one of *records* is for, by the text's id."""
    found: dict[int, Standing] = {}
    accepted = {(record.en, record.cy) for record in records}
    for state, tokens in _PASSES:
        waiting: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number in reversed(range(len(records))):
            record = records[number]
            for token in tokens(record.key, record.en, record.cy):
                waiting[token].append(number)
        taken: set[int] = set()
        for held in texts:
            # A further copy of an accepted pair is new: it took no words from another.
            if state is not State.AGREED and held.hashes in accepted:
                continue
            for token in tokens(held.key, *held.hashes):
                free = waiting[token]
                while free and free[-1] in taken:
                    free.pop()
                if free:
                    taken.add(free[-1])
                    found[id(held)] = Standing(held, state, records[free[-1]])
                    break
        texts = [held for held in texts if id(held) not in found]
        records = [record for number, record in enumerate(records) if number not in taken]
        if not texts or not records:
            break
    return found
