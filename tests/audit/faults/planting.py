"""Choosing the pages, and making sites in which each fault stands on pages of its own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

import pikepdf

from cyhoeddi.audit.page import Page
from cyhoeddi.audit.site import Site
from tests.audit.faults.fault import PDF_LINK, Fault, Sheet, pdf_file

OTHER = {"en": "cy", "cy": "en"}
POOL = 8
"""Pages of each language that are chosen from first, so that a browser need not meet the clean site whole."""
SHORT = 9_000
"""Characters; a long page shows nothing more of a fault, and takes longer to walk through."""


@dataclass(frozen=True)
class Planted:
    """A fault on one page."""

    fault: str
    site: str
    """The name of the site that the page came from."""
    original: str
    address: str
    """Ends in a slash, and all that the fault is made of lies below it."""
    twin: str


@dataclass(frozen=True)
class Source:
    """A clean site to plant in."""

    name: str
    folder: Path

    @cached_property
    def site(self) -> Site:
        """Its pages; nothing is asked of its host."""
        return Site(self.folder, host="")

    @cached_property
    def twins(self) -> dict[str, Page]:
        """The page in the other language of each page that has one, by address."""
        found = {}
        for page in self.site.pages:
            other = OTHER.get(page.language, "")
            link = page.first(f'link[rel="alternate"][hreflang="{other}"]')
            twin = self.site.target(page, link.attributes.get("href") or "") if link else None
            if twin and page.address.startswith(f"/{page.language}/") and "404" not in page.address:
                found[page.address] = self.site.by_address[twin]
        return found

    @cached_property
    def drawn(self) -> dict[str, list[Page]]:
        """The pages of each language that have a twin, shuffled, short ones first."""
        pages = [page for page in self.site.pages if page.address in self.twins]
        Random(self.name).shuffle(pages)  # noqa: S311 (nothing secret)
        pages.sort(key=lambda page: len(page.html) > SHORT)
        return {one: [page for page in pages if page.language == one] for one in OTHER}

    def choose(self, fault: Fault, language: str) -> Page:
        """Give a page of *language* that holds what *fault* needs; the same one every time."""
        drawn = self.drawn[language]
        near = [page for page in drawn[:POOL] if self._fits(page, fault)]
        fitting = near or [page for page in drawn if self._fits(page, fault)]
        assert fitting, f"no page of {self.name} for {fault.name} in {language}"
        return Random(f"{fault.name} {language}").choice(fitting)  # noqa: S311 (nothing secret)

    def _fits(self, page: Page, fault: Fault) -> bool:
        if page.first(fault.needs) is None:
            return False
        if fault.needs != PDF_LINK:
            return True
        link = page.all(PDF_LINK)[0]
        href = link.attributes.get("href") or ""
        is_stated = re.search(r"PDF, \d+ \w+, \d+ KB", link.text()) is not None
        file = pdf_file(self.folder, page.address, href)
        return is_stated and not urlsplit(href).scheme and fault.in_pdf in {"", *_roles(file)}


@cache
def _roles(file: Path) -> frozenset[str]:
    with pikepdf.open(file) as pdf:
        return frozenset(str(one.get("/S")) for one in pdf.objects if isinstance(one, pikepdf.Dictionary))


def plant_all(source: Source, faulty: Path, wanted: Iterable[tuple[Fault, Sequence[str]]]) -> list[Planted]:
    """Copy the site to *faulty*, with one page more for each fault and each of the languages wanted."""
    shutil.copytree(source.folder, faulty)
    return [
        _plant(source, faulty, fault, source.choose(fault, language), number)
        for fault, languages in wanted
        for number, language in enumerate(languages, start=1)
    ]


def _plant(source: Source, faulty: Path, fault: Fault, page: Page, number: int) -> Planted:
    """Write a copy of *page* with *fault*, and a copy of its twin without."""
    twin = source.twins[page.address]
    own = f"{fault.name}-{number}"
    addresses = {one.address: f"/{one.language}/{own}/" for one in (page, twin)}
    html, twin_html = (_moved(source.site, one, addresses, own) for one in (page, twin))
    address, twin_address = addresses[page.address], addresses[twin.address]
    sheet = Sheet(address, page.language, html, twin_address, twin_html, source.folder, page.address)
    fault.plant(sheet)
    files = {address + name: content for name, content in sheet.files.items()}
    files |= {address + "index.html": sheet.html.encode(), twin_address + "index.html": sheet.twin.encode()}
    for name, content in files.items():
        if content:
            file = faulty / name.lstrip("/")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    return Planted(fault.name, source.name, page.address, address, twin_address)


def _moved(site: Site, page: Page, addresses: dict[str, str], own: str) -> str:
    """Give the HTML of *page* for another address: links lead where they led, but to copies if there are."""

    def link(found: re.Match[str]) -> str:
        url = found[2]
        is_address = not url.startswith("#") and (found[1] != "content=" or url.startswith("https:"))
        target = site.target(page, url) if is_address else None
        if target is None:
            return found[0]
        path, mark, fragment = target.partition("#")
        base = url.removesuffix(path) if urlsplit(url).scheme else ""
        return f'{found[1]}"{base}{addresses.get(path, path)}{mark}{fragment}"'

    html = re.sub(r'(\b(?:href|src|action|content)=)"([^"]+)"', link, page.html)
    return html.replace("</title>", f" ({own.replace('-', ' ')})</title>", 1)
