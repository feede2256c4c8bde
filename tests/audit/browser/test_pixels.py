from __future__ import annotations

import pytest

from cyhoeddi.audit.browser.pixels import Area, Change, change
from tests.audit.browser.conftest import Open

AREA = Area(x=0, y=0, width=40, height=20)
POLICY = "<meta http-equiv='Content-Security-Policy' content=\"script-src 'none'; img-src 'none'\">"
SQUARE = (
    "<style>h1::after { content: ''; position: fixed; left: 0; top: 0; width: 10px; height: 5px }</style>"
)
DO, UNDO = "document.querySelector('h1').classList.add('on')", "document.querySelector('h1').className = ''"


@pytest.mark.parametrize(
    ("colour", "expected"), [("#000", Change(50, 50)), ("#eee", Change(50, 0)), ("#fff", Change(0, 0))]
)
def test_pixels_that_differ_are_counted_and_those_of_a_strong_contrast(
    colour: str, expected: Change, open_page: Open
) -> None:
    window = open_page(head=f"{POLICY}{SQUARE}<style>h1.on::after {{ background: {colour} }}</style>")
    assert change(window, AREA, DO, UNDO) == expected
    assert not window.ask("document.querySelector('h1').className")


LINE = (
    "h1::before { content: ''; position: fixed; left: 0; top: 2px; width: 40px; border-top: 1px solid red }"
)


def test_what_only_goes_does_not_count(open_page: Open) -> None:
    window = open_page(head=f"{SQUARE}<style>{LINE} h1.on::after {{ background: #fff }}</style>")
    assert change(window, AREA, DO, UNDO) == (0, 0)
    assert change(window, AREA, UNDO, DO) == (10, 10)


@pytest.mark.parametrize("milliseconds", [10, 60, 150])
def test_what_else_changes_meanwhile_does_not_count(milliseconds: int, open_page: Open) -> None:
    window = open_page(head=SQUARE)
    black = "document.body.style.background = '#000'"
    window.ask(f"setTimeout(() => {{ {black} }}, {milliseconds}), null")
    assert change(window, AREA, DO, UNDO) == (0, 0)
