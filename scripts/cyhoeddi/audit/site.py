"""A built site to be audited: its pages and files, and where it is served while that goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    named: Mapping[str, str] = field(default_factory=dict)
    """The address of each file of the folder whose name does not tell it: about.html, given as /about."""
    leads_on: Mapping[str, str] = field(default_factory=dict)
    """Addresses from which the server itself sends readers on, and where to."""
    left_out: Mapping[str, int] = field(default_factory=dict)
    """How much the server has and the folder lacks, by the keys that words/audit.yaml has after left_out_."""

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Every HTML page, in the order of their addresses."""
        found = [
            Page(self._address(file), file.read_bytes().decode("utf-8", errors="replace"))
            for file in self.folder.rglob("*.html")
            if self._holds(file)
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
            if file.suffix != ".html" and self._holds(file)
        }

    @cached_property
    def bases(self) -> frozenset[str]:
        """The public addresses of the site's root, ending in a slash, as its canonical links tell them."""
        found = set()
        for page in self.pages:
            link = page.first('link[rel="canonical"]')
            url = (link.attributes.get("href") if link else None) or ""
            if _scheme(url) and url.endswith(page.address):
                found.add(url.removesuffix(page.address) + "/")
        return frozenset(found)

    def target(self, page: Page, link: str) -> str | None:
        """Give the address, fragment included, that *link* on *page* names; None if it is elsewhere."""
        scheme = _scheme(link)
        if scheme is None:
            return None
        if not scheme and not link.startswith("//"):
            # From the whole address, so that "../" does not lead out of the site: browsers stop at its root.
            return unquote(urljoin(self.host + page.address, link).removeprefix(self.host))
        for base in sorted(self.bases | {self.host + "/"}, key=len, reverse=True):
            if link.startswith(base):
                return unquote("/" + link.removeprefix(base))
        return None

    def file(self, address: str) -> Path | None:
        """Give the file that the server answers with for *address*, if there is one.

        A folder named without its last slash gives its index.html: servers lead on to it.
        """
        path = urlsplit(address).path if _scheme(address) is not None else address
        path = self.leads_on.get(path, path)
        file = self.folder / self._names.get(path, path.lstrip("/"))
        try:
            file = file / "index.html" if file.is_dir() else file
            return file if self._holds(file) else None
        except (OSError, ValueError, RuntimeError):
            # No file can have such a name, or links lead round in a circle.
            return None

    def _holds(self, file: Path) -> bool:
        """Tell whether *file* is one of the folder, and not a link to somewhere outside it."""
        try:
            return file.is_file() and file.resolve().is_relative_to(self._home)
        except (OSError, RuntimeError):
            return False

    @cached_property
    def _home(self) -> Path:
        return self.folder.resolve()

    def _address(self, file: Path) -> str:
        name = file.relative_to(self.folder).as_posix()
        return self.named.get(name) or "/" + _without_index(name)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {address: name for name, address in self.named.items()}


def _scheme(link: str) -> str | None:
    """Give the scheme of *link*, empty if it has none; None if it is no address, such as http://[."""
    try:
        return urlsplit(link).scheme
    except ValueError:
        return None


def _without_index(name: str) -> str:
    """Take index.html from the end of a path, but not a part of another name, such as my-index.html."""
    return name[: -len("index.html")] if f"/{name}".endswith("/index.html") else name
