"""Where a problem about a change may stand.

The contract: a difference stands on the side that was not written first, at the first line of the smallest
block that differs; if the block is missing there, at the block before it, or the text's start. What is wrong
in itself stands where it is. A problem may stand at any line of a paragraph that goes over several, since the
exact character is better than the first line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bench.parity.entries import Entry
from bench.parity.fault import Change, How, Place
from bench.parity.layout import Spot, layout
from cyhoeddi.language import Language


def places(entry: Entry, side: Language, change: Change, at: Sequence[str]) -> tuple[Place, ...]:
    """Where a problem may stand, for a fault shown *at* the sides that `expected.yaml` names."""
    found: set[Place] = set()
    for shown in _shown(entry, side, at):
        found.update(_own(entry, side, change) if shown is side else _twin(entry, shown, change))
    if change.other is not None:
        found.update(_twin(entry, side.other, change))
    return tuple(sorted(found))


def run(entry: Entry, side: Language, change: Change, at: Sequence[str]) -> tuple[Place, ...]:
    """The lines of all neighbours of the same kind, where the number of blocks was changed."""
    if change.how is How.ALTERED:
        return ()
    index = change.spots[0]
    found = []
    for shown in _shown(entry, side, at):
        spots = _spots(entry, shown)
        fellows = [s for s in spots if s.parent == spots[index].parent]
        place = fellows.index(spots[index])
        first = last = place
        while first and fellows[first - 1].kind == spots[index].kind:
            first -= 1
        while last + 1 < len(fellows) and fellows[last + 1].kind == spots[index].kind:
            last += 1
        end = fellows[last].last
        if shown is side:
            end = min(end + change.added + 1, change.text.count("\n") + 1)
        found.append(Place(shown, min(fellows[first].first, end), end))
    return tuple(found)


def _shown(entry: Entry, side: Language, at: Sequence[str]) -> list[Language]:
    shown = {"planted": side, "behind": side.other, "translation": entry.translation}
    return sorted({shown[each] for each in at})


def _spots(entry: Entry, side: Language) -> tuple[Spot, ...]:
    return layout(entry.text(side), markdown=entry.markdown)


def _own(entry: Entry, side: Language, change: Change) -> Iterator[Place]:
    """On the side that was changed."""
    spots = _spots(entry, side)
    if change.how is How.ALTERED:
        yield Place(side, change.line, change.line)
        after = layout(change.text, markdown=entry.markdown)
        for index in change.spots:
            spot = after[index] if len(after) == len(spots) else spots[index]
            if spot.kind == "footnote":
                yield from _before(side, spots, index)
            else:
                yield Place(side, spot.first, _end(spot))
        return
    if change.how is How.ADDED:
        yield Place(side, change.line, change.line + change.added - 1)
    else:
        yield from _before(side, spots, change.spots[0])
    yield from _around(side, spots, change.spots[0])


def _twin(entry: Entry, side: Language, change: Change) -> Iterator[Place]:
    """On the side that was not changed."""
    spots = _spots(entry, side)
    for index in change.spots:
        yield Place(side, spots[index].first, _end(spots[index]))
    if change.how is not How.ALTERED:
        yield from _around(side, spots, change.spots[0])


def _before(side: Language, spots: Sequence[Spot], index: int) -> Iterator[Place]:
    """The block before one that is gone, and the innermost one above it; the text's start if none."""
    gone = spots[index]
    fellows = [s for s in spots[:index] if s.parent == gone.parent and s.last < gone.first]
    if fellows:
        yield Place(side, fellows[-1].first, fellows[-1].last)
    above = [s for s in spots if s.first < gone.first]
    if above:
        nearest = max(above, key=lambda s: (s.first, -s.last))
        yield Place(side, nearest.first, min(nearest.last, gone.first - 1))
    else:
        yield Place(side, 1, 1)


def _around(side: Language, spots: Sequence[Spot], index: int) -> Iterator[Place]:
    """The list or table that has a part too few or too many."""
    parent = spots[index].parent
    if parent >= 0:
        # A caption's line or the header's: a table has two first lines.
        header = [s.first for s in spots if s.parent == parent and s.kind == "header"]
        yield Place(side, spots[parent].first, max([spots[parent].first, *header]))


def _end(spot: Spot) -> int:
    """The last line of what has no blocks in it; the first of a list, a table or a call-out."""
    return spot.last if spot.kind in ("paragraph", "caption", "header", "row", "plain") else spot.first
