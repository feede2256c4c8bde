"""What was rendered before, and when it need not be rendered again.

The files of a publication follow from the publication itself and from what they say of others: the titles and
addresses of its series, its neighbours, and whatever else it names. `Keys` gives the hash of all that. What
says of many publications what their own pages say, such as a feed, follows from their hashes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from cyhoeddi.edition import Edition
from cyhoeddi.feeds.files import Shown
from cyhoeddi.fingerprint import code_digest, digest
from cyhoeddi.head import fingerprint, named_in
from cyhoeddi.language import Language
from cyhoeddi.model import Publication
from cyhoeddi.pdf.store import Pdf
from cyhoeddi.render.markdown import address_of_name
from cyhoeddi.render.publication import said_of_others
from cyhoeddi.render.sitemap import Listed
from cyhoeddi.stamps import Stamp


@dataclass(frozen=True)
class KeptFile:
    """A file of the generated tree that stands as the last build left it."""

    digest: str


@dataclass(frozen=True)
class Rendered:
    """What was rendered of a publication, in both languages, or of something else that is kept as a whole."""

    key: str
    """The hash of all that it follows from."""
    paths: tuple[str, ...]
    """Its files in the generated tree."""
    listed: tuple[Listed, ...] = ()
    """Its pages in the sitemap."""
    copies: Mapping[str, str] = field(default_factory=dict)
    """The files that stand beside its pages: path in the generated tree to path in the project folder."""


@dataclass(frozen=True)
class Last:
    """What the last build left."""

    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    """The stamp of each file of the generated tree that stands as it was written, by its path."""
    rendered: Mapping[str, Rendered] = field(default_factory=dict)
    """What was rendered, by name: that of a publication is its id."""

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """The hashes of these files, by path."""
        return {path: stamp[0] for path, stamp in self.stamps.items()}

    def standing(self, name: str, key: str) -> Rendered | None:
        """Give what was rendered under *name* if its *key* is the same and its files stand."""
        known = self.rendered.get(name)
        if known is None or known.key != key or any(path not in self.digests for path in known.paths):
            return None
        return known


@dataclass(frozen=True)
class Keys:
    """The keys of the publications of a site."""

    editions: Mapping[Language, Edition]

    def of(self, publication: Publication, pdfs: Mapping[Language, Pdf]) -> str:
        """Give the hash of all that the files of *publication*, whose PDFs these are, follow from."""
        sides = [
            [
                edition.addresses.publication(publication, language),
                edition.preview_mark(publication),
                said_of_others(edition, publication),
                [address_of_name(edition, name) for name in named_in(publication)],
                [pdfs[language].pages, pdfs[language].size] if language in pdfs else None,
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


def row_of(rendered: Rendered) -> list[Any]:
    """Give *rendered* as values that JSON can hold; `rendered_of` makes it again."""
    return [rendered.key, rendered.paths, rendered.listed, rendered.copies]


def rendered_of(row: Iterable[Any]) -> Rendered:
    """Give what was written as *row*. Raises TypeError or ValueError if that is none."""
    key, paths, listed, copies = row
    return Rendered(str(key), tuple(map(str, paths)), tuple(map(_listed, listed)), dict(copies))


def _listed(row: Iterable[str]) -> Listed:
    address, entry = row
    return address, entry
