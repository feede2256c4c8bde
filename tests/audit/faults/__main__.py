"""Print what the audit finds of planted faults: python -m tests.audit.faults FOLDER (a built sample)."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.audit.faults.corpus import FAULTS
from tests.audit.faults.judging import judge


def main(site: Path) -> int:
    """Judge and print; the exit status says whether all were found and nothing else."""
    with TemporaryDirectory(prefix="faults-") as folder:
        verdict = judge(site, Path(folder), lambda said: print(said, file=sys.stderr))
    for fault in FAULTS:
        judged = [one for one in verdict.judged if one.planted.fault == fault.name]
        found = [one for one in judged if one.is_found]
        print(f"{len(found)} of {len(judged)}  {fault.name}: {' or '.join(fault.rules)}")
        for one in judged:
            if not one.is_found:
                print(f"        missed on {one.planted.site} {one.planted.original}; others said {one.rules}")
    missed = sum(not one.is_found for one in verdict.judged)
    print(f"\n{len(FAULTS)} faults on {len(verdict.judged)} pages: {missed} missed")
    print(f"{len(verdict.false_alarms)} false alarms on clean pages", *verdict.false_alarms, sep="\n  ")
    return 1 if missed or verdict.false_alarms else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
