"""The first half of a build: read, check, render, and write the generated tree."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cyhoeddi.addresses import Addresses
from cyhoeddi.checks import BETWEEN_LANGUAGES, OF_TIME
from cyhoeddi.clock import read_clock
from cyhoeddi.collection import collect
from cyhoeddi.edition import Edition
from cyhoeddi.evidence import read_digest, render_evidence
from cyhoeddi.judged import eased, has_errors, judge
from cyhoeddi.kept import is_large, read_last, write_last
from cyhoeddi.language import Language
from cyhoeddi.made import digests_of, restated, tree_digests
from cyhoeddi.pdf.known import KnownPdfs
from cyhoeddi.pdf.shelf import FOLDER as PDFS
from cyhoeddi.pdf.shelf import Shelf, make_pdfs
from cyhoeddi.problems import Problem
from cyhoeddi.progress import Progress
from cyhoeddi.project import read_project
from cyhoeddi.render.kept import Keys
from cyhoeddi.render.tree import render_changes
from cyhoeddi.statement.digest import Digests
from cyhoeddi.steady import steadily
from cyhoeddi.workers import ahead, cores
from cyhoeddi.write import look_at_tree, remove_links, write_at_once, write_tree


@dataclass(frozen=True)
class Prepared:
    """What came of preparing a build."""

    problems: tuple[Problem, ...]
    tree: Mapping[str, str] | None = None
    """The hash of each file of the generated tree, by path; None if problems stopped it."""
    made_from: Digests | None = None
    """What a public site is made from."""
    evidence: str = ""
    """The evidence for it."""
    until: datetime | None = None
    """The next moment at which it may be another."""


def prepare(
    project: Path, *, preview: bool, into: Path, now: datetime | None = None, skip: Container[str] = ()
) -> tuple[Problem, ...]:
    """Write the generated tree of the folder *project* below *into*, unless there are errors.

    Gives the problems. A mistake in a text that is not public yet does not hold back what is, and is not
    among them; `check` and a preview show it. In a preview the languages may still differ. *skip* names
    outputs to leave out.
    """
    return prepare_tree(project, preview, into, now or read_clock(), skip, progress=Progress()).problems


@steadily
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
) -> Prepared:
    """Check, render and write the tree as `prepare` does; a *searchable* site will be indexed.

    *jobs* processes share the work, else one a core; *progress* hears of it.
    """
    with ahead(lambda: look_at_tree(into), lookers(root, into, jobs)) as looked:
        with progress.step("read"):
            read = read_project(
                root, now, public=not preview, keep=True, jobs=jobs or cores(), progress=progress
            )
        with progress.step("check"):
            judged = judge(read, jobs, progress)
            problems = eased(judged.problems, {*OF_TIME, *(BETWEEN_LANGUAGES if preview else ())})
        until = read.same_until
        if has_errors(problems):
            return Prepared(problems, until=until)
        collection = collect(read, preview=preview)
        addresses = Addresses(collection, read.lock)
        shelf: Shelf = {}
        if "pdf" not in skip:
            with progress.step("make PDFs"):
                editions = {language: Edition(collection, addresses, language) for language in Language}
                shelf, faults = make_pdfs(
                    root,
                    collection,
                    addresses,
                    cache=root / PDFS,
                    jobs=jobs or cores(),
                    progress=progress,
                    known=KnownPdfs(root, collection, addresses, Keys(editions, {})),
                )
            problems = tuple(sorted({*problems, *faults}))
        if has_errors(problems):
            return Prepared(problems, until=until)
        with progress.step("render"):
            last, others = read_last(root, into, remove_links(into, looked()))
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
        made_from, evidence = None, ""
        if not preview:
            with progress.step("gather evidence"):
                made_from = digests_of(root, digests)
                # What this adds to the tree does not count in the digests.
                statement = restated(read, addresses, made_from)
                tree |= statement
                digests |= tree_digests(root, statement)
                evidence = render_evidence(read, addresses, judged, problems, read_digest(root))
        with progress.step("write"):
            same = {path for path in last.copies if path in digests and last.is_copied(path, digests[path])}
            gone = {path for path, _ in last.stamps} - last.astray - tree.keys()
            write_tree(root, tree, into, others, gone, same, digests)
            write_last(root, into, last, rendering, digests)
        return Prepared(problems, digests, made_from, evidence, until)


def lookers(root: Path, into: Path, jobs: int | None) -> int:
    """Give how many processes look at what the last build left: another one only if that takes a while."""
    return jobs or cores() if is_large(root, into) else 1
