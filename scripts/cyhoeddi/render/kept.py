"""What was rendered of a publication before, and when it need not be rendered again.

Its files follow from the publication itself and from what they say of others: the titles and addresses of
its series, its neighbours, and whatever else it names. `key_of` is the hash of all that.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any

from cyhoeddi.edition import Edition
from cyhoeddi.fingerprint import code_digest, digest
from cyhoeddi.head import fingerprint, named_in
from cyhoeddi.language import Language
from cyhoeddi.model import Publication
from cyhoeddi.pdf.store import Pdf
from cyhoeddi.render.markdown import address_of_name
from cyhoeddi.render.page import Placed
from cyhoeddi.render.publication import said_of_others


@dataclass(frozen=True)
class KeptFile:
    """A file of the generated tree that stands as the last build left it."""

    digest: str


@dataclass(frozen=True)
class Rendered:
    """What was rendered of a publication, in both languages."""

    key: str
    """The hash of all that it follows from."""
    paths: tuple[str, ...]
    """Its files in the generated tree."""
    pages: tuple[Placed, ...]
    """Its pages."""


@dataclass(frozen=True)
class Last:
    """What the last build left."""

    digests: Mapping[str, str] = field(default_factory=dict)
    """The hash of each file of the generated tree that stands as it was written, by its path."""
    publications: Mapping[str, Rendered] = field(default_factory=dict)
    """What was rendered of each publication, by its id."""

    def standing(self, name: str, key: str) -> Rendered | None:
        """Give what was rendered of the publication *name* if its *key* is the same and its files stand."""
        known = self.publications.get(name)
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
    return [rendered.key, rendered.paths, [vars(page) for page in rendered.pages]]


def rendered_of(row: Iterable[Any]) -> Rendered:
    """Give what was written as *row*. Raises TypeError, ValueError or KeyError if that is none."""
    key, paths, pages = row
    there = (Placed(**{**page, "language": Language(page["language"])}) for page in pages)
    return Rendered(str(key), tuple(map(str, paths)), tuple(there))


def placed(page: Placed) -> Placed:
    """Give where *page* is placed, without what it says."""
    return Placed(**{each.name: getattr(page, each.name) for each in fields(Placed)})
