"""axe-core: every WCAG 2.2 rule and every best practice, those that are off by default included.

One rule is left out: 7:1 for the contrast of text (1.4.6, level AAA), which the colours that GOV.WALES
prescribes, and its sites must wear, do not have. A failure of level AAA, which the law does not ask for, is a
warning; so is what axe-core leaves to a person, unless measuring has decided it (axe.js says how).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from cyhoeddi.audit.browser.window import Element, Window
from cyhoeddi.audit.finding import Finding
from cyhoeddi.problems import Level

SCRIPT = "axe-core/axe.min.js"

TAGS = [
    *(f"wcag{version}{level}" for version, level in product(("2", "21", "22"), ("a", "aa", "aaa"))),
    "best-practice",
]
PRESCRIBED = "color-contrast-enhanced"
_BEYOND_THE_LAW = re.compile(r"wcag\d+aaa$")

_CRITERION = re.compile(r"wcag(\d)(\d)(\d+)$")


def probe(window: Window) -> Iterator[Finding]:
    """Yield what axe-core says of the page as it stands; it has been borrowed before."""
    said = window.run("axe", {"tags": TAGS, "without": PRESCRIBED})
    if not said["ran"]:
        raise RuntimeError("axe-core passed nothing: it did not run")
    for element in said["wrong"]:
        is_beyond = any(map(_BEYOND_THE_LAW.match, element["tags"]))
        yield _finding(window, element, "", Level.WARNING if is_beyond else Level.ERROR)
    for element in said["open"]:
        yield _finding(window, element, "A person has to decide: ", Level.WARNING)


def criterion(tags: list[str]) -> str:
    """Give the success criterion among axe-core's *tags*: wcag143 is 1.4.3; best practices have none."""
    found = (_CRITERION.match(tag) for tag in tags)
    return next((".".join(match.groups()) for match in found if match), "")


def _finding(window: Window, element: Element, before: str, level: Level) -> Finding:
    message = before + (" ".join(dict.fromkeys(element["messages"])) or element["help"])
    hint = element["help"].rstrip(".") + "."
    return window.find(
        f"axe:{element['rule']}", element, message, hint, criterion(element["tags"]), level=level
    )
