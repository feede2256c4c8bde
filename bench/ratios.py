"""Our times as shares of others', kept in ratios.json, so that a change which makes us slower is seen.

Shares are much the same on any machine, seconds are not. Those of the same number of publications are
compared.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from bench.measured import OURS, Measured, Step

FILE: Final = Path(__file__).with_name("ratios.json")
WORSE: Final = 1.25
"""A ratio may be as many times what it was."""

_MEASURE: Final = "Hugo"
"""Who is there in every run, and builds quickest: what only we do is measured by its build from nothing."""

Ratios = Mapping[str, Mapping[str, float]]
"""By number of publications, then by name; small is good."""


def ratios_of(measured: Measured) -> dict[str, float]:
    """Give every ratio by its name, such as "from nothing / Hugo"."""
    found = {
        f"{step} / {other}": measured.ratio(step, other)
        for other in measured.sizes
        if other != OURS
        for step in Step
    }
    whole = measured.seconds(_MEASURE, Step.COLD)
    for step in (Step.CHECK, Step.RECHECK, Step.SHOWN):
        ours = measured.seconds(OURS, step)
        found[f"{step} / {_MEASURE} {Step.COLD}"] = ours / whole if ours and whole else None
    if _MEASURE in measured.sizes:
        found[f"memory / {_MEASURE}"] = measured.memory(OURS) / measured.memory(_MEASURE)
        found[f"size / {_MEASURE}"] = measured.sizes[OURS] / measured.sizes[_MEASURE]
    return {name: round(ratio, 3) for name, ratio in found.items() if ratio}


def worse(expected: Ratios, now: Ratios) -> Iterator[str]:
    """Yield, in words, each ratio that is worse than expected by more than a quarter, or is missing."""
    for publications in expected.keys() & now.keys():
        for name, before in expected[publications].items():
            after = now[publications].get(name)
            if after is None:
                yield f"{publications} publications, {name}: {before} was expected, and it was not measured"
            elif after > WORSE * before:
                yield f"{publications} publications, {name}: {after}, where {before} was expected"


def without(ratios: Ratios, peers: Collection[str]) -> Ratios:
    """Give *ratios* without those to any of *peers*, who were not asked this time."""
    return {
        publications: {
            name: ratio for name, ratio in found.items() if not any(peer in name for peer in peers)
        }
        for publications, found in ratios.items()
    }


def read_ratios(file: Path = FILE) -> dict[str, dict[str, float]]:
    """Give the ratios that are expected; none if there is no file."""
    return dict(json.loads(file.read_text(encoding="utf-8"))) if file.is_file() else {}


def write_ratios(ratios: Ratios, file: Path = FILE) -> None:
    """Expect *ratios* from now on; those of other numbers of publications stay."""
    whole = read_ratios(file) | {number: dict(one) for number, one in ratios.items()}
    ordered = {number: whole[number] for number in _by_number(whole)}
    file.write_text(json.dumps(ordered, indent=1) + "\n", encoding="utf-8")


def _by_number(numbers: Iterable[str]) -> list[str]:
    return sorted(numbers, key=int)
