"""In the reader's own colours (high contrast) controls are still told from words, and focus still shows.

The browser then paints words, backgrounds and borders in a palette, and drops shadows. So a button that only
its background sets apart becomes a word, and a sign or a focus that only a background shows is gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from cyhoeddi.audit.browser import drawings, focus
from cyhoeddi.audit.browser.views import View
from cyhoeddi.audit.browser.window import Element, Window
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
            "has no words, and forced colours hide what is drawn on it",
            "Draw it in currentColor, as an <svg> in the HTML: backgrounds are painted over.",
        ),
    }
)
"""What is lost: message after the name of the element, hint."""


def remember(window: Window) -> None:
    """Note which controls have a box, in a view in the site's own colours."""
    window.run("forced_colours", "boxes")


def probe(window: Window, light: View) -> Iterator[Finding]:
    """Yield what is lost in forced colours; `remember` has been called before, in *light*."""
    boxes = window.run("forced_colours", "lost")
    yield from _lost(window, "box", boxes)
    known = {element["selector"] for element in boxes}
    signs = (element for element in drawings.lost(window, light) if element["selector"] not in known)
    yield from _lost(window, "drawing", signs)
    window.run("focus")
    window.ask("audit.focus.round()")
    yield from focus.settle(window)


def _lost(window: Window, fault: str, elements: Iterable[Element]) -> Iterator[Finding]:
    message, hint = FAULTS[fault]
    for element in elements:
        yield window.find(RULE, element, f"{element['name']} {message}", hint, CRITERION)
