"""Paper shows the main content: all of its words, nothing cut off, nothing lying over it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from cyhoeddi.audit.browser.views import View
from cyhoeddi.audit.browser.window import Window
from cyhoeddi.audit.finding import Finding
from cyhoeddi.problems import Level

RULE = "print"

WIDTH = 642
"""CSS pixels between the margins of A4, 170 mm."""

FAULTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "gone": ("is on the screen but not on paper", "Take only furniture away in @media print."),
        "closed": (
            "is closed on paper, and what is in it is lost",
            "Show it in @media print: details::details-content { content-visibility: visible }.",
        ),
        "cut": ("is cut off on paper", "Set overflow: visible in @media print and let the words wrap."),
        "fixed": (
            "lies over the text of every sheet",
            "Set position: static, or display: none, in @media print.",
        ),
    }
)
"""What print.js calls a fault: message after the name of the element, hint."""


def probe(window: Window, paper: View) -> Iterator[Finding]:
    """Yield what is lost on *paper* of the page as it stands on the screen; the screen is shown again."""
    screen = window.view
    window.run("paper", "screen")
    window.show(replace(paper, width=WIDTH))
    for element in window.run("paper", "paper"):
        message, hint = FAULTS[element["fault"]]
        # Who prints a page can open what is closed first; nothing else here can be helped.
        level = Level.WARNING if element["fault"] == "closed" else Level.ERROR
        yield window.find(RULE, element, f"{element['name']} {message}", hint, level=level)
    window.show(screen)
