"""Where in briefings/, docs/ or accessibility.yaml stands what a finding is about, for authors to go there.

The generated page of an address names the publication, series or hand-written page that it was made from, or
is the accessibility statement; in that file, what the element shows is looked for: the addresses that it
names, else its words. What a template made is found nowhere, and neither is anything of a site that is not
this project's.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from cyhoeddi import statement
from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.shown import patterns
from cyhoeddi.audit.site import Site
from cyhoeddi.language import Language
from cyhoeddi.problems import Position
from cyhoeddi.source import parse_source
from cyhoeddi.source.text import Text as Lines
from cyhoeddi.source.text import decode_text
from cyhoeddi.texts import Text, walk_texts

_PUBLICATIONS = frozenset({"landing", "document"})
_SERIES = frozenset({"series", "workstream"})


@dataclass(frozen=True)
class _Made:
    """A generated page: what it says of itself."""

    language: Language
    title: str
    """The whole <title>."""
    source: Path
    """The file that an author wrote."""


@dataclass(frozen=True)
class Sources:
    """The files of the project folder *root* as the origin of the pages of *site*."""

    root: Path
    site: Site

    def place(self, finding: Finding) -> Position | None:
        """Give the line that *finding* is about; None if no author wrote it."""
        made = self._made.get(urlsplit(finding.address).path)
        page = self.site.by_address.get(finding.address)
        if made is None or (page and not _has_title(page.tree, made.title)):
            return None
        lines, texts = self._read(made.source)
        if lines is None:
            return None
        return next(_found(lines, texts, made.language, finding), None)

    @cached_property
    def _made(self) -> Mapping[str, _Made]:
        """Each generated page, and each PDF made of one, by its address."""
        found: dict[str, _Made] = {}
        for language in Language:
            folder = self.root / "docs" / language / "generated"
            for file in sorted(folder.rglob("*.md")):
                kind, *name = file.relative_to(folder).with_suffix("").parts
                source = self._source(kind, name, language)
                front = _front_matter(file) if source else None
                if source and front:
                    made = _Made(language, str(front.get("head_title")), source)
                    found[str(front.get("address"))] = made
                    for address in front.get("files") or ():
                        if str(address).endswith(".pdf"):
                            found.setdefault(str(address), made)
        return found

    def _source(self, kind: str, name: list[str], language: Language) -> Path | None:
        if kind in _PUBLICATIONS:
            return self._publications.get(name[-1])
        if kind in _SERIES:
            return self.root / "briefings" / "series" / f"{name[0]}.yaml"
        if kind in ("page", "home"):
            written = self.root / "docs" / language / f"{'/'.join(name)}.md"
            is_statement = name == [statement.NAME] and not written.exists()
            return self.root / statement.FILE if is_statement else written
        return None

    @cached_property
    def _publications(self) -> Mapping[str, Path]:
        folder = self.root / "briefings"
        files = (file for file in folder.rglob("*.yaml") if file.parent != folder / "series")
        return {file.stem: file for file in files}

    def _read(self, file: Path) -> tuple[Lines | None, tuple[Text, ...]]:
        """Give the lines of *file* and, of YAML, the texts in both languages."""
        if file not in self._known:
            name = file.relative_to(self.root).as_posix()
            try:
                data = file.read_bytes()
            except OSError:
                data = b""
            lines = decode_text(data, name)
            source = parse_source(data, name)[0] if file.suffix == ".yaml" else None
            texts = tuple(walk_texts(source)) if source else ()
            self._known[file] = (lines if isinstance(lines, Lines) else None, texts)
        return self._known[file]

    @cached_property
    def _known(self) -> dict[Path, tuple[Lines | None, tuple[Text, ...]]]:
        return {}


def _front_matter(file: Path) -> dict[str, Any] | None:
    try:
        front = json.loads(file.read_text(encoding="utf-8").split("---\n", 2)[1])
    except (OSError, ValueError, IndexError):
        return None
    return front if isinstance(front, dict) else None


def _has_title(tree: LexborHTMLParser, title: str) -> bool:
    node = tree.css_first("title")
    return node is not None and node.text().split() == title.split()


def _found(lines: Lines, texts: tuple[Text, ...], language: Language, finding: Finding) -> Iterator[Position]:
    """Yield where each thing that the element shows stands, in the side of the page's *language* first."""
    for wanted in patterns(finding.snippet):
        for text in texts:
            if match := wanted.search(text[language]):
                yield text.place(language, match.start("it"))
        if match := wanted.search(lines.content):
            yield lines.position(match.start("it"))
