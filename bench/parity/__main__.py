"""Measure the parity rules on planted faults, print the tables, and write them into bench/PARITY.md.

    python -m bench.parity [--seeds SEED ...] [--number FAULTS]

Fails if a clean entry has an error, if fewer than 98% of the faults are found by the right rule at the right
line, or if the time grows faster than the text. The file is written only when nothing is given.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from bench.parity.entries import load_entries
from bench.parity.measure import complaints, measure, rate, table
from bench.parity.plant import planted
from bench.parity.timing import DEAREST, GROWN, Growth, growths, sample_seconds
from cyhoeddi.problems import Level

RESULTS: Final = Path(__file__).parent.parent / "PARITY.md"
SEEDS: Final = ("101", "102", "103", "104", "105")
"""Nobody looked at what these plant while the rules were made."""
NUMBER: Final = 400
FLOOR: Final = 0.98

_HEAD = """# What the parity rules find

Written by `make parity-bench`. {entries} texts in both languages, in which no error may be found; and
{faults} single faults planted in them, {number} by each of the seeds {seeds}. The planter was made
without knowledge of the rules, and the rules were mended on other seeds. A fault is found if a right rule
gives an error at a right line: that of the smallest block that differs, on the side to mend. "Elsewhere" is
an error at another line, or of another rule alone; a warning is counted as not found.

What a stale text expects was corrected once the rule was there: the problem stands on the side that has to
follow, whichever was written first. The planter had expected it on the side that changed.

"""
_WHERE = """
A fault counts for the rule that found it, else for the first that should have. An item or row that nothing
tells from its neighbours is reported at its list or table, which is a right line.
"""


def main(arguments: Sequence[str]) -> int:
    """Measure and print; the exit status says whether the rules are good enough."""
    parser = argparse.ArgumentParser(prog="python -m bench.parity", description="Measure the parity rules.")
    parser.add_argument("--seeds", nargs="+", default=SEEDS)
    parser.add_argument("--number", type=int, default=NUMBER, help="of faults for each seed")
    given = parser.parse_args(arguments)
    entries = load_entries()
    wrong = complaints(entries, Level.ERROR)
    for entry, found in wrong:
        print(f"{entry.id} {found.side}:{found.line}: {found.rule}: {found.message}", file=sys.stderr)
    results = [one for seed in given.seeds for one in measure(planted(entries, seed, given.number))]
    facts = {"entries": len(entries), "faults": f"{len(results):,}", "number": given.number}
    grown = tuple(growths(entries))
    text = "\n".join(
        (
            _HEAD.format(**facts, seeds=", ".join(given.seeds)).rstrip("\n"),
            "",
            _clean(len(wrong), Counter(found.rule for _, found in complaints(entries, Level.WARNING))),
            "",
            "## By fault",
            "",
            table(results, "Fault"),
            "## By rule",
            _WHERE,
            table(results, "Rule"),
            "## Time",
            "",
            _times(grown),
        )
    )
    print(text)
    if not arguments:
        RESULTS.write_text(text, encoding="utf-8")
    in_proportion = all(one.factor <= DEAREST for one in grown)
    return 0 if not wrong and rate(results) >= FLOOR and in_proportion else 1


def _clean(errors: int, warnings: Counter[str]) -> str:
    kinds = ", ".join(f"{rule} {count}" for rule, count in sorted(warnings.items()))
    return (
        f"On the clean texts: errors {errors}, warnings {warnings.total()}{f' ({kinds})' if kinds else ''}."
    )


def _times(grown: Sequence[Growth]) -> str:
    lines = [
        f"`cyhoeddi check` of the sample site: {sample_seconds():.1f} s, start and all.",
        "",
        f"| The texts above, without what is read once | Once | {GROWN} times as much | By the same text |",
        "| --- | --- | --- | --- |",
    ]
    lines += [
        f"| {one.name} | {one.once:.2f} s | {one.grown:.2f} s | {one.factor:.2f} times |" for one in grown
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
