"""The site before the last, kept as a spare: the next one is made of it by what is different.

To link each file of a large site into new folders, and then to remove those of the old one, takes longer
than to look at them. So the old site is kept when a new one has taken its place. Its files are mostly those
of the new one, linked, and take no room of their own. The next build fetches it into its private folder, and
leaves, removes and links there what the new site is to be.

A spare may be damaged like all of the cache: whatever is in it is looked at, and only a file with the size
and the moment of change that belong there stays. No file is opened for writing, since it may stand in the
site too. Where not one file is the same, or the system has no links, no spare is kept.

    .cyhoeddi/spare-<name>/   the folder that was <name> before the last build
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from stat import S_IMODE

from cyhoeddi.ledger import CACHE
from cyhoeddi.stamps import NOTHING, Looked, Stamp, folders_of, look


@dataclass(frozen=True)
class Spare:
    """A folder that is to become the new site, and what stands in it."""

    top: Path
    looked: Looked = NOTHING

    def fit(self, wanted: Mapping[str, Stamp], site: Path) -> None:
        """Leave nothing but the files with the stamps *wanted*; those not here are taken from *site*."""
        held = {path for path, stamp in wanted.items() if self.looked.holds(path, stamp)}
        try:
            self._clear_but(held)
        except OSError:
            _take_over(held, self._begin_anew(), self.top)
        _take_over(wanted.keys() - held, site, self.top)

    def _clear_but(self, held: set[str]) -> None:
        top, mode = f"{self.top}/", self.top.lstat().st_mode
        for path in self.looked.files.keys() - held:
            os.unlink(top + path)  # noqa: PTH108 (here and below, there may be thousands)
        needed = folders_of(held)
        for path, own in reversed(list(self.looked.folders.items())):
            if path not in needed:
                os.rmdir(top + path)  # noqa: PTH106
            elif own != mode:
                os.chmod(top + path, S_IMODE(mode))  # noqa: PTH101

    def _begin_anew(self) -> Path:
        """Put an empty folder in the place of this one, which cannot be read or cleared; give where it is."""
        useless = self.top.with_name(f"{self.top.name}-useless")
        self.top.rename(useless)
        self.top.mkdir()
        return useless


def look_at_spare(project: Path, name: str) -> Looked | None:
    """Give what stands in the spare of the folder *name* of *project*; None if that cannot be."""
    place = _place(project, name)
    try:
        return look(place) if place.is_dir() and not place.is_symlink() else None
    except OSError:
        return None


def fetch(project: Path, name: str, into: Path, looked: Looked | None) -> Spare:
    """Make the spare of the folder *name* of *project* the empty folder *into*, if it was *looked* at."""
    if looked is None:
        return Spare(into)  # `keep` clears what is in its place.
    mode = into.lstat().st_mode
    try:
        # In the place of an empty folder the system puts a folder, and nothing else.
        _place(project, name).rename(into)
    except OSError:
        return Spare(into)
    into.chmod(S_IMODE(mode))
    return Spare(into, looked)


def keep(old: Path, project: Path, name: str) -> None:
    """Keep *old*, which was the folder *name* of *project*, if it is of use as a spare; else clear it."""
    place = _place(project, name)
    try:
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place, ignore_errors=True)
        else:
            place.unlink(missing_ok=True)
        if _shares(old):
            old.rename(place)
    except OSError:
        pass  # Then it is cleared, and the next build does without.
    if old.exists():
        shutil.rmtree(old, ignore_errors=True)


def _shares(folder: Path) -> bool:
    """Tell whether any file of *folder* stands elsewhere too; else all is new, or the system has no links."""
    return any(os.lstat(f"{top}/{name}").st_nlink > 1 for top, _, names in os.walk(folder) for name in names)


def link(source: Path | str, target: Path | str) -> None:
    """Make *target* the same file as *source*, or a copy of it where there are no links."""
    try:
        os.link(source, target)
    except FileExistsError:
        pass  # A download may belong to several pages.
    except OSError:
        shutil.copy2(source, target)


def _take_over(paths: Iterable[str], old: Path, new: Path) -> None:
    """Put the files at *paths* into the folder *new* as they are in *old*, by link where the system can."""
    made: set[str] = set()
    for path in sorted(paths):
        target = f"{new}/{path}"
        folder = os.path.dirname(target)  # noqa: PTH120 (for thousands of files, Path takes longer than the link)
        if folder not in made:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103
            made.add(folder)
        link(f"{old}/{path}", target)


def _place(project: Path, name: str) -> Path:
    return project / CACHE / f"spare-{name}"
