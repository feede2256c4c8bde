"""The files of briefings/ as read: publications and series, with what is wrong in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from cyhoeddi.entry import Entry, Reading, entry_of_reading, entry_of_source, is_series, stem_of
from cyhoeddi.problems import Level, Position, Problem
from cyhoeddi.progress import Progress
from cyhoeddi.public import embargoes, public_source, says_hidden, says_public
from cyhoeddi.readings import briefing_files, is_yaml, read_readings
from cyhoeddi.source import read_source

RULE = "file-name"

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Briefings:
    """What stands in briefings/."""

    def __init__(self, root: Path, now: datetime, *, public: bool) -> None:
        """Begin with nothing; `take` takes in one file after the other."""
        self.root, self.now, self.public = root, now, public
        self.entries: list[Entry] = []
        self.problems: list[Problem] = []
        self.moments: set[datetime] = set()
        """When what stands there may begin to be seen, that which was passed over too; *now* if a file was
        passed over that does not say."""
        self._ids: dict[str, str] = {}

    def take(self, name: str, reading: Reading | None) -> None:
        """Take in the file *name*; its *reading* is known if it is a publication in order."""
        if not is_yaml(name):
            self.problems += () if self.public else _stranger(name)
        elif reading is None:
            self._take_source(name)
        else:
            self._take_reading(name, reading)

    def _take_reading(self, name: str, reading: Reading) -> None:
        self.moments |= set(embargoes(reading.head))
        if not self.public or says_public(reading.head, self.now):
            self.problems += _name_problems(name, self._ids)
            self.entries.append(entry_of_reading(self.root, name, reading))

    def _take_source(self, name: str) -> None:
        source, mistakes = read_source(self.root / name, name)
        self.moments |= set(embargoes(source.data)) if source else set()
        if self.public:
            hidden = source is None and says_hidden(self.root / name, self.now)
            self.moments |= {self.now} if hidden else set()
            source = source and public_source(source, self.now)
            if hidden or (source is None and not mistakes):
                return
        self.problems += (*_name_problems(name, self._ids), *mistakes)
        if source is not None:
            entry, misshapen = entry_of_source(source)
            self.problems += misshapen
            self.entries.append(entry)


def read_briefings(
    root: Path, now: datetime, *, public: bool, keep: bool, jobs: int, progress: Progress | None
) -> Briefings:
    """Read the files of briefings/ in the project folder *root*, as `read_project` says."""
    tell = (progress or Progress()).tell
    names = briefing_files(root)
    readings = read_readings(
        root,
        [name for name in names if is_yaml(name)],
        keep=keep,
        jobs=jobs,
        tell=lambda done, of: tell(f"Reading: {done} of {of} files have been read."),
    )
    found = Briefings(root, now, public=public)
    for name in names:
        found.take(name, readings.get(name))
    return found


def _stranger(name: str) -> Iterator[Problem]:
    if stem_of(name) != "README":
        hint = (
            "A publication's file ends in .yaml; its pictures and attachments stand in briefings/files/<id>/."
        )
        yield Problem(Position(name), RULE, "this file is not read", hint, Level.WARNING)


def _name_problems(name: str, ids: dict[str, str]) -> Iterator[Problem]:
    stem, position = stem_of(name), Position(name)
    if not name.endswith(".yaml"):
        yield Problem(position, RULE, "the file's name does not end in .yaml", "Rename the file.")
    if not _ID.fullmatch(stem) or len(stem) > 100:
        hint = "Use small letters without accents, digits and single hyphens, such as briefing-may-2023.yaml."
        yield Problem(position, RULE, f'"{stem}" cannot be the name of a publication', hint)
    kind = "series" if is_series(name) else "publication"
    first = ids.setdefault(f"{kind}/{stem}", name)
    if first != name:
        message = f"another file has the name {stem} too: {first}"
        yield Problem(position, RULE, message, "Rename one of them: a name stands for one publication only.")
