"""The pages and feeds of a built project of ours, for others to build again.

All that a page shows is in its front matter and its body already (decisions/001), so that others need neither
read YAML nor put lists together, and check nothing: what they are given is the easier half of the work.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree

from cyhoeddi.language import Language
from cyhoeddi.words import in_language

FEED: Final = "feed"
"""The kind of what is no page: an Atom feed."""
_ATOM: Final = "{http://www.w3.org/2005/Atom}"


@dataclass(frozen=True, slots=True)
class Page:
    """A page, or a feed, in one language."""

    path: str
    """Its place in a folder of content; only the first part differs by language: en/landing/x.md."""
    front: Mapping[str, Any]
    """What decisions/001 lists; of a feed kind, language, address, title, updated and entries."""
    body: str
    """Markdown."""

    @property
    def is_feed(self) -> bool:
        """Whether it is an Atom feed."""
        return bool(self.front["kind"] == FEED)

    @property
    def file(self) -> str:
        """Where its address is in the folder of a site."""
        address = str(self.front["address"]).removeprefix("/")
        return f"{address}index.html" if address.endswith("/") or not address else address


def read_pages(project: Path) -> Iterator[Page]:
    """Yield every page of a project folder that has been built, then every Atom feed."""
    docs = project / "docs"
    for file in sorted(docs.glob("*/generated/**/*.md")):
        _, head, body = file.read_text(encoding="utf-8").split("---\n", 2)
        front = json.loads(head)
        if front["kind"] == "list":
            words = in_language(Language(front["language"]))
            count = (
                words.count("publications", front["count"]) if front["count"] else words["no_publications"]
            )
            front["count"] = count
        yield Page(file.relative_to(docs).as_posix().replace("/generated/", "/", 1), front, body.strip("\n"))
    for file in sorted(docs.glob("*/generated/root/**/*.atom")):
        yield _feed(file, docs)


def read_shared(project: Path) -> dict[str, Any]:
    """Give by language what all pages share: furniture.json, and the fixed words."""
    return {
        language.value: {
            "furniture": json.loads(
                (project / "docs" / language / "generated" / "furniture.json").read_text(encoding="utf-8")
            ),
            "words": dict(in_language(language)),
        }
        for language in Language
    }


def _feed(file: Path, docs: Path) -> Page:
    language, _, _, *address = file.relative_to(docs).parts
    feed = ElementTree.parse(file).getroot()  # noqa: S314 (our own)
    entries = [
        {name: _text(entry, name) for name in ("id", "title", "published", "updated", "summary")}
        | {"address": _link(entry, language), "twin": _link(entry, "cy" if language == "en" else "en")}
        | {"tags": [dict(tag.attrib) for tag in entry.iter(f"{_ATOM}category")]}
        for entry in feed.iter(f"{_ATOM}entry")
    ]
    front = {"kind": FEED, "language": language, "address": f"/{'/'.join(address)}", "entries": entries}
    front |= {name: _text(feed, name) for name in ("id", "title", "updated")}
    # The name of a feed in the folder of content is that of its address: the two languages need not pair.
    return Page(f"{language}/{FEED}/{'-'.join(address[1:]).removesuffix('.atom')}.md", front, "")


def _text(element: ElementTree.Element, name: str) -> str:
    return element.findtext(f"{_ATOM}{name}") or ""


def _link(entry: ElementTree.Element, language: str) -> str:
    links = {link.get("hreflang"): link.get("href") for link in entry.iter(f"{_ATOM}link")}
    return links.get(language) or ""
