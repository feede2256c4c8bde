"""A command that was run before, on the very same files: its answer is given again at once.

`build` and `check` follow from the files of the project folder, from this program, and from the moment,
which matters at midnight in London and at the end of an embargo. If none of these is another one, and the
site is as the build left it, there is nothing to do. This module imports little, to say so quickly.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from cyhoeddi.fingerprint import digest
from cyhoeddi.inputs import Inputs, read_inputs
from cyhoeddi.ledger import CACHE, read_ledger, write_ledger
from cyhoeddi.left import seal_of
from cyhoeddi.stamps import file_stamp

FILE = f"{CACHE}/answers.json"

_VERSION = "3"
_COMMANDS = ("build", "check")
_FLAGS = {"--preview": 0, "--locked": 0, "--skip": 1, "--format": 1, "--jobs": 1, "-C": 1}
"""The options that an answer may be kept for, with the number of words after each. Others, such as another
moment or a file with known problems, make it a question of its own."""


class Answer(NamedTuple):
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


class Question(NamedTuple):
    """What was typed, in a project folder as it was at that moment."""

    words: str
    root: Path
    inputs: Inputs
    """All that an answer follows from."""

    def recall(self, now: datetime) -> Answer | None:
        """Give the answer, if it is known and holds at the moment *now*."""
        entry = read_ledger(self.root / FILE, _VERSION).get(self.words)
        if not isinstance(entry, list) or len(entry) != 3:
            return None
        made_from, seal_then, said = entry
        try:
            answer = Answer(**said)
            holds = datetime.fromisoformat(answer.since) <= now < datetime.fromisoformat(answer.until)
            is_same = holds and made_from == self.inputs.digest and seal_then == self._seal_now(answer)
        except (TypeError, ValueError, OSError):
            return None
        return answer if is_same else None

    def remember(self, answer: Answer, seal: str = "") -> None:
        """Keep the *answer*, which has just been found; *seal* is that of the site, if it is about one.

        None is kept if a file was saved meanwhile: nobody knows whether it tells of what was there before.
        """
        with suppress(OSError):
            if (answer.folder and not seal) or not self.inputs.still_so(self.root):
                return
            kept = [
                self.inputs.digest,
                _with_what_is_beside(self.root, answer.folder, seal),
                answer._asdict(),
            ]
            entries = read_ledger(self.root / FILE, _VERSION)
            write_ledger(self.root / FILE, _VERSION, entries | {self.words: kept})

    def _seal_now(self, answer: Answer) -> str | None:
        seal = seal_of(self.root, self.root / answer.folder) if answer.folder else ""
        return None if seal is None else _with_what_is_beside(self.root, answer.folder, seal)


def ask(typed: Sequence[str]) -> Question | None:
    """Give the question that the words *typed* put, if it is one whose answer can be kept."""
    if not _is_plain(typed):
        return None
    root = _root(typed)
    if not (root / "mkdocs.yml").is_file():
        return None
    # Now, not when the answer is found: somebody may save a file in between.
    inputs = read_inputs(root)
    return Question("\0".join(typed), root, inputs) if inputs else None


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


def _with_what_is_beside(root: Path, folder: str, seal: str) -> str:
    """Give the hash of what a build left: of the site in *folder*, which has this *seal*, and beside it.

    The generated tree is no part of it. It only serves to make the site: a build that has something to do
    looks at what it reads there, and mends what somebody changed (`last_tree`).
    """
    if not folder:
        return ""
    beside = (file_stamp(f"{root}/{name}") for name in ("evidence.json", f"{CACHE}/built.json"))
    return digest(seal, *beside)
