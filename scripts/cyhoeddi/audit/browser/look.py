"""Pages looked at in real browsers, a process a core, each with one Chromium that is kept open."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import cast

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import sync_playwright

from cyhoeddi.audit.browser.chromium import executable, launch
from cyhoeddi.audit.browser.console import RULE
from cyhoeddi.audit.browser.pool import Lost, spread
from cyhoeddi.audit.browser.visit import visit
from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.page import Page
from cyhoeddi.audit.site import Site

PATIENCE = 120.0
"""Seconds for one page in all its views; twenty times what the slowest of ours takes."""


def look(
    site: Site,
    pages: Sequence[Page],
    *,
    jobs: int,
    modules: Path,
    patience: float = PATIENCE,
) -> Iterator[tuple[str, list[Finding]]]:
    """Yield the address of each of the *pages* with what was found on it, as they are finished.

    *modules* is the folder node_modules with axe-core and accessibility-checker-engine. A page that hangs or
    ends its browser is a finding too. Pages that only lead on have nothing to look at.
    Raises FileNotFoundError if there is no Chromium.
    """
    if executable() is None:
        raise FileNotFoundError("No Chromium that starts was found")
    for page in pages:
        if page.is_redirect:
            yield page.address, []
    addresses = [page.address for page in pages if not page.is_redirect]
    results = spread(work, (site.host, str(modules)), addresses, min(jobs, len(addresses)), patience)
    for address, result in results:
        yield address, [_lost(address, result)] if isinstance(result, Lost) else cast(list[Finding], result)


def work(line: Connection, host: str, modules: str) -> None:
    """Visit the pages whose addresses come down the *line* until it is closed."""
    # Who stops the audit with Ctrl-C stops its mother, who ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        while True:
            try:
                address = line.recv()
            except EOFError:
                break
            try:
                line.send(visit(browser, host, address, Path(modules)))
            except BrowserError as error:
                line.send(Lost(f"the browser fell over ({str(error).splitlines()[0]})"))
                break
        browser.close()


def _lost(address: str, lost: Lost) -> Finding:
    hint = (
        "Open the page in Chromium and look for a script that does not end, or a picture that is far too big."
    )
    return Finding(RULE, address, f"this page could not be looked at: {lost.reason}", hint)
