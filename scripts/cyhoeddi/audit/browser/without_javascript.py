"""With JavaScript off a reader is given the same words, links and pictures, and no dead control."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cyhoeddi.audit.browser.window import Window
from cyhoeddi.audit.finding import Finding

RULE = "without-javascript"

HINT = "Put it into the HTML; let scripts only add to what works without them."

KINDS = (
    ("words", "“{}” is only there with JavaScript"),
    ("links", "the link to {} is only there with JavaScript"),
    ("pictures", "the picture {} is only there with JavaScript"),
)
"""What is compared, and the message about what is missing."""

Given = dict[str, list[dict[str, Any]]]


def given(window: Window) -> Given:
    """Tell what the page gives its reader as it stands."""
    answer: Given = window.run("without_javascript")
    return answer


def compare(with_scripts: Given, window: Window) -> Iterator[Finding]:
    """Yield what the page in *window*, where no script runs, lacks of what it gives *with_scripts*."""
    without = given(window)
    for kind, message in KINDS:
        there = {element["value"] for element in without[kind]}
        for element in with_scripts[kind]:
            if element["value"] not in there:
                there.add(element["value"])
                yield window.find(
                    RULE, element, message.format(element["value"][:80]), HINT, state="no JavaScript"
                )
    for element in without["dead"]:
        yield window.find(
            RULE,
            element,
            f"{element['name']} does nothing without JavaScript",
            "Make it a link, a <details> or part of a form, or let the script that serves it show it.",
            state="no JavaScript",
        )
