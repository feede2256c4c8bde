"""axe-core on every page: every WCAG 2.2 A and AA rule and every best practice, nothing left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page as Window

from tests.conftest import PROJECT
from tests.site.built import Site
from tests.site.conftest import WIDTHS, Open

AXE = PROJECT / "node_modules" / "axe-core" / "axe.min.js"

TAGS = [f"wcag{version}{level}" for version in ("2", "21", "22") for level in ("a", "aa")] + ["best-practice"]

RUN = (Path(__file__).parent / "accessibility.js").read_text(encoding="utf-8")

ALL = "a, button, summary, input, select"
# The skip link in focus lies over the header, so it and the rest can't be looked at together.
STATES = [
    ("hover", ALL),
    ("active", ALL),
    ("focus", ".skip-link"),
    ("focus", ALL.replace("a,", "a:not(.skip-link),")),
]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["en", "cy"])
def test_axe_finds_nothing_on_any_page(site: Site, open_window: Open, width: int, language: str) -> None:
    window = open_window(width)
    window.context.add_init_script(path=AXE)
    findings = []
    for page in site.pages:
        if page.language == language and not page.is_redirect:
            window.goto(page.address)
            findings += [f"{page.address}: {one}" for one in _axe(window)]
    assert not findings, "\n".join(findings)


@pytest.mark.parametrize(("state", "controls"), STATES)
def test_text_keeps_its_contrast_under_the_pointer_and_in_focus(
    site: Site, open_window: Open, state: str, controls: str
) -> None:
    window = open_window(1280)
    window.context.add_init_script(path=AXE)
    findings = []
    for page in site.examples():
        window.goto(page.address)
        _force(window, controls, state)
        # Many in focus at once cover each other, which axe-core leaves to a person; in life there is one.
        findings += [f"{page.address}: {one}" for one in _axe(window) if not one.startswith("to be decided")]
    assert not findings, "\n".join(findings)


def _axe(window: Window) -> list[str]:
    result = window.evaluate(RUN, TAGS)
    assert result["passed"] > 10, "axe-core did not run"
    return list(result["findings"])


def _force(window: Window, controls: str, state: str) -> None:
    """Make everything that the selector *controls* names look as it does in *state*."""
    devtools = window.context.new_cdp_session(window)
    devtools.send("DOM.enable")
    devtools.send("CSS.enable")
    root = devtools.send("DOM.getDocument")["root"]["nodeId"]
    query = {"nodeId": root, "selector": controls}
    states = [state, "focus-visible"] if state == "focus" else [state]
    for node in devtools.send("DOM.querySelectorAll", query)["nodeIds"]:
        devtools.send("CSS.forcePseudoState", {"nodeId": node, "forcedPseudoClasses": states})
