"""The site before the last, kept as a spare: the next one is made of it by what is different.

To link each file of a large site into new folders, and then to remove those of the old one, takes longer
than to look at them. So the old site is kept when a new one has taken its place. Its files are mostly those
of the new one, linked, and take no room of their own. The next build fetches it into its private folder, and
leaves, removes and links there what the new site is to be.

A spare may be damaged like all of the cache: it is looked at, and if anything about it is not as a build left
it, the next site is made without it. No file is opened for writing, since it may stand in the site too. Where
not one file is the same, or the system has no links, no spare is kept.

    .cyhoeddi/spare-<name>/   the folder that was <name> before the last build
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_IMODE
from typing import NamedTuple

from cyhoeddi.ledger import CACHE
from cyhoeddi.left import is_folder, move_left, still_left
from cyhoeddi.stamps import folders_of


class Reused(NamedTuple):
    """What of a spare is part of the new site as it is."""

    states: Mapping[str, str]
    """The states of all that stood in the spare (as for `left`); none if it was not used."""
    paths: Set[str]
    """The files that stay."""


NOTHING_REUSED = Reused({}, frozenset())


@dataclass(frozen=True)
class Spare:
    """A folder that is to become the new site."""

    top: Path
    states: Mapping[str, str] = field(default_factory=dict)
    """The states of what stands in it."""

    def fit(self, wanted: Set[str], site: Path, states: Mapping[str, str]) -> Reused:
        """Leave nothing but the files at *wanted*; those that are others here are taken from *site*.

        *states* are those of the files of *site*.
        """
        own = self.states
        held = {path for path in wanted if path in own and own[path] == states.get(path)}
        try:
            self._clear_but(held)
        except OSError:
            _take_over(held, self._begin_anew(), self.top)
            own = {}
        _take_over(wanted - held, site, self.top)
        return Reused(own, held) if own else NOTHING_REUSED

    def _clear_but(self, held: Set[str]) -> None:
        top = f"{self.top}/"
        gone = [path for path, state in self.states.items() if path not in held and not is_folder(state)]
        for path in gone:
            os.unlink(top + path)  # noqa: PTH108 (here and below, there may be thousands)
        # Each comes after those that it holds. One that holds anything else stays.
        for folder in sorted(folders_of(gone), reverse=True):
            with suppress(OSError):
                os.rmdir(top + folder)  # noqa: PTH106

    def _begin_anew(self) -> Path:
        """Put an empty folder in the place of this one, which cannot be cleared; give where it is."""
        useless = self.top.with_name(f"{self.top.name}-useless")
        self.top.rename(useless)
        self.top.mkdir()
        return useless


def look_at_spare(project: Path, name: str) -> Mapping[str, str] | None:
    """Give the states of the spare of the folder *name* of *project*; None if it is not whole."""
    place = _place(project, name)
    found = None if place.is_symlink() else still_left(project, place, alone=True)
    return found.states if found else None


def fetch(project: Path, name: str, into: Path, states: Mapping[str, str] | None) -> Spare:
    """Make the spare of the folder *name* of *project* the empty folder *into*, if it is whole.

    Then these are the *states* of what stands in it.
    """
    place = _place(project, name)
    if states is None:
        return Spare(into)  # `keep` clears what is in its place.
    mode = into.lstat().st_mode
    try:
        # In the place of an empty folder the system puts a folder, and nothing else.
        place.rename(into)
    except OSError:
        return Spare(into)
    into.chmod(S_IMODE(mode))
    return Spare(into, states)


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
            move_left(project, name, place.name)
    except OSError:
        pass  # Then it is cleared, and the next build does without.
    if old.exists():
        shutil.rmtree(old, ignore_errors=True)


def _shares(folder: Path) -> bool:
    """Tell whether any file of *folder* stands elsewhere too; else all is new, or the system has no links."""
    return any(os.lstat(f"{top}/{name}").st_nlink > 1 for top, _, names in os.walk(folder) for name in names)


def link(source: Path | str, target: Path | str) -> None:
    """Make *target* the same file as *source*, or a copy of it where there are no links."""
    # What has the name loses it, and is never written into: it may stand elsewhere too.
    if os.path.lexists(target):
        os.unlink(target)  # noqa: PTH108 (as below)
    try:
        os.link(source, target)
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
