"""What of the last site stands as it is: files whose makings have not changed.

The site is made of parts, each known by the generated file that it comes from: a page with the downloads
that stand beside it, or a file that belongs to no page. The assets of the theme are one part more. A part
stands if what it is made from has the hash that it had, and its files in the last site, or in the spare of
it (`spare`), are as the build left them (`left`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from cyhoeddi.ledger import CACHE, read_ledger, write_ledger
from cyhoeddi.left import keep_left, read_left, state_of
from cyhoeddi.site.spare import NOTHING_REUSED, Reused, Spare

ASSETS = "assets"
"""The name of the part that holds the theme's assets, and of their folder."""

Parts: TypeAlias = Mapping[str, Sequence[str]]
"""The parts of a site by name: the files of each, by their path in the site."""
Users: TypeAlias = Mapping[str, Sequence[str]]
"""The names of the parts that are made from something, by its name; each follows from what it is named after
in any case, and from the design."""


@dataclass(frozen=True)
class LastSite:
    """The site that was built last, as it was left."""

    folder: Path
    states: Mapping[str, str] = field(default_factory=dict)
    """The states of its files and folders (`left`)."""
    made_from: Mapping[str, str] = field(default_factory=dict)
    """The hashes of what it was made from, by name."""
    hashes: Mapping[str, str] = field(default_factory=dict)
    """The hash of each file of its parts, by path."""
    parts: Parts = field(default_factory=dict)
    users: Users = field(default_factory=dict)

    def made_alike(self, now: Mapping[str, str]) -> Parts:
        """Give the parts of which all that they are made from has the same hashes *now*."""
        changed = {name for name, made in self.made_from.items() if now.get(name) != made}
        parts = dict(self.parts)
        for name in changed.union(*(self.users.get(name, ()) for name in changed)):
            parts.pop(name, None)
        return parts

    def still_standing(self, parts: Parts, spare: Spare) -> Parts:
        """Give those of *parts* whose files are theirs still: in *spare*, or where not there, in the site."""
        found = {path for path, state in spare.states.items() if self.states.get(path) == state}
        lost = {path for path in files_of(parts) - found if not self._holds(path)}
        return {name: paths for name, paths in parts.items() if lost.isdisjoint(paths)} if lost else parts

    def _holds(self, path: str) -> bool:
        try:
            return self.states.get(path) == state_of(f"{self.folder}/{path}")
        except OSError:
            return False


@dataclass(frozen=True)
class Built:
    """A site that has just been built."""

    hashes: Mapping[str, str]
    """The hash of each file, by path."""
    parts: Parts = field(default_factory=dict)
    users: Users = field(default_factory=dict)
    made_from: Mapping[str, str] = field(default_factory=dict)
    """The hashes of what it was made from, by name."""
    version: str = ""
    """That of its design."""
    reused: Reused = NOTHING_REUSED
    """What of its folder was there before."""

    def keep(self, project: Path, folder: Path, states: Mapping[str, str]) -> str:
        """Keep that this stands in *folder*, where everything has these *states*; give the seal of `left`.

        Raises OSError if that cannot be written.
        """
        seal = keep_left(project, folder, states)
        stored = {
            "left": seal,
            "parts": self.parts,
            "users": self.users,
            # In the order of the parts, and of their files: no name needs to be written twice.
            "made_from": list(map(self.made_from.get, self.parts)),
            "hashes": [self.hashes[path] for path in files_of(self.parts)],
            "besides": {name: self.made_from[name] for name in self.made_from.keys() - self.parts.keys()},
        }
        write_ledger(_file(project, folder), self.version, stored)
        return seal


def read_last_site(project: Path, folder: Path, version: str) -> LastSite:
    """Give what the last build of *project* left in *folder*, if it had this *version* of the design."""
    # The keys are paths.
    stored = read_ledger(_file(project, folder), version, alike=False)
    known = read_left(project, folder.name)
    if known is None or stored.get("left") != known.seal:
        return LastSite(folder)
    parts = stored["parts"]
    made_from = dict(zip(parts, stored["made_from"], strict=True)) | stored["besides"]
    # These follow from the design alone.
    made_from.pop(ASSETS, None)
    hashes = dict(zip(files_of(parts), stored["hashes"], strict=True))
    return LastSite(folder, known.states, made_from, hashes, parts, stored["users"])


def files_of(parts: Parts) -> Set[str]:
    """Give the paths of all files of *parts*, in their order; a download may belong to several.

    Where all that a build holds of a site is in one order, to go through it takes half the time.
    """
    return dict.fromkeys(chain.from_iterable(parts.values())).keys()


def users_of(makings: Mapping[str, Sequence[str]], stand: Parts, last: Users) -> Users:
    """Give who is made from what: the parts that *stand* from the same as *last*, new ones from *makings*."""
    stood = ((making, [name for name in names if name in stand]) for making, names in last.items())
    users = {making: names for making, names in stood if names}
    for name, own in makings.items():
        for making in own:
            if making != name:
                users.setdefault(making, []).append(name)
    return users


def assets_in(site: Path) -> Iterator[str]:
    """Yield the paths of the theme's assets in *site*."""
    for file in (site / ASSETS).rglob("*"):
        if file.is_file():
            yield file.relative_to(site).as_posix()


def _file(project: Path, folder: Path) -> Path:
    return project / CACHE / f"{folder.name}.json"
