"""The two languages built, each by a MkDocs of its own, and put together into one folder."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from cyhoeddi.design import HOOKS, THEME
from cyhoeddi.language import Language
from cyhoeddi.site import SiteError
from cyhoeddi.site.early import Early
from cyhoeddi.site.plan import BeforeReading, Plan, furniture_of, hash_tree, plan, shared_digests, unheard
from cyhoeddi.site.sharing import Build, Workshop, building
from cyhoeddi.site.spare import NOTHING_REUSED, fetch, look_at_spare
from cyhoeddi.site.standing import ASSETS, Built, LastSite, assets_in, files_of, read_last_site, users_of
from cyhoeddi.site.version import design_version
from cyhoeddi.stamps import hash_of
from cyhoeddi.steady import saved_meanwhile


class LookedBack(NamedTuple):
    """What there is to take over."""

    site: LastSite
    spare: Mapping[str, str] | None
    """The states of what stands in its spare, if that is whole."""
    version: str
    """That of the design."""


def look_back(project: Path, folder: Path) -> LookedBack:
    """Look at what the last build of *project* left in *folder*, and at its spare."""
    version = design_version(project)
    return LookedBack(read_last_site(project, folder, version), look_at_spare(project, folder.name), version)


def build_site(
    project: Path,
    *,
    docs_dir: Path,
    into: Path,
    digests: Mapping[str, str] | None = None,
    looked_back: LookedBack | None = None,
    jobs: int = len(Language),
    tell: Callable[[str], object] = lambda _sentence: None,
    address: str = "",
    early: Early | None = None,
    here: Build | None = None,
    before_reading: BeforeReading = unheard,
) -> Built:
    """Build the generated tree in *docs_dir* with the settings of *project* into the folder *into*.

    *docs_dir* holds `en/generated/` and `cy/generated/`; *into* is made, and must not exist or be empty.
    *digests* are the hashes of the files of the tree, by path; else they are computed. *looked_back* tells
    of the site that was built before, if any: what has not changed is taken over from it. *jobs* processes
    share the rest, *tell* hears of it. *address* is where it is served, if not where mkdocs.yml tells. A
    process for MkDocs may have been started *early*; or what builds few pages *here* is used, in one that
    soon ends: none loads a hook anew. *before_reading* is told which files of the tree are read.
    Raises `SiteError`, with all that MkDocs said, if anything goes wrong, warnings included.
    """
    tree = hash_tree(docs_dir) if digests is None else digests
    before_reading({furniture_of(language) for language in Language} & tree.keys())
    now = {**tree, **dict(shared_digests(docs_dir))}
    version = looked_back.version if looked_back else design_version(project)
    before = looked_back.site if looked_back else LastSite(into)
    into.mkdir(exist_ok=True)
    shop = Workshop(project.resolve(), docs_dir.resolve(), version, address, early, here)
    place = _Place(shop, into, jobs, tell)
    alike = stand = before.made_alike(now)
    # What it was made from is as large as all else, and not needed any more.
    before = replace(before, made_from={})
    due, held = plan(docs_dir, tree, alike, before_reading), NOTHING_REUSED
    with place.making(due):
        if looked_back and alike:
            folder = looked_back.site.folder
            fetched = fetch(project, folder.name, into, looked_back.spare)
            anew = due.names
            kept = {name: paths for name, paths in alike.items() if name not in anew}
            stand = before.still_standing(kept, fetched)
            held = fetched.fit(files_of(stand), folder, before.states)
    made, makings = _made(due, into), _makings(due)
    if alike.keys() - stand.keys() - made.keys():
        # Files of the last site were lost or changed. This is seldom, and was not waited for.
        lost = plan(docs_dir, tree, {**stand, **made}, before_reading)
        with place.making(lost):
            pass
        made |= _made(lost, into)
        makings |= _makings(lost)
    if due.pages and design_version(project) != version:
        # Nobody knows which of the two the pages were made by.
        raise saved_meanwhile(f"{THEME}/, {HOOKS}/")
    hashes = {path: before.hashes[path] for path in files_of(stand)}
    hashes |= {path: hash_of(into / path) for path in files_of(made)}
    users = users_of(makings, stand, before.users)
    return Built(hashes, {**stand, **made}, users, now, version, held)


@dataclass(frozen=True)
class _Place:
    """Where a site is made, and how."""

    shop: Workshop
    into: Path
    jobs: int
    tell: Callable[[str], object]

    @contextmanager
    def making(self, due: Plan) -> Iterator[None]:
        """Put what is *due* into the site. What is done meanwhile need not wait for MkDocs."""
        with (
            tempfile.TemporaryDirectory(prefix="languages-", dir=self.into.parent) as room,
            building(self.shop, due.pages, Path(room), self.jobs, self.tell) as wait,
        ):
            yield
            for file in due.files:
                _copy(self.shop.docs_dir / file.source, self.into / file.path)
            merge(wait(), self.into)


def _made(due: Plan, site: Path) -> dict[str, Sequence[str]]:
    """Give the parts that were *due* and stand in *site*."""
    made: dict[str, Sequence[str]] = {page.source: page.paths for page in due.pages}
    made |= {file.source: [file.path] for file in due.files}
    return made | {ASSETS: [*assets_in(site)]} if due.pages else made


def _makings(due: Plan) -> dict[str, Sequence[str]]:
    """Give the names of all that each page is made from that was *due*, by its own."""
    return {page.source: page.makings for page in due.pages}


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
