"""On paper, in forced colours and with less motion."""

from __future__ import annotations

import re

from tests.site.built import Site
from tests.site.conftest import Open

NOT_ON_PAPER = (
    "header a[hreflang]:not(.header__name, main *)",
    "nav:not(main *)",
    "footer",
    "details summary:not(main *)",
    "header form",
    "a[href^='#main']",
)


FOCUS = """() => {
    const style = getComputedStyle(document.activeElement);
    return { kind: style.outlineStyle, width: parseFloat(style.outlineWidth) };
}"""


def test_paper_shows_the_content_and_no_furniture(site: Site, open_window: Open) -> None:
    window = open_window(1280)
    window.emulate_media(media="print")
    for page in site.examples():
        window.goto(page.address)
        assert window.locator("main h1").first.is_visible(), page.address
        for selector in NOT_ON_PAPER:
            shown = [one.inner_text() for one in window.locator(f"{selector}").all() if one.is_visible()]
            assert not shown, (page.address, selector, shown)


def test_paper_is_a4_with_the_margins_of_the_house(site: Site) -> None:
    (sheet,) = site.folder.rglob("*.css")
    (page,) = re.findall(r"@page\s*\{([^}]*)\}", sheet.read_text(encoding="utf-8"))
    assert re.search(r"size:\s*A4\b", page)
    assert re.search(r"margin:\s*25mm 20mm 40mm( 20mm)?\s*(;|$)", page.strip())


def test_focus_shows_in_forced_colours(site: Site, open_window: Open) -> None:
    window = open_window(320, forced_colors="active")
    for page in site.examples():
        window.goto(page.address)
        for _ in range(3):
            window.keyboard.press("Tab")
            style = window.evaluate(FOCUS)
            assert style["kind"] != "none", page.address
            assert style["width"] >= 2, page.address


def test_nothing_moves_for_those_who_asked_for_less_motion(site: Site, open_window: Open) -> None:
    window = open_window(1280)
    moves = """() => [...document.querySelectorAll("*")].filter((element) => {
        const style = getComputedStyle(element);
        const lasts = `${style.transitionDuration},${style.animationDuration}`.split(",").map(parseFloat);
        return Math.max(...lasts) > 0.01 || style.scrollBehavior === "smooth";
    }).map((element) => element.tagName)"""
    for page in site.examples():
        window.goto(page.address)
        assert window.evaluate(moves) == [], page.address
