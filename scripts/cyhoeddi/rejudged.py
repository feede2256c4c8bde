"""What was judged of a project before, where since then only texts of a few publications were edited.

What a rule about one text finds follows from that text. What rules across files find follows from what others
see of each file: all that a publication says but its texts, and the facts in these (`checks.facts`). So where
others see no difference, what was found elsewhere stands. Only the few are looked at; the rest of an archive
need not even be read.

Where something was found, accepted or exempted in what is edited, everything is judged.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from cyhoeddi.checks import files, recorded, stale
from cyhoeddi.checks.facts import Told, fact_of
from cyhoeddi.fingerprint import digest
from cyhoeddi.head import Head, outline
from cyhoeddi.inputs import Inputs
from cyhoeddi.judged import Judged
from cyhoeddi.ledger import CACHE, read_ledger, write_ledger
from cyhoeddi.look import look, unit_of
from cyhoeddi.memory import compare, part_of, read_memory
from cyhoeddi.parity import ParityContext, context_of
from cyhoeddi.problems import Problem
from cyhoeddi.project import Project
from cyhoeddi.reading import entry_of_reading, read_reading
from cyhoeddi.seen import acceptance_of, acceptance_row, problem_of, problem_row
from cyhoeddi.settings import read_settings
from cyhoeddi.steady import SavedMeanwhileError
from cyhoeddi.terms import read_terms

CHECK, LOCKED, SITE, PREVIEW = "check", "check-locked", "site", "preview"
"""Who asks: each is told something else of the same files."""

_FEW = 10
"""With more publications edited than this, it is time to judge everything, and to keep that."""


class Verdict(NamedTuple):
    """What is found in a project, and until when."""

    judged: Judged
    until: datetime


def recall(root: Path, asks: str, inputs: Inputs, now: datetime) -> Verdict | None:
    """Give what is found at the moment *now* in the project folder *root*, which these *inputs* tell of.

    None if that is not known: something else than a few texts is different from the last time that *asks*.
    """
    stored = read_ledger(_file(root, asks), inputs.program)
    if not stored:
        return None
    until, editable = datetime.fromisoformat(stored["until"]), stored["editable"]
    edited = {
        name: visible for name, (content, visible) in editable.items() if inputs.files.get(name) != content
    }
    if len(edited) > _FEW or inputs.without(editable) != stored["others"]:
        return None
    if not datetime.fromisoformat(stored["since"]) <= now < until or edited.keys() - inputs.files.keys():
        return None
    found = {problem_of(row) for row in stored["problems"]}
    context = _context(root) if edited else ParityContext()
    for name, visible in edited.items():
        problems = _found(root, name, inputs.files[name], visible, context, locked=asks == LOCKED)
        if problems is None:
            return None
        found |= problems
    images = {name: tuple(map(fact_of, rows)) for name, rows in stored["images"].items()}
    accepted = tuple(map(acceptance_of, stored["accepted"]))
    return Verdict(Judged(tuple(sorted(found)), accepted, {files.ID: images}), until)


def keep(root: Path, asks: str, inputs: Inputs, project: Project, judged: Judged) -> None:
    """Keep what was *judged* of *project*, which *inputs* tell of, for the next time that *asks*."""
    editable = dict(_editable(project, judged))
    stored = {
        "others": inputs.without(editable),
        "since": project.now.isoformat(),
        "until": project.same_until.isoformat(),
        "editable": editable,
        "problems": list(map(problem_row, judged.problems)),
        "accepted": list(map(acceptance_row, judged.accepted)),
        "images": judged.with_images_alone().images,
    }
    write_ledger(_file(root, asks), inputs.program, stored)


def _editable(project: Project, judged: Judged) -> Iterator[tuple[str, list[str]]]:
    """Yield each file whose texts may be edited without a difference to others.

    Each with the hash of its content and that of what others see of it. Where in a text something stands is
    nothing to them; only problems tell of it, so the files that any of these is in or speaks of are left out.
    """
    places = {one.position.file for one in judged.problems} | {one.position.file for one in judged.accepted}
    wordings = "\n".join(f"{one.message}\n{one.hint}" for one in judged.problems)
    for entry in project.entries:
        head = entry.part
        # The digest of what is known by a head is that of its content, as the inputs have it.
        if isinstance(head, Head) and not (
            head.untranslated or entry.file in places or entry.file in wordings
        ):
            yield entry.file, [entry.digest, _visible(outline(head), judged.told, entry.file)]


def _found(
    root: Path, name: str, content: str, visible: str, context: ParityContext, *, locked: bool
) -> set[Problem] | None:
    """Give what is found in the file *name*; None if others may see a difference, or it is no plain case."""
    try:
        reading = read_reading(root, name, content)
        if reading is None:
            return None
        entry = entry_of_reading(root, name, reading)
        seen = look(unit_of(entry), frozenset(), context)
        memory, problems = read_memory(root, {part_of(key) for key, _, _ in entry.pairs})
        if problems or seen.accepted or _visible(reading.outline, seen.told, name) != visible:
            return None
        standings = compare(entry.held, memory)
        unrecorded = recorded.check(standings, memory, locked=locked) if memory.exists else ()
        return {*seen.problems, *stale.check(standings), *unrecorded}
    except SavedMeanwhileError:
        return None


def _visible(outlined: str, told: Mapping[str, Told], name: str) -> str:
    """Give the hash of what others see of the file *name*."""
    facts = {rule: [(one.path, one.side, one.words) for one in found[name]] for rule, found in told.items()}
    return digest(outlined, json.dumps(facts))[:32]


def _context(root: Path) -> ParityContext:
    return context_of(read_settings(root)[0], read_terms(root)[0])


def _file(root: Path, asks: str) -> Path:
    return root / CACHE / f"judged-{asks}.json"
