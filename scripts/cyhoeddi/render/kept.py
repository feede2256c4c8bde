"""What was rendered before, and when it need not be rendered again.

The files of a publication follow from the publication itself and from what they say of others: the titles and
addresses of its series, its neighbours, and whatever else it names. `Keys` gives the hash of all that. What
says of many publications what their own pages say, such as a feed, follows from their hashes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from cyhoeddi.edition import Edition
from cyhoeddi.feeds.files import Shown
from cyhoeddi.fingerprint import code_digest, digest
from cyhoeddi.head import fingerprint, named_in, outline
from cyhoeddi.language import Language
from cyhoeddi.model import Publication, is_public
from cyhoeddi.pdf.shelf import Shelf
from cyhoeddi.render.markdown import address_of_name
from cyhoeddi.render.publication import said_of_others

_NONE: Mapping[str, str] = {}


Hash: TypeAlias = str
"""In the place of a file of the generated tree that stands there already: the hash of what it holds."""


class Rendered(NamedTuple):
    """What was rendered together: a publication in both languages, a feed, or all lists of a language.

    A tuple, whose `row` JSON takes as it is.
    """

    key: str
    """The hash of all that it follows from."""
    paths: Sequence[str]
    """Its files in the generated tree."""
    copies: Mapping[str, str] = _NONE
    """The files that stand beside its pages: path in the generated tree to path in the project folder."""
    said: str = ""
    """Of a publication, all that it says itself, in its PDFs too, as a hash."""
    hashes: Sequence[Hash] = ()
    """Those of its files, in their order, as the last build left them; none if it was rendered again."""
    stamps: str = ""
    """The size of each of them and when it was changed, one after the other; none as above."""
    listed: Sequence[str] | None = ()
    """Its pages in the sitemap; None where that stands, and nobody needs to know them."""

    @property
    def stands(self) -> bool:
        """Whether it was not rendered again."""
        return bool(self.stamps)

    @property
    def row(self) -> Sequence[Any]:
        """What is kept of it beside the files; its pages in the sitemap have a place of their own."""
        return self[:-1]


@dataclass(frozen=True)
class LastTree:
    """What the last build left."""

    rendered: Mapping[str, Rendered] = field(default_factory=dict)
    """What was rendered, by name: that of a publication is its id."""
    astray: Set[str] = frozenset()
    """The files of those that do not stand in the generated tree as they were left there."""
    outline: str = ""
    """What `Keys.outline` was."""
    copies: Mapping[str, Any] = field(default_factory=dict)
    """The stamps of the files that were copied into the tree, by path."""
    read_listed: Callable[[], Mapping[str, Sequence[str]]] = dict
    """Gives the pages in the sitemap of what was rendered, by name: most builds need not know them."""

    tree: Path | None = None
    """The folder of the generated tree, if there is one."""

    @cached_property
    def listed(self) -> Mapping[str, Sequence[str]]:
        """What `read_listed` gives."""
        return self.read_listed()

    def key(self, name: str, said: str) -> str | None:
        """Give the key of the publication *name*, if what it *said* was the same."""
        rendered = self.rendered.get(name)
        return rendered.key if rendered and rendered.said == said else None

    def standing(self, name: str, key: str) -> Rendered | None:
        """Give what was rendered under *name*, if it followed from the same *key*, and all of it stands."""
        rendered = self.rendered.get(name)
        stands = rendered and rendered.key == key and self.astray.isdisjoint(rendered.paths)
        return rendered if stands else None

    def content(self, name: str, path: str) -> bytes | None:
        """Give what the file at *path* holds, rendered under *name*; None if it is not as it was left."""
        rendered = self.rendered.get(name)
        known = dict(zip(rendered.paths, rendered.hashes, strict=True)) if rendered else _NONE
        if self.tree is None or path not in known:
            return None
        try:
            content = (self.tree / path).read_bytes()
        except OSError:
            return None
        return content if sha256(content).hexdigest() == known[path] else None

    def is_copied(self, path: str, digest: str) -> bool:
        """Tell whether the copy of a file with this *digest* stands at *path*."""
        row = self.copies.get(path)
        return row is not None and row[0] == digest and path not in self.astray

    @property
    def paths(self) -> Iterator[str]:
        """The paths of all files that it left."""
        return chain(self.copies, *(one.paths for one in self.rendered.values()))


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
