"""Whether a control that has the focus can be seen, and seen to have it.

The style sheet settles most (focus.js). Where it does not, because a parent, a neighbour or a drawing
changes, two pictures of the place are compared, with the focus and without.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from types import MappingProxyType

from cyhoeddi.audit.browser.pixels import change
from cyhoeddi.audit.browser.window import Element, Window
from cyhoeddi.audit.finding import Finding

VISIBLE, HIDDEN, OBSCURED = "focus-visible", "focus-hidden", "focus-obscured"

FAULTS: Mapping[str, tuple[str, str, str, str]] = MappingProxyType(
    {
        "unseen": (
            HIDDEN,
            "2.4.7",
            "takes the focus though it cannot be seen",
            "Take it out of the order of Tab while it is hidden (display: none or inert), or show it.",
        ),
        "unsaid": (
            HIDDEN,
            "4.1.2",
            "takes the focus though aria-hidden keeps it from screen readers",
            "Take away aria-hidden, or make what is hidden inert as well.",
        ),
        "off-screen": (
            HIDDEN,
            "2.4.7",
            "is outside the screen while it has the focus",
            "Bring it onto the screen when it takes the focus, or take it out of the order of Tab.",
        ),
        "obscured": (
            OBSCURED,
            "2.4.11",
            "is covered by other content while it has the focus",
            "Keep what stays on the screen off the control: scroll-padding makes room for a fixed header.",
        ),
    }
)
"""What focus.js calls a fault: rule, criterion, message after the name of the element, hint."""


class Shown(Enum):
    """How the focus shows on the screen."""

    NOT = "looks the same with and without the focus"
    FAINTLY = "shows the focus with a contrast of less than 3:1"
    CLEARLY = ""


def findings(window: Window, element: Element, faults: list[str]) -> Iterator[Finding]:
    """Yield the *faults* that focus.js saw in the *element* that has the focus."""
    for fault in faults:
        rule, criterion, message, hint = FAULTS[fault]
        yield window.find(rule, element, f"{element['name']} {message}", hint, criterion, state="in focus")


def settle(window: Window) -> Iterator[Finding]:
    """Yield those of the controls in doubt, since focus.js was run, whose focus does not show clearly."""
    known: dict[str, Shown] = {}
    for at, element in enumerate(window.ask("audit.focus.doubtful()")):
        alike = element["alike"]
        if alike not in known:
            known[alike] = _look(window, at)
        if known[alike] is not Shown.CLEARLY:
            yield window.find(
                VISIBLE,
                element,
                f"{element['name']} {known[alike].value}",
                "Give :focus-visible an outline of at least 2 pixels that stands out from what is around it.",
                "2.4.7" if known[alike] is Shown.NOT else "1.4.11",
                state="in focus",
            )


def _look(window: Window, at: int) -> Shown:
    area = window.ask(f"audit.focus.take({at})")
    if area is None:
        return Shown.NOT
    differs = change(window, area, f"audit.focus.take({at})", f"audit.focus.leave({at})")
    # A line under or round a control has at least a pixel for each of its sides' own; a dot is no sign.
    least = (area["width"] + area["height"]) / 4
    if differs.changed < least:
        return Shown.NOT
    return Shown.CLEARLY if differs.strong >= least else Shown.FAINTLY
