"""Pages in real browsers, each only as far as the rules that its fault is for go: time is short."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from multiprocessing.connection import Connection
from pathlib import Path

from playwright.sync_api import sync_playwright

from cyhoeddi.audit.browser.chromium import launch
from cyhoeddi.audit.browser.pool import Lost, spread
from cyhoeddi.audit.browser.views import VIEWS, Media, View
from cyhoeddi.audit.browser.visit import Step, visit
from cyhoeddi.audit.finding import Finding
from tests.audit.faults.fault import Fault

PATIENCE = 120
"""Seconds for one page, on a busy machine."""

STEPS: dict[str, Step] = {
    **dict.fromkeys(("reflow", "text-spacing", "target-size", "print"), "measure"),
    **dict.fromkeys(("keyboard-*", "focus-*", "disclosures", "skip-link"), "press"),
    **dict.fromkeys(("axe:*", "equal-access:*", "state-contrast", "forced-colours"), "tools"),
}
"""The step of a visit in which a rule speaks; what is in none speaks in every visit."""

MEDIA: dict[str, Media] = {
    "forced-colours": "forced colours",
    "motion": "reduced motion",
    "print": "print",
}
"""The display that a rule needs beside the light one."""


@dataclass(frozen=True)
class Errand:
    """One page to visit, and how."""

    site: str
    address: str
    views: tuple[View, ...] = VIEWS
    steps: frozenset[Step] = frozenset(STEPS.values())


def errand_for(fault: Fault, site: str, address: str) -> Errand:
    """Give how the page at *address* is visited by all the rules of *fault*, any of which may find it."""
    media = {"light", *(MEDIA[rule] for rule in fault.rules if rule in MEDIA)}
    views = tuple(view for view in VIEWS if view.width == fault.width and view.media in media)
    steps = (
        step for pattern, step in STEPS.items() if any(fnmatchcase(rule, pattern) for rule in fault.rules)
    )
    return Errand(site, address, views, frozenset(steps))


def run_errands(
    errands: list[Errand], hosts: Mapping[str, str], modules: Path
) -> Iterator[tuple[Errand, list[Finding]]]:
    """Yield each of *errands* with what was found; *hosts* are the addresses of the sites by name.

    RuntimeError if a page could not be looked at, for that tells nothing of its fault.
    """
    tasks = [str(number) for number in range(len(errands))]
    told = (errands, dict(hosts), modules)
    for task, result in spread(_work, told, tasks, os.cpu_count() or 1, PATIENCE):
        errand = errands[int(task)]
        if not isinstance(result, list):
            reason = result.reason if isinstance(result, Lost) else result
            raise RuntimeError(f"{errand.site} {errand.address} was not looked at: {reason}")
        yield errand, result


def _work(line: Connection, errands: list[Errand], hosts: dict[str, str], modules: Path) -> None:
    """Do the errands whose numbers come down the *line* until it is closed."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        while True:
            try:
                errand = errands[int(line.recv())]
            except EOFError:
                break
            host = hosts[errand.site]
            line.send(visit(browser, host, errand.address, modules, errand.views, errand.steps))
        browser.close()
