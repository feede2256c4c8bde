"""A command that was run before, on the very same files: its answer is given again at once.

`build` and `check` follow from the files of the project folder, from this program, and from the moment,
which matters at midnight in London and at the end of an embargo. If none of these is another one, and the
site is as the build left it, there is nothing to do. This module imports little, to say so quickly.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from cyhoeddi.fingerprint import HOME, code_digest, digest, files_digest, folder_files
from cyhoeddi.ledger import CACHE, read_ledger, write_ledger

FILE = f"{CACHE}/answers.json"

_VERSION = "1"
_COMMANDS = ("build", "check")
_FLAGS = {"--preview": 0, "--locked": 0, "--skip": 1, "--format": 1, "--jobs": 1, "-C": 1}
"""The options that an answer may be kept for, with the number of words after each. Others, such as another
moment or a file with known problems, make it a question of its own."""
_NOT_READ = {"site", "preview", "status", "node_modules", "evidence.json"}
"""What a project folder itself holds that no build reads: what builds write, and what belongs to other tools.
A folder of the same name further down, such as briefings/files/status, is read like any other."""


@dataclass(frozen=True)
class Answer:
    """What a command said."""

    output: str
    notes: str
    """What it told a person besides: to be printed where errors go."""
    status: int
    since: str
    """The moment for which it was found, as ISO 8601 in UTC."""
    until: str
    """The next moment at which it may be another."""
    folder: str = ""
    """The folder that the site was put into, in the project folder; empty if none was."""


@dataclass(frozen=True)
class Question:
    """What was typed, in a project folder as it was at that moment."""

    words: str
    root: Path
    made_from: str
    """The hash of all that an answer follows from."""

    def recall(self, now: datetime) -> Answer | None:
        """Give the answer, if it is known and holds at the moment *now*."""
        entry = read_ledger(self.root / FILE, _VERSION).get(self.words)
        if not isinstance(entry, list) or len(entry) != 3:
            return None
        made_from, left, said = entry
        try:
            answer = Answer(**said)
            holds = datetime.fromisoformat(answer.since) <= now < datetime.fromisoformat(answer.until)
        except (TypeError, ValueError):
            return None
        return answer if holds and made_from == self.made_from and left == self._left(answer) else None

    def remember(self, answer: Answer) -> None:
        """Keep the *answer*, which has just been found."""
        entries = read_ledger(self.root / FILE, _VERSION)
        kept = [self.made_from, self._left(answer), asdict(answer)]
        write_ledger(self.root / FILE, _VERSION, entries | {self.words: kept})

    def _left(self, answer: Answer) -> str:
        return _left(self.root, answer.folder)


def ask(typed: Sequence[str]) -> Question | None:
    """Give the question that the words *typed* put, if it is one whose answer can be kept."""
    if not _is_plain(typed):
        return None
    root = _root(typed)
    if not (root / "mkdocs.yml").is_file():
        return None
    try:
        # Now, not when the answer is found: somebody may save a file in between.
        return Question("\0".join(typed), root, _made_from(root))
    except OSError:
        return None  # What cannot be read is a problem that the command itself finds words for.


def _is_plain(typed: Sequence[str]) -> bool:
    words = iter(typed)
    commands = 0
    for word in words:
        if word in _FLAGS:
            for _ in range(_FLAGS[word]):
                next(words, None)
        elif word in _COMMANDS:
            commands += 1
        else:
            return False
    return commands == 1


def _root(typed: Sequence[str]) -> Path:
    places = [typed[number + 1] for number, word in enumerate(typed[:-1]) if word == "-C"]
    return Path(places[-1] if places else ".").resolve()


def _made_from(root: Path) -> str:
    theme = HOME / "theme"
    return digest(
        code_digest(), files_digest(theme, folder_files(theme)), files_digest(root, _inputs(str(root)))
    )


def _inputs(root: str) -> Iterator[Path]:
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        is_top = folder == root
        with os.scandir(folder) as entries:
            for entry in entries:
                if is_top and (entry.name.startswith(".") or entry.name in _NOT_READ):
                    continue
                if entry.name == "__pycache__" or _is_generated(entry.path):
                    continue
                if entry.is_dir():
                    waiting.append(entry.path)
                elif entry.is_file():
                    yield Path(entry.path)


def _is_generated(path: str) -> bool:
    return path.endswith(("/docs/en/generated", "/docs/cy/generated"))


def _left(root: Path, folder: str) -> str:
    """Give the hash of what a build left: the size of each file and when it was changed."""
    if not folder:
        return ""
    places = (folder, "docs/en/generated", "docs/cy/generated", "evidence.json", f"{CACHE}/built.json")
    return digest(*(line for place in places for line in sorted(_stamps(str(root / place)))))


def _stamps(path: str) -> Iterator[str]:
    waiting = [path]
    while waiting:
        place = waiting.pop()
        try:
            with os.scandir(place) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    else:
                        state = entry.stat(follow_symlinks=False)
                        yield f"{entry.path}\0{state.st_size}\0{state.st_mtime_ns}\0{state.st_mode}"
        except NotADirectoryError:
            state = os.lstat(place)
            yield f"{place}\0{state.st_size}\0{state.st_mtime_ns}"
        except OSError:
            yield f"{place}\0missing"
