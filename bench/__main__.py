"""Time whole builds from nothing, ours and others', and write the table into bench/RESULTS.md.

    python -m bench [N ...]    numbers of publications; 100 and 1000 unless told

Fails if a page costs over a quarter more among the largest number of publications than among the smallest.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.corpus import write_corpus
from bench.peers import read_pages, write_hugo, write_mkdocs

PROJECT = Path(__file__).parent.parent
RESULTS = Path(__file__).parent / "RESULTS.md"
GROWTH = 1.25
OUR_OUTPUT = ("site", ".cyhoeddi", "docs/en/generated", "docs/cy/generated")
MANY = 500
"""From this many publications on, every build is timed once."""

HEAD = """# How long a build takes

Written by `make bench`. Whole builds from nothing, all in one run on one machine, in memory where there is
room: {cores} cores, Python {python}, {system}. Each publication has a landing page and a document in both
languages; lists, filters, series and workstreams come with them. MkDocs is stock MkDocs with Material and
static-i18n, without a search index, as ours has none; Hugo has one minimal template. The time of Cyhoeddi
includes reading the YAML and every check of the two languages; its PDFs are left out, as the others make none
(bench/PDF.md has those). Stock Material writes the whole navigation into every page, so its time grows with
the square of the pages.

"""


@dataclass(frozen=True)
class Row:
    """One number of publications, timed."""

    publications: int
    pages: int
    runs: int
    ours: float
    """Seconds, as are the next two."""
    mkdocs: float
    hugo: float

    @property
    def a_page(self) -> float:
        """What a page of ours costs, in milliseconds."""
        return 1000 * self.ours / self.pages


def main(arguments: Sequence[str]) -> int:
    """Time builds of the numbers of publications given; the exit status says whether pages grew dearer."""
    rows = [_measure(number) for number in sorted(int(one) for one in arguments or ("100", "1000"))]
    table = _table(rows)
    print(table)
    if not arguments:
        facts = {"cores": os.cpu_count(), "python": platform.python_version(), "system": platform.system()}
        RESULTS.write_text(HEAD.format(**facts) + table, encoding="utf-8")
    if rows[-1].a_page > GROWTH * rows[0].a_page:
        print("A page costs more the more pages there are.", file=sys.stderr)
        return 1
    return 0


def _measure(publications: int) -> Row:
    memory = Path("/dev/shm")  # noqa: S108 (a folder of our own is made in it)
    runs = 1 if publications >= MANY else 3
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as name:
        ours, mkdocs, hugo = (Path(name) / one for one in ("ours", "mkdocs", "hugo"))
        write_corpus(PROJECT, ours, publications)
        our_time = _time([_tool("cyhoeddi"), "build", "--skip", "pdf,search"], ours, OUR_OUTPUT, runs)
        pages = list(read_pages(ours))
        write_mkdocs(pages, mkdocs)
        write_hugo(pages, hugo)
        mkdocs_time = _time([_tool("mkdocs"), "build", "--quiet"], mkdocs, ("site",), runs)
        hugo_time = _time([_tool("hugo"), "--quiet"], hugo, ("public", "resources"), runs)
    return Row(publications, len(pages), runs, our_time, mkdocs_time, hugo_time)


def _time(command: list[str], folder: Path, leftovers: Sequence[str], runs: int) -> float:
    """Give the median of the seconds that *command* takes, begun anew each time."""
    seconds = []
    for _ in range(runs):
        for name in leftovers:
            shutil.rmtree(folder / name, ignore_errors=True)
        start = time.perf_counter()
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 (our own tools)
        seconds.append(time.perf_counter() - start)
    return median(seconds)


def _tool(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


def _table(rows: Sequence[Row]) -> str:
    lines = [
        "| Publications | Pages | Runs | Cyhoeddi | A page | MkDocs | MkDocs ÷ ours | Hugo | Hugo ÷ ours |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| {row.publications:,} | {row.pages:,} | {row.runs} | {row.ours:.2f} s | {row.a_page:.2f} ms "
        f"| {row.mkdocs:.2f} s | {row.mkdocs / row.ours:.2f} | {row.hugo:.2f} s | {row.hugo / row.ours:.2f} |"
        for row in rows
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
