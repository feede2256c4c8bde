"""Nothing moves for readers who asked their device for less motion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from cyhoeddi.audit.browser.window import Window
from cyhoeddi.audit.finding import Finding

RULE = "motion"

FAULTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "runs": ("is animated", "2.2.2"),
        "changes": ("changes bit by bit", "2.3.3"),
        "glides": ("scrolls smoothly", "2.3.3"),
        "plays": ("plays by itself", "2.2.2"),
    }
)
"""What motion.js calls a fault: message after the name of the element, criterion."""


def probe(window: Window) -> Iterator[Finding]:
    """Yield what moves in a view of reduced motion, before anything has been stilled."""
    for element in window.run("motion"):
        message, criterion = FAULTS[element["fault"]]
        yield window.find(
            RULE,
            element,
            f"{element['name']} {message} though the reader asked for less motion",
            "Set animation and transition to none within @media (prefers-reduced-motion: reduce).",
            criterion,
        )
