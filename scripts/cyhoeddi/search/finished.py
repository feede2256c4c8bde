"""Folders of the cache that are made once for all that they follow from, and linked into every site.

Each is whole or not there: it holds a list of its files, and one that was damaged is made again. Nothing is
written into a file of it, which may stand in a site too.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cyhoeddi.ledger import read_ledger, write_ledger
from cyhoeddi.site.spare import link
from cyhoeddi.stamps import hash_of, list_folder, stamp

LIST = "files.json"
"""The list of the files of a finished folder: a ledger of their stamps."""

_VERSION = "1"


@dataclass(frozen=True)
class Finished:
    """A folder that is whole."""

    folder: Path
    hashes: Mapping[str, str]
    """The hash of each file, by its path there."""

    def put(self, into: Path, *, without: Container[str] = ()) -> dict[str, str]:
        """Put the files into the folder *into*, by link where the system can; give the hash of each."""
        put = {path: made for path, made in self.hashes.items() if path not in without}
        for folder in {(into / path).parent for path in put}:
            folder.mkdir(parents=True, exist_ok=True)
        for path in put:
            link(f"{self.folder}/{path}", f"{into}/{path}")
        return put


def finish(folder: Path, make: Callable[[Path], Path]) -> Finished:
    """Give the finished *folder*; if it is not there as it was made, *make* makes it.

    That is given an empty folder to work in, and gives the one that is to be this: that, or one in it.
    """
    stamps = _whole(folder)
    if not stamps:
        shutil.rmtree(folder, ignore_errors=True)
        room = folder.with_suffix(".making")
        shutil.rmtree(room, ignore_errors=True)
        room.mkdir()
        made = make(room)
        stamps = {path: stamp(made / path, hash_of(made / path)) for path in list_folder(made).files}
        write_ledger(made / LIST, _VERSION, stamps)
        # Whole or not at all: a folder of this name is a finished one.
        made.rename(folder)
        shutil.rmtree(room, ignore_errors=True)
    return Finished(folder, {path: made for path, (made, *_) in stamps.items()})


def _whole(folder: Path) -> Mapping[str, Any]:
    """Give the stamps of the files of *folder* if they are just as they were made; else none.

    A file that was not touched is not read; those of a cache that was copied here all are. What else somebody
    put there is of no account.
    """
    stamps = read_ledger(folder / LIST, _VERSION)
    try:
        looked = list_folder(folder)
        is_whole = all(
            looked.holds(path, told) or hash_of(folder / path) == told[0] for path, told in stamps.items()
        )
    except OSError:
        return {}
    return stamps if is_whole else {}
