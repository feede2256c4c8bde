"""One who builds the same pages: how it is called, what it is given, where its site stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

from bench.peers.pages import Page

TEMPLATES: Final = Path(__file__).parent / "templates"
"""A folder for each, of the files that are the same whatever the pages."""

Render = Callable[[Iterable[Page], Mapping[str, Any]], Iterator[tuple[str, str]]]
"""From pages, and what they share, to paths in the folder and their texts."""


@dataclass(frozen=True, slots=True)
class Peer:
    """One of the others."""

    name: str
    command: tuple[str, ...] | None
    """What builds its site in the folder it is given; None if it is not installed."""
    leftovers: tuple[str, ...]
    """What a build leaves behind; the site comes first."""
    render: Render
    place: Callable[[Page], str | None]
    """Where a page stands in its site; None for what it makes in a way of its own, or not at all."""
    version: str | None = None
    edited: bool = True
    """Whether its builds after an edit are timed; a tool that keeps nothing takes as long as from nothing."""
    most: int | None = None
    """The number of publications above which it is left out: time and memory grow with their square."""
    once_above: int | None = None
    """The number above which it has one turn only, as that takes many minutes; None if it has all."""

    def takes_turn(self, publications: int, turn: int) -> bool:
        """Tell whether it builds in this *turn*, counted from 1, of so many *publications*."""
        return turn == 1 or self.once_above is None or publications <= self.once_above

    def write(self, folder: Path, pages: Iterable[Page], shared: Mapping[str, Any]) -> None:
        """Write what it is given into *folder*; files that are right already are left as they are."""
        templates = TEMPLATES / self.name.lower().partition(" ")[0]
        for file in sorted(templates.rglob("*")):
            if file.is_file():
                _write(folder / file.relative_to(templates), file.read_text(encoding="utf-8"))
        for path, text in self.render(pages, shared):
            _write(folder / path, text)


def version_of(package: str) -> str | None:
    """Give the version of a Python package; None if it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def installed(tool: Path, *arguments: str) -> tuple[str, ...] | None:
    """Give the command that runs *tool*, if it is there."""
    return (str(tool), *arguments) if tool.is_file() else None


def _write(file: Path, text: str) -> None:
    content = text.encode()
    if not file.is_file() or file.read_bytes() != content:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
