"""The PDFs of one publication, to be looked at before it is published."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from cyhoeddi.addresses import Addresses
from cyhoeddi.checks import BETWEEN_LANGUAGES
from cyhoeddi.collection import collect
from cyhoeddi.judged import eased, has_errors, judge
from cyhoeddi.pdf.shelf import FOLDER as PDFS
from cyhoeddi.pdf.shelf import make_pdfs
from cyhoeddi.problems import Problem
from cyhoeddi.project import read_project
from cyhoeddi.steady import steadily


@steadily
def proof(root: Path, name: str, now: datetime) -> tuple[tuple[Problem, ...], tuple[Path, ...]]:
    """Make the PDFs of the publication *name*, draft or not, in the project folder *root*; give their paths.

    No path means that there is no such document, or that problems stop it. As in a preview, the languages may
    still differ.
    """
    read = read_project(root, now)
    problems = eased(judge(read).problems, BETWEEN_LANGUAGES)
    if read.settings is None:
        return problems, ()
    collection = collect(read, preview=True)
    files = {one.file for one in collection.publications if one.id == name}
    problems = tuple(one for one in problems if one.position.file in files)
    if has_errors(problems):
        return problems, ()
    addresses = Addresses(collection, read.lock)
    shelf, faults = make_pdfs(root, collection, addresses, cache=root / PDFS, only={name})
    copies = {root / f"{name}-{language}.pdf": pdf.path for (_, language), pdf in shelf.items()}
    for copy, made in copies.items():
        shutil.copyfile(made, copy)
    return (*problems, *faults), tuple(copies)
