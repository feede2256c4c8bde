"""What answers a click can be reached with the keyboard as well.

Words that are no control are clicked if a script listens to them, or if the pointer says that they can be
clicked. If the page changes, or leads on, then only who has a mouse can use them. A script that listens to
all of the page, or counts clicks, changes nothing where there is no control.
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.audit.browser.disclosures import RULE
from cyhoeddi.audit.browser.window import Window
from cyhoeddi.audit.finding import Finding

CRITERION = "2.1.1"

KINDS = ("click", "pointerdown", "pointerup", "mousedown", "mouseup")
"""What a click is made of."""


def probe(window: Window) -> Iterator[Finding]:
    """Yield the words of the page as it stands that only a mouse can use."""
    window.overhear(KINDS)
    for element in window.run("mouse_only"):
        yield window.find(
            RULE,
            element,
            f"{element['name']} answers a click, but no key reaches it",
            "Make it a <button>, a link or a <summary>, which the keyboard uses without any script.",
            CRITERION,
        )
