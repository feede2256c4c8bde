"""One page of the generated tree: its front matter and its Markdown."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from cyhoeddi.card import Card
from cyhoeddi.language import Language

FrontMatter: TypeAlias = Mapping[str, Any]
"""Values that JSON can hold; decisions/001 lists the keys of each kind."""


@dataclass(frozen=True, kw_only=True)
class PageText:
    """A page in one language, ready to be written; the same `name` on both sides makes a pair."""

    language: Language
    kind: str
    """Which template shows it: "document" is shown by document.html."""
    name: str
    """Path under the kind's folder, without .md."""
    address: str
    twin: str | None
    """The address of the same page in the other language; a page that holds both languages has none."""
    title: str
    head_title: str
    description: str
    noindex: bool = False
    files: Mapping[str, str] = field(default_factory=dict)
    """The files that stand at addresses of this page: address to path under the generated folder."""
    modified: str | None = None
    """The day of the last change, as 2024-01-31."""
    breadcrumb: tuple[Mapping[str, str], ...] = ()
    label: str | None = None
    preview: str | None = None
    """Why it is not public yet, in words."""
    open_graph_type: str = "website"
    json_ld: FrontMatter | None = None
    feeds: tuple[Mapping[str, str], ...] = ()
    """The feeds of what it shows, beside those of the whole site: title, language, type and address."""
    published: str | None = None
    more: FrontMatter = field(default_factory=dict)
    """What only this kind of page has."""
    markdown: str = ""

    @property
    def path(self) -> str:
        """Where the page stands in the generated tree."""
        return f"{self.language}/generated/{self.kind}/{self.name}.md"

    def render(self) -> bytes:
        """Give the file's bytes: JSON between --- lines, then the Markdown."""
        front = {
            "kind": self.kind,
            "template": f"{self.kind}.html",
            "language": self.language.value,
            "address": self.address,
            "twin": self.twin,
            "title": self.title,
            "head_title": self.head_title,
            "description": self.description,
            "breadcrumb": list(self.breadcrumb),
            "label": self.label,
            "noindex": self.noindex,
            "preview": self.preview,
            "open_graph_type": self.open_graph_type,
            "json_ld": self.json_ld,
            "files": self.files,
            "feeds": list(self.feeds),
            "published": self.published,
            "modified": self.modified,
            **self.more,
        }
        text = ",\n".join(f'"{key}": {_written(value)}' for key, value in front.items())
        return f"---\n{{\n{text}\n}}\n---\n\n{self.markdown}".encode()


_JSON: Final = json.JSONEncoder(ensure_ascii=False)


def _written(value: object) -> str:
    """Give *value* as JSON on one line, or a list of mappings, such as cards, with one of them a line.

    So a person can compare two versions, and json need not indent, which it does in slow Python only.
    """
    if value is None:
        # As many values are: json would first get ready to write whatever there is.
        return "null"
    if isinstance(value, list) and value and isinstance(value[0], dict):
        lines = (one.json if isinstance(one, Card) else _JSON.encode(one) for one in value)
        return "[\n " + ",\n ".join(lines) + "\n]"
    return _JSON.encode(value)
