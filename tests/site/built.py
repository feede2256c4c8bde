"""A built site as a reader meets it: its pages, found by walking the folder, and what each links to."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Element:
    """An element of a page, in the order of the page."""

    tag: str
    attributes: dict[str, str]
    inside: tuple[str, ...]
    """The tags of the elements around it, outermost first."""
    language: str
    """The language that it or an element around it says it is in."""
    text: str = ""
    """The text inside it, children's included."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        inside = tuple(element.tag for element in self._open)
        attributes = {name: value or "" for name, value in attrs}
        around = self._open[-1].language if self._open else ""
        element = Element(tag, attributes, inside, attributes.get("lang", around))
        self.elements.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data


@dataclass(frozen=True)
class Page:
    """One HTML file of the site."""

    address: str
    """Site-absolute: /en/about/, /404.html."""
    file: Path

    @cached_property
    def html(self) -> str:
        """The file's text."""
        return self.file.read_text(encoding="utf-8")

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """Every element, in the order of the page."""
        reader = _Reader()
        reader.feed(self.html)
        return tuple(reader.elements)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Give the elements of *tag* with these attributes; http_equiv is http-equiv."""
        wanted = {name.replace("_", "-"): value for name, value in attributes.items()}
        return [one for one in self.elements if one.tag == tag and wanted.items() <= one.attributes.items()]

    @cached_property
    def language(self) -> str:
        """The language that the page says it is in."""
        return self.all("html")[0].attributes.get("lang", "")

    @cached_property
    def ids(self) -> frozenset[str]:
        """What a fragment may name."""
        return frozenset(one.attributes["id"] for one in self.elements if "id" in one.attributes)

    @property
    def is_redirect(self) -> bool:
        """Whether it only leads on."""
        return any(meta.attributes.get("http-equiv", "").lower() == "refresh" for meta in self.all("meta"))

    @property
    def is_indexable(self) -> bool:
        """Whether search engines may list it."""
        robots = [meta.attributes["content"] for meta in self.all("meta", name="robots")]
        is_error = self.address.endswith("404.html")
        return not is_error and not self.is_redirect and not any("noindex" in one for one in robots)

    def head_links(self, relation: str) -> list[Element]:
        """Give the <link> elements of that relation."""
        return [link for link in self.all("link") if relation in link.attributes.get("rel", "").split()]


@dataclass(frozen=True)
class Site:
    """A built site and the project folder that it was built in."""

    project: Path
    bases: dict[str, str]
    """The address of its root for readers of each language, ending in a slash; mostly one."""

    @property
    def folder(self) -> Path:
        """The folder that a web server is pointed at."""
        return self.project / "site"

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Every HTML file."""
        return tuple(Page(self._address(file), file) for file in sorted(self.folder.rglob("*.html")))

    @cached_property
    def by_address(self) -> dict[str, Page]:
        """Every page by its address."""
        return {page.address: page for page in self.pages}

    @cached_property
    def kinds(self) -> dict[str, list[Page]]:
        """The pages by kind, such as landing; the generated Markdown says which is which."""
        kinds: dict[str, list[Page]] = {}
        for file in sorted(self.project.glob("docs/*/generated/**/*.md")):
            front = json.loads(file.read_text(encoding="utf-8").split("---\n")[1])
            if front["address"] in self.by_address:
                kinds.setdefault(front["kind"], []).append(self.by_address[front["address"]])
        return kinds

    def examples(self) -> list[Page]:
        """Give of each kind, in each language, the page with most in it."""
        found: dict[tuple[str, str], Page] = {}
        for kind, pages in self.kinds.items():
            for page in pages:
                best = found.setdefault((kind, page.language), page)
                found[kind, page.language] = max(best, page, key=lambda one: len(one.html))
        return [page for page in found.values() if not page.is_redirect]

    def target(self, page: Page, link: str) -> str | None:
        """Give the site-absolute address, fragment included, that *link* on *page* names, or None."""
        url = urljoin(self.absolute(page.address), link)
        base = next((base for base in self.bases.values() if url.startswith(base)), None)
        return None if base is None else "/" + url.removeprefix(base)

    def absolute(self, address: str) -> str:
        """Give the whole address of a site-absolute one."""
        return self.bases["cy" if address.startswith("/cy/") else "en"] + address.lstrip("/")

    def file(self, address: str) -> Path | None:
        """Give the file that a web server would answer with for an address, if there is one."""
        path = self.folder / urlsplit(address).path.lstrip("/")
        path = path / "index.html" if address.split("#")[0].endswith("/") else path
        return path if path.is_file() else None

    def _address(self, file: Path) -> str:
        return "/" + file.relative_to(self.folder).as_posix().removesuffix("index.html")
