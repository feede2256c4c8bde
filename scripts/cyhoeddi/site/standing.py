"""What of the last site stands as it is: files whose makings have not changed.

The site is made of parts, each known by the generated file that it comes from: a page with the downloads
that stand beside it, or a file that belongs to no page. The assets of the theme are one part more. A part
stands if what it is made from has the hash that it had, and its files in the last site, or in the spare of
it (`spare`), are those that were put there: of the same size, changed at the same moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from cyhoeddi.ledger import read_ledger, write_ledger
from cyhoeddi.site.spare import Spare
from cyhoeddi.stamps import Stamp, is_stamped, stamp

ASSETS = "assets"
"""The name of the part that holds the theme's assets, and of their folder."""


class Part(NamedTuple):
    """A part of the site, with what it is made from; as a row of JSON it is held as it was read."""

    made_from: Mapping[str, str]
    """The hashes of all it is made from besides the version of the design, by name."""
    stamps: Mapping[str, Stamp]
    """Its files, by their path in the site."""


Parts: TypeAlias = Mapping[str, Part]
"""The parts of a site by name."""


def read_parts(file: Path, version: str) -> dict[str, Part]:
    """Give the parts that the ledger *file* tells of, if they are of this *version* of the design."""
    rows = read_ledger(file, version).items()
    return {name: Part(*row) for name, row in rows if isinstance(row, list) and _is_part(*row)}


def write_parts(file: Path, version: str, parts: Parts) -> None:
    """Write the ledger *file*."""
    write_ledger(file, version, parts)


def made_alike(parts: Parts, now: Mapping[str, str]) -> dict[str, Part]:
    """Give those of *parts* whose makings are the same *now*."""
    return {
        name: part
        for name, part in parts.items()
        if all(now.get(source) == made for source, made in part.made_from.items())
    }


def still_standing(parts: Parts, site: Path, spare: Spare) -> dict[str, Part]:
    """Give those of *parts* whose files are theirs still.

    They may be in *spare*, which has been looked at; where they are not, those in *site* are looked at.
    """
    top, looked = f"{site}/", spare.looked
    return {
        name: part
        for name, part in parts.items()
        if all(
            looked.holds(path, stamp) or is_stamped(top + path, stamp) for path, stamp in part.stamps.items()
        )
    }


def stamps_of(parts: Parts) -> dict[str, Stamp]:
    """Give the stamps of all files of *parts*, by path; a download may belong to several."""
    return {path: stamp for part in parts.values() for path, stamp in part.stamps.items()}


def stamped(made_from: Mapping[str, str], paths: Iterable[str], site: Path) -> Part:
    """Give a part whose files have just been put into *site*, at *paths*."""
    return Part(made_from, {path: _stamp(site / path) for path in paths})


def assets_in(site: Path) -> Iterator[str]:
    """Yield the paths of the theme's assets in *site*."""
    for file in (site / ASSETS).rglob("*"):
        if file.is_file():
            yield file.relative_to(site).as_posix()


def _is_part(made_from: Any = None, stamps: Any = None, *more: Any) -> bool:
    return isinstance(made_from, dict) and isinstance(stamps, dict) and not more


def _stamp(file: Path) -> Stamp:
    return stamp(file, sha256(file.read_bytes()).hexdigest())
