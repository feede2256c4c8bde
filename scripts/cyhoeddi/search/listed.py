"""The pages that can be found, known without opening those that are as they were when they were last read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from cyhoeddi.fingerprint import digest
from cyhoeddi.language import Language
from cyhoeddi.search.pages import BuiltSite, html_of
from cyhoeddi.search.record import render_record


class Listed(NamedTuple):
    """What decides where a page is indexed, and whether anew; a tuple, which JSON takes as it is."""

    name: str
    """Its path in the generated tree."""
    seen: str
    """A hash of its files, there and in the site."""
    address: str
    year: int | None
    record: str
    """The hash of what Pagefind is given of it."""


def list_pages(source: BuiltSite, language: Language, known: Mapping[str, Any]) -> tuple[Listed, ...]:
    """Give the pages in *language* of *source*, by address; *known* are those of the last build, by name."""
    pages = (
        _known(source, name, known.get(name)) or _read(source, name, language)
        for name in source.names(language)
    )
    return tuple(sorted(pages, key=lambda page: page.address))


def _known(source: BuiltSite, name: str, row: Sequence[Any] | None) -> Listed | None:
    page = Listed(*row) if row else None
    return page if page and page.seen == _seen(source, name, page.address) else None


def _read(source: BuiltSite, name: str, language: Language) -> Listed:
    page = source.read(name)
    record = digest(render_record(page, language))
    return Listed(name, _seen(source, name, page.address), page.address, page.year, record)


def _seen(source: BuiltSite, name: str, address: str) -> str:
    return digest(source.tree[name], source.files.get(html_of(address), ""))
