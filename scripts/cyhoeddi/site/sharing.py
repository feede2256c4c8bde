"""The pages that are due, shared out: each language to a MkDocs of its own, side by side if there are many.

To start a process takes as long as a few hundred pages: fewer are built by a single process, one language
after the other; or by this one, if it has loaded MkDocs and soon ends.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from pathlib import Path
from typing import TypeAlias

from cyhoeddi.language import Language
from cyhoeddi.site import SiteError
from cyhoeddi.site.early import Early, start
from cyhoeddi.site.plan import DuePage
from cyhoeddi.site.prepared import Task

_WORTH_A_PROCESS = 300
"""Fewer pages than this are built sooner than a further process has started."""
_MOST = 5000
"""More pages than this are not built at once, since MkDocs holds all that it builds."""


Build: TypeAlias = Callable[[Task], list[str]]
"""Builds pages in this process; gives MkDocs' warnings and errors."""


@dataclass(frozen=True)
class Workshop:
    """What all pages of one site are built with."""

    project: Path
    docs_dir: Path
    """The generated tree, which holds `en/generated/` and `cy/generated/`."""
    version: str
    """That of the design."""
    address: str = ""
    """Where the site is served, if that is not where mkdocs.yml tells."""
    early: Early | None = None
    """A process that may have been started already."""
    here: Build | None = None
    """What builds few of them in this process, if that may be."""


@contextmanager
def building(
    shop: Workshop, pages: Sequence[DuePage], room: Path, jobs: int, tell: Callable[[str], object]
) -> Iterator[Callable[[], list[Path]]]:
    """Have *pages* built in folders below *room* by *jobs* processes; *tell* hears of it while it takes long.

    Gives what waits until they are, and gives the folders. It raises `SiteError`, with all that MkDocs said.
    """
    shares = list(_shares(pages, jobs))
    few = len(pages) < _WORTH_A_PROCESS
    here = shop.here if few else None
    processes = _processes(shares, one=few or jobs < len(Language))
    with _running(shop, () if here else processes, room) as running:

        def wait() -> list[Path]:
            said = [_named(share, here(share.task(shop, room))) for share in shares] if here else []
            sentence = f"Pages: {len(pages)} are being built."
            said += [_finish(together, process, lambda: tell(sentence)) for together, process in running]
            if messages := [message for each in said for message in each]:
                raise SiteError("\n".join(["MkDocs could not build the site.", *messages]))
            return [share.into(room) for share in shares]

        yield wait


@dataclass(frozen=True)
class _Share:
    """Pages of one language that are built together."""

    name: str
    process: str
    """The process that builds it."""
    language: Language
    pages: tuple[DuePage, ...]

    def into(self, room: Path) -> Path:
        """Give the folder below *room* for what comes of them."""
        return room / self.name / "site"

    def task(self, shop: Workshop, room: Path) -> Task:
        """Give what is to be built."""
        return Task(
            project=str(shop.project),
            tree=str(shop.docs_dir),
            version=shop.version,
            language=self.language,
            pages=[page.source for page in self.pages],
            into=str(self.into(room)),
            address=shop.address,
        )


def _shares(pages: Iterable[DuePage], jobs: int) -> Iterator[_Share]:
    for language in Language:
        own = [page for page in pages if page.language is language]
        home = [page for page in own if page.kind == "home"]
        number = max(1, min(jobs // len(Language), len(own) // _WORTH_A_PROCESS))
        times = ceil(len(own) / number / _MOST)
        for each in range(number * times):
            # To MkDocs, there is no site without a home page.
            share = (*home, *(page for page in own[each :: number * times] if page not in home))
            yield _Share(f"{language}-{each}", f"{language}-{each % number}", language, share)


def _processes(shares: Sequence[_Share], *, one: bool) -> list[Sequence[_Share]]:
    """Give which of *shares* each process builds, one after the other: all, if there is to be *one*."""
    if shares and one:
        return [shares]
    together = groupby(sorted(shares, key=lambda share: share.process), key=lambda share: share.process)
    return [list(group) for _, group in together]


_Running: TypeAlias = "tuple[Sequence[_Share], subprocess.Popen[str]]"


@contextmanager
def _running(shop: Workshop, processes: Iterable[Sequence[_Share]], room: Path) -> Iterator[list[_Running]]:
    """Start the *processes*, each for its shares; whatever happens meanwhile, none is left running."""
    running: list[_Running] = []
    try:
        for together in processes:
            process = _start(shop, together, room)
            running.append((together, process))
        yield running
    finally:
        for _, process in running:
            if process.poll() is None:
                process.kill()
                process.wait()


def _start(shop: Workshop, shares: Sequence[_Share], room: Path) -> subprocess.Popen[str]:
    given = [share.task(shop, room) for share in shares]
    if shop.early and (process := shop.early.take(given)):
        return process
    # In a file, since who writes to a pipe waits until the other side has started.
    tasks = room / f"{shares[0].name}.json"
    tasks.write_text(json.dumps(given), encoding="utf-8")
    with tasks.open(encoding="utf-8") as opened:
        return start(opened)


def _finish(
    shares: Sequence[_Share], process: subprocess.Popen[str], tell: Callable[[], object]
) -> list[str]:
    while True:
        try:
            output, errors = process.communicate(timeout=1)
            break
        except subprocess.TimeoutExpired:
            tell()
    if process.returncode == 0:
        said = zip(shares, json.loads(output), strict=True)
        return [message for share, messages in said for message in _named(share, messages)]
    languages = ", ".join(dict.fromkeys(share.language for share in shares))
    return [f"{languages}: the build ended with status {process.returncode}", *errors.strip().splitlines()]


def _named(share: _Share, messages: Iterable[str]) -> list[str]:
    return [f"{share.language}: {message}" for message in messages]
