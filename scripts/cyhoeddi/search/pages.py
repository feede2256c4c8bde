"""Which pages of a built site can be found, and what of each is looked through."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from cyhoeddi.language import Language
from cyhoeddi.steady import saved_meanwhile

KINDS = ("document", "home", "landing", "page", "series", "workstream")
"""The kinds of page that a search finds; lists only repeat them."""

_FENCE = "\n---\n"


@dataclass(frozen=True)
class Found:
    """A page that can be found."""

    address: str
    front: Mapping[str, Any]
    """Its front matter, as decisions/001 lists it."""
    main: str
    """The HTML inside its `main`."""

    @property
    def year(self) -> int | None:
        """The year in which it was first published, if it is dated."""
        published = self.front.get("published")
        return int(published[:4]) if published else None


@dataclass(frozen=True)
class BuiltSite:
    """A built site, and what it was built from."""

    docs: Path
    """The folder of the generated tree."""
    site: Path
    tree: Mapping[str, str]
    """The hash of each file of the generated tree, by path."""
    files: Mapping[str, str]
    """The hash of each file of the site, by path."""

    def names(self, language: Language) -> Iterator[str]:
        """Yield the paths, in the generated tree, of the pages in *language* that can be found."""
        kinds = tuple(f"{language}/generated/{kind}/" for kind in KINDS)
        return (path for path in self.tree if path.startswith(kinds) and path.endswith(".md"))

    def read(self, name: str) -> Found:
        """Give the page of which *name* is the path in the generated tree.

        Raises SavedMeanwhileError if somebody wrote over it there.
        """
        data = (self.docs / name).read_bytes()
        if sha256(data).hexdigest() != self.tree[name]:
            raise saved_meanwhile(name)
        text = data.decode()
        front = json.loads(text[text.index("{") : text.index(_FENCE)])
        html = (self.site / html_of(front["address"])).read_text(encoding="utf-8")
        return Found(front["address"], front, _main(html))


def html_of(address: str) -> str:
    """Give the path in the site of the page at *address*."""
    return f"{address.strip('/')}/index.html"


def _main(html: str) -> str:
    start = html.index(">", html.index("<main")) + 1
    return html[start : html.index("</main>", start)]
