"""Time the PDFs of the sample site: ours, and the same pages with WeasyPrint and headless Chromium.

    python -m bench.pdf

All in one run on one machine, every document of the sample site in both languages. The others print the built
HTML documents with our own style sheet for paper. Whether a file is PDF/UA-1 is what `page-validation` says.
A tool that is not installed is named and left out. The table is written into bench/PDF.md.
"""

from __future__ import annotations

import importlib
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any, TypeAlias

import page
from playwright.sync_api import sync_playwright

from cyhoeddi.addresses import Addresses
from cyhoeddi.audit.browser.chromium import executable, launch
from cyhoeddi.audit.target import served
from cyhoeddi.clock import read_clock
from cyhoeddi.collection import Collection, collect
from cyhoeddi.language import Language
from cyhoeddi.pdf.shelf import make_pdfs
from cyhoeddi.project import read_project

PROJECT = Path(__file__).parent.parent
RESULTS = Path(__file__).parent / "PDF.md"

HEAD = """# How fast PDFs are made

Written by `python -m bench.pdf`. Every document of the sample site in both languages, in one run on one
machine: {cores} cores, Python {python}, {system}. WeasyPrint and Chromium print the same documents from the
built HTML; their start is left out. Ours includes making the plain data from the model.

"""

Printer: TypeAlias = Callable[[Path], bytes]


@dataclass(frozen=True)
class Row:
    """One tool, timed."""

    name: str
    documents: int
    seconds: float
    size: float
    """Of a file on average, in bytes."""
    accessible: int
    """How many of the files are PDF/UA-1."""


def main() -> int:
    """Time all tools that are there and write the table."""
    collection, addresses = _sample()
    pages = [one for one in _pages(collection, addresses) if one.is_file()]
    # In this order: copies of a process that has typeset cannot (`pdf.shelf`).
    all_cores = _typst("typst (Cyhoeddi), all cores", collection, addresses, None)
    rows = [_typst("typst (Cyhoeddi), one core", collection, addresses, 1), all_cores]
    if not pages:
        print("The site is not built: run make first to compare with other tools.", file=sys.stderr)
    for name, tool in (("WeasyPrint", _weasyprint), ("Chromium", _chromium)):
        row = _timed(name, tool, pages) if pages else None
        if row is not None:
            rows.append(row)
    lines = ["| Tool | Documents | Seconds | A second | Size of a file | PDF/UA-1 |", "|" + " --- |" * 6]
    for row in rows:
        speed, size = f"{row.documents / row.seconds:.1f}", f"{row.size / 1024:.0f} KB"
        cells = (row.name, row.documents, f"{row.seconds:.2f}", speed, size, row.accessible)
        lines.append(f"| {' | '.join(map(str, cells))} |")
    table = "\n".join(lines) + "\n"
    print(table)
    facts = {"cores": os.cpu_count(), "python": platform.python_version(), "system": platform.system()}
    RESULTS.write_text(HEAD.format(**facts) + table, encoding="utf-8")
    return 0


def _sample() -> tuple[Collection, Addresses]:
    project = read_project(PROJECT, read_clock(), public=True)
    collection = collect(project)
    return collection, Addresses(collection, project.lock)


def _pages(collection: Collection, addresses: Addresses) -> Iterator[Path]:
    for publication in (one for one in collection.publications if one.sections):
        for language in Language:
            address = addresses.document(publication, language)
            yield PROJECT / "site" / address.lstrip("/") / "index.html"


def _typst(name: str, collection: Collection, addresses: Addresses, jobs: int | None) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        shelf, _ = make_pdfs(PROJECT, collection, addresses, cache=Path(folder), jobs=jobs)
        seconds = time.perf_counter() - start
        return _row(name, seconds, [pdf.path.read_bytes() for pdf in shelf.values()])


def _timed(
    name: str, tool: Callable[[], AbstractContextManager[Printer | None]], pages: list[Path]
) -> Row | None:
    """Time *tool* on *pages*, its start left out; None if it is not there."""
    with tool() as printed:
        if printed is None:
            print(f"{name} is not installed: left out.", file=sys.stderr)
            return None
        start = time.perf_counter()
        files = [printed(one) for one in pages]
        return _row(name, time.perf_counter() - start, files)


def _row(name: str, seconds: float, files: list[bytes]) -> Row:
    accessible = sum(page.is_pdf_compliant_bytes(file, profile="ua1") for file in files)
    return Row(name, len(files), seconds, mean(map(len, files)), accessible)


@contextmanager
def _weasyprint() -> Iterator[Printer | None]:
    try:
        weasyprint: Any = importlib.import_module("weasyprint")
    except (ImportError, OSError):  # OSError: the libraries of the system that it stands on
        yield None
        return
    # The pages name their style sheet from the root of the site.
    with served(PROJECT / "site") as host:
        yield lambda file: bytes(weasyprint.HTML(_address(host, file)).write_pdf(pdf_variant="pdf/ua-1"))


@contextmanager
def _chromium() -> Iterator[Printer | None]:
    if executable() is None:
        yield None
        return
    with served(PROJECT / "site") as host, sync_playwright() as playwright:
        browser = launch(playwright)
        window = browser.new_page()

        def printed(file: Path) -> bytes:
            window.goto(_address(host, file))
            return window.pdf(tagged=True, outline=True, prefer_css_page_size=True)

        yield printed
        browser.close()


def _address(host: str, file: Path) -> str:
    return f"{host}/{file.parent.relative_to(PROJECT / 'site').as_posix()}/"


if __name__ == "__main__":
    sys.exit(main())
