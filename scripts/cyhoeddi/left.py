"""What a build left in a folder, and whether it is still so.

Each file is known by its size, its mode and when it was changed, each folder by its mode and when something
was put into it or taken out. To ask for these alone is quicker than to list every folder.

One thing they do not tell. A clock moves in steps, and what is put into a folder in the very step in which it
was made changes nothing about it. So a folder that was changed a moment ago is listed besides, until it has
been left alone for a while.

    .cyhoeddi/left-<name>   two hashes, of the last line (the seal) and of the second one; in this, as JSON,
                            the folders that are listed, with what is in them; at last the path of each file
                            and folder, and then the state of each

Such as `en/index.html` with `812 1763800000000000000 33188` (size, time, mode), `en` with
`/1763800000000000000 16877`, and `en/`, while it is listed, with `about/index.html/news`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Mapping, Set
from contextlib import suppress
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from stat import S_ISDIR
from time import time_ns
from typing import NamedTuple

from cyhoeddi.hashes import A_WHILE
from cyhoeddi.ledger import CACHE
from cyhoeddi.stamps import folders_of
from cyhoeddi.whole import write_whole
from cyhoeddi.workers import both

TOP = "."
"""The path of the folder itself."""
_FOLDER = "/"
"""With this begins the state of a folder, as no file's does."""
_MANY = 5_000
"""Fewer files and folders than this are not worth another process that looks at a half of them."""
_NOTHING: Mapping[str, str] = {}
_NONE: Set[str] = frozenset()


class Left(NamedTuple):
    """What a build left in a folder."""

    seal: str
    """A hash of it."""
    states: Mapping[str, str]
    """The state of each file and folder, by its path."""


def states_in(
    top: Path | str, files: Collection[str], before: Mapping[str, str] = _NOTHING, held: Set[str] = _NONE
) -> dict[str, str]:
    """Give the states of the *files* in the folder *top*, which holds nothing else, and of their folders.

    Where the folder was made of one with the states *before*, the files that were *held* in it and folders
    in which nothing changed are not looked at again. Raises OSError if something cannot be looked at.
    """
    put = [path for path in files if path not in held]
    gone = [place for place in before.keys() - held if not is_folder(before[place])]
    touched = {TOP, *folders_of([*put, *gone])}
    states = dict(before)
    for place in touched.union(gone):
        states.pop(place, None)
    states |= {path: state_of(f"{top}/{path}") for path in put}
    for folder in touched:
        with suppress(FileNotFoundError, NotADirectoryError):
            states[folder] = state_of(f"{top}/{folder}")
    return states


def state_of(place: str) -> str:
    """Give the state of the file or folder at *place*. Raises OSError if it cannot be looked at."""
    state = os.lstat(place)
    if S_ISDIR(state.st_mode):
        return f"{_FOLDER}{state.st_mtime_ns} {state.st_mode}"
    return f"{state.st_size} {state.st_mtime_ns} {state.st_mode}"


def is_folder(state: str) -> bool:
    """Tell whether this is the *state* of a folder."""
    return state.startswith(_FOLDER)


def folder_states(top: Path | str, files: Iterable[str], *inside: str) -> dict[str, str]:
    """Give the states of the folders that the *files* in the folder *top* stand in, those *inside* it alone.

    Raises OSError if one cannot be looked at.
    """
    starts = tuple(f"{folder}/" for folder in inside)
    return {
        place: state_of(f"{top}/{place}")
        for place in folders_of(files)
        if place in inside or place.startswith(starts)
    }


def keep_left(
    root: Path, folder: Path, states: Mapping[str, str], *, name: str = "", files: Iterable[str] = ()
) -> str:
    """Keep, for the project *root*, that a build left in *folder* what has these *states*, and nothing else.

    It is known by the *name*, else by that of the folder. Where the states are those of folders alone,
    *files* are the paths of what stands in these. Gives the seal. Raises OSError if this cannot be written.
    """
    told = _encoded(states)
    seal = _digest(told)
    _write(_file(root, name or folder.name), seal, _lists(states, _recent(states), files), told)
    return seal


def seal_of(root: Path, folder: Path, *, name: str = "") -> str | None:
    """Give the seal of what a build left in *folder* for the project *root*; None if it is so no more."""
    found = still_left(root, folder, name=name)
    return found.seal if found else None


def still_left(root: Path, folder: Path, *, name: str = "", alone: bool = False) -> Left | None:
    """Give what a build left in *folder* for the project *root*; None if it is so no more.

    *name* is as for `keep_left`. If this process looks *alone*, others have something else to do meanwhile.
    """
    try:
        seal, lists, states = _read(file := _file(root, name or folder.name))
        # Before it is looked: whatever is put into a folder from now on changes one that was left alone.
        recent = _recent({place[:-1]: states[place[:-1]] for place in lists})
        if not _is_so(str(folder), states, lists, alone=alone):
            return None
        if len(recent) < len(lists):
            fewer = {f"{place}/": lists[f"{place}/"] for place in recent}
            with suppress(OSError):
                _write(file, seal, fewer, _encoded(states))
    except (OSError, ValueError):
        return None
    return Left(seal, states)


def read_left(root: Path, name: str) -> Left | None:
    """Give what a build left in the folder *name* for the project *root*, whether or not it is still so."""
    try:
        seal, _, states = _read(_file(root, name))
    except (OSError, ValueError):
        return None
    return Left(seal, states)


def move_left(root: Path, name: str, to: str) -> None:
    """Keep what was left in the folder *name* as what was left in the folder *to*, which it is called now."""
    try:
        _file(root, name).replace(_file(root, to))
    except OSError:
        forget_left(root, to)


def forget_left(root: Path, name: str) -> None:
    """Have nothing be known any more of what was left under this *name*."""
    with suppress(OSError):
        _file(root, name).unlink()


def _lists(states: Mapping[str, str], folders: Iterable[str], files: Iterable[str]) -> dict[str, str]:
    """Give what each of *folders* shall hold, by its path and a slash: of *states* and of *files*."""
    inside: dict[str, list[str]] = {folder: [] for folder in folders}
    for place in chain(states, files) if inside else ():
        parent, _, own = place.rpartition("/")
        if (parent or TOP) in inside and place != TOP:
            inside[parent or TOP].append(own)
    return {f"{folder}/": _list(names) for folder, names in inside.items()}


def _list(names: Iterable[str]) -> str:
    return "/".join(sorted(names))


def _recent(states: Mapping[str, str]) -> list[str]:
    """Give the folders that were changed a moment ago."""
    lately = time_ns() - A_WHILE
    # As texts first, which is quicker: no file's state stands before this one, and no later folder's.
    begin, end = f"{_FOLDER}{lately}", chr(ord(_FOLDER) + 1)
    folders = [place for place, state in states.items() if begin < state < end]
    return [place for place in folders if int(states[place][1:].partition(" ")[0]) > lately]


def _is_so(top: str, states: Mapping[str, str], lists: Mapping[str, str], *, alone: bool = False) -> bool:
    """Tell whether all in the folder *top* has these *states*, and its folders hold what *lists* tell."""
    looked = [*states.items(), *lists.items()]
    if alone or len(looked) < _MANY:
        return _compared(top, looked) == _SAME
    # A large site has tens of thousands of them: on two cores they are looked at in half the time.
    halves = both(lambda: _compared(top, looked[::2]), lambda: _compared(top, looked[1::2]))
    return halves == (_SAME, _SAME)


_SAME, _OTHER = "same", "other"


def _compared(top: str, looked: Iterable[tuple[str, str]]) -> str:
    try:
        for place, state in looked:
            path = f"{top}/{place}"
            if (_list(os.listdir(path)) if place.endswith("/") else state_of(path)) != state:  # noqa: PTH208
                return _OTHER
    except OSError:
        return _OTHER
    return _SAME


def _file(root: Path, name: str) -> Path:
    return root / CACHE / f"left-{name}"


def _write(file: Path, seal: str, lists: Mapping[str, str], told: bytes) -> None:
    listed = json.dumps(lists).encode() + b"\n"
    write_whole(file, [f"{seal} {_digest(listed)}\n".encode(), listed, told])


def _read(file: Path) -> tuple[str, dict[str, str], dict[str, str]]:
    """Give the seal, the lists, and the states.

    Raises OSError or ValueError if they cannot be read or are damaged.
    """
    with file.open("rb") as opened:
        hashes, listed, told = opened.readline(), opened.readline(), opened.read()
    seal = _digest(told)
    if hashes != f"{seal} {_digest(listed)}\n".encode():
        raise ValueError(file)
    words = told.decode("utf-8", "surrogateescape").split("\0") if told else []
    del told  # Else as much as this is held twice.
    half = len(words) // 2
    return seal, json.loads(listed), dict(zip(words[:half], words[half:], strict=True))


def _encoded(states: Mapping[str, str]) -> bytes:
    return "\0".join([*states, *states.values()]).encode("utf-8", "surrogateescape")


def _digest(told: bytes) -> str:
    return blake2b(told).hexdigest()
