from __future__ import annotations

import pytest

from cyhoeddi.audit.browser import reflow, text_spacing
from tests.audit.browser.conftest import Open

HEADS = "".join(f"<th scope='col'>Honeycombs{n}</th>" for n in range(9))
TABLE = f"<table><caption>Hives</caption><tr>{HEADS}</tr></table>"
NAMED = '<div role="region" aria-label="Hives" tabindex="0" style="overflow-x: auto">%s</div>'

LINE = '<p id="it" style="%s">Many words that stand side by side in a line of their own</p>'
NARROW = "width: 90px; overflow: hidden; white-space: nowrap"
FIXED = '<div style="height: 27px; width: 150px">Many words that need three lines of room</div>'
UNSEEN = "position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0)"


@pytest.mark.parametrize(
    ("main", "message"),
    [
        (LINE % "width: 500px", "stands out of a page of 320 pixels"),
        (TABLE.replace("<table>", '<table id="it">'), "scrolls sideways"),
        (LINE % NARROW, "cut off"),
        (LINE % f"{NARROW}; text-overflow: ellipsis", "cut off"),
        (LINE % "height: 20px; overflow: hidden", "cut off"),
        (LINE % "overflow-x: auto; white-space: nowrap", "sideways"),
        (FIXED + '<p id="it">Words that stand below</p>', "lie over each other"),
    ],
)
def test_what_does_not_fit_a_narrow_page_is_found(main: str, message: str, open_page: Open) -> None:
    found = list(reflow.probe(open_page(main, view="320 px")))
    assert found
    assert {one.rule for one in found} == {"reflow"}
    assert any(message in one.message for one in found)
    assert any("#it" in one.selector for one in found)


@pytest.mark.parametrize(
    "main",
    [
        "",
        NAMED % TABLE,
        f'<p><span style="{UNSEEN}">Hidden</span></p>',
        '<div style="overflow: hidden; height: 40px"><p style="margin: 0">Short</p></div>',
        '<p style="position: fixed; bottom: auto; top: 150px; margin: 0">Words that stay</p>',
        '<svg width="90" height="40"><text y="20">One</text><text y="22">Two</text></svg>',
        "<p><ruby>Bees<rt>apis</rt></ruby> make <sup>1</sup> honey<br><small>and wax</small></p>",
    ],
)
def test_what_fits_or_scrolls_by_itself_is_not_found(main: str, open_page: Open) -> None:
    window = open_page(main, view="320 px")
    assert list(reflow.probe(window)) == []
    assert window.page.viewport_size == {"width": 320, "height": 640}


@pytest.mark.parametrize(
    ("main", "message"),
    [
        (
            '<p id="it" style="height: 27px; overflow: hidden; width: 240px">Words that just fit a line</p>',
            "cuts off",
        ),
        (
            '<div style="height: 27px; width: 260px">Words that just fit on a line</div>'
            '<div id="it">Below it stand words</div>',
            "lies over",
        ),
    ],
)
def test_what_breaks_when_the_text_is_spaced_out_is_found(main: str, message: str, open_page: Open) -> None:
    (one,) = text_spacing.probe(open_page(main))
    assert (one.rule, one.selector, one.criterion) == ("text-spacing", "#it", "1.4.12")
    assert message in one.message


def test_text_that_can_be_spaced_out_is_not_found_and_left_as_it_was(open_page: Open) -> None:
    window = open_page('<p>Words <a href="/a/">and links</a></p>' + TABLE)
    height = window.page.evaluate("document.body.scrollHeight")
    assert list(text_spacing.probe(window)) == []
    assert window.page.evaluate("document.body.scrollHeight") == height
