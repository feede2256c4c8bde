"""The files of briefings/, of which only those are read that changed since they were read last."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from cyhoeddi.entry import Entry
from cyhoeddi.fingerprint import code_digest
from cyhoeddi.hashes import Hashes, hashes_in
from cyhoeddi.ledger import CACHE, read_ledger, write_ledger
from cyhoeddi.reading import Reading, read_reading
from cyhoeddi.source.text import MOST_BYTES
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


@dataclass
class Known:
    """What a process that lasts, as that of a preview, knows of a project that it reads again and again."""

    readings: Mapping[str, Reading] = field(default_factory=dict)
    """The readings that it was given last, by file."""
    entries: Mapping[str, Entry] = field(default_factory=dict)
    """The entries that it made last, by file."""


def read_readings(
    root: Path,
    names: Sequence[str],
    *,
    keep: bool,
    jobs: int,
    tell: Callable[[int, int], object],
    known: Known | None = None,
) -> Mapping[str, Reading]:
    """Give the reading of each of the files *names* that has no mistake.

    With *keep*, those of the last time are known, and these will be: by this process itself if it has given
    what is *known*. *jobs* processes share the work; *tell* hears how many of how many files have been read.
    """
    version = code_digest() if keep else ""
    kept = (known and known.readings) or (_kept(root, version) if keep else {})
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
        write_ledger(root / FILE, version, found)
    if known:
        known.readings = found
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


def _kept(root: Path, version: str) -> Mapping[str, Reading]:
    return {name: Reading(*row) for name, row in read_ledger(root / FILE, version).items()}


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
