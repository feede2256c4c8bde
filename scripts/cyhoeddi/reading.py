"""What is known of a YAML file of briefings/ in order: its words are only read if they are asked for."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from typing import NamedTuple

from cyhoeddi.entry import Entry, content_hash, hash_said, is_series, place, shape_of
from cyhoeddi.head import TEXTS, HeadFacts, head_of, named_in
from cyhoeddi.load import load_part
from cyhoeddi.memory import Held, hold
from cyhoeddi.model import Publication, Series
from cyhoeddi.problems import Problem
from cyhoeddi.public import seen_from
from cyhoeddi.source import Plain, Source, parse_source, read_bytes
from cyhoeddi.steady import saved_meanwhile
from cyhoeddi.texts import Text

_LATELY = 128
"""So many files are kept open, of those that were looked at last."""


class Reading(NamedTuple):
    """What there is to know of a file in order, without its words.

    JSON can hold all of it. What few ask for is a text of JSON itself, which need not be taken apart.
    """

    digest: str
    """The hash of its content."""
    head: str
    """Its data without the texts, with its id and file, as JSON."""
    seen_from: dict[str, Plain]
    """What of the data tells when it may be seen, and when each workstream may (`public`)."""
    named: list[str]
    """What the texts name."""
    has_document: bool
    number: int
    """How many texts it has."""
    texts: str
    """Of each text as JSON: its key, its name, the hashes of its sides, and whether it is published."""
    said: tuple[str, str]
    """The hash of its texts in each language."""
    outline: str
    """The hash of its name, its head, and whether it has a document."""


def read_reading(root: pathlib.Path, name: str, digest: str) -> Reading | None:
    """Give the reading of the file *name* of the project folder *root*, or None if there is a mistake in it.

    Raises SavedMeanwhileError if its content has not this *digest*.
    """
    (source, _), part = _opened(root, name, digest), _whole(root, name, digest)
    if source is None or part is None:
        return None
    left_out = () if is_series(name) else TEXTS
    head = {key: value for key, value in source.data.items() if key not in left_out}
    held = tuple(hold(source))
    texts = json.dumps([(one.key, one.name, *one.hashes, one.is_published) for one in held])
    named = list(named_in(part)) if isinstance(part, Publication) else []
    has_document = isinstance(part, Publication) and part.has_document
    outline = content_hash(json.dumps([name, head, has_document]).encode())
    whole_head, seen = json.dumps({**head, **place(name)}, ensure_ascii=False), seen_from(source.data)
    return Reading(digest, whole_head, seen, named, has_document, len(held), texts, hash_said(held), outline)


def entry_of_reading(root: pathlib.Path, name: str, reading: Reading) -> Entry:
    """Give the entry of the file *name* of the project folder *root*, known by its *reading*."""
    known = _OnDemand(root, name, reading)
    part: Publication | Series
    if is_series(name):
        part = Series.model_validate_json(reading.head)
    else:
        fingerprint, named = f"{reading.digest} {name}", tuple(reading.named)
        more = HeadFacts(known.whole, fingerprint, reading.outline, named, reading.has_document)
        part = head_of(reading.head, more)
    return Entry(
        name, reading.digest, part, reading.number, reading.said, known.data, known.held, known.opened
    )


class _OnDemand(NamedTuple):
    """A file that is known by its reading, and what is asked of it later."""

    root: pathlib.Path
    name: str
    reading: Reading

    def data(self) -> Mapping[str, Plain]:
        data: dict[str, Plain] = json.loads(self.reading.head)
        return {key: value for key, value in data.items() if key not in place(self.name)}

    def held(self) -> Iterator[Held]:
        for number, (key, said, en, cy, is_published) in enumerate(json.loads(self.reading.texts)):
            yield Held(key, said, self.name, (en, cy), is_published, partial(_text, self.opened, number))

    def opened(self) -> Source:
        source, _ = _opened(self.root, self.name, self.reading.digest)
        if source is None:
            raise saved_meanwhile(self.name)
        return source

    def whole(self) -> Publication:
        found = _whole(self.root, self.name, self.reading.digest)
        if not isinstance(found, Publication):
            raise saved_meanwhile(self.name)
        return found


@lru_cache(_LATELY)
def _opened(root: pathlib.Path, name: str, digest: str) -> tuple[Source | None, tuple[Problem, ...]]:
    data = read_bytes(root / name, name)
    if isinstance(data, Problem) or content_hash(data) != digest:
        raise saved_meanwhile(name)
    return parse_source(data, name)


@lru_cache(_LATELY)
def _texts(source: Source) -> tuple[Text, ...]:
    return tuple(one.text for one in hold(source))


def _text(opened: Callable[[], Source], number: int) -> Text:
    return _texts(opened())[number]


@lru_cache(_LATELY)
def _whole(root: pathlib.Path, name: str, digest: str) -> Publication | Series | None:
    source, _ = _opened(root, name, digest)
    return load_part(source, shape_of(name), place(name))[0] if source else None
