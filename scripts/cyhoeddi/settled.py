"""The files whose texts all stand in translations.lock as they are: nobody need look at them more closely.

That of an archive is most of a lock of tens of megabytes. Which files are settled is kept by their hashes and
that of the lock, so that only the lines are read that tell of the others.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from cyhoeddi.entry import Entry
from cyhoeddi.fingerprint import code_digest
from cyhoeddi.hashes import hashes_in
from cyhoeddi.ledger import CACHE, read_ledger, write_ledger
from cyhoeddi.memory import FILE as LOCK
from cyhoeddi.memory import Memory, Record, part_of, read_memory
from cyhoeddi.memory.lines import are_in_order
from cyhoeddi.problems import Problem
from cyhoeddi.steady import saved_meanwhile

FILE = f"{CACHE}/settled.json"


_UNKNOWN = "", 0, ()


class Agreed(NamedTuple):
    """The texts of a file that stand as they were accepted."""

    number: int
    minor: Sequence[tuple[str, str]]
    """Name and reason of each that was accepted though the other side had not followed."""


class Settled(NamedTuple):
    """What translations.lock tells of some files."""

    memory: Memory
    """Of settled files, it holds nothing if these are kept."""
    problems: tuple[Problem, ...]
    agreed: Mapping[str, Agreed]
    """The files whose texts all stand as they were accepted, by path."""


def settle(root: Path, entries: Sequence[Entry], others: Iterable[str], *, keep: bool) -> Settled:
    """Give what translations.lock of the project folder *root* tells of *entries*, and of these *others*.

    *others* are keys of texts that stand elsewhere. With *keep*, what was settled the last time is known, and
    this will be. Raises SavedMeanwhileError if the lock is saved while it is read.
    """
    before = _digest(root) if keep else ""
    stored = read_ledger(root / FILE, code_digest()) if before else {}
    rows: dict[str, Any] = stored["agreed"] if stored.get("lock") == before else {}
    known = _known(rows, entries)
    due, elsewhere = [entry for entry in entries if entry.file not in known], list(others)
    in_order = bool(known) and bool(stored.get("in_order"))
    memory, problems = read_memory(root, _parts(due, elsewhere) if known else None, in_order=in_order)
    agreed = known | {
        entry.file: agreed_of(zip((one.name for one in entry.held), records, strict=True))
        for entry in due
        if (records := memory.agreed(entry.pairs)) is not None
    }
    is_news = bool(before and (due or not known))
    in_order = in_order or (is_news and are_in_order(root / LOCK))
    if keep and before != _digest(root):
        raise saved_meanwhile(LOCK)
    if is_news and not problems:
        digests = {entry.file: entry.digest for entry in entries}
        # A public build passes drafts over: what is known of them is kept.
        rows = rows | {file: [digests[file], *one] for file, one in agreed.items()}
        write_ledger(root / FILE, code_digest(), {"lock": before, "in_order": in_order, "agreed": rows})
    if keep:
        memory = memory.of_parts(_parts((one for one in due if one.file not in agreed), elsewhere))
    return Settled(memory, problems, agreed)


def agreed_of(texts: Iterable[tuple[str, Record]]) -> Agreed:
    """Give what is told of *texts* that stand as they were accepted, each with its name and its record."""
    records = list(texts)
    return Agreed(len(records), tuple((name, one.minor) for name, one in records if one.minor))


def _digest(root: Path) -> str:
    """Give the hash of translations.lock; none if it cannot be read."""
    hashes = hashes_in(root)
    try:
        return hashes.of(os.fspath(root / LOCK))[0]
    except OSError:
        return ""
    finally:
        hashes.keep()


def _known(rows: Mapping[str, Any], entries: Iterable[Entry]) -> dict[str, Agreed]:
    found: dict[str, Agreed] = {}
    for entry in entries:
        digest, number, minor = rows.get(entry.file, _UNKNOWN)
        if digest == entry.digest:
            found[entry.file] = Agreed(number, tuple((name, reason) for name, reason in minor))
    return found


def _parts(entries: Iterable[Entry], keys: Iterable[str]) -> frozenset[str]:
    """Give the parts of the project that *entries*, and texts with these *keys*, belong to."""
    own = (key for entry in entries for key, _, _ in entry.pairs)
    return frozenset(part_of(key) for key in (*own, *keys))
