"""The two languages built at the same time, each by a MkDocs of its own, and put together into one folder.

Where there is much to build, each has a process of its own. To start one takes as long as a few hundred
pages: fewer are built by a single process, one language after the other.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from pathlib import Path
from typing import TypeAlias

from cyhoeddi.language import Language
from cyhoeddi.site import SiteError
from cyhoeddi.site.plan import DuePage, Plan, plan, read_digests, shared_digests
from cyhoeddi.site.spare import NOTHING, fetch, look_at_spare
from cyhoeddi.site.standing import ASSETS, Built, Last, Part, assets_in, files_of, hash_of, read_last
from cyhoeddi.site.version import design_version

_WORTH_A_PROCESS = 300
"""Fewer pages than this are built sooner than a further process has started."""
_MOST = 5000
"""More pages than this are not built at once, since MkDocs holds all that it builds."""


def build_site(
    project: Path,
    *,
    docs_dir: Path,
    into: Path,
    digests: Mapping[str, str] | None = None,
    last: Path | None = None,
    spare: Callable[[], bool] | None = None,
    jobs: int = len(Language),
    tell: Callable[[str], object] = lambda _sentence: None,
) -> Built:
    """Build the generated tree in *docs_dir* with the settings of *project* into the folder *into*.

    *docs_dir* holds `en/generated/` and `cy/generated/`; *into* is made, and must not exist or be empty.
    *digests* are the hashes of the files of the tree, by path; else they are computed. *last* is the folder
    of the site that was built before, if any: what has not changed is taken over from it; *spare* tells
    whether its spare is whole, if that is known. *jobs* processes share the rest, *tell* hears of it.
    Raises `SiteError`, with all that MkDocs said, if anything goes wrong, warnings included.
    """
    tree = read_digests(docs_dir) if digests is None else digests
    now = {**tree, **dict(shared_digests(docs_dir))}
    version = design_version(project)
    before = read_last(project, last, version) if last else Last(into)
    into.mkdir(exist_ok=True)
    place = _Place(project.resolve(), docs_dir, version, into, jobs, tell)
    alike = stand = before.made_alike(now)
    due, held = plan(docs_dir, tree, alike), NOTHING
    with place.making(due):
        if last and alike:
            whole = spare() if spare else look_at_spare(project, last.name)
            fetched = fetch(project, last.name, into, whole=whole)
            anew = due.names
            kept = {name: part for name, part in alike.items() if name not in anew}
            stand = before.still_standing(kept, fetched)
            held = fetched.fit(files_of(stand), last, before.states)
    made = _made(due, into)
    if alike.keys() - stand.keys() - made.keys():
        # Files of the last site were lost or changed. This is seldom, and was not waited for.
        lost = plan(docs_dir, tree, {**stand, **made})
        with place.making(lost):
            pass
        made |= _made(lost, into)
    hashes = {path: before.hashes[path] for path in files_of(stand)}
    hashes |= {path: hash_of(into / path) for path in files_of(made)}
    return Built(hashes, {**stand, **made}, now, version, held)


@dataclass(frozen=True)
class _Place:
    """Where a site is made, and how."""

    project: Path
    docs_dir: Path
    version: str
    """That of the design."""
    into: Path
    jobs: int
    tell: Callable[[str], object]

    @contextmanager
    def making(self, due: Plan) -> Iterator[None]:
        """Put what is *due* into the site. What is done meanwhile need not wait for MkDocs."""
        shares = list(_shares(due.pages, self.jobs))
        with tempfile.TemporaryDirectory(prefix="languages-", dir=self.into.parent) as room:
            made = [share.into(Path(room)) for share in shares]
            processes = _processes(shares, self.jobs)
            arguments = str(self.project), str(self.docs_dir.resolve()), self.version
            with _running(arguments, processes, Path(room)) as running:
                yield
                for file in due.files:
                    _copy(self.docs_dir / file.source, self.into / file.path)
                _wait(running, lambda: self.tell(f"Pages: {len(due.pages)} are being built."))
            merge(made, self.into)


def _made(due: Plan, site: Path) -> dict[str, Part]:
    """Give the parts that were *due* and stand in *site*."""
    made = {page.source: Part(page.makings, page.paths) for page in due.pages}
    made |= {file.source: Part([file.source], [file.path]) for file in due.files}
    return made | {ASSETS: Part([], [*assets_in(site)])} if due.pages else made


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

    def task(self, room: Path) -> tuple[str, list[str], str]:
        """Give a `Task` of `one_language`."""
        return self.language, [page.source for page in self.pages], str(self.into(room))


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


def _processes(shares: Sequence[_Share], jobs: int) -> list[Sequence[_Share]]:
    """Give which of *shares* one process builds, one after the other."""
    if shares and (jobs < len(Language) or sum(len(share.pages) for share in shares) < _WORTH_A_PROCESS):
        return [shares]
    together = groupby(sorted(shares, key=lambda share: share.process), key=lambda share: share.process)
    return [list(group) for _, group in together]


def _copy(source: Path, target: Path) -> None:
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    elif target.read_bytes() != source.read_bytes():
        raise _different(target)


def merge(parts: Iterable[Path], into: Path) -> None:
    """Move all files of *parts* into the folder *into*; a file of several parts is the same in each."""
    for part in parts:
        for folder, _, names in os.walk(part):
            target = into / Path(folder).relative_to(part)
            target.mkdir(exist_ok=True)
            for name in names:
                _move(Path(folder) / name, target / name)


def _move(file: Path, target: Path) -> None:
    if not target.exists():
        file.rename(target)
    elif target.read_bytes() != file.read_bytes():
        raise _different(target)


def _different(target: Path) -> SiteError:
    return SiteError(f"Both languages made a different {target.name} for one address of the site ({target}).")


_Running: TypeAlias = "tuple[Sequence[_Share], subprocess.Popen[str]]"


@contextmanager
def _running(
    arguments: Iterable[str], processes: Iterable[Sequence[_Share]], room: Path
) -> Iterator[list[_Running]]:
    """Start the *processes*, each for its shares; whatever happens meanwhile, none is left running."""
    running: list[_Running] = []
    try:
        for together in processes:
            process = _start(arguments, together, room)
            running.append((together, process))
        yield running
    finally:
        for _, process in running:
            if process.poll() is None:
                process.kill()
                process.wait()


def _wait(running: Iterable[_Running], tell: Callable[[], object]) -> None:
    messages = [message for shares, process in running for message in _finish(shares, process, tell)]
    if messages:
        raise SiteError("\n".join(["MkDocs could not build the site.", *messages]))


def _start(arguments: Iterable[str], shares: Sequence[_Share], room: Path) -> subprocess.Popen[str]:
    # -P: a file of the project folder must never be taken for a module of Python.
    command = [sys.executable, "-P", "-m", "cyhoeddi.site.one_language"]
    # In a file, since who writes to a pipe waits until the other side has started.
    tasks = room / f"{shares[0].name}.json"
    tasks.write_text(json.dumps([share.task(room) for share in shares]), encoding="utf-8")
    with tasks.open(encoding="utf-8") as given:
        return subprocess.Popen(  # noqa: S603
            [*command, *arguments],
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=os.environ | {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"},
        )


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
        return [f"{share.language}: {message}" for share, messages in said for message in messages]
    languages = ", ".join(dict.fromkeys(share.language for share in shares))
    return [f"{languages}: the build ended with status {process.returncode}", *errors.strip().splitlines()]
