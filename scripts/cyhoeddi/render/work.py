"""What all that renders a generated tree goes by: what is kept, what files are, and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from cyhoeddi.edition import Edition
from cyhoeddi.head import fingerprint
from cyhoeddi.language import Language
from cyhoeddi.model import Publication
from cyhoeddi.pdf.shelf import Shelf
from cyhoeddi.pdf.store import Pdf
from cyhoeddi.render.kept import Hash, Keys, LastTree, Rendered
from cyhoeddi.render.page import PageText
from cyhoeddi.render.sitemap import listed
from cyhoeddi.settings import Settings


@dataclass(frozen=True, slots=True)
class FileCopy:
    """A file of the generated tree that is a copy of one in the project folder."""

    source: str
    """Path relative to the project folder."""


Tree: TypeAlias = Mapping[str, bytes | FileCopy | Hash]
"""Path under docs/ to what stands there."""
Files: TypeAlias = Mapping[str, bytes | Hash]
"""Files by path in the generated tree."""
Made: TypeAlias = tuple[Rendered, Files]
"""Something that was rendered, and its files."""
Put: TypeAlias = Callable[[str, bytes], bytes | Hash]
"""What is done with a file as soon as it is made: it may be written, and need not be held any more."""

SHARED = "shared "
"""The name of what both languages share."""


@dataclass(frozen=True)
class Work:
    """What all that renders goes by."""

    editions: Mapping[Language, Edition]
    pdfs: Shelf
    last: LastTree
    put: Put
    keys: Keys

    @cached_property
    def is_outline_kept(self) -> bool:
        """Whether nothing has changed but the texts of publications, and their PDFs."""
        return self.last.outline == self.keys.outline

    @cached_property
    def shared(self) -> Made | None:
        """What both languages share, if it need not be rendered again: the sitemap and its like."""
        stands = self.last.standing(SHARED, self.keys.outline)
        return stands and _made(stands._replace(listed=()))

    def kept(self, name: str, key: str) -> Made | None:
        """Give what stands under *name*, if it need not be rendered again."""
        stands = self.last.standing(name, key)
        if stands is None:
            return None
        if self.shared:
            return _made(stands)
        # The sitemap is put together anew, of all pages.
        listed = self.last.listed.get(name)
        return None if listed is None else _made(stands._replace(listed=listed))

    def key(self, publication: Publication) -> str:
        """Give the hash of all that the files of *publication* follow from."""
        known = self.last.key(publication.id, self.said(publication)) if self.is_outline_kept else None
        return known or self.keys.of(publication)

    def said(self, publication: Publication) -> str:
        """Give the hash of all that *publication* says itself, and how large its PDFs are."""
        return " ".join([fingerprint(publication), *sizes(self.own_pdfs(publication).values())])

    def says_the_same(self, publication: Publication) -> bool:
        """Tell whether *publication*, and its PDFs, say what they said when it was rendered last."""
        return self.last.key(publication.id, self.said(publication)) is not None

    def own_pdfs(self, publication: Publication) -> Mapping[Language, Pdf]:
        """Give the PDFs of *publication*."""
        if not self.pdfs:
            return {}
        found = {language: self.pdfs.get((publication.id, language)) for language in Language}
        return {language: pdf for language, pdf in found.items() if pdf is not None}


def _made(stands: Rendered) -> Made:
    return stands, dict(zip(stands.paths, stands.hashes, strict=True))


def sizes(pdfs: Iterable[Pdf]) -> Iterator[str]:
    """Yield what pages say of each of *pdfs*."""
    return (f"{pdf.pages} {pdf.size}" for pdf in pdfs)


def of_pages(
    key: str, pages: Sequence[PageText], settings: Settings, paths: Iterable[str] = (), said: str = ""
) -> Rendered:
    """Give what there is to know of *pages*, and of the files at *paths*, which follow from *key*.

    *said* is the hash of what the publication says that they are of.
    """
    entries = (listed(page, settings) for page in pages)
    copies = {
        f"{page.language}/generated/{path}": f"briefings/{path}"
        for page in pages
        for path in page.files.values()
    }
    return Rendered(key, tuple(paths), copies, said, listed=tuple(filter(None, entries)))


def root_path(language: Language, address: str) -> str:
    """Give where what stands at *address*, and belongs to no page, has its place in the generated tree."""
    return f"{language}/generated/root{address}"
