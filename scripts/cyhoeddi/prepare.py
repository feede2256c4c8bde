"""The first half of a build: read, check, render, and write the generated tree."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from cyhoeddi import rejudged
from cyhoeddi.addresses import Addresses
from cyhoeddi.checks import BETWEEN_LANGUAGES, OF_TIME
from cyhoeddi.clock import read_clock
from cyhoeddi.collection import Collection, collect
from cyhoeddi.edition import Edition
from cyhoeddi.evidence import file_hasher, render_evidence
from cyhoeddi.inputs import Inputs, read_inputs
from cyhoeddi.judged import Judged, eased, has_errors, judge
from cyhoeddi.language import Language
from cyhoeddi.last_tree import read_last_tree, write_last_tree
from cyhoeddi.ledger import put_off
from cyhoeddi.made import digests_of, restated, tree_digests
from cyhoeddi.pdf.known import KnownPdfs
from cyhoeddi.pdf.shelf import FOLDER as PDFS
from cyhoeddi.pdf.shelf import Shelf, make_pdfs
from cyhoeddi.problems import Problem
from cyhoeddi.progress import Progress
from cyhoeddi.project import Project, read_project
from cyhoeddi.readings import Known
from cyhoeddi.render.kept import Keys
from cyhoeddi.render.tree import render_changes
from cyhoeddi.render.work import Tree
from cyhoeddi.statement.digest import Digests
from cyhoeddi.steady import steadily
from cyhoeddi.workers import cores, once
from cyhoeddi.write import remove_links, write_at_once, write_tree


class Written(NamedTuple):
    """A generated tree."""

    tree: Mapping[str, str]
    """The hash of each file, by path."""
    fresh: Set[str]
    """The files that were written by this build; the others stand there from an earlier one."""
    made_from: Digests | None
    """What a public site is made from; None for a preview."""


@dataclass(frozen=True)
class Prepared:
    """What came of preparing a build."""

    problems: tuple[Problem, ...]
    written: Written | None = None
    """The generated tree; None if problems stopped it."""
    until: datetime | None = None
    """The next moment at which it may be another."""
    finish: Callable[[], tuple[bytes, ...]] = lambda: ()
    """Keeps for the next build what was rendered, and gives the evidence for a public site. Nothing waits for
    it, so that it may be done while the pages are built. Until it is, all that was read is held."""


@steadily
def prepare(
    project: Path, *, preview: bool, into: Path, now: datetime | None = None, skip: Container[str] = ()
) -> tuple[Problem, ...]:
    """Write the generated tree of the folder *project* below *into*, unless there are errors.

    A plain `mkdocs build` does so; the command goes by `prepare_tree`. Gives the problems. A mistake in what
    is not public yet does not hold back what is, and is not among them; `check` and a preview show it.
    In a preview the languages may still differ. *skip* names outputs to leave out.
    """
    made = prepare_tree(project, preview, into, now or read_clock(), skip, progress=Progress())
    made.finish()
    return made.problems


def prepare_tree(
    root: Path,
    preview: bool,
    into: Path,
    now: datetime,
    skip: Container[str],
    *,
    searchable: bool = False,
    jobs: int | None = None,
    progress: Progress,
    inputs: Inputs | None = None,
    known: Known | None = None,
) -> Prepared:
    """Check, render and write the tree as `prepare` does; a *searchable* site will be indexed.

    *jobs* processes share the work, else one a core; *progress* hears of it. *inputs* are those of the
    project folder as it was a moment ago, if they are known. What is *known* to a process that lasts it
    need not read. Raises SavedMeanwhileError if a file is saved while it is read.
    """
    inputs = inputs or read_inputs(root)
    # What is known of the files as read is large, and written while the pages are built.
    with progress.step("read"), put_off() as write_known:
        read = read_project(
            root, now, public=not preview, keep=True, jobs=jobs or cores(), progress=progress, known=known
        )
    with progress.step("check"):
        judged = _judged(read, rejudged.PREVIEW if preview else rejudged.SITE, inputs, jobs, progress)
        problems = eased(judged.problems, {*OF_TIME, *(BETWEEN_LANGUAGES if preview else ())})
    until = read.same_until
    if has_errors(problems):
        write_known()
        return Prepared(problems, until=until)
    collection = collect(read, preview=preview)
    addresses = Addresses(collection, read.lock)
    shelf, faults = _make_pdfs(root, collection, addresses, skip, jobs, progress)
    problems = tuple(sorted({*problems, *faults}))
    if has_errors(problems):
        write_known()
        return Prepared(problems, until=until)
    with progress.step("render"):
        last, others = read_last_tree(root, into)
        others = remove_links(into, others)
        rendering = render_changes(
            collection,
            read.lock,
            shelf,
            searchable=searchable,
            last=last,
            put=write_at_once(into),
            jobs=jobs or cores(),
        )
        tree = dict(rendering.tree)
        digests = tree_digests(root, tree)
    made_from = None
    statement: Tree = {}
    if not preview:
        with progress.step("make the statement"):
            made_from = digests_of(root, digests)
            # What this adds to the tree does not count in the digests.
            statement = restated(read, addresses, made_from)
            tree |= statement
            digests |= tree_digests(root, statement)
    with progress.step("write"):
        same = {path for path in last.copies if path in digests and last.is_copied(path, digests[path])}
        gone = set(last.paths).difference(last.astray, tree)
        write_tree(root, tree, into, others, gone, same, digests)

    stood = {path for one in rendering.rendered.values() if one.stands for path in one.paths} | same
    # What is told of each site anew was written by this build.
    fresh = digests.keys() - (stood - statement.keys())

    def finish() -> tuple[bytes, ...]:
        write_known()
        write_last_tree(root, into, last, rendering, digests, statement.keys())
        if preview:
            return ()
        # Of what was copied into the tree, the copy counts: it may have been saved again meanwhile.
        digest = file_hasher(root, {source: digests[path] for path, source in rendering.copied})
        return render_evidence(read, addresses, judged, problems, digest)

    later = once(finish)
    if rendering.outline != last.outline:
        # Much was rendered, and what that holds is too much beside all that is known of the last site.
        later()
    return Prepared(problems, Written(digests, fresh, made_from), until, later)


def _make_pdfs(
    root: Path,
    collection: Collection,
    addresses: Addresses,
    skip: Container[str],
    jobs: int | None,
    progress: Progress,
) -> tuple[Shelf, Iterable[Problem]]:
    """Give the PDFs of *collection*, and why some cannot be made; none if they are to be left out."""
    if "pdf" in skip:
        return {}, ()
    with progress.step("make PDFs"):
        editions = {language: Edition(collection, addresses, language) for language in Language}
        return make_pdfs(
            root,
            collection,
            addresses,
            cache=root / PDFS,
            jobs=jobs or cores(),
            progress=progress,
            known=KnownPdfs(root, collection, addresses, Keys(editions, {})),
        )


def _judged(read: Project, asks: str, inputs: Inputs | None, jobs: int | None, progress: Progress) -> Judged:
    """Give what is wrong in the project as *read*; *inputs* tell of the files as they were before."""
    # If a file was saved since, nobody knows whether it was read before or after.
    same = inputs if inputs and inputs.still_so(read.root) else None
    known = rejudged.recall(read.root, asks, same, read.now) if same else None
    if known is not None:
        return known.judged
    judged = judge(read, jobs, progress)
    if same:
        rejudged.keep(read.root, asks, same, read, judged)
    return judged.with_images_alone()
