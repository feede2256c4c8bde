"""A file to download is what its name says, and what the page says of it is true: type, pages and size.

What a page says is read in the words of the link, or else in its row (the list item, table row or part that
holds no other file), in either language. A size may be rounded, and a kilobyte may be 1,000 bytes or 1,024.

    pass:  "Report (PDF, 3 pages, 45 KB)"; "Adroddiad (PDF, 3 tudalen, 45 KB)"; nothing said at all
    fail:  "PDF" on a link to a CSV file; "2 pages" of 3; "4 MB" of 45 KB; report.pdf that holds a web page

Whether the file is there is for the rule links to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.page import Page
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.static.accessible_name import words
from cyhoeddi.audit.static.addresses import target
from cyhoeddi.audit.static.contents import TYPES, is_of_type, pages_of
from cyhoeddi.audit.static.place import finding

ID = "downloads"

CRITERION = ""

_FIGURES = r"(\d[\d,]*(?:\.\d+)?)\s*"
_PAGES = re.compile(_FIGURES + r"-?(?:pages?|[td]udalen|thudalen|tudalennau)\b", re.IGNORECASE)
_SIZE = re.compile(_FIGURES + r"(bytes?|beit|[kmg]i?b|(?:kilo|mega|giga)bytes?)\b", re.IGNORECASE)
_KINDS = {
    **{kind: kind for kind in TYPES.values()},
    **{ending.upper(): kind for ending, kind in TYPES.items()},
    "pdf": "PDF",
    "csv": "CSV",
    "OpenDocument Text": "ODT",
    "OpenDocument Spreadsheet": "ODS",
}
_KIND = re.compile(
    r"\b(" + "|".join(sorted(_KINDS, key=len, reverse=True)) + r")\b(?=\s*[,;:)\]·–—-]|\s*\d|\s*$)"
)
"""The name of a type where one says it: before figures, a comma or a bracket, or at the very end."""

_LONGEST_ROW = 60
"""Words; what has more is no row that tells of a file."""


def check(site: Site) -> Iterator[Finding]:
    """Yield one finding for each file that is not of its type, and each untruth about one."""
    genuine: dict[str, bool] = {}
    lengths: dict[str, int | None] = {}
    for page in site.pages:
        for node in page.all("a[href]"):
            address, ending = _download(site, page, node)
            file = site.file(address) if ending else None
            if file is None:
                continue
            if address not in genuine:
                genuine[address] = is_of_type(file, ending)
                lengths[address] = pages_of(file) if ending == "pdf" else None
            if not genuine[address]:
                said = f"{address} does not hold what its name promises: it is no {TYPES[ending]} file"
                hint = "Put the right file there, or give it the ending that belongs to what it is."
                yield finding(ID, page, node, said, hint, criterion=CRITERION)
                continue
            for said in _untrue(_said(site, page, node), ending, file, lengths[address]):
                hint = "Say what the file really is; have these words made from the file when the page is."
                yield finding(ID, page, node, said, hint, criterion=CRITERION)


def _download(site: Site, page: Page, node: LexborNode) -> tuple[str, str]:
    """Give the address and ending of the file that *node* leads to; both empty if it is no such file."""
    link = (node.attributes.get("href") or "").strip()
    ending = link.partition("#")[0].partition("?")[0].rpartition(".")[2].lower()
    address = target(site, page, link) if ending in TYPES else None
    return (urlsplit(address).path, ending) if address else ("", "")


def _said(site: Site, page: Page, node: LexborNode) -> str:
    """Give the words that tell of the file: those of the link, or of its row if only that tells figures."""
    own = text = words(node)
    at: LexborNode | None = node
    while at is not None and len(text.split()) <= _LONGEST_ROW:
        if _PAGES.search(text) or _SIZE.search(text):
            return text
        at = at.parent
        links = at.css("a[href]") if at is not None else []
        if len({address for one in links if (address := _download(site, page, one)[0])}) != 1:
            break
        text = words(at) if at is not None else ""
    return own


def _untrue(text: str, ending: str, file: Path, pages: int | None) -> Iterator[str]:
    """Yield what *text* says of *file* that is not so."""
    kinds = {_KINDS[found[1]] for found in _KIND.finditer(text)}
    if kinds and TYPES[ending] not in kinds:
        yield f"The page says that the file is {' or '.join(sorted(kinds))}, but it is {TYPES[ending]}"
    stated = [int(float(found[1].replace(",", ""))) for found in _PAGES.finditer(text)]
    if pages is not None and stated and pages not in stated:
        yield f"The page says that the file has {stated[0]} pages, but it has {pages}"
    size = file.stat().st_size
    sizes = list(_SIZE.finditer(text))
    if sizes and not any(_is_about(found[1], found[2], size) for found in sizes):
        yield f"The page says that the file has {sizes[0][0]}, but it has {size:,} bytes"


def _is_about(figures: str, unit: str, size: int) -> bool:
    """Tell whether *size* (bytes), rounded in any of the usual ways, is *figures* of *unit*."""
    number = float(figures.replace(",", ""))
    last = 10.0 ** -len(figures.partition(".")[2])
    power = "bkmg".index(unit[0].lower())
    return any(abs(size / step**power - number) < (last if power else 0.5) for step in (1000, 1024))
