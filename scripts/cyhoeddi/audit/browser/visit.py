"""What one page goes through: loaded once for each width, and once without JavaScript.

Within one load the order matters: first what only looks, then what presses keys, then what opens everything.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Literal, get_args

from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as OutOfTime

from cyhoeddi.audit.browser import (
    axe,
    disclosures,
    equal_access,
    forced_colours,
    keyboard,
    motion,
    mouse_only,
    paper,
    reflow,
    skip_link,
    state_contrast,
    target_size,
    text_spacing,
    without_javascript,
)
from cyhoeddi.audit.browser.console import RULE, Console
from cyhoeddi.audit.browser.views import VIEWS, Media, View
from cyhoeddi.audit.browser.window import LOADING, Window, opened
from cyhoeddi.audit.finding import Finding

NARROW = min(view.width for view in VIEWS)


Step = Literal["measure", "press", "tools"]
"""A part of a visit: to measure what stands there, to press keys, to run the tools and what needs them."""


def visit(
    browser: Browser,
    host: str,
    address: str,
    modules: Path,
    wanted: Sequence[View] = VIEWS,
    steps: Collection[Step] = get_args(Step),
) -> list[Finding]:
    """Give what is found on the page at *address*, each thing once: in the first view that has it.

    Who is after one thing alone may leave out views, but for the light one of a width, and steps.
    """
    findings: list[Finding] = []
    for _, group in groupby(wanted, key=lambda view: view.width):
        views = {view.media: view for view in group}
        with opened(browser, host, views["light"]) as page:
            console = Console(page, host, address, views["light"])
            if not _load(page, address):
                return [*console.findings, _endless(address, views["light"])]
            window = Window(page, address, views["light"], modules)
            given = without_javascript.given(window)
            findings += _look(window, views, steps)
            findings += console.findings
        if views["light"].width == NARROW:
            with opened(browser, host, views["light"], scripts=False) as page:
                if _load(page, address):
                    window = Window(page, address, views["light"], modules)
                    findings += without_javascript.compare(given, window)
    return _once(findings)


def _look(window: Window, views: dict[Media, View], steps: Collection[Step]) -> Iterator[Finding]:
    light = views["light"]
    is_narrow = light.width == NARROW
    if "reduced motion" in views:
        window.show(views["reduced motion"])
        yield from motion.probe(window)
        window.show(light)
    window.ask("audit.still() && null")
    if "measure" in steps:
        yield from _measure(window, views, is_narrow=is_narrow)
    if "press" in steps:
        yield from keyboard.probe(window, "Tab")
        yield from disclosures.probe(window)
    window.ask("audit.open(true)")
    if "measure" in steps and is_narrow:
        yield from target_size.probe(window)
    if "press" in steps:
        yield from mouse_only.probe(window)
        if is_narrow:
            yield from keyboard.probe(window, "Shift+Tab")
    if "tools" in steps:
        yield from _with_tools(window, views)
    window.ask("audit.open(false)")
    if "press" in steps:
        yield from skip_link.probe(window)


def _measure(window: Window, views: dict[Media, View], *, is_narrow: bool) -> Iterator[Finding]:
    if is_narrow:
        yield from reflow.probe(window)
    elif "print" in views:
        yield from paper.probe(window, views["print"])
    yield from target_size.probe(window)
    yield from text_spacing.probe(window)


def _with_tools(window: Window, views: dict[Media, View]) -> Iterator[Finding]:
    window.borrow(axe.SCRIPT)
    window.borrow(equal_access.SCRIPT)
    forced_colours.remember(window)
    looks = set()
    for media, view in views.items():
        window.show(view)
        # What looks the same to the last pixel, as with less motion, measures the same.
        if (look := window.look()) not in looks:
            looks.add(look)
            yield from axe.probe(window)
            yield from equal_access.probe(window)
        if media == "forced colours":
            yield from forced_colours.probe(window, views["light"])
    window.show(views["light"])
    yield from state_contrast.probe(window)


def _load(page: Page, address: str) -> bool:
    try:
        page.goto(address, wait_until="load")
    except OutOfTime:
        return False
    return True


def _endless(address: str, view: View) -> Finding:
    return Finding(
        RULE,
        address,
        f"the page has not loaded after {LOADING // 1000} seconds",
        "Look for a script that does not end, or a file that does not come.",
        view=view.name,
    )


def _once(findings: list[Finding]) -> list[Finding]:
    known: dict[tuple[str, str, str], Finding] = {}
    for one in findings:
        known.setdefault((one.rule, one.selector, one.message), one)
    return list(known.values())
