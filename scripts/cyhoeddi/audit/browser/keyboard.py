"""A walk with the Tab key: everything is reached, in the order of the page, and left again.

No tool sees a trap. The walk presses Tab at most twice as often as there are controls, of which fields of
several parts and frames count for more: who is not through by then is in a trap.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Literal

from cyhoeddi.audit.browser import focus
from cyhoeddi.audit.browser.window import Window
from cyhoeddi.audit.finding import Finding

TRAP, ORDER = "keyboard-trap", "keyboard-order"

Key = Literal["Tab", "Shift+Tab"]
Step = dict[str, Any]


def probe(window: Window, key: Key) -> Iterator[Finding]:
    """Walk through the page as it stands and yield what went wrong on the way."""
    window.run("focus")
    start = window.run("keyboard")
    window.ask(f"audit.goTo({'start' if key == 'Tab' else 'end'!r})")
    steps, is_through = _walk(window, key, start["count"], start["patience"])
    for step in {step["number"]: step for step in steps if step["faults"]}.values():
        yield from focus.findings(window, step["about"], step["faults"])
    if not is_through:
        yield _trap(window, key)
        return
    yield from _unreached(window, steps, start["count"], key)
    if key == "Tab":
        yield from _out_of_order(window, steps)
        yield from _against_the_eye(window, steps)
    yield from focus.settle(window)


def _walk(window: Window, key: Key, count: int, patience: int) -> tuple[list[Step], bool]:
    """Press *key* until the focus leaves the page, or begins again after everything was reached."""
    steps: list[Step] = []
    for _ in range(patience):
        window.page.keyboard.press(key)
        step: Step | None = window.ask("audit.walk.step()")
        if step is None or (steps and step["number"] == 0):
            # Out at the end, or at the start again; but a script may fetch the focus back a moment later.
            step = window.ask("audit.later(audit.walk.step)")
        if step is None:
            return steps, True
        if steps and step["number"] == 0 and _reached(steps) >= count:
            return steps, True
        if not steps or step["number"] != steps[-1]["number"]:
            steps.append(step)
    return steps, False


def _reached(steps: list[Step]) -> int:
    return len({step["index"] for step in steps} - {-1})


def _trap(window: Window, key: Key) -> Finding:
    element = window.ask("audit.describe(document.activeElement ?? document.body)")
    return window.find(
        TRAP,
        element,
        f"{key} does not lead out of {element['name']}",
        "Let Tab and Shift+Tab move the focus on; do not set it back from a script.",
        "2.1.2",
        state="in focus",
    )


def _unreached(window: Window, steps: list[Step], count: int, key: Key) -> Iterator[Finding]:
    reached = {step["index"] for step in steps}
    groups = {window.ask(f"audit.walk.group({index})") for index in reached - {-1}} - {None}
    for index in range(count):
        if index not in reached and window.ask(f"audit.walk.group({index})") not in groups:
            element = window.ask(f"audit.walk.about({index})")
            yield window.find(
                ORDER,
                element,
                f"{key} never reaches {element['name']}",
                "Make it a link or a button of HTML, and let no script take the focus past it.",
                "2.1.1",
            )


def _out_of_order(window: Window, steps: list[Step]) -> Iterator[Finding]:
    listed = [step["index"] for step in steps if step["index"] >= 0]
    for before, after in pairwise(listed):
        if after < before:
            element = window.ask(f"audit.walk.about({before})")
            yield window.find(
                ORDER,
                element,
                f"{element['name']} takes the focus before what comes earlier on the page",
                "Take away the positive tabindex and let the order of the HTML be that of the page.",
                "2.4.3",
                state="in focus",
            )


def _against_the_eye(window: Window, steps: list[Step]) -> Iterator[Finding]:
    for before, after in pairwise(step for step in steps if not step["floats"] and not step["faults"]):
        if after["index"] > before["index"] >= 0 and _stands_before(after, before):
            element = window.ask(f"audit.walk.about({after['index']})")
            earlier = window.ask(f"audit.walk.about({before['index']})")
            yield window.find(
                ORDER,
                element,
                f"{element['name']} takes the focus after {earlier['name']} but stands before it",
                "Let the HTML have the order that the page shows: CSS should not turn it round.",
                "2.4.3",
                state="in focus",
            )


def _stands_before(one: Step, other: Step) -> bool:
    """Whether *one* stands above *other*, or beside it on the side where reading begins."""
    if other["is_right_to_left"]:
        is_beyond, overlaps = one["left"] >= other["right"], one["right"] > other["left"]
    else:
        is_beyond, overlaps = one["right"] <= other["left"], one["left"] < other["right"]
    height = min(one["bottom"] - one["top"], other["bottom"] - other["top"])
    shared = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    is_above = one["bottom"] <= other["top"] and overlaps
    return bool(is_above or (is_beyond and shared > height / 2))
