"""What was rendered before, and when it need not be rendered again.

The files of a publication follow from the publication itself and from what they say of others: the titles and
addresses of its series, its neighbours, and whatever else it names. `Keys` gives the hash of all that. What
says of many publications what their own pages say, such as a feed, follows from their hashes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from cyhoeddi.edition import Edition
from cyhoeddi.feeds.files import Shown
from cyhoeddi.fingerprint import code_digest, digest
from cyhoeddi.head import fingerprint, named_in, outline
from cyhoeddi.language import Language
from cyhoeddi.model import Publication, is_public
from cyhoeddi.pdf.shelf import Shelf
from cyhoeddi.render.markdown import address_of_name
from cyhoeddi.render.publication import said_of_others
from cyhoeddi.stamps import Stamp


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of the generated tree that stands as the last build left it."""

    digest: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """What was rendered together: a publication in both languages, a feed, or all lists of a language."""

    key: str
    """The hash of all that it follows from."""
    paths: tuple[str, ...]
    """Its files in the generated tree."""
    listed: tuple[str, ...] = ()
    """Its pages in the sitemap."""
    copies: Mapping[str, str] = field(default_factory=dict)
    """The files that stand beside its pages: path in the generated tree to path in the project folder."""
    said: str = ""
    """Of a publication, the hash of all that it says itself, in its PDFs too."""
    stands: bool = field(default=False, compare=False)
    """Whether it was not rendered again."""


@dataclass(frozen=True)
class Last:
    """What the last build left."""

    rows: Mapping[str, Any] = field(default_factory=dict)
    """What was rendered, as `row_of` gives it, by name: that of a publication is its id."""
    astray: Set[str] = frozenset()
    """The files of those that do not stand in the generated tree as they were left there."""
    outline: str = ""
    """What `Keys.outline` was."""
    copies: Mapping[str, Any] = field(default_factory=dict)
    """The stamps of the files that were copied into the tree, by path."""

    def key(self, name: str, said: str) -> str | None:
        """Give the key of the publication *name*, if what it *said* was the same."""
        row = self.rows.get(name)
        return row[0] if row and row[1] == said else None

    def standing(self, name: str, key: str) -> tuple[Rendered, Mapping[str, str]] | None:
        """Give what was rendered under *name*, and the hashes of its files, if all of it still stands."""
        row = self.rows.get(name)
        if not row or row[0] != key:
            return None
        rendered, stamps = rendered_of(row)
        stand = self.astray.isdisjoint(stamps)
        return (rendered, {path: at[0] for path, at in stamps.items()}) if stand else None

    def is_copied(self, path: str, digest: str) -> bool:
        """Tell whether the copy of a file with this *digest* stands at *path*."""
        row = self.copies.get(path)
        return row is not None and row[0] == digest and path not in self.astray

    @property
    def stamps(self) -> Iterator[tuple[str, Stamp]]:
        """The stamps of all files that it left, by path."""
        for _, _, stamps, *_ in self.rows.values():
            yield from stamps.items()
        yield from self.copies.items()


@dataclass(frozen=True)
class Keys:
    """The keys of the publications of a site."""

    editions: Mapping[Language, Edition]
    pdfs: Shelf

    @cached_property
    def outline(self) -> str:
        """The hash of all that there is in the site but for the texts of publications, and their PDFs.

        Where it is the same, publications that say the same have the same keys.
        """
        collection, lock = self._first.collection, self._first.addresses.lock
        now, series = collection.now, collection.series
        workstreams = [part for one in series for part in one.workstreams]
        sides = [page[language] for page in collection.pages for language in self.editions]
        return digest(
            self._shared,
            *(f"{outline(one)} {is_public(one, now)}" for one in collection.publications),
            *(one.model_dump_json() for one in series),
            # Of what a preview shows before its time, it says so.
            *(str(is_public(one, now)) for one in series),
            *(str(is_public(part, now)) for part in workstreams),
            *(f"{side.source.file}\0{side.front.model_dump_json()}\0{side.body}" for side in sides),
            json.dumps([collection.files, lock.current, lock.moved]),
        )

    def of(self, publication: Publication) -> str:
        """Give the hash of all that the files of *publication* follow from."""
        pdfs = {language: self.pdfs.get((publication.id, language)) for language in self.editions}
        sides = [
            [
                edition.addresses.publication(publication, language),
                edition.preview_mark(publication),
                said_of_others(edition, publication),
                [address_of_name(edition, name) for name in named_in(publication)],
                [pdf.pages, pdf.size] if (pdf := pdfs[language]) else None,
            ]
            for language, edition in self.editions.items()
        ]
        files = self._first.collection.files.get(publication.id)
        told = json.dumps([sides, files], ensure_ascii=False)
        return digest(self._shared, fingerprint(publication), told)

    def of_feed(self, shown: Shown, members: Mapping[str, str]) -> str:
        """Give the hash of all that a feed follows from; *members* are those of publications by id."""
        said = (members[publication.id] for publication in shown.publications)
        return digest(self._shared, repr(shown.feed), repr(shown.twin), *said)

    @property
    def _first(self) -> Edition:
        return next(iter(self.editions.values()))

    @cached_property
    def _shared(self) -> str:
        """The hash of what all publications follow from."""
        collection = self._first.collection
        return digest(code_digest(), repr(collection.settings), str(collection.preview))


def row_of(rendered: Rendered, stamps: Mapping[str, Stamp]) -> list[Any]:
    """Give *rendered*, whose files have these *stamps*, as values that JSON can hold."""
    return [rendered.key, rendered.said, stamps, rendered.listed, rendered.copies]


def rendered_of(row: Iterable[Any]) -> tuple[Rendered, Mapping[str, Stamp]]:
    """Give what was written as *row*."""
    key, said, stamps, listed, copies = row
    return Rendered(key, tuple(stamps), tuple(listed), copies, said, stands=True), stamps
