"""Single faults in clean texts, by seed: `python -m bench.parity.plant 1` lists what seed 1 plants.

for fault in planted(load_entries(), seed="1"):
    problems = ...            # check fault.entry (for `stale-*` with a lock made from fault.original)
    found = any(problem.rule in fault.rules and fault.stands(side, line) for ...)
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any, Final

import yaml

from bench.parity import blocks, figure_faults, language_faults, links
from bench.parity.entries import Entry, load_entries
from bench.parity.fault import Change, Fault, Planters
from bench.parity.places import places, run
from cyhoeddi.language import Language

PLANTERS: Final[Planters] = {
    **blocks.PLANTERS,
    **links.PLANTERS,
    **figure_faults.PLANTERS,
    **language_faults.PLANTERS,
}
"""Every planter by the name of its fault."""

EXPECTED: Final[dict[str, dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("expected.yaml").read_text(encoding="utf-8")
)
_ROUNDS = 6


def faults(entry: Entry, random: Random) -> list[Fault]:
    """One fault of each name in each side of *entry*, as far as there is a place for it."""
    found = []
    for name, plant in PLANTERS.items():
        for side in Language:
            change = plant(entry, side, random)
            if change:
                found.append(_fault(name, entry, side, change))
    return found


def planted(entries: Sequence[Entry], seed: str, number: int = 400) -> list[Fault]:
    """*number* different faults, the same for the same seed, spread evenly over names, entries and sides."""
    waiting = _pools(entries, seed)
    used: Counter[str] = Counter()
    sides: Counter[tuple[str, Language]] = Counter()
    chosen: list[Fault] = []
    while len(chosen) < number and any(waiting.values()):
        for name, pool in waiting.items():
            if not pool or len(chosen) == number:
                continue
            best = min(pool, key=lambda fault: (sides[fault.name, fault.side], used[fault.original.id]))
            pool.remove(best)
            used[best.original.id] += 1
            sides[name, best.side] += 1
            chosen.append(best)
    return chosen


def _pools(entries: Iterable[Entry], seed: str) -> dict[str, list[Fault]]:
    """All different faults that a few rounds give, shuffled, by name."""
    pools: defaultdict[str, dict[tuple[str, str, str], Fault]] = defaultdict(dict)
    for entry in entries:
        random = Random(f"{seed}:{entry.id}")  # noqa: S311 - repeatable, not secret
        for _ in range(_ROUNDS):
            for fault in faults(entry, random):
                pools[fault.name][entry.id, fault.entry.en, fault.entry.cy] = fault
    shuffled = {}
    for name in PLANTERS:
        shuffled[name] = list(pools[name].values())
        Random(f"{seed}:{name}").shuffle(shuffled[name])  # noqa: S311
    return shuffled


def _fault(name: str, entry: Entry, side: Language, change: Change) -> Fault:
    expected = EXPECTED[name]
    changed = entry.with_text(side, change.text)
    if change.other is not None:
        changed = changed.with_text(side.other, change.other)
    return Fault(
        name,
        tuple(expected["rules"]),
        entry,
        changed,
        side,
        change.line,
        places(entry, side, change, expected["at"]),
        run(entry, side, change, expected["at"]),
    )


def main(seed: str) -> None:
    """Print each fault of *seed* with its place."""
    for fault in planted(load_entries(), seed):
        print(f"{fault.name:40} {fault.original.id:28} {fault.side}:{fault.line}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "1")
