"""The files of briefings/, of which only those are read that changed since they were read last."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from cyhoeddi.fingerprint import code_digest
from cyhoeddi.hashes import Hashes, hashes_in
from cyhoeddi.ledger import CACHE, read_ledger, write_ledger
from cyhoeddi.reading import Reading, read_reading
from cyhoeddi.source.text import MOST_BYTES
from cyhoeddi.stamps import file_stamp
from cyhoeddi.workers import spread

FILE = f"{CACHE}/readings.json"

_ENDINGS = (".yaml", ".yml")


def briefing_files(root: Path) -> list[str]:
    """Give the path of each file in briefings/ of the project folder *root*, in order, the hidden left out.

    Those of briefings/files/ belong to publications, and are none of them.
    """
    found = (path for path in _files(f"{root}/briefings", "briefings") if not path.startswith(_FILES))
    return sorted(found, key=lambda path: path.split("/"))


def is_yaml(name: str) -> bool:
    """Tell whether a file of this *name* is read as YAML."""
    return name.lower().endswith(_ENDINGS)


def read_readings(
    root: Path, names: Sequence[str], *, keep: bool, jobs: int, tell: Callable[[int, int], object]
) -> Mapping[str, Reading]:
    """Give the reading of each of the files *names* that has no mistake.

    With *keep*, those of the last time are known, and these will be. *jobs* processes share the work; *tell*
    hears how many of how many files have been read.
    """
    file, version = root / FILE, code_digest() if keep else ""
    kept = _kept(file, version) if keep else {}
    found: dict[str, Reading] = {}
    due: list[tuple[str, str]] = []
    for name, now in _digests(root, names, keep=keep):
        if name in kept and kept[name].digest == now:
            found[name] = kept[name]
        else:
            due.append((name, now))
    read = spread(lambda one: read_reading(root, *one), due, jobs, lambda done: tell(done, len(due)))
    found |= {name: reading for (name, _), reading in zip(due, read, strict=True) if reading is not None}
    if keep and (due or found.keys() != kept.keys()):
        write_ledger(file, version, found)
    if keep:
        _LAST.clear()
        _LAST[_told(file, version)] = found
    return found


def _digests(root: Path, names: Sequence[str], *, keep: bool) -> Iterator[tuple[str, str]]:
    """Yield the name and hash of each of the files *names* that may be in order."""
    hashes = hashes_in(root) if keep else Hashes(None)
    for name in names:
        # What cannot be read, or is too large, is a mistake that is told of when the file is held as it is.
        with suppress(OSError):
            digest, size = hashes.of(f"{root}/{name}")
            if 0 < size <= MOST_BYTES:
                yield name, digest
    hashes.keep()


def _kept(file: Path, version: str) -> Mapping[str, Reading]:
    last = _LAST.get(_told(file, version))
    if last is not None:
        return last
    return {name: Reading(*row) for name, row in read_ledger(file, version).items()}


def _told(file: Path, version: str) -> tuple[str, str, str]:
    """Give by what a ledger is known: if all of it is as it was, it holds what this process put there."""
    return str(file), version, file_stamp(str(file))


_LAST: dict[tuple[str, str, str], Mapping[str, Reading]] = {}
"""What was given last: a process that lasts need not read it again (`serve`)."""


_FILES = "briefings/files/"


def _files(folder: str, name: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                path = f"{name}/{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    yield from _files(entry.path, path)
                elif entry.is_file() and not entry.name.startswith("."):
                    yield path
    except OSError:
        return
