"""What of the last site stands as it is: files whose makings have not changed, taken over by link.

The site is made of parts, each known by the generated file that it comes from: a page with the downloads
that stand beside it, or a file that belongs to no page. The assets of the theme are one part more. A part
stands if what it is made from has the hash that it had, and its files in the last site are those that were
put there: of the same size, changed at the same moment.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

from cyhoeddi.ledger import read_ledger, write_ledger
from cyhoeddi.stamps import Stamp, is_stamped, stamp

ASSETS = "assets"
"""The name of the part that holds the theme's assets, and of their folder."""


@dataclass(frozen=True)
class Part:
    """A part of the site, with what it is made from."""

    made_from: Mapping[str, str]
    """The hashes of all it is made from besides the version of the design, by name."""
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    """Its files, by their path in the site."""


Parts: TypeAlias = Mapping[str, Part]
"""The parts of a site by name."""


def read_parts(file: Path, version: str) -> dict[str, Part]:
    """Give the parts that the ledger *file* tells of, if they are of this *version* of the design."""
    try:
        return {name: _part(entry) for name, entry in read_ledger(file, version).items()}
    except (TypeError, ValueError, KeyError, AttributeError):
        return {}


def write_parts(file: Path, version: str, parts: Parts) -> None:
    """Write the ledger *file*."""
    rows = {name: {"made_from": part.made_from, "stamps": part.stamps} for name, part in parts.items()}
    write_ledger(file, version, rows)


def still_standing(parts: Parts, now: Mapping[str, str], site: Path) -> dict[str, Part]:
    """Give those of *parts* whose makings are the same *now*, and whose files in *site* are theirs still."""
    top = f"{site}/"
    return {
        name: part
        for name, part in parts.items()
        if all(now.get(source) == made for source, made in part.made_from.items())
        and all(is_stamped(top + path, stamp) for path, stamp in part.stamps.items())
    }


def take_over(parts: Iterable[Part], old: Path, new: Path) -> None:
    """Put the files of *parts* into the site *new* as they are in *old*, by link where the system can."""
    made: set[str] = set()
    for path in sorted({path for part in parts for path in part.stamps}):
        source, target = f"{old}/{path}", f"{new}/{path}"
        folder = os.path.dirname(target)  # noqa: PTH120 (for thousands of files, Path takes longer than the link)
        if folder not in made:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103
            made.add(folder)
        link(source, target)


def link(source: Path | str, target: Path | str) -> None:
    """Make *target* the same file as *source*, or a copy of it where there are no links."""
    try:
        os.link(source, target)
    except FileExistsError:
        pass  # A download may belong to several pages.
    except OSError:
        shutil.copy2(source, target)


def stamped(made_from: Mapping[str, str], paths: Iterable[str], site: Path) -> Part:
    """Give a part whose files have just been put into *site*, at *paths*."""
    return Part(made_from, {path: _stamp(site / path) for path in paths})


def assets_in(site: Path) -> Iterator[str]:
    """Yield the paths of the theme's assets in *site*."""
    for file in (site / ASSETS).rglob("*"):
        if file.is_file():
            yield file.relative_to(site).as_posix()


def _part(entry: Any) -> Part:
    stamps = {
        str(path): (str(made), int(size), int(at)) for path, (made, size, at) in entry["stamps"].items()
    }
    return Part(dict(entry["made_from"]), stamps)


def _stamp(file: Path) -> Stamp:
    return stamp(file, sha256(file.read_bytes()).hexdigest())
