"""The second half of a build: the pages made of the generated tree, indexed for search, and put in place.

It is done in a process of its own where there are two cores: what the last build left of the site is read and
looked at there, and MkDocs is started, while the first half (`prepare`) reads, checks and renders. That sends
two messages: what tree was written, and that nothing else can fail any more. A preview that follows every
save is always built so, by the MkDocs that its process has loaded.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Container, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from cyhoeddi.last_tree import astray, left_standing, look_at
from cyhoeddi.left import states_in
from cyhoeddi.model import LONDON
from cyhoeddi.prepare import Written
from cyhoeddi.progress import Progress
from cyhoeddi.render.kept import Rendered
from cyhoeddi.search.build import INDEXES, build_search
from cyhoeddi.search.pages import BuiltSite
from cyhoeddi.site.early import early
from cyhoeddi.site.engine import build_site, look_back
from cyhoeddi.site.served import Served
from cyhoeddi.site.sharing import Build
from cyhoeddi.site.standing import Built
from cyhoeddi.site.swap import private_folder, swap_in
from cyhoeddi.stamps import Stamp
from cyhoeddi.statement.built import write_built
from cyhoeddi.steady import saved_meanwhile


class Assembled(NamedTuple):
    """A site that was put in place."""

    pages: int
    seal: str
    """The seal of what stands in it now (`left`); none if that is not known."""
    steps: list[tuple[str, float]]
    """The seconds that each step took."""


@dataclass(frozen=True)
class Assembly:
    """What is to be made."""

    root: Path
    docs: Path
    """The folder of the generated tree."""
    folder: Path
    """The site's place."""
    now: datetime
    skip: Container[str]
    """Names of outputs to leave out."""
    jobs: int
    """How many processes share the work."""
    served: Served | None
    """The preview that it is, if that follows every save."""
    progress: Progress

    def make(self, hear: Callable[[], Any], *, is_apart: bool) -> Assembled:
        """Make it, as far as that can be before *hear* gives what tree was `Written`, and then the rest.

        It is put in place when *hear* gives a second message. If this process *is_apart*, another one does
        something else meanwhile.
        """
        with early() as mkdocs:
            has_own = bool(self.served and is_apart)
            if is_apart and not has_own:
                mkdocs.start(self.root)
            looked_back = look_back(self.root, self.folder)
            stood = left_standing(self.root, self.docs)
            here = self._own_mkdocs() if has_own else None
            written: Written = hear()
            expect = partial(_expect, self.docs, *stood, written.fresh)
            new = (room := private_folder(self.root)) / "site"
            try:
                with self.progress.step("build pages"):
                    built = build_site(
                        self.root,
                        docs_dir=self.docs,
                        into=new,
                        digests=written.tree,
                        looked_back=looked_back,
                        jobs=self.jobs,
                        tell=self.progress.tell,
                        address=self.served.address if self.served else "",
                        early=mkdocs,
                        here=here,
                        before_reading=expect,
                    )
                files = self._index(new, written.tree, built)
                seal = self._put_in_place(new, files, built, hear)
            finally:
                shutil.rmtree(room, ignore_errors=True)
        if written.made_from is not None:
            write_built(self.root, written.made_from, files)
        return Assembled(sum(path.endswith(".html") for path in files), seal, self.progress.steps)

    def _own_mkdocs(self) -> Build:
        """Give the MkDocs that a process which serves has loaded (`serve`), and this copy of it with it."""
        from cyhoeddi.site.one_language import build_with_kept, warm_up

        # It would wait otherwise.
        warm_up(self.root)
        return build_with_kept

    def _index(self, new: Path, tree: Mapping[str, str], built: Built) -> Mapping[str, str]:
        """Index the site *built* in the folder *new*, unless that is left out; give the hash of each file."""
        if "search" in self.skip:
            return built.hashes
        self.progress.tell("The search is being made.")
        with self.progress.step("index for search"):
            source = BuiltSite(self.docs, new, tree, built.hashes)
            year = self.now.astimezone(LONDON).year
            indexes = build_search(source, cache=self.root / INDEXES, year=year, jobs=self.jobs)
        return {**built.hashes, **indexes}

    def _put_in_place(
        self, new: Path, files: Mapping[str, str], built: Built, hear: Callable[[], Any]
    ) -> str:
        """Put the site *built* in the folder *new*, with these *files*, in its place; give the seal of it."""
        with self.progress.step("put in place"):
            states = states_in(new, files.keys(), *built.reused)
            hear()
            swap_in(new, self.folder, self.root)
            with suppress(OSError):
                # Else the next build is one from nothing.
                return built.keep(self.root, self.folder, states)
        return ""


def _expect(
    docs: Path,
    rendered: Sequence[Rendered],
    copies: Mapping[str, Stamp],
    fresh: Set[str],
    paths: Set[str],
) -> None:
    """Raise SavedMeanwhileError if somebody wrote over one of *paths* since a build did."""
    stood = paths - fresh
    if touched := astray(look_at(docs), rendered, copies, stood):
        raise saved_meanwhile(min(touched))
