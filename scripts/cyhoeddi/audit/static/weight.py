"""What a page costs before its content stays under 60 KB: the HTML around it, and all that is loaded.

Counted, without compression, are the HTML outside main, style sheets with the fonts and pictures that they
name, scripts, icons, and pictures outside main. What is inside main is content and may weigh what it must.

    pass:  12 KB of HTML, a style sheet of 20 KB, a script of 5 KB
    fail:  a script of 90 KB; four fonts of 25 KB
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.page import Page
from cyhoeddi.audit.references import loaded_by_style
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.static.addresses import is_readable, references, target
from cyhoeddi.audit.static.place import finding

ID = "weight"

CRITERION = ""

LIMIT = 60_000
"""Bytes."""

_LOADED = {"stylesheet", "icon", "preload", "modulepreload"}


def check(site: Site) -> Iterator[Finding]:
    """Yield one finding for each page whose furniture is too heavy."""
    whole: dict[str, dict[str, int]] = {}
    for page in site.pages:
        parts = {"the HTML around its content": _html(page)}
        for address in _loaded(site, page):
            if address not in whole:
                whole[address] = _with_what_it_names(site, address)
            parts |= whole[address]
        if sum(parts.values()) >= LIMIT:
            heaviest = sorted(parts, key=lambda part: -parts[part])[:3]
            listed = ", ".join(f"{part} {parts[part] / 1000:.0f} KB" for part in heaviest)
            said = f"The page weighs {sum(parts.values()) / 1000:.0f} KB before its content: {listed}"
            hint = "Take out what it can do without, or make it smaller, until all is under 60 KB."
            yield finding(ID, page, None, said, hint, criterion=CRITERION)


def _html(page: Page) -> int:
    """Give the bytes of the HTML around the main part; without one, nothing tells what is content."""
    lower = page.html.lower()
    start, end = lower.find("<main"), lower.rfind("</main>")
    if start < 0 or end < start:
        main = page.first('[role="main"]')
        return len(page.html.encode()) - len((main.html or "").encode()) if main else 0
    return len(page.html[:start].encode()) + len(page.html[end:].encode())


def _loaded(site: Site, page: Page) -> set[str]:
    """Give the addresses on this site that *page* loads whatever its content is."""
    inside = {node.mem_id for node in page.all("main [src], main [srcset], main [href], main [data]")}
    found = set()
    for one in references(page):
        relations = set((one.node.attributes.get("rel") or "").lower().split())
        is_loaded = relations & _LOADED if one.node.tag == "link" else one.attribute == "src"
        if one.node.tag == "script" or (is_loaded and one.node.mem_id not in inside):
            found.add(target(site, page, one.link))
    return {urlsplit(address).path for address in found if address}


def _with_what_it_names(site: Site, address: str) -> dict[str, int]:
    """Give the bytes of the file at *address*, and if it is a style sheet, of what it loads in its turn."""
    parts: dict[str, int] = {}
    waiting = [address]
    while waiting:
        at = waiting.pop()
        file = site.file(at)
        if file is None or at in parts:
            continue
        parts[at] = file.stat().st_size
        waiting += map(partial(_path, at), named_in_style(file)) if file.suffix == ".css" else []
    return parts


def named_in_style(file: Path) -> list[str]:
    """Give the addresses that the style sheet *file* loads, as written."""
    text = file.read_bytes().decode("utf-8", errors="replace")
    return list(filter(is_readable, loaded_by_style(text)))


def _path(address: str, link: str) -> str:
    return urlsplit(urljoin(address, link)).path
