"""A YAML file of briefings/ as read: known by its hash, and opened again where its words are asked for.

Of a file in order, only its `Reading` is held: what there is to know of it without its words. A file with a
mistake, and a series that is only seen in part, is held as it is.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from posixpath import basename, splitext

from cyhoeddi.fingerprint import digest
from cyhoeddi.language import Language
from cyhoeddi.load import load_part
from cyhoeddi.memory import Held, Pair, hold
from cyhoeddi.model import Publication, Series
from cyhoeddi.problems import Problem
from cyhoeddi.salvage import salvage
from cyhoeddi.source import Plain, Source


@dataclass(frozen=True, slots=True)
class Entry:
    """A YAML file and the publication or series that it holds."""

    file: str
    """Its path relative to the project folder."""
    digest: str
    """The hash of all that it says."""
    part: Publication | Series | None
    """Without what is wrong in the file, which has its problem; None if nothing can be read."""
    number: int
    """How many texts it has."""
    said: tuple[str, str] = field(repr=False)
    """The hash of its texts in each language: SHA-256 of the JSON list of [name, text] of each."""
    _data: Callable[[], Mapping[str, Plain]] = field(repr=False, compare=False)
    _held: Callable[[], Iterable[Held]] = field(repr=False, compare=False)
    _open: Callable[[], Source] = field(repr=False, compare=False)

    @property
    def data(self) -> Mapping[str, Plain]:
        """What is written in it, but perhaps for the texts."""
        return self._data()

    @property
    def held(self) -> tuple[Held, ...]:
        """Its texts, as the memory knows them. They are many, and those of few files are asked for."""
        return tuple(self._held())

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Its texts, as the memory looks for them."""
        return tuple(one.pair for one in self._held())

    @property
    def source(self) -> Source:
        """Its words with their places. Raises SavedMeanwhileError if they are others by now."""
        return self._open()


class Sources(Mapping[str, Source]):
    """The sources of some YAML files, by path; each is opened when it is asked for."""

    def __init__(self, entries: Iterable[Entry], statement: Source | None) -> None:
        """Hold the sources of *entries*, and that of the accessibility *statement*."""
        self._entries = {entry.file: entry for entry in entries}
        self._statement = statement

    def __getitem__(self, file: str) -> Source:
        """Give the source of *file*."""
        if self._statement and file == self._statement.file:
            return self._statement
        return self._entries[file].source

    def __iter__(self) -> Iterator[str]:
        """Yield the files in their order."""
        yield from self._entries
        if self._statement:
            yield self._statement.file

    def __len__(self) -> int:
        """Give how many there are."""
        return len(self._entries) + bool(self._statement)

    def __contains__(self, file: object) -> bool:
        """Tell whether *file* is among them, without opening it."""
        return file in self._entries or bool(self._statement and file == self._statement.file)


def entry_of_source(source: Source) -> tuple[Entry, tuple[Problem, ...]]:
    """Give the entry of a file that is held as it is, and the mistakes of its shape."""
    known, shape = place(source.file), shape_of(source.file)
    part, problems = load_part(source, shape, known)
    held = tuple(hold(source))
    # The data besides, since workstreams that are not public are left out of them.
    digested = digest(source.content, json.dumps(source.data, ensure_ascii=False))
    part = part or salvage(source.data, shape, known)
    said = hash_said(held)
    data, number = source.data, len(held)
    entry = Entry(source.file, digested, part, number, said, lambda: data, lambda: held, lambda: source)
    return entry, problems


def is_series(name: str) -> bool:
    """Tell whether the file *name* holds a series."""
    return name.startswith("briefings/series/")


def shape_of(name: str) -> type[Series] | type[Publication]:
    """Give what the file *name* has to hold."""
    return Series if is_series(name) else Publication


def stem_of(name: str) -> str:
    """Give what the file *name* is called, without its folders and its ending."""
    return splitext(basename(name))[0]


def content_hash(data: bytes) -> str:
    """Give the hash of a file's content."""
    return sha256(data).hexdigest()


def hash_said(held: Sequence[Held]) -> tuple[str, str]:
    """Give the hash of the texts *held* in each language, as `Entry.said` has it."""
    english, welsh = ([[one.name, one.text[side]] for one in held] for side in Language)
    return _hash(english), _hash(welsh)


def _hash(said: list[list[str]]) -> str:
    return content_hash(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode())


def place(name: str) -> dict[str, str]:
    """Give what the place of the file *name* tells of what it holds."""
    return {"id": stem_of(name), "file": name}
