"""The pages of a preview that come out as they did at the last save: put in place again, not built again.

A page follows from its own Markdown, the furniture of its language and the design (as for `plan`). MkDocs
makes the whole preview anew at every save; to it, a page that is known already is a file to copy.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File

from cyhoeddi.fingerprint import digest
from cyhoeddi.site.pages import place
from cyhoeddi.site.version import design_version

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from cyhoeddi.site.pages import GeneratedPage

_QUICKLY = 1
"""How hard zlib tries: most of what can be saved, in a tenth of a millisecond."""


class SamePages:
    """What came of each page of a preview at the last save; it lasts as long as the server does."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[str, bytes]] = {}
        """By address: the hash of what a page was made from, and its HTML, packed."""
        self._keys: dict[str, str] = {}
        """The hash of what each page of this build is made from, by address."""

    def put_back(
        self, pages: Iterable[GeneratedPage], furniture: dict[str, Any], config: MkDocsConfig
    ) -> Iterator[File]:
        """Yield the file of each of *pages*, which share *furniture*: as it was, or to be built."""
        shared = digest(
            design_version(Path(config.config_file_path).parent),
            str(config.site_url),
            json.dumps({name: value for name, value in furniture.items() if name != "filters"}),
        )
        for page in pages:
            shown = json.dumps(page.filters)
            self._keys[page.address] = key = digest(shared, page.digest, shown)
            known, packed = self._made.get(page.address, ("", b""))
            # To MkDocs, there is no site without a home page.
            if known == key and page.meta["kind"] != "home":
                same = File.generated(config, page.file.dest_uri, content=zlib.decompress(packed))
                place(same, page.address, config)
                yield same
            else:
                yield page.file

    def remember(self, page: GeneratedPage, html: str) -> None:
        """Keep the *html* that came of *page*, if `put_back` has seen it."""
        if key := self._keys.pop(page.address, None):
            # As MkDocs writes it.
            packed = zlib.compress(html.encode("utf-8", errors="xmlcharrefreplace"), _QUICKLY)
            self._made[page.address] = key, packed

    def pass_over(self) -> None:
        """Forget what was to be built: something else stands at its addresses in this build."""
        self._keys.clear()
