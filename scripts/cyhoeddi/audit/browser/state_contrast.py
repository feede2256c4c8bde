"""Words keep their contrast under the pointer, in focus, pressed, and in links that have been visited.

All elements of a page are put into one state at a time: the selectors of its style sheets are rewritten so
that the rules for the state hold. (No script is told how a visited link looks, so there is no other way for
those.) Then axe-core measures. What it leaves to a person is no finding: many in focus at once cover each
other, and in life there is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from cyhoeddi.audit.browser.window import Window
from cyhoeddi.audit.finding import Finding

RULE = "state-contrast"
CRITERION = "1.4.3"

STATES: Mapping[str, str] = MappingProxyType(
    {"hover": "under the pointer", "active": "pressed", "focus": "in focus", "visited": "visited"}
)
"""Each state by its CSS name, and as findings tell it."""


def probe(window: Window) -> Iterator[Finding]:
    """Yield what is too pale in a state and is not at rest; axe.py has looked at the page before."""
    for state in STATES:
        yield from _measure(window, state, hidden=False)
    yield from _measure(window, "focus", hidden=True)


def _measure(window: Window, state: str, *, hidden: bool) -> Iterator[Finding]:
    for element in window.run("state_contrast", [state, hidden]):
        yield window.find(
            RULE,
            element,
            f"{element['name']} has a contrast of {element['contrastRatio']}:1 {STATES[state]}:"
            f" {element['fgColor']} on {element['bgColor']}",
            f"Choose colours for this state that have {element['expectedContrastRatio']} at least.",
            CRITERION,
            state=STATES[state],
        )
