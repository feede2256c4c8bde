"""The last good site survives anything: a new one takes its place whole, in one step, or not at all.

Where the system can exchange two folders at once, that is the step. Elsewhere it takes two renames: the old
site goes to `.cyhoeddi/aside/`, then the new one to its place. A build killed between them leaves a folder
aside and none in its place: that is the journal, and `recover` reads it at the next start.

    .cyhoeddi/lock           held by the build under way; the system lets go of it when the process ends
    .cyhoeddi/build-*/       private folders of builds; those of killed builds are cleared by `recover`
    .cyhoeddi/aside/<path>   the old folder at <path>, between two renames
    .cyhoeddi/spare-<name>/  the old folder <name>, of which the next build makes the new one (`spare`)
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cyhoeddi.ledger import CACHE
from cyhoeddi.site import SiteError
from cyhoeddi.site.spare import keep

_PRIVATE = "build-"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NOT_HERE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}
"""What a system or a file system answers that cannot exchange two folders."""


class BusyError(SiteError):
    """Another build of the project is under way."""


@contextmanager
def locked(project: Path, *, patience: float = 120.0) -> Iterator[None]:
    """Keep every other build of *project* out, waiting up to *patience* seconds for one that is under way."""
    with _plainly(project / CACHE):
        (project / CACHE).mkdir(exist_ok=True)
        lock = (project / CACHE / "lock").open("a+", encoding="utf-8")
    with lock:
        until = time.monotonic() + patience
        while not _take(lock.fileno()):
            if time.monotonic() >= until:
                lock.seek(0)
                raise BusyError(
                    f"Another build of this folder is still under way: process {lock.read().strip()}. "
                    "Wait until it has finished, or end it, then build again."
                )
            time.sleep(0.1)
        lock.truncate(0)
        lock.write(f"{os.getpid()}\n")
        lock.flush()
        yield


@contextmanager
def cleared(project: Path) -> Iterator[None]:
    """If what is done meanwhile fails, leave nothing of it in the cache of *project*, which is `locked`."""
    try:
        yield
    except BaseException:
        _clear(project)
        raise


def recover(project: Path) -> str | None:
    """Mend what a killed build left: put the last good site back and clear private folders.

    Gives a sentence about a folder put back, or None. To be called while the project is `locked`.
    """
    cache = project / CACHE
    sentences = []
    with _plainly(project):
        for aside in sorted((cache / "aside").glob("*")):
            # What stood in the cache, a preview that was served, is not put back: it is made again.
            place = project / aside.name
            if place.exists():
                aside.rename(private_folder(project) / "old")
            else:
                aside.rename(place)
                sentences.append(
                    f"The last build was stopped while it was putting {aside.name}/ in place: "
                    f"the last good {aside.name}/ has been put back."
                )
    _clear(project)
    return " ".join(sentences) or None


def private_folder(project: Path) -> Path:
    """Make a folder of this build's own in the cache; what is left in it is cleared by the next `recover`."""
    with _plainly(project / CACHE):
        (project / CACHE).mkdir(exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=_PRIVATE, dir=project / CACHE))


def swap_in(new: Path, site: Path, project: Path) -> None:
    """Put the finished folder *new* in the place of *site*, a folder in *project*, which becomes its spare.

    At every moment *site* is wholly the old or wholly the new, or `recover` makes it so.
    """
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise SiteError(f"{site.name} is not a folder. Move it away, then build again.")
    with _plainly(site):
        if not site.exists():
            new.rename(site)
        elif exchange(new, site):
            keep(new, project, site.name)
        else:
            _rename_twice(new, site, project)


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False, and nothing done, where the system cannot."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NOT_HERE:
        return False
    raise OSError(number, os.strerror(number), str(other))


def _rename_twice(new: Path, site: Path, project: Path) -> None:
    aside = project / CACHE / "aside" / site.relative_to(project)
    aside.parent.mkdir(parents=True, exist_ok=True)
    site.rename(aside)
    try:
        new.rename(site)
    except OSError:
        aside.rename(site)
        raise
    # Out of `aside` in one step before it may be emptied: half a site must never look like one to put back.
    room = private_folder(project)
    old = aside.rename(room / "old")
    keep(old, project, site.name)
    shutil.rmtree(room, ignore_errors=True)


def _clear(project: Path) -> None:
    for left in (project / CACHE).glob(f"{_PRIVATE}*"):
        shutil.rmtree(left, ignore_errors=True)


def _take(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def _plainly(place: Path) -> Iterator[None]:
    """Say in plain words why a folder could not be written or put in place."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.EXDEV, errno.EBUSY}:
            raise SiteError(
                f"{place} is on another disk than the project folder, or is one itself. "
                "It must be an ordinary folder inside the project folder."
            ) from error
        raise SiteError(
            f"{place} could not be written: {error.strerror}. "
            "See that you may write in the project folder and that the disk is not full."
        ) from error
