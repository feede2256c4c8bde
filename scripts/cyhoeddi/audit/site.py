"""A built site to be audited: its pages and files, and where it is served while that goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from cyhoeddi.audit.page import Page


@dataclass(frozen=True)
class Site:
    """A site as a web server gives it; nothing is known of how it was made."""

    folder: Path
    """Holds every file that the server gives, under its address; of a crawled site, a copy."""
    host: str
    """Where it is served on this machine, without a slash at the end: http://127.0.0.1:8000."""

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Every HTML page, in the order of their addresses."""
        found = [
            Page(self._address(file), file.read_bytes().decode("utf-8", errors="replace"))
            for file in self.folder.rglob("*.html")
        ]
        return tuple(sorted(found, key=lambda page: page.address))

    @cached_property
    def by_address(self) -> Mapping[str, Page]:
        """Every page by its address."""
        return {page.address: page for page in self.pages}

    @cached_property
    def files(self) -> Mapping[str, Path]:
        """Every file that is no HTML page, by its address."""
        return {
            self._address(file): file
            for file in sorted(self.folder.rglob("*"))
            if file.is_file() and file.suffix != ".html"
        }

    @cached_property
    def bases(self) -> frozenset[str]:
        """The public addresses of the site's root, ending in a slash, as its canonical links tell them."""
        found = set()
        for page in self.pages:
            link = page.first('link[rel="canonical"]')
            url = (link.attributes.get("href") if link else None) or ""
            if urlsplit(url).scheme and url.endswith(page.address):
                found.add(url.removesuffix(page.address) + "/")
        return frozenset(found)

    def target(self, page: Page, link: str) -> str | None:
        """Give the address, fragment included, that *link* on *page* names; None if it is elsewhere."""
        if not urlsplit(link).scheme and not link.startswith("//"):
            return unquote(urljoin(page.address, link))
        for base in sorted(self.bases | {self.host + "/"}, key=len, reverse=True):
            if link.startswith(base):
                return unquote("/" + link.removeprefix(base))
        return None

    def file(self, address: str) -> Path | None:
        """Give the file that the server answers with for *address*, if there is one."""
        path = urlsplit(address).path
        file = self.folder / path.lstrip("/")
        file = file / "index.html" if path.endswith("/") else file
        inside = file.resolve().is_relative_to(self.folder.resolve())
        return file if inside and file.is_file() else None

    def _address(self, file: Path) -> str:
        return "/" + file.relative_to(self.folder).as_posix().removesuffix("index.html")
