"""At 320 pixels, which is also 1280 at 400% zoom, nothing is cut off and nobody scrolls sideways."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.built import Site
from tests.site.conftest import Open

SPACING = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [sheet];
}"""

FINDINGS = (Path(__file__).parent / "reflow.js").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("height", "spaced"), [(640, False), (256, True)], ids=["as designed", "text spaced out"]
)
def test_every_page_fits_320_pixels(site: Site, open_window: Open, height: int, spaced: bool) -> None:
    window = open_window(320, height)
    findings = []
    for page in site.pages:
        if not page.is_redirect:
            window.goto(page.address)
            if spaced:
                window.evaluate(SPACING)
            findings += [f"{page.address}: {one}" for one in window.evaluate(FINDINGS)]
    assert not findings, "\n".join(findings)


def test_text_of_twice_the_size_still_fits(site: Site, open_window: Open) -> None:
    window = open_window(1280)
    findings = []
    for page in site.examples():
        window.goto(page.address)
        window.evaluate("document.documentElement.style.fontSize = '200%'")
        findings += [f"{page.address}: {one}" for one in window.evaluate(FINDINGS)]
    assert not findings, "\n".join(findings)
