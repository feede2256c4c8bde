"""The answers of translators → the files of the project: each is written or refused by itself.

A file is written whole or not at all, and only if it reads back with just the intended texts changed.
"""

from __future__ import annotations

import os
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cyhoeddi.language import Language
from cyhoeddi.problems import Problem
from cyhoeddi.project import Project
from cyhoeddi.translate.answers import NAMES, Answer, Judge
from cyhoeddi.translate.assemble import Change, compose
from cyhoeddi.translate.content import Content
from cyhoeddi.translate.rewrite import rewrite
from cyhoeddi.translate.selection import Keyed, keyed
from cyhoeddi.translate.units import Unit, Work, work_on

_UNKNOWN = "Keep the keys as they were exported; export the text again if it has moved or gone."
_CHANGED = "Export it again: earlier translations of what did not change are kept."


@dataclass(frozen=True)
class Taken:
    """What an import would do, or did."""

    problems: tuple[Problem, ...]
    files: Mapping[Path, bytes]
    """The new content of each file that changes."""
    units: int
    """How many units were taken."""


def take_in(project: Project, answers: Iterable[Answer]) -> Taken:
    """Give the files of *project* with what is right in *answers*, and a problem for what is not."""
    desk = _Desk(project)
    problems: list[Problem] = []
    accepted: dict[tuple[str, Language], dict[str, tuple[Answer, Content]]] = defaultdict(dict)
    seen: set[str] = set()
    for answer in answers:
        found = desk.find(answer)
        if isinstance(found, Problem):
            problems.append(found)
            continue
        base, work, unit = found
        if unit.key in seen:
            problems.append(answer.problem("this key stands a second time", "Keep one of the two."))
            continue
        seen.add(unit.key)
        verdict = desk.judge.judge(answer, unit, work.to, pages=work.held.text.headings)
        if isinstance(verdict, Problem):
            problems.append(verdict)
        elif verdict is not None:
            accepted[base, work.to][unit.key] = answer, verdict
    changes: dict[str, list[Change]] = defaultdict(list)
    for place, given in accepted.items():
        change = compose(desk.works[place], given)
        if isinstance(change, Change):
            changes[change.file].append(change)
        else:
            problems += change
    files: dict[Path, bytes] = {}
    units = 0
    for file, parts in changes.items():
        content, refused = rewrite(project, file, parts)
        problems += refused
        if content is not None:
            files[project.root / file] = content
            units += sum(len(part.answers) for part in parts)
    return Taken(tuple(sorted(set(problems))), files, units)


def write_files(files: Mapping[Path, bytes]) -> None:
    """Write each of *files* beside itself first, then in its place, so that none is ever half written."""
    for path, content in files.items():
        target = path.resolve()
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
            Path(name).chmod(target.stat().st_mode & 0o777)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


class _Desk:
    """Finds the unit of an answer; the works of a file are made when first asked for."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.judge = Judge(project.terms)
        self.works: dict[tuple[str, Language], Work] = {}
        self._units: dict[str, dict[str, tuple[str, Work, Unit]]] = {}

    def find(self, answer: Answer) -> tuple[str, Work, Unit] | Problem:
        """Give the unit that *answer* is for: that of its key, or the only one that says the same."""
        owner = _owner(answer.key)
        units = self._of_owner(owner)
        found = units.get(answer.key)
        if found and answer.to not in (None, found[1].to):
            message = f"this unit is to be written in {NAMES[found[1].to]}, not in {NAMES[found[1].to.other]}"
            return answer.problem(message, "Look whether the languages of the file were exchanged.")
        if found and answer.is_about(found[2], found[1].to):
            return found
        to = found[1].to if found else _side(answer.key)
        moved = [one for one in units.values() if one[1].to is to and answer.is_about(one[2], one[1].to)]
        if len(moved) == 1 and (answer.hash or answer.cells):
            return moved[0]
        if found is None:
            return answer.problem("there is no unit of this key", _UNKNOWN)
        source = NAMES[found[1].to.other]
        return answer.problem(f"the {source} has changed since this was exported", _CHANGED)

    def _of_owner(self, owner: str) -> Mapping[str, tuple[str, Work, Unit]]:
        if owner not in self._units:
            units = self._units[owner] = {}
            for standing, side, key in self._keyed.get(owner, ()):
                work = work_on(standing, side, key)
                if work is not None:
                    self.works[key, side] = work
                    units.update({unit.key: (key, work, unit) for unit in work.units})
        return self._units[owner]

    @cached_property
    def _keyed(self) -> Mapping[str, Sequence[Keyed]]:
        found: dict[str, list[Keyed]] = defaultdict(list)
        for one in keyed(self.project):
            found[_owner(one[2])].append(one)
        return found


def _owner(key: str) -> str:
    """Give the part of a key that names its publication, series or page."""
    return "/".join(key.split("/")[:2])


def _side(key: str) -> Language | None:
    """Give the side that a key names: of its parts that could, the last."""
    return next((Language(part) for part in reversed(key.split("/")) if part in list(Language)), None)
