"""IBM Equal Access: WCAG 2.2 and IBM's own requirements and recommendations, no rule switched off.

A failed requirement is an error, a failed recommendation a warning. What it calls potential or manual is no
finding: those are questions to a person that it asks of every page alike (is colour the only means, does the
focus show, is this line a heading), and either a probe of ours measures the answer or the guide to the checks
by hand asks it once.
"""

from __future__ import annotations

from collections.abc import Iterator

from cyhoeddi.audit.browser.window import Window
from cyhoeddi.audit.finding import Finding
from cyhoeddi.problems import Level

SCRIPT = "accessibility-checker-engine/ace.js"

POLICIES = ["IBM_Accessibility", "WCAG_2_2"]

BETTER_KNOWN = frozenset({"element_attribute_deprecated"})
"""Recommendations on the syntax of HTML, which the Nu checker judges by the standard of today: this one takes
a <meta http-equiv> with a security policy and an <ol start> for deprecated."""


def probe(window: Window) -> Iterator[Finding]:
    """Yield what Equal Access says of the page as it stands; it has been borrowed before."""
    said = window.run("equal_access", POLICIES)
    if not said["ran"]:
        raise RuntimeError("Equal Access said nothing: it did not run")
    for element in said["failed"]:
        is_required = element["policy"] == "VIOLATION"
        if is_required or element["rule"] not in BETTER_KNOWN:
            yield window.find(
                f"equal-access:{element['rule']}",
                element,
                element["message"],
                "Change this element so that the sentence is no longer true.",
                element["criterion"],
                level=Level.ERROR if is_required else Level.WARNING,
            )
