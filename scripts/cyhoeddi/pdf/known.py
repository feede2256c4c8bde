"""Which PDF each document had at the last build, so that nobody reads texts to learn that it is the same.

What a PDF is made from follows from its publication, from what that says of others, and from the addresses of
the hand-written pages (`Follows`). Where none of this has changed, nor any picture, the PDF that stands in
the store is the one.

    .cyhoeddi/pdfs.json, pdfs-preview.json
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from cyhoeddi.addresses import Addresses
from cyhoeddi.collection import Collection
from cyhoeddi.fingerprint import code_digest, digest
from cyhoeddi.head import fingerprint
from cyhoeddi.language import Language
from cyhoeddi.ledger import CACHE, read_ledger, write_ledger
from cyhoeddi.model import Publication
from cyhoeddi.pdf.store import Pdf
from cyhoeddi.stamps import file_stamp, hash_of


class Follows(Protocol):
    """Tells whether what is said of publications is the same."""

    @property
    def outline(self) -> str:
        """The hash of all that there is in the site but for the texts of publications."""

    def of(self, publication: Publication) -> str:
        """Give the hash of all that the files of *publication* follow from."""


class _Row(NamedTuple):
    """What is known of a PDF; a tuple, which JSON takes as it is."""

    said: str
    """The hash of all that the publication says."""
    key: str
    """The hash of all that its files follow from."""
    pictures: Mapping[str, str]
    """The hash of each picture in it, by name."""
    name: str
    """The name of its file in the store."""
    stamp: str
    """The size of that file, and when it was changed."""
    pages: int


class KnownPdfs:
    """The PDFs of the last build of a project, site or preview."""

    def __init__(self, root: Path, collection: Collection, addresses: Addresses, follows: Follows) -> None:
        """Know those of the project folder *root*."""
        self._root, self._follows = root, follows
        self._file = root / CACHE / ("pdfs-preview.json" if collection.preview else "pdfs.json")
        pages = [addresses.page(page, language) for page in collection.pages for language in Language]
        self._version = digest(code_digest(), *pages)
        stored = read_ledger(self._file, self._version)
        self._outline, self._rows = stored.get("outline"), stored.get("pdfs", {})
        self._new: dict[str, Any] = {}
        self._keys: dict[str, str] = {}

    def get(self, publication: Publication, language: Language, store: Path) -> Pdf | None:
        """Give the PDF of *publication* in *language*, if it is in the *store* and would be made the same."""
        name = f"{publication.id} {language}"
        if name not in self._rows:
            return None
        row = _Row(*self._rows[name])
        if (
            row.key != self._key(publication, row)
            or file_stamp(f"{store}/{row.name}") != row.stamp
            or row.pictures != self._pictures(publication, row.pictures)
        ):
            return None
        self._new[name] = self._rows[name]
        return Pdf(store / row.name, row.pages, int(row.stamp.partition(" ")[0]))

    def put(self, publication: Publication, language: Language, pdf: Pdf, pictures: Iterable[str]) -> None:
        """Remember that *pdf*, which shows these *pictures*, is that of *publication* in *language*."""
        self._new[f"{publication.id} {language}"] = _Row(
            said=fingerprint(publication),
            key=self._key(publication),
            pictures=self._pictures(publication, pictures),
            name=pdf.path.name,
            stamp=file_stamp(str(pdf.path)),
            pages=pdf.pages,
        )

    def keep(self) -> None:
        """Keep what is known now for the next build."""
        stored = {"outline": self._follows.outline, "pdfs": self._new}
        if stored != {"outline": self._outline, "pdfs": self._rows}:
            write_ledger(self._file, self._version, stored)

    def _key(self, publication: Publication, row: _Row | None = None) -> str:
        if row and self._outline == self._follows.outline and row.said == fingerprint(publication):
            return row.key
        if publication.id not in self._keys:
            self._keys[publication.id] = self._follows.of(publication)
        return self._keys[publication.id]

    def _pictures(self, publication: Publication, names: Iterable[str]) -> dict[str, str]:
        folder = f"briefings/files/{publication.id}"
        return {name: _hash(self._root / folder / name) for name in names}


def _hash(file: Path) -> str:
    try:
        return hash_of(file)
    except OSError:
        return ""  # That it is missing is told when the PDF is made.
