"""A picture of each finding: the element with what is around it, in a frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as BrowserError

from cyhoeddi.audit.browser.chromium import launch
from cyhoeddi.audit.browser.views import VIEWS, View
from cyhoeddi.audit.browser.window import Window, opened
from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.site import Site

AROUND = 60
"""CSS pixels of the page shown on every side of an element."""

LEAST, MOST = (320, 160), (1280, 800)
"""Width and height of a picture, in pixels."""


def take(site: Site, findings: Iterable[Finding], folder: Path) -> Mapping[Finding, Path]:
    """Write a PNG of each of the *findings* that has a place on a page, and give its path.

    Where the element is not to be seen any more, or the page cannot be opened, there is no picture.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wanted = sorted((one for one in findings if one.selector and "<" in one.snippet), key=_page)
    taken: dict[Finding, Path] = {}
    if wanted:
        with sync_playwright() as playwright:
            browser = launch(playwright)
            for (address, name), group in groupby(wanted, key=_page):
                try:
                    taken.update(_on_page(browser, site.host, address, _view(name), list(group), folder))
                except BrowserError:
                    continue
            browser.close()
    return taken


def _on_page(
    browser: Browser, host: str, address: str, view: View, findings: list[Finding], folder: Path
) -> Iterator[tuple[Finding, Path]]:
    with opened(browser, host, view, scripts="no JavaScript" not in findings[0].view) as page:
        page.goto(address, wait_until="load")
        window = Window(page, address, view, folder)
        window.ask("audit.still() && null")
        for finding in findings:
            is_focused = finding.view.endswith("in focus")
            clip = window.run("pictures", [finding.selector, is_focused, AROUND, LEAST, MOST])
            if clip is not None:
                digest = sha256(repr(finding).encode()).hexdigest()[:16]
                file = folder / f"{digest}.png"
                file.write_bytes(page.screenshot(clip=clip, full_page=True))
                yield finding, file
            window.ask("audit.unmark?.()")


def _page(finding: Finding) -> tuple[str, str]:
    return finding.address, finding.view


def _view(name: str) -> View:
    """Give the view that *name* begins with: 320 px, in focus is 320 px."""
    fitting = [view for view in VIEWS if f"{name},".startswith(f"{view.name},")]
    return max(fitting, key=lambda view: len(view.name), default=VIEWS[0])
