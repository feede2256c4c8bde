"""What a page costs before its content: under 60 kB, style sheet, scripts and icons included."""

from __future__ import annotations

from tests.site.built import Page, Site

LIMIT = 60_000


def test_the_furniture_of_every_page_weighs_under_60_kilobytes(site: Site) -> None:
    heavy = {page.address: size for page in site.pages if (size := _furniture(site, page)) >= LIMIT}
    assert heavy == {}


def test_there_is_one_style_sheet_and_no_font(site: Site) -> None:
    assert len(list(site.folder.rglob("*.css"))) == 1
    assert not [
        file for file in site.folder.rglob("*") if file.suffix in {".woff", ".woff2", ".ttf", ".otf", ".eot"}
    ]


def _furniture(site: Site, page: Page) -> int:
    before, _, rest = page.html.partition("<main")
    after = rest.rpartition("</main>")[2]
    links = [
        element.attributes.get("href") or element.attributes.get("src", "")
        for element in page.elements
        if (element.tag == "link" and element.attributes.get("rel") in {"stylesheet", "icon", "preload"})
        or (element.tag in {"script", "img"} and "src" in element.attributes and "main" not in element.inside)
    ]
    files = {site.file(target) for link in links if (target := site.target(page, link))}
    return len((before + after).encode()) + sum(file.stat().st_size for file in files if file)
