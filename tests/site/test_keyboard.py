"""A walk with the Tab key, down every kind of page and back up, as someone without a mouse goes."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page as Window
from playwright.sync_api import expect

from tests.site.built import Site
from tests.site.conftest import WIDTHS, Open

PROBE = (Path(__file__).parent / "keyboard.js").read_text(encoding="utf-8")

Step = dict[str, Any]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["en", "cy"])
def test_tab_reaches_every_control_in_order_visibly_and_on_screen(
    site: Site, open_window: Open, width: int, language: str
) -> None:
    window = open_window(width)
    findings = []
    for page in site.examples():
        if page.language == language:
            for opened in (False, True):
                window.goto(page.address)
                window.evaluate(
                    "open => document.querySelectorAll('details').forEach(one => one.open = open)", opened
                )
                findings += [f"{page.address}: {one}" for one in _walk_down_and_up(window)]
    assert not findings, "\n".join(dict.fromkeys(findings))


@pytest.mark.parametrize("width", WIDTHS)
def test_the_skip_link_comes_first_and_leads_to_the_main_content(
    site: Site, open_window: Open, width: int
) -> None:
    window = open_window(width)
    for page in site.examples():
        window.goto(page.address)
        window.keyboard.press("Tab")
        assert window.evaluate("document.activeElement.getAttribute('href')?.startsWith('#')"), page.address
        assert window.evaluate("document.activeElement.getBoundingClientRect().top >= 0"), page.address
        window.keyboard.press("Enter")
        target = window.evaluate("document.querySelector(location.hash)?.closest('main')?.tagName")
        assert target == "MAIN", page.address
        window.keyboard.press("Tab")
        before_main = (
            "document.querySelector('main').compareDocumentPosition(document.activeElement)"
            " & Node.DOCUMENT_POSITION_PRECEDING"
        )
        assert not window.evaluate(before_main), page.address


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_every_disclosure_opens_and_closes_by_key(site: Site, open_window: Open, key: str) -> None:
    window = open_window(320)
    seen = 0
    for page in site.examples():
        window.goto(page.address)
        for summary in window.locator("summary:visible").all():
            state = "summary => summary.parentElement.open"
            was_open = summary.evaluate(state)
            summary.focus()
            for expected in (not was_open, was_open):
                window.keyboard.press(key)
                assert summary.evaluate(state) == expected, (page.address, summary.inner_text())
            seen += 1
    assert seen


def test_every_list_filter_is_reached_and_leads_on_by_keyboard_alone(open_window: Open) -> None:
    window = open_window(320)
    window.goto("/en/publications/")
    summary = window.locator("main summary:visible").first
    summary.focus()
    if not summary.evaluate("summary => summary.parentElement.open"):
        window.keyboard.press("Enter")
    window.keyboard.press("Tab")
    window.keyboard.press("Tab")
    target = window.evaluate("document.activeElement.href")
    window.keyboard.press("Enter")
    window.wait_for_url(target)
    expect(window.locator("main h1")).to_be_visible()


def _walk_down_and_up(window: Window) -> list[str]:
    window.evaluate(PROBE)
    expected = window.evaluate("walk.expected")
    down = _walk(window, "Tab", len(expected))
    window.evaluate("walk.toEnd()")
    up = [window.evaluate("walk.step()"), *_walk(window, "Shift+Tab", len(expected))]
    findings = [f"{step['name']} {finding}" for step in [*down, *up] for finding in step["findings"]]
    if [step["index"] for step in down] != list(range(len(expected))):
        reached = [step["name"] for step in down]
        findings.append(f"Tab goes {' > '.join(reached)}; the page has {' > '.join(expected)}")
    if [step["index"] for step in up] != list(reversed(range(len(expected)))):
        findings.append(f"Shift+Tab goes {' > '.join(step['name'] for step in up)}")
    return findings + [
        f"{after['name']} comes after {before['name']} but stands above it"
        for before, after in pairwise(down)
        if after["bottom"] <= before["top"] and after["left"] < before["right"]
    ]


def _walk(window: Window, key: str, count: int) -> list[Step]:
    """Press *key* until the focus leaves the page, or begins again at the other end, as some browsers do.

    Who has pressed it twice as often as there are controls is in a trap.
    """
    steps: list[Step] = []
    end = 0 if key == "Tab" else count - 1
    for _ in range(2 * count + 2):
        window.keyboard.press(key)
        step: Step = window.evaluate("walk.step()")
        has_left = step["index"] == -1 and not step["findings"]
        if has_left or (step["index"] == end and len(steps) >= count - 1):
            return steps
        steps.append(step)
    return steps
