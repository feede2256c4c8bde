"""What the rules about one text, or one file, find in each file: looked for only where something has changed.

What is found is kept under the hash of what they follow from: what the file says, and what of it is to
be seen. It holds for one version of the program and of the project's word lists and domains.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from cyhoeddi.checks import FACTS, unread_in
from cyhoeddi.fingerprint import code_digest, digest, files_digest, folder_files
from cyhoeddi.ledger import CACHE, read_ledger, write_ledger
from cyhoeddi.look import Unit, look, units_of
from cyhoeddi.progress import Progress
from cyhoeddi.project import Project
from cyhoeddi.seen import Seen, row_of, seen_of
from cyhoeddi.workers import spread

FILE = f"{CACHE}/checked.json"

_MANY = 1000
"""Where there are more units than this, they take so much memory that the dictionaries, which only a look
needs, had better have their place elsewhere."""


def look_at_texts(
    project: Project, *, jobs: int, cache: Path | None = None, progress: Progress | None = None
) -> Seen:
    """Give what is seen in each text of *project* by itself.

    What is known from the last time is read from the file *cache*, which is brought up to date; without one,
    everything is looked at. *jobs* processes share the work, *progress* hears of it.
    """
    units = list(units_of(project))
    version = _version(project) if cache else ""
    kept = read_ledger(cache, version) if cache else {}
    found_before = ((unit.name, _known(unit, kept.get(unit.name))) for unit in units)
    known = {name: seen for name, seen in found_before if seen is not None}
    due = [unit for unit in units if unit.name not in known]
    unread = unread_in(project)
    tell = (progress or Progress()).tell
    found = spread(
        lambda unit: look(unit, unread, project.parity),
        due,
        jobs,
        lambda done: tell(f"Checks: {done} of {len(due)} files have been looked at."),
        apart=len(units) > _MANY,
    )
    known |= {unit.name: seen for unit, seen in zip(due, found, strict=True)}
    if cache and due:
        # A public build passes drafts over: what is known of them is kept for the next look at everything.
        others = {name: entry for name, entry in kept.items() if (project.root / name).is_file()}
        rows = {unit.name: [unit.digest, *row_of(known[unit.name], unit.name)] for unit in units}
        write_ledger(cache, version, others | rows)
    told = {rule: {unit.name: known[unit.name].told[rule][unit.name] for unit in units} for rule in FACTS}
    return Seen(
        tuple(problem for unit in units for problem in known[unit.name].problems),
        told,
        tuple(one for unit in units for one in known[unit.name].accepted),
    )


def _version(project: Project) -> str:
    terms = project.root / "terms"
    domains = json.dumps(project.parity.twin_domains)
    return digest(code_digest(), files_digest(terms, folder_files(terms)), domains)


def _known(unit: Unit, row: list[Any] | None) -> Seen | None:
    """Give what was seen in *unit*, if *row* tells of the very same; None if it does not."""
    return seen_of(unit.name, row[1:]) if row and row[0] == unit.digest else None
