"""Readers may space out the text as WCAG 1.4.12 says, and nothing is cut off or lies over other words."""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.audit.browser.window import Window
from cyhoeddi.audit.finding import Finding

RULE = "text-spacing"
CRITERION = "1.4.12"

SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }
"""


def probe(window: Window) -> Iterator[Finding]:
    """Yield what the spacing breaks; the page is left as it was."""
    for element in window.run("text_spacing", SPACING):
        if element["fault"] == "cut":
            message = f"{element['name']} cuts off its words when the text is spaced out"
        else:
            message = f"{element['name']} lies over {element['other']} when the text is spaced out"
        hint = "Let the box grow with its words: no fixed height, and line heights without units."
        yield window.find(RULE, element, message, hint, CRITERION)
