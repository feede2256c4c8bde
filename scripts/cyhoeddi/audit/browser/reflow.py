"""A page of 320 pixels, which is also one of 1280 at 400%, is read without scrolling sideways (WCAG 1.4.10).

Tables, drawings and code may scroll within a box of their own, if a keyboard can scroll it too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from cyhoeddi.audit.browser.window import Window
from cyhoeddi.audit.finding import Finding

RULE = "reflow"
CRITERION = "1.4.10"

ZOOMED = 256
"""The height of a screen of 1024 at 400%: what is fixed to it must leave room to read."""

FAULTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "wide": (
            "stands out of a page of {width} pixels, which then scrolls sideways",
            "Give it max-width: 100%, or let its parts wrap.",
        ),
        "cut": (
            "is cut off",
            "Let the box grow with its words: no fixed width or height, no overflow: hidden.",
        ),
        "over": (
            "and {other} lie over each other",
            "Let each box grow with its words: no fixed height, no negative margin.",
        ),
        "ellipsis": ("ends in an ellipsis", "Let the words wrap instead of cutting them."),
        "text-scrolls": ("is text that has to be scrolled sideways", "Let the words wrap."),
        "unreachable": (
            "scrolls sideways, but not by keyboard",
            'Give it tabindex="0", role="region" and a name, so that arrow keys scroll it.',
        ),
    }
)
"""What reflow.js calls a fault: message after the name of the element, hint."""


def probe(window: Window) -> Iterator[Finding]:
    """Yield what does not fit, on a narrow screen and on one that is low as well."""
    tall = window.view
    yield from look(window)
    window.show(replace(tall, name=f"{tall.width} px, 400%", height=ZOOMED))
    yield from look(window)
    window.show(tall)


def look(window: Window, rule: str = RULE, criterion: str = CRITERION) -> Iterator[Finding]:
    """Yield what does not fit the page as it stands."""
    for element in window.run("reflow"):
        message, hint = FAULTS[element["fault"]]
        text = f"{element['name']} {message.format(width=window.view.width, other=element.get('other'))}"
        yield window.find(rule, element, text, hint, criterion)
