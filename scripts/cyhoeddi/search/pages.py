"""Which pages of a built site can be found, and what of each is looked through."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cyhoeddi.language import Language

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


def read_pages(docs: Path, site: Path, language: Language) -> Iterator[Found]:
    """Yield pages in *language* of the folder *site*, built from the generated tree *docs*, by address."""
    pages: dict[str, Mapping[str, Any]] = {}
    for kind in KINDS:
        for file in (docs / language / "generated" / kind).rglob("*.md"):
            text = file.read_text(encoding="utf-8")
            front = json.loads(text[text.index("{") : text.index(_FENCE)])
            pages[front["address"]] = front
    for address, front in sorted(pages.items()):
        html = (site / address.lstrip("/") / "index.html").read_text(encoding="utf-8")
        yield Found(address, front, _main(html))


def _main(html: str) -> str:
    start = html.index(">", html.index("<main")) + 1
    return html[start : html.index("</main>", start)]
