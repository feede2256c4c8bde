"""The addresses that were published, remembered in addresses.lock so that no link ever breaks.

One line an address, sorted, so that two branches merge cleanly:

    /en/removing-profit-january-2023/ publication/january-2023
    /en/the-address-before/ publication/january-2023 moved

A build only reads it; `cyhoeddi accept` writes it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cyhoeddi.problems import Position, Problem
from cyhoeddi.whole import write_whole

FILE = "addresses.lock"
RULE = "addresses-lock"

_LINE = re.compile(r"(/(?:en|cy)/(?:[a-z0-9-]+/)+) ((?:publication|series|page)/[a-z0-9/-]+)( moved)?")


@dataclass(frozen=True)
class Lock:
    """What was published where."""

    current: Mapping[str, str] = field(default_factory=dict)
    """Address to target, such as "publication/january-2023", for addresses in use."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Address to target, for addresses that lead on to the one in use."""

    def lines(self) -> list[str]:
        """Give the file's lines, sorted."""
        kept = [f"{address} {target}" for address, target in self.current.items()]
        return sorted(kept + [f"{address} {target} moved" for address, target in self.moved.items()])


def read_lock(root: Path) -> tuple[Lock, tuple[Problem, ...]]:
    """Read addresses.lock of the project folder *root*; without the file nothing is remembered."""
    file = root / FILE
    if not file.exists():
        return Lock(), ()
    current: dict[str, str] = {}
    moved: dict[str, str] = {}
    problems: list[Problem] = []
    homes: dict[tuple[str, str], int] = {}
    lines = file.read_bytes().decode("utf-8", errors="replace").splitlines()
    for number, line in enumerate(lines, start=1):
        match = _LINE.fullmatch(line)
        if match is None or match[1] in current or match[1] in moved:
            problems.append(_wrong_line(number, line))
            continue
        (moved if match[3] else current)[match[1]] = match[2]
        first = homes.setdefault((match[2], match[1][:3]), number) if not match[3] else number
        if first != number:
            problems.append(_second_home(number, match[2], first))
    return Lock(current, moved), tuple(problems)


def write_lock(root: Path, lock: Lock) -> None:
    """Write *lock* as addresses.lock of the project folder *root*, whole or not at all."""
    write_whole(root / FILE, "".join(f"{line}\n" for line in lock.lines()))


def _second_home(number: int, target: str, first: int) -> Problem:
    message = f"{target} has an address on line {first} already"
    hint = 'Put the word "moved" after the older one of the two, with a space before it.'
    return Problem(Position(FILE, number), RULE, message, hint)


def _wrong_line(number: int, line: str) -> Problem:
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
        hint = "Keep the lines of both branches, and take the lines with arrows and equals signs away."
    else:
        hint = 'Restore the file from git, or take the line away and run "cyhoeddi accept".'
    return Problem(
        Position(FILE, number), RULE, "this line is not an address and its publication, once each", hint
    )
