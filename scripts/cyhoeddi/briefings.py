"""The files of briefings/ as read: publications and series, with what is wrong in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from cyhoeddi.entry import Entry, entry_of_source, is_series, stem_of
from cyhoeddi.problems import Level, Position, Problem
from cyhoeddi.progress import Progress
from cyhoeddi.public import embargoes, has_hidden_parts, public_source, says_hidden, says_public
from cyhoeddi.reading import Reading, entry_of_reading
from cyhoeddi.readings import Known, briefing_files, is_yaml, read_readings
from cyhoeddi.source import read_source

RULE = "file-name"

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Briefings:
    """What stands in briefings/."""

    def __init__(self, root: Path, now: datetime, known: Mapping[str, Entry], *, public: bool) -> None:
        """Begin with nothing; `take` takes in one file after the other. Some entries are *known* by file."""
        self.root, self.now, self.public = root, now, public
        self._known = known
        self.entries: list[Entry] = []
        self.problems: list[Problem] = []
        self.moments: set[datetime] = set()
        """When what stands there may begin to be seen, that which was passed over too; *now* if a file was
        passed over that does not say."""
        self._ids: dict[str, str] = {}

    def take(self, name: str, reading: Reading | None) -> None:
        """Take in the file *name*; its *reading* is known if it is in order."""
        if not is_yaml(name):
            self.problems += () if self.public else _stranger(name)
        elif reading is None or (self.public and has_hidden_parts(reading.seen_from, self.now)):
            self._take_source(name)
        else:
            self._take_reading(name, reading)

    def _take_reading(self, name: str, reading: Reading) -> None:
        seen_from = reading.seen_from
        self.moments.update(embargoes(seen_from))
        if not self.public or says_public(seen_from, self.now):
            self.problems += _name_problems(name, self._ids)
            entry = self._known.get(name)
            if entry is None or entry.digest != reading.digest:
                entry = entry_of_reading(self.root, name, reading)
            self.entries.append(entry)

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
    root: Path,
    now: datetime,
    *,
    public: bool,
    keep: bool,
    jobs: int,
    progress: Progress | None,
    known: Known | None = None,
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
        known=known,
    )
    found = Briefings(root, now, known.entries if known else {}, public=public)
    for name in names:
        found.take(name, readings.get(name))
    if known:
        known.entries = {entry.file: entry for entry in found.entries}
    return found


def _stranger(name: str) -> Iterator[Problem]:
    if stem_of(name) != "README":
        hint = (
            "A publication's file ends in .yaml; its pictures and attachments stand in briefings/files/<id>/."
        )
        yield Problem(Position(name), RULE, "this file is not read", hint, Level.WARNING)


def _name_problems(name: str, ids: dict[str, str]) -> Sequence[Problem]:
    stem = stem_of(name)
    is_id = len(stem) <= 100 and _ID.fullmatch(stem) is not None
    first = ids.setdefault(f"{'series' if is_series(name) else 'publication'}/{stem}", name)
    if is_id and first == name and name.endswith(".yaml"):
        return ()  # Nearly all.
    position, found = Position(name), list[Problem]()
    if not name.endswith(".yaml"):
        found.append(Problem(position, RULE, "the file's name does not end in .yaml", "Rename the file."))
    if not is_id:
        hint = "Use small letters without accents, digits and single hyphens, such as briefing-may-2023.yaml."
        found.append(Problem(position, RULE, f'"{stem}" cannot be the name of a publication', hint))
    if first != name:
        message = f"another file has the name {stem} too: {first}"
        hint = "Rename one of them: a name stands for one publication only."
        found.append(Problem(position, RULE, message, hint))
    return found
