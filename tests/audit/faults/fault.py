"""A fault, and the copy of a page that it is planted in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from urllib.parse import urljoin

import pikepdf


@dataclass
class Sheet:
    """A copy of a page, with the copy of its twin: a planter spoils it and nothing else of the site."""

    address: str
    """Ends in a slash; everything that only this page has lies below it."""
    language: str
    html: str
    twin_address: str
    twin: str
    """The HTML of the twin; empty if it is not to be there."""
    site: Path
    """The folder of the site that the page came from."""
    original: str
    """The address of the page that this is a copy of."""
    files: dict[str, bytes] = field(default_factory=dict)
    """What lies beside the page, by name."""

    def sub(self, pattern: str, replacement: str | Callable[[re.Match[str]], str], count: int = 1) -> None:
        """Replace what *pattern* matches, the first or as many as *count* says (0: all)."""
        html = re.sub(pattern, replacement, self.html, count=count, flags=re.DOTALL)
        assert html != self.html, f"{pattern} changes nothing on {self.original}"
        self.html = html

    def say(self, english: str, welsh: str) -> str:
        """Give the text in the language of the page."""
        return english if self.language == "en" else welsh

    def add(self, html: str) -> None:
        """Put *html* at the end of the main part."""
        self.sub("</main>", lambda found: html + found[0])

    def head(self, html: str) -> None:
        """Put *html* at the end of the head."""
        self.sub("</head>", lambda found: html + found[0])

    def style(self, css: str) -> None:
        """Give the page a style sheet of its own, after all others."""
        self.files["own.css"] = css.encode()
        self.head('<link rel="stylesheet" href="own.css">')

    def script(self, javascript: str) -> None:
        """Give the page a script of its own, in a file."""
        self.files["own.js"] = javascript.encode()
        self.head('<script src="own.js" defer></script>')

    def swap_pdf(self, make: Callable[[pikepdf.Pdf, BytesIO], None]) -> None:
        """Let the first PDF that the page offers be what *make* writes from it; its size is stated anew."""
        found = re.search(r'href="([^":]+\.pdf)"', self.html)
        assert found, f"{self.original} offers no PDF"
        made = BytesIO()
        with pikepdf.open(pdf_file(self.site, self.original, found[1])) as pdf:
            make(pdf, made)
        self.files["own.pdf"] = made.getvalue()
        size = max(1, round(len(made.getvalue()) / 1024))
        self.sub(re.escape(found[0]) + r"(.*?\bPDF\b[^<]*?)\d+ KB", rf'href="own.pdf"\g<1>{size} KB')


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong, how it is planted, and who must find it."""

    name: str
    rules: tuple[str, ...]
    """Any one of these is right; * stands for what differs between releases of a tool."""
    plant: Callable[[Sheet], None]
    needs: str = "main"
    """A CSS selector of what a page must hold for the fault to be planted in it."""
    in_pdf: str = ""
    """What the PDF of the page must hold, such as /Figure; then the fault is one of the PDF."""
    width: int = 1280
    """Of the screen on which a browser is to look for it: time is short."""

    @property
    def is_of_markup(self) -> bool:
        """Whether the checker of HTML may find it."""
        return any(rule.startswith("nu:") for rule in self.rules)

    @property
    def in_browser(self) -> bool:
        """Whether nobody sees it but in a browser."""
        return not self.in_pdf and not self.is_of_markup and STATIC.isdisjoint(self.rules)


STATIC = frozenset(
    {
        *("page-language", "part-language", "language-pairs", "hreflang", "canonical", "title", "headings"),
        *("landmarks", "tables", "alternatives", "names", "labels", "links", "downloads", "weight", "policy"),
        *("requests", "twins"),
    }
)
"""The rules of the decision on the audit that need no browser."""

PDF_LINK = 'a[href$=".pdf"]'


def pdf_file(site: Path, address: str, link: str) -> Path:
    """Give the file of the PDF that *link* on the page at *address* leads to."""
    return site / urljoin(address, link).lstrip("/")
