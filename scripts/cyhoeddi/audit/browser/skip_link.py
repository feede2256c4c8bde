"""The first thing that takes the focus leads past the furniture, and is seen, and works.

Only a page with two controls or more above its main content needs that.
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.audit.browser.window import Window
from cyhoeddi.audit.finding import Finding

RULE = "skip-link"
CRITERION = "2.4.1"

HINT = "Let the first link of the page lead to the id of <main>, and show it when it takes the focus."


def probe(window: Window) -> Iterator[Finding]:
    """Use the skip link as someone without a mouse does, and yield where that fails.

    It leaves the page scrolled, and its address with a fragment.
    """
    asked = window.run("skip_link", "needed")
    if not asked["needed"]:
        return
    window.ask("audit.goTo('start')")
    window.page.keyboard.press("Tab")
    first = window.run("skip_link", "first")
    message = _wrong(first)
    if message is None:
        window.page.keyboard.press("Enter")
        window.page.keyboard.press("Tab")
        if not window.run("skip_link", "after"):
            message = "the skip link does not take the focus along: Tab goes on above its target"
    if message is not None:
        element = first["about"] if first["is_link"] else asked["main"]
        yield window.find(RULE, element, message, HINT, CRITERION)


def _wrong(first: dict[str, bool]) -> str | None:
    if not first["is_link"]:
        return "the first thing that takes the focus is no link to the main content"
    if not first["exists"]:
        return "the skip link leads to an id that the page does not have"
    if not first["is_main"]:
        return "the skip link does not lead to the main content"
    if not first["is_seen"]:
        return "the skip link cannot be seen while it has the focus"
    return None
