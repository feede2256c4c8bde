"""What of the last site stands as it is: files whose makings have not changed.

The site is made of parts, each known by the generated file that it comes from: a page with the downloads
that stand beside it, or a file that belongs to no page. The assets of the theme are one part more. A part
stands if what it is made from has the hash that it had, and its files in the last site, or in the spare of
it (`spare`), are as the build left them (`left`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeAlias

from cyhoeddi.ledger import CACHE, read_ledger, write_ledger
from cyhoeddi.left import keep_left, read_left, state_of
from cyhoeddi.site.spare import NOTHING, Held, Spare

ASSETS = "assets"
"""The name of the part that holds the theme's assets, and of their folder."""


class Part(NamedTuple):
    """A part of the site; a tuple, which JSON takes as it is."""

    makings: Sequence[str]
    """The names of all that it is made from, besides the design."""
    paths: Sequence[str]
    """Its files, by their path in the site."""


Parts: TypeAlias = Mapping[str, Part]
"""The parts of a site by name."""


@dataclass(frozen=True)
class Last:
    """The site that was built last, as it was left."""

    folder: Path
    states: Mapping[str, str] = field(default_factory=dict)
    """The states of its files and folders (`left`)."""
    made_from: Mapping[str, str] = field(default_factory=dict)
    """The hashes of what it was made from, by name."""
    hashes: Mapping[str, str] = field(default_factory=dict)
    """The hash of each file of its parts, by path."""
    parts: Parts = field(default_factory=dict)

    def made_alike(self, now: Mapping[str, str]) -> Parts:
        """Give the parts whose makings have the same hashes *now*."""
        changed = {name for name, made in self.made_from.items() if now.get(name) != made}
        return {name: part for name, part in self.parts.items() if changed.isdisjoint(part.makings)}

    def still_standing(self, parts: Parts, spare: Spare) -> Parts:
        """Give those of *parts* whose files are theirs still: in *spare*, or where not there, in the site."""
        found = {path for path, state in spare.states.items() if self.states.get(path) == state}
        return {
            name: part
            for name, part in parts.items()
            if found.issuperset(part.paths) or all(path in found or self._holds(path) for path in part.paths)
        }

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
    made_from: Mapping[str, str] = field(default_factory=dict)
    """The hashes of what it was made from, by name."""
    version: str = ""
    """That of its design."""
    held: Held = NOTHING
    """What of its folder was there before."""

    def keep(self, project: Path, folder: Path, states: Mapping[str, str]) -> str:
        """Keep that this stands in *folder*, where everything has these *states*; give the seal of `left`.

        Raises OSError if that cannot be written.
        """
        seal = keep_left(project, folder, states)
        held = {"left": seal, "made_from": self.made_from, "hashes": self.hashes, "parts": self.parts}
        write_ledger(_file(project, folder), self.version, held)
        return seal


def read_last(project: Path, folder: Path, version: str) -> Last:
    """Give what the last build of *project* left in *folder*, if it had this *version* of the design."""
    held, known = read_ledger(_file(project, folder), version), read_left(project, folder.name)
    if known is None or held.get("left") != known.seal:
        return Last(folder)
    parts = {name: Part(*row) for name, row in held["parts"].items()}
    return Last(folder, known.states, held["made_from"], held["hashes"], parts)


def files_of(parts: Parts) -> set[str]:
    """Give the paths of all files of *parts*; a download may belong to several."""
    return {path for part in parts.values() for path in part.paths}


def assets_in(site: Path) -> Iterator[str]:
    """Yield the paths of the theme's assets in *site*."""
    for file in (site / ASSETS).rglob("*"):
        if file.is_file():
            yield file.relative_to(site).as_posix()


def _file(project: Path, folder: Path) -> Path:
    return project / CACHE / f"{folder.name}.json"
