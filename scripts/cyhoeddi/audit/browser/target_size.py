"""Targets are 24 by 24 pixels, or have that much room, or are links within a sentence (WCAG 2.5.8)."""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.audit.browser.window import Window
from cyhoeddi.audit.finding import Finding

RULE = "target-size"
CRITERION = "2.5.8"

LEAST = 24
"""CSS pixels in each direction."""


def probe(window: Window) -> Iterator[Finding]:
    """Yield each target of the page as it stands that is too small and too near another."""
    for element in window.run("target_size", LEAST):
        yield window.find(
            RULE,
            element,
            f"{element['name']} is {element['width']} by {element['height']} pixels and close to another",
            f"Give it padding until it is {LEAST} by {LEAST} pixels, or that much room on every side.",
            CRITERION,
        )
