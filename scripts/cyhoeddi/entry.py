"""A YAML file of briefings/ as read: known by its hash, and opened again where its words are asked for.

Of a publication in order, only the `Reading` is held: what there is to know of it without its words. A file
with a mistake, and a series, is held as it is.
"""

from __future__ import annotations

import json
import pathlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from hashlib import sha256
from posixpath import basename, splitext
from typing import NamedTuple

from cyhoeddi.fingerprint import digest
from cyhoeddi.head import TEXTS, head_of, named_in
from cyhoeddi.language import Language
from cyhoeddi.load import load_part
from cyhoeddi.memory import Held, Pair, hold
from cyhoeddi.model import Publication, Series
from cyhoeddi.problems import Problem
from cyhoeddi.salvage import salvage
from cyhoeddi.source import Plain, Source, parse_source, read_bytes
from cyhoeddi.steady import saved_meanwhile
from cyhoeddi.texts import Text

_LATELY = 128
"""So many files are kept open, of those that were looked at last."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A YAML file and the publication or series that it holds."""

    file: str
    """Its path relative to the project folder."""
    digest: str
    """The hash of all that it says."""
    part: Publication | Series | None
    """Without what is wrong in the file, which has its problem; None if nothing can be read."""
    data: Mapping[str, Plain] = field(repr=False)
    """What is written in it, but perhaps for the texts."""
    number: int
    """How many texts it has."""
    said: tuple[str, str] = field(repr=False)
    """The hash of its texts in each language: SHA-256 of the JSON list of [name, text] of each."""
    _held: Callable[[], Iterable[Held]] = field(repr=False, compare=False)
    _open: Callable[[], Source] = field(repr=False, compare=False)

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


class Reading(NamedTuple):
    """What there is to know of a publication's file in order, without its words; JSON can hold all of it."""

    digest: str
    """The hash of its content."""
    head: dict[str, Plain]
    """Its data without the texts."""
    named: list[str]
    """What the texts name."""
    has_document: bool
    texts: list[tuple[str, str, str, str, bool]]
    """Of each text: its key, its name, the hashes of its sides, and whether it is published."""
    said: tuple[str, str]
    """The hash of its texts in each language."""
    outline: str
    """The hash of its name, its head, and whether it has a document."""


def read_reading(root: pathlib.Path, name: str, digest: str) -> Reading | None:
    """Give the reading of the file *name* of the project folder *root*, or None if there is a mistake in it.

    Raises SavedMeanwhileError if its content has not this *digest*.
    """
    (source, _), publication = _opened(root, name, digest), _whole(root, name, digest)
    if source is None or publication is None:
        return None
    head = {key: value for key, value in source.data.items() if key not in TEXTS}
    held = tuple(hold(source))
    texts = [(one.key, one.name, *one.hashes, one.is_published) for one in held]
    named, has_document = list(named_in(publication)), publication.has_document
    outline = content_digest(json.dumps([name, head, has_document]).encode())
    return Reading(digest, head, named, has_document, texts, _said(held), outline)


def entry_of_reading(root: pathlib.Path, name: str, reading: Reading) -> Entry:
    """Give the entry of the file *name* of the project folder *root*, known by its *reading*."""

    def opened() -> Source:
        source, _ = _opened(root, name, reading.digest)
        if source is None:
            raise saved_meanwhile(name)
        return source

    def whole() -> Publication:
        found = _whole(root, name, reading.digest)
        if found is None:
            raise saved_meanwhile(name)
        return found

    head = head_of(
        reading.head,
        _place(name),
        whole=whole,
        fingerprint=digest(name, reading.digest),
        outline=reading.outline,
        named=reading.named,
        has_document=reading.has_document,
    )

    def held() -> Iterator[Held]:
        for number, (key, said, en, cy, is_published) in enumerate(reading.texts):
            yield Held(key, said, name, (en, cy), is_published, partial(_text, opened, number))

    return Entry(name, reading.digest, head, reading.head, len(reading.texts), reading.said, held, opened)


def entry_of_source(source: Source) -> tuple[Entry, tuple[Problem, ...]]:
    """Give the entry of a file that is held as it is, and the mistakes of its shape."""
    place = _place(source.file)
    shape: type[Series] | type[Publication] = Series if is_series(source.file) else Publication
    part, problems = load_part(source, shape, place)
    held = tuple(hold(source))
    # The data besides, since workstreams that are not public are left out of them.
    digested = digest(source.content, json.dumps(source.data, ensure_ascii=False))
    part = part or salvage(source.data, shape, place)
    said = _said(held)
    entry = Entry(source.file, digested, part, source.data, len(held), said, lambda: held, lambda: source)
    return entry, problems


def is_series(name: str) -> bool:
    """Tell whether the file *name* holds a series."""
    return name.startswith("briefings/series/")


def stem_of(name: str) -> str:
    """Give what the file *name* is called, without its folders and its ending."""
    return splitext(basename(name))[0]


def content_digest(data: bytes) -> str:
    """Give the hash of a file's content."""
    return sha256(data).hexdigest()


def _said(held: Sequence[Held]) -> tuple[str, str]:
    english, welsh = ([[one.name, one.text[side]] for one in held] for side in Language)
    return _hash(english), _hash(welsh)


def _hash(said: list[list[str]]) -> str:
    return content_digest(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode())


def _place(name: str) -> dict[str, str]:
    return {"id": stem_of(name), "file": name}


@lru_cache(_LATELY)
def _opened(root: pathlib.Path, name: str, digest: str) -> tuple[Source | None, tuple[Problem, ...]]:
    data = read_bytes(root / name, name)
    if isinstance(data, Problem) or content_digest(data) != digest:
        raise saved_meanwhile(name)
    return parse_source(data, name)


@lru_cache(_LATELY)
def _texts(source: Source) -> tuple[Text, ...]:
    return tuple(one.text for one in hold(source))


def _text(opened: Callable[[], Source], number: int) -> Text:
    return _texts(opened())[number]


@lru_cache(_LATELY)
def _whole(root: pathlib.Path, name: str, digest: str) -> Publication | None:
    source, _ = _opened(root, name, digest)
    return load_part(source, Publication, _place(name))[0] if source else None
