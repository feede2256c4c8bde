"""translations.lock: every accepted pair on a line of its own, sorted, so that two branches merge cleanly.

    publication/january-2023/sections/background/body 51c0b9e2a4d7f813 0f6e… eNqLVn… minor "a comma"

That is: the key, the hashes of the English and of the Welsh, the words of both packed (so that a change can
be shown against them), ` x2` if the pair stands there twice, and the reason if one side changed and the other
need not follow. The hashes decide; the words are only for show. Lines of two branches may stand together: a
text agrees if any line has its pair.
"""

from __future__ import annotations

import base64
import json
import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TypeAlias

from cyhoeddi.memory.lines import lines, lines_about
from cyhoeddi.problems import Position, Problem
from cyhoeddi.whole import write_whole

FILE = "translations.lock"
RULE = "translations-lock"

_LINE = re.compile(
    r"(?P<key>(?:publication|series|page|statement)/\S+) "
    r"(?P<en>[0-9a-f]{16}) (?P<cy>[0-9a-f]{16}) (?P<words>[\w-]+)"
    r'(?: x(?P<count>[1-9]\d{0,3}))?(?: minor (?P<minor>".*"))?',
    re.ASCII,
)
_MERGE_MARKS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_MOST_WORDS = 4 * 1024 * 1024
"""Bytes that the packed words of one line may have."""
_FEW = 10
"""Of so many parts of the project, the lines are looked for; of more, all are read."""
_ALIKE = (("‘", "'"), ("’", "'"), ("“", '"'), ("”", '"'))
"""Both ways to write an apostrophe or a quote, which say the same."""


@dataclass(frozen=True, order=True)
class Record:
    """A pair that was accepted."""

    key: str
    """Where it stood, as `publication/<id>/sections/<id>/body`; `*` for an item of a list that has no id."""
    en: str
    cy: str
    """The hashes of the two sides."""
    words: str
    """Both sides as they were, packed."""
    count: int = 1
    """How often the pair stands under this key, which may be more than once where there is no id."""
    minor: str | None = None
    """Why the pair was accepted though only one side had changed."""

    def line(self) -> str:
        """Give the line of the file, without its end."""
        count = f" x{self.count}" if self.count > 1 else ""
        minor = "" if self.minor is None else f" minor {json.dumps(self.minor, ensure_ascii=False)}"
        return f"{self.key} {self.en} {self.cy} {self.words}{count}{minor}"

    def sides(self) -> tuple[str, str] | None:
        """Give the English and the Welsh as they were accepted, or None if the line does not hold them."""
        try:
            packed = base64.urlsafe_b64decode(self.words + "=" * (-len(self.words) % 4))
            english, welsh = json.loads(zlib.decompressobj().decompress(packed, _MOST_WORDS))
            said = (words_hash(english), words_hash(welsh)) == (self.en, self.cy)
        except (zlib.error, ValueError, TypeError, RecursionError):
            return None
        return (english, welsh) if said else None


Pair: TypeAlias = tuple[str, str, str]
"""A text as the memory looks for it: its key, and the hashes of its English and of its Welsh."""


@dataclass(frozen=True)
class Memory:
    """All pairs that were accepted, sorted."""

    records: tuple[Record, ...] = ()
    exists: bool = False
    """Whether there is a file; without one, nothing is asked of anybody."""
    whole: bool = True
    """Whether these are all; else they are those of some parts of the project."""

    def lines(self) -> list[str]:
        """Give the file's lines, sorted."""
        return sorted(record.line() for record in self.records)

    def agreed(self, pairs: Sequence[Pair]) -> tuple[Record, ...] | None:
        """Give the record of each of *pairs*, if there is one under its very key for all of them."""
        found = tuple(self._by_pair[pair] for pair in pairs if pair in self._by_pair)
        return found if len(found) == len(pairs) == len(set(pairs)) else None

    def of_parts(self, parts: Set[str]) -> Memory:
        """Give what was accepted of these *parts* of the project (`part_of`) alone."""
        records = tuple(record for record in self.records if part_of(record.key) in parts)
        return Memory(records, self.exists, whole=False)

    @cached_property
    def _by_pair(self) -> Mapping[Pair, Record]:
        return {(record.key, record.en, record.cy): record for record in self.records}


def record_of(key: str, english: str, welsh: str, *, minor: str | None = None) -> Record:
    """Give the record of the pair of texts at *key*."""
    packed = zlib.compress(json.dumps([english, welsh], ensure_ascii=False).encode(), 9)
    words = base64.urlsafe_b64encode(packed).decode().rstrip("=")
    return Record(key, words_hash(english), words_hash(welsh), words, minor=minor)


def words_hash(text: str) -> str:
    """Give the hash of a text's words: how its lines are broken and which apostrophes it has do not count."""
    words = unicodedata.normalize("NFC", text)
    for one, other in _ALIKE:
        words = words.replace(one, other)
    words = " ".join(words.split())
    return blake2b(words.encode(), digest_size=8).hexdigest()


def part_of(key: str) -> str:
    """Give the part of the project that a text's *key* is of, such as publication/<id> or page/<name>."""
    return "/".join(key.split("/", 2)[:2])


def read_memory(
    root: Path, parts: Set[str] | None = None, *, in_order: bool = False
) -> tuple[Memory, tuple[Problem, ...]]:
    """Read translations.lock of the project folder *root*; without the file nothing is remembered.

    With *parts* (`part_of`), lines about others are passed over, whatever stands in them. Where the lines are
    known to stand *in_order* (`are_in_order`), they are not even looked at.
    """
    file = root / FILE
    if not file.exists():
        return Memory(), ()
    few = parts if parts is not None and (in_order or len(parts) <= _FEW) else None
    about = lines(file) if few is None else lines_about(file, few, in_order=in_order)
    found, problems = _records(about, parts)
    if few is not None and problems:
        # They are told of by the numbers of their lines.
        found, problems = _records(lines(file), parts)
    # In the order of their lines: a blank, which comes after the key, stands before all that a key may hold.
    records = tuple(found[pair] for pair in sorted(found))
    return Memory(records, exists=True, whole=parts is None), problems


def write_memory(root: Path, memory: Memory) -> None:
    """Write *memory* as translations.lock of the project folder *root*, whole or not at all."""
    write_whole(root / FILE, "".join(f"{line}\n" for line in memory.lines()))


def _records(
    numbered: Iterable[tuple[int, str]], parts: Set[str] | None
) -> tuple[Mapping[Pair, Record], tuple[Problem, ...]]:
    """Give what *numbered* lines record of *parts*, or of everything, and what is wrong in them."""
    found: dict[Pair, Record] = {}
    problems: list[Problem] = []
    for number, line in numbered:
        if parts is not None and part_of(line[: line.find(" ")]) not in parts:
            continue
        record = _read_line(line.removesuffix("\n").removesuffix("\r"))
        if record is None:
            problems += _wrong_line(number, line)
            continue
        # Two branches may have recorded one pair each, in their own way.
        pair = (record.key, record.en, record.cy)
        first = found.setdefault(pair, record)
        if record.count > first.count:
            found[pair] = replace(first, count=record.count)
    return found, tuple(problems)


def _read_line(line: str) -> Record | None:
    match = _LINE.fullmatch(line)
    if match is None:
        return None
    key, en, cy, words, count, reason = match.groups()
    try:
        minor = json.loads(reason) if reason else None
        if minor is not None:
            minor.encode()
    except ValueError:
        return None
    return Record(key, en, cy, words, int(count or 1), minor)


def _wrong_line(number: int, line: str) -> Iterator[Problem]:
    if not line.strip():
        return
    if line.startswith(_MERGE_MARKS):
        message = "a merge of two branches is not finished here"
        hint = "Keep the lines of both branches, and take the lines with arrows and equals signs away."
    else:
        message = "this line is not a text and its two hashes"
        hint = 'Restore the file from git, or take the line away and run "cyhoeddi accept".'
    yield Problem(Position(FILE, number), RULE, message, hint)
