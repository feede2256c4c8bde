"""Measure the parity rules on planted faults, print the tables, and write them into bench/PARITY.md.

    python -m bench.parity [--seeds SEED ...] [--number FAULTS]

Fails if a clean text has an error, if fewer than 98% of the faults are found by a right rule at a right line,
or if the time grows faster than the text. The file is written only when nothing is given.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from bench.parity.entries import Entry, load_entries, read_samples
from bench.parity.measure import complaints, measure, rate, table_by_fault, table_by_rule
from bench.parity.plant import planted
from bench.parity.timing import DEAREST, GROWN, PROJECT, Growth, growths, sample_seconds
from cyhoeddi.problems import Level

RESULTS: Final = Path(__file__).parent.parent / "PARITY.md"
SEEDS: Final = ("201", "202", "203", "204", "205")
"""Nobody looked at what these plant while the rules were made."""
NUMBER: Final = 400
FLOOR: Final = 0.98

_HEAD = """# What the parity rules find

Written by `make parity-bench`. Single faults are planted in texts that say the same in both languages,
{number} for each of the seeds {seeds}. The planter was made without knowledge of the rules, and
the rules were mended on other seeds. A fault is found if a right rule gives an error at a right line: that of
the smallest block that differs, on the side to mend. An item or row that nothing tells from its neighbours is
reported at its list or table, which is a right line. "Elsewhere" is an error at another line, or of another
rule alone; a warning is counted as not found.

What a stale text expects was corrected once the rule was there: the problem stands on the side that has to
follow, whichever was written first. The planter had expected it on the side that changed, or the translation.
"""
_BENCH = """## Texts written for the bench

The rules were mended on these texts, though on other faults in them.
"""
_SAMPLES = """## Texts of the sample site

One mend of the rule on structure came from faults in these texts, of other seeds; no other did. The project's
own words, in terms/, are not used.
"""


def main(arguments: Sequence[str]) -> int:
    """Measure and print; the exit status says whether the rules are good enough."""
    parser = argparse.ArgumentParser(prog="python -m bench.parity", description="Measure the parity rules.")
    parser.add_argument("--seeds", nargs="+", default=SEEDS)
    parser.add_argument("--number", type=int, default=NUMBER, help="of faults for each seed")
    given = parser.parse_args(arguments)
    bench, bench_good = _measured(load_entries(), given.seeds, given.number)
    samples, samples_good = _measured(read_samples(PROJECT / "briefings"), given.seeds, given.number)
    grown = tuple(growths(load_entries()))
    head = _HEAD.format(number=given.number, seeds=", ".join(given.seeds))
    text = "\n".join((head, _BENCH, bench, _SAMPLES, samples, "## Time\n", _times(grown)))
    print(text)
    if not arguments:
        RESULTS.write_text(text, encoding="utf-8")
    return 0 if bench_good and samples_good and all(one.factor <= DEAREST for one in grown) else 1


def _measured(entries: Sequence[Entry], seeds: Sequence[str], number: int) -> tuple[str, bool]:
    """What the rules find in *entries* and in faults planted in them, and whether that is good enough."""
    wrong = complaints(entries, Level.ERROR)
    for entry, found in wrong:
        print(f"{entry.id} {found.side}:{found.line}: {found.rule}: {found.message}", file=sys.stderr)
    warnings = Counter(found.rule for _, found in complaints(entries, Level.WARNING))
    kinds = ", ".join(f"{rule} {count}" for rule, count in sorted(warnings.items()))
    clean = f"{len(entries)} texts, without faults: errors {len(wrong)}, warnings {warnings.total()}"
    results = [one for seed in seeds for one in measure(planted(entries, seed, number))]
    text = f"{clean}{f' ({kinds})' if kinds else ''}.\n\n{table_by_fault(results)}\n{table_by_rule(results)}"
    return text, not wrong and rate(results) >= FLOOR


def _times(grown: Sequence[Growth]) -> str:
    clock, used = sample_seconds()
    lines = [
        f"`cyhoeddi check` of the sample site, start and all: {clock:.1f} s by the clock, {used:.1f} s of",
        "the processor. Where the two differ, other work went on beside this run. The table leaves out",
        "what is read but once, such as the dictionaries.",
        "",
        f"| All texts of the bench | Once | {GROWN} times as much | By the same text |",
        "| --- | --- | --- | --- |",
    ]
    lines += [
        f"| {one.name} | {one.once:.2f} s | {one.grown:.2f} s | {one.factor:.2f} times |" for one in grown
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
