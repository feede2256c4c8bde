from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from cyhoeddi.audit.browser import forced_colours, motion, paper
from cyhoeddi.audit.browser.views import VIEWS, View
from cyhoeddi.audit.browser.window import Window, opened
from tests.audit.browser.conftest import MODULES, Open, write_page

VIEW = {view.name: view for view in VIEWS}
BUTTON = '<form action="/a/"><p><button id="it">Send</button></p></form>'


def restless(browser: Browser, host: str, folder: Path, head: str, main: str = "") -> list[str]:
    """Give what motion.py says of a page that has not been stilled."""
    view: View = VIEW["320 px, reduced motion"]
    with opened(browser, host, view) as page:
        address = write_page(folder, f'<p id="it">Words</p>{main}', f"<style>{head}</style>")
        page.goto(address)
        return [one.message for one in motion.probe(Window(page, address, view, MODULES))]


TURN = "@keyframes turn { to { opacity: 0.9 } } #it { animation: turn 3s infinite }"


@pytest.mark.parametrize(
    ("css", "message"),
    [
        (TURN, "is animated"),
        (TURN.replace("#it", "#it::before") + "#it::before { content: 'x' }", "is animated"),
        ("#it { transition: color 0.2s }", "changes bit by bit"),
        ("html { scroll-behavior: smooth }", "scrolls smoothly"),
    ],
)
def test_what_moves_is_found(css: str, message: str, browser: Browser, host: str, folder: Path) -> None:
    assert [message in one for one in restless(browser, host, folder, css)] == [True]


def test_what_moves_for_others_alone_is_not_found(browser: Browser, host: str, folder: Path) -> None:
    css = f"@media (prefers-reduced-motion: no-preference) {{ {TURN} html {{ scroll-behavior: smooth }} }}"
    assert restless(browser, host, folder, css) == []
    assert restless(browser, host, folder, "#it { transition: color 0.01ms }") == []


def in_forced_colours(window: Window) -> list[tuple[str, str]]:
    forced_colours.remember(window)
    window.show(VIEW["1280 px, forced colours"])
    return [(one.rule, one.selector) for one in forced_colours.probe(window, VIEW["1280 px"])]


FLAT = "#it { border: 1px solid #000; background: #eee }"

ICON = """<p><a id="it" href="/a/" aria-label="Bee"><svg width="30" height="30"><circle cx="15" cy="15" r="9"
fill="#111"/></svg></a></p>"""

SIGN = '<p><button type="button" id="it" aria-label="Print"></button></p>'
BARE = "#it { width: 44px; height: 44px; padding: 10px; border: 0; background: none }"
FRAMED = BARE.replace("border: 0", "border: 1px solid #000")
BEFORE = "#it::before { content: ''; display: block; width: 24px; height: 24px; background: #000 }"
DRAWN = (
    "url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'%3E"
    "%3Cpath d='M1 1h7v7H1z' fill='COLOUR'/%3E%3C/svg%3E\")"
)
BLACK, GREY = DRAWN.replace("COLOUR", "black"), DRAWN.replace("COLOUR", "gray")
BARS = SIGN.replace("></button>", "><span></span><span></span></button>")
BARS_STYLE = "#it span { display: block; height: 4px; margin: 4px; background: #000 }"


@pytest.mark.parametrize(
    ("main", "css", "rule"),
    [
        (SIGN, BARE + BEFORE, "forced-colours"),
        (SIGN, FRAMED + BEFORE, "forced-colours"),
        (SIGN, f"{BARE} {BEFORE} #it::before {{ mask: {BLACK} }}", "forced-colours"),
        (SIGN, f"{BARE} #it {{ background: #000; mask: {BLACK} center / 24px no-repeat }}", "forced-colours"),
        (SIGN, f"{FRAMED} #it {{ background: {BLACK} center / 24px no-repeat }}", "forced-colours"),
        (BARS, FRAMED + BARS_STYLE, "forced-colours"),
        (BUTTON, "#it { border: 0; background: #0360a6; color: #fff; padding: 6px }", "forced-colours"),
        (BUTTON, "#it { border: 0; box-shadow: 0 0 0 1px #000 }", "forced-colours"),
        (ICON, "", "forced-colours"),
        (
            BUTTON,
            FLAT + "#it:focus { outline: none; background: #000 }",
            "focus-visible",
        ),
        (BUTTON, FLAT + "#it:focus { outline: none; box-shadow: 0 0 0 3px #000 }", "focus-visible"),
    ],
)
def test_what_forced_colours_take_away_is_found(main: str, css: str, rule: str, open_page: Open) -> None:
    window = open_page(main, head=f"<style>{css}</style>")
    window.page.keyboard.press("Tab")
    assert in_forced_colours(window) == [(rule, "#it")]


@pytest.mark.parametrize(
    ("main", "css"),
    [
        (BUTTON, ""),
        (BUTTON, "#it { border: 1px solid transparent; background: #0360a6; color: #fff }"),
        (ICON.replace("#111", "currentColor"), ""),
        (SIGN, FRAMED),
        (SIGN, f"{FRAMED} #it {{ background: {GREY} center / 24px no-repeat }}"),
        (SIGN, FRAMED + BEFORE.replace("background: #000", "border-bottom: 3px solid")),
        (SIGN, FRAMED + BEFORE.replace("background: #000", "background: #888; forced-color-adjust: none")),
        (SIGN, FRAMED + "#it::before { content: '×'; font-size: 24px }"),
        (BARS, FRAMED + BARS_STYLE + "#it span { border-top: 4px solid; height: 0 }"),
        ('<p><a href="/a/"><img id="it" alt="A bee" src="/gone.png" width="200" height="150"></a></p>', ""),
        ("<details><summary>More</summary><p>Words</p></details>", "summary { background: #eee }"),
    ],
)
def test_what_forced_colours_keep_is_not_found(main: str, css: str, open_page: Open) -> None:
    window = open_page(main, head=f"<style>{css}</style>")
    window.page.keyboard.press("Tab")
    assert in_forced_colours(window) == []


WIDE = '<div style="overflow-x: auto" id="it"><p style="width: 900px">' + "Wide words " * 12 + "</p></div>"


@pytest.mark.parametrize(
    ("main", "css", "message"),
    [
        ('<p id="it">Words</p>', "@media print { #it { display: none } }", "not on paper"),
        ('<details id="it"><summary>More</summary><p>Words</p></details>', "", "closed on paper"),
        (WIDE, "", "cut off on paper"),
        ('<p id="it">Words</p>', "#it { position: fixed; top: 0 }", "every sheet"),
    ],
)
def test_what_paper_loses_is_found(main: str, css: str, message: str, open_page: Open) -> None:
    (one,) = paper.probe(open_page(main, head=f"<style>{css}</style>"), VIEW["1280 px, print"])
    assert (one.rule, one.selector, one.view) == ("print", "#it", "1280 px, print")
    assert message in one.message


@pytest.mark.parametrize(
    ("main", "css"),
    [
        ("<p>Words</p>", "@media print { header, footer { display: none } }"),
        ("<nav aria-label='More'><p>Words</p></nav>", "@media print { nav { display: none } }"),
        (
            "<details><summary>More</summary><p>Words</p></details>",
            "@media print { details::details-content { content-visibility: visible } }",
        ),
        (WIDE, "@media print { #it { overflow: visible !important } #it p { width: auto !important } }"),
    ],
)
def test_furniture_may_be_left_out_on_paper(main: str, css: str, open_page: Open) -> None:
    window = open_page(main, head=f"<style>{css}</style>")
    assert list(paper.probe(window, VIEW["1280 px, print"])) == []
    assert window.view == VIEW["1280 px"]
