"""Time builds, ours and others', and say how ours compare: make bench.

    python -m bench [N ...] [--rounds R] [--peers NAME ...] [--record]

N are numbers of publications; 100, 1000 and 5000 unless told, and then the report is written into
bench/RESULTS.md. The peers are all that are installed, unless some are named. Fails if a ratio is worse by
more than a quarter than bench/ratios.json expects, or if a build after an edit is not what a build from
nothing is. With --record, the ratios of this run are what is expected from now on.
"""

from __future__ import annotations

import argparse
import os
import platform
import signal
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.measure import measure
from bench.measured import Measured
from bench.peers import PEERS
from bench.peers.peer import Peer
from bench.ratios import ratios_of, read_ratios, without, worse, write_ratios
from bench.report import render_report

RESULTS = Path(__file__).with_name("RESULTS.md")
NUMBERS = (100, 1000, 5000)


def main(arguments: Sequence[str]) -> int:
    """Measure, report, compare; the exit status says whether all is as it was."""
    options = _parser().parse_args(arguments)
    # Whoever ends the benchmark ends what it has build: else that goes on, for many minutes perhaps.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("The benchmark was ended."))
    chosen = [peer for peer in PEERS if options.peers is None or peer.name in options.peers]
    measured = [_measured(number, options.rounds, chosen) for number in sorted(options.numbers or NUMBERS)]
    facts = {"cores": os.cpu_count(), "python": platform.python_version(), "system": platform.system()}
    report = render_report(measured, chosen, facts)
    print(report)
    if not options.numbers:
        RESULTS.write_text(report, encoding="utf-8")
    ratios = {str(one.publications): ratios_of(one) for one in measured}
    faults = [f"not the same from nothing: {name}" for one in measured for name in one.unequal]
    if options.record:
        write_ratios(ratios)
    else:
        left_out = [peer.name for peer in PEERS if peer not in chosen]
        faults += worse(without(read_ratios(), left_out), ratios)
    for fault in faults:
        _say(fault)
    return 1 if faults else 0


def _measured(publications: int, rounds: int, chosen: Sequence[Peer]) -> Measured:
    memory = Path("/dev/shm")  # noqa: S108 (a folder of our own is made in it)
    peers = [peer for peer in chosen if peer.most is None or publications <= peer.most]
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        return measure(Path(folder), publications, peers, rounds, _say)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Time builds, ours and others'.")
    parser.add_argument("numbers", nargs="*", type=int, metavar="N", help="numbers of publications")
    parser.add_argument("--rounds", type=int, default=3, choices=range(3, 12), metavar="R", help="3 to 11")
    names = [peer.name for peer in PEERS]
    parser.add_argument(
        "--peers", nargs="+", choices=names, metavar="NAME", help=f"some of {', '.join(names)}"
    )
    parser.add_argument("--record", action="store_true", help="expect these ratios from now on")
    return parser


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
