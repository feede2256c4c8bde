"""Controls without words keep in forced colours what is drawn on them.

A background is painted over there, so a sign that is a background, or a background seen through a mask, is
gone; one in a colour of its own may have the colour of the ground. No style sheet tells it all: what the
control looks like is compared with what it looks like when its drawing is taken away.
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.audit.browser.pixels import change
from cyhoeddi.audit.browser.views import View
from cyhoeddi.audit.browser.window import Element, Window

LEAST = 8
"""Pixels of a contrast of 3:1 that make a drawing; a dot is none."""

LARGEST = 100
"""CSS pixels; a picture that is wider and higher is no sign."""


def lost(window: Window, light: View) -> Iterator[Element]:
    """Yield the controls whose drawing is to be seen in *light*, and not as the window is now."""
    here = window.view
    alike = window.run("drawings", LARGEST)
    suspects = {kind: at for at, kind in enumerate(alike)}
    suspects = {kind: at for kind, at in suspects.items() if not _shows(window, at)}
    if suspects:
        window.show(light)
        suspects = {kind: at for kind, at in suspects.items() if _shows(window, at)}
        window.show(here)
    for at, kind in enumerate(alike):
        if kind in suspects:
            yield window.ask(f"audit.drawings.about({at})")


def _shows(window: Window, at: int) -> bool:
    area = window.ask(f"audit.drawings.show({at})")
    if area is None:
        return False
    differs = change(window, area, "audit.drawings.restore()", f"audit.drawings.hide({at})")
    window.ask("audit.drawings.restore()")
    return differs.strong >= LEAST
