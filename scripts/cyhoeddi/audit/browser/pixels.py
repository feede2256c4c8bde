"""What a change on the page changes on the screen: pictures of a part of it, compared pixel by pixel."""

from __future__ import annotations

from base64 import b64encode
from typing import Any, NamedTuple, TypedDict

from cyhoeddi.audit.browser.window import Window

TRIES = 4
"""Pairs of pictures taken at most until two in a row are the same: what a busy machine shows may be a moment
old, and something else on the page may change meanwhile, such as a picture that comes late."""


class Area(TypedDict):
    """A part of the window, in CSS pixels."""

    x: float
    y: float
    width: float
    height: float


class Change(NamedTuple):
    """How many pixels show something new, and not the ground that was there before."""

    changed: int
    strong: int
    """Those of them with a contrast of 3:1 to what was there."""


def change(window: Window, area: Area, do: str, undo: str) -> Change:
    """Tell what *do* changes in the *area* and *undo* changes back: two expressions for page.js.

    Either may be done twice in a row; in the end it is undone.
    """
    pair: tuple[str, str] | None = None
    for _ in range(TRIES):
        window.ask(do)
        done = _picture(window, area)
        window.ask(undo)
        before, pair = pair, (_picture(window, area), done)
        if pair == before:
            break
    told: dict[str, Any] = window.run("pixels", pair)
    return Change(told["changed"], told["strong"])


def _picture(window: Window, area: Area) -> str:
    """Give a PNG in base64."""
    window.ask("audit.painted()")
    return b64encode(window.page.screenshot(clip=area)).decode()
