"""In the reader's own colours (high contrast) controls are still told from words, and focus still shows.

The browser then paints words, backgrounds and borders in a palette, and drops shadows. So a button that only
its background sets apart becomes a word, and a focus that only a background shows is gone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from cyhoeddi.audit.browser import focus
from cyhoeddi.audit.browser.window import Window
from cyhoeddi.audit.finding import Finding

RULE = "forced-colours"
CRITERION = "1.4.11"

FAULTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "box": (
            "loses its box in forced colours and looks like words",
            "Give it a border: 1px solid transparent is enough, forced colours paint it.",
        ),
        "drawing": (
            "is drawn in a colour that forced colours hide",
            "Draw it in currentColor.",
        ),
    }
)
"""What forced_colours.js calls a fault: message after the name of the element, hint."""


def remember(window: Window) -> None:
    """Note which controls have a box, in a view in the site's own colours."""
    window.run("forced_colours", "boxes")


def probe(window: Window) -> Iterator[Finding]:
    """Yield what is lost in forced colours; `remember` has been called before."""
    for element in window.run("forced_colours", "lost"):
        message, hint = FAULTS[element["fault"]]
        yield window.find(RULE, element, f"{element['name']} {message}", hint, CRITERION)
    window.run("focus")
    window.ask("audit.focus.round()")
    yield from focus.settle(window)
