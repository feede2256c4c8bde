"""What the memory should hold once people have accepted the texts as they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cyhoeddi.memory.compare import Standing, State
from cyhoeddi.memory.held import kin
from cyhoeddi.memory.record import Memory, Record, record_of


def accept_texts(
    standings: Iterable[Standing], memory: Memory, paths: Sequence[str] = (), minor: str | None = None
) -> Memory:
    """Give *memory* with the texts of *standings* accepted; the drafts among them stay as they were.

    *paths* names files, folders or texts (`briefings/a.yaml/sections/background/body`), else all are meant.
    A stale text is accepted only with *minor*, the reason why the other side need not follow; with it,
    nothing else is. Pairs whose texts are gone are dropped, unless *paths* limits what is looked at.
    """
    texts = tuple(standings)
    reason = None if minor is None else " ".join(minor.split())
    kept = [record for one in texts for record in _kept(one, chosen(one, paths), reason)]
    here = {kin(one.held.key)[:-1] for one in texts if one.held.is_published}
    drafts = {kin(one.held.key)[:-1] for one in texts} - here
    told = Counter(one.record for one in texts)
    for record in memory.records:
        left = record.count - told[record]
        if left > 0 and (paths or minor is not None or kin(record.key)[:-1] in drafts):
            kept.append(replace(record, count=left))
    return Memory(_counted(kept), exists=True)


def chosen(standing: Standing, paths: Sequence[str]) -> bool:
    """Tell whether one of *paths* names the text; without paths all are named."""
    return not paths or any(standing.held.is_at(path) for path in paths)


def _kept(standing: Standing, is_chosen: bool, minor: str | None) -> Iterator[Record]:
    """Yield the record that the memory is to have of a text."""
    held, record = standing.held, standing.record
    is_due = bool(minor) if standing.state is State.STALE else minor is None
    if record is not None and standing.state is State.AGREED:
        yield replace(record, key=held.key, count=1)
    elif is_chosen and is_due and held.is_published:
        yield record_of(held.key, held.text.en, held.text.cy, minor=minor)
    elif record is not None:
        yield replace(record, count=1)


def _counted(records: Iterable[Record]) -> tuple[Record, ...]:
    """Give the records sorted, those of one pair as one."""
    found: dict[tuple[str, str, str], Record] = {}
    for record in sorted(records, key=lambda one: (one.key, one.en, one.cy, one.minor is None)):
        pair = (record.key, record.en, record.cy)
        first = found.get(pair)
        found[pair] = record if first is None else replace(first, count=first.count + record.count)
    return tuple(sorted(found.values(), key=Record.line))
