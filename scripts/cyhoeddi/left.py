"""What a build left in a folder, and whether it is still so.

Each file is known by its size, its mode and when it was changed, each folder by when something was put into
it or taken out. To ask for these alone is quicker than to list every folder.

One thing they do not tell. A clock moves in steps, and what is put into a folder in the very step in which it
was made changes nothing about it. So a folder that was changed a moment ago is listed besides, until it has
been left alone for a while.

    .cyhoeddi/left-<name>   a hash of all this, then the path of each file and folder, and once more, with a
                            slash at its end, that of each folder that is listed
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR
from time import time_ns

from cyhoeddi.hashes import A_WHILE
from cyhoeddi.ledger import CACHE
from cyhoeddi.stamps import folders_of
from cyhoeddi.whole import write_whole
from cyhoeddi.workers import both

_TOP = "."
_UNKNOWN: Mapping[str, Sequence[str]] = {}


def keep_left(root: Path, name: str, paths: Iterable[str]) -> str:
    """Keep that a build left files at *paths* in the folder *name* of the project *root*, and nothing else.

    Gives the seal of it: a hash. Raises OSError if something cannot be looked at, or this cannot be written.
    """
    top, files = f"{root}/{name}", list(paths)
    folders = [_TOP, *sorted(folders_of(files))]
    recent = _recent(top, folders)
    inside: dict[str, list[str]] = {folder: [] for folder in recent}
    for path in (*files, *folders):
        parent, _, own = path.rpartition("/")
        if (parent or _TOP) in inside and path != _TOP:
            inside[parent or _TOP].append(own)
    places = [*files, *folders, *(f"{folder}/" for folder in recent)]
    seal = _digest(top, places, inside)
    _write(_file(root, name), seal, seal, places)
    return seal


def left(root: Path, name: str) -> str | None:
    """Give the seal of what a build left in the folder *name* of *root*; None if it is so no more."""
    top, file = f"{root}/{name}", _file(root, name)
    try:
        seal, digest, *places = file.read_bytes().decode("utf-8", "surrogateescape").split("\0")
        if _digest(top, places) != digest:
            return None
        _list_fewer(top, file, seal, digest, places)
    except (OSError, ValueError):
        return None
    return seal


def _list_fewer(top: str, file: Path, seal: str, digest: str, places: Sequence[str]) -> None:
    """Keep the same again, without the lists of folders that have been left alone for a while."""
    listed = {place for place in places if place.endswith("/")}
    settled = listed - {f"{folder}/" for folder in _recent(top, [place[:-1] for place in listed])}
    if settled:
        fewer = [place for place in places if place not in settled]
        found = _digest(top, fewer)
        # Once more: in between, something may have been put where nobody would look for it any more.
        if _digest(top, places) == digest:
            with suppress(OSError):
                _write(file, seal, found, fewer)


def _file(root: Path, name: str) -> Path:
    return root / CACHE / f"left-{name}"


def _write(file: Path, *parts: str | Sequence[str]) -> None:
    told = [part if isinstance(part, str) else "\0".join(part) for part in parts]
    write_whole(file, "\0".join(told).encode("utf-8", "surrogateescape"))


def _recent(top: str, folders: Iterable[str]) -> list[str]:
    """Give those of *folders* that were changed a moment ago."""
    lately = time_ns() - A_WHILE
    return [folder for folder in folders if os.lstat(f"{top}/{folder}").st_mtime_ns > lately]


def _digest(top: str, places: Sequence[str], inside: Mapping[str, Iterable[str]] = _UNKNOWN) -> str:
    """Give the hash of what is at *places* in the folder *top*; *inside* is what folders shall hold."""
    # A large site has tens of thousands of them: on two cores they are looked at in half the time.
    halves = both(lambda: _told(top, places[::2], inside), lambda: _told(top, places[1::2], inside))
    return sha256("".join(halves).encode()).hexdigest()


def _told(top: str, places: Iterable[str], inside: Mapping[str, Iterable[str]]) -> str:
    whole = sha256()
    for place in places:
        if place.endswith("/"):
            folder = place[:-1]
            names = inside[folder] if folder in inside else os.listdir(f"{top}/{folder}")  # noqa: PTH208
            told = "/".join(sorted(names))
        else:
            state = os.lstat(f"{top}/{place}")
            size = 0 if S_ISDIR(state.st_mode) else state.st_size
            told = f"{size} {state.st_mtime_ns} {state.st_mode}"
        whole.update(f"{place}\0{told}\0".encode("utf-8", "surrogateescape"))
    return whole.hexdigest()
