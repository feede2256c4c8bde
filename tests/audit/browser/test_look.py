"""Whole pages through the whole machine: processes, browsers, views; and pictures of what was found."""

from __future__ import annotations

import struct
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from cyhoeddi.audit.browser.look import look
from cyhoeddi.audit.browser.pictures import take
from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.site import Site
from cyhoeddi.audit.target import served
from tests.audit.browser.conftest import CLEAN, MODULES, STYLE

CONTROLS = """<p>Words <a href="/about/">about bees</a>.</p>
<details><summary>More</summary><p>Bees dance.</p></details>
<form action="/find/"><p><label>Find <input name="q"></label> <button>Go</button></p></form>"""

PRINT = "@media print { details::details-content { content-visibility: visible } }"

PAGES = {
    "good": (CONTROLS, f"<style>{PRINT}</style>"),
    "pale": ('<p id="it" style="color: #777">Pale words</p>', ""),
    "asking": ('<img alt="A bee" src="https://bees.example/bee.png"><img alt="" src="/gone.png">', ""),
    "failing": ("<p>Words</p>", "<script>console.error('No honey'); throw new Error('No bees')</script>"),
    "forbidden": (
        "<p>Words</p>",
        "<meta http-equiv='Content-Security-Policy' content=\"script-src 'none'\"><script>1</script>",
    ),
    "hanging": (
        "<p>Words</p>",
        "<script>addEventListener('load', () => setTimeout(() => { for (;;); }))</script>",
    ),
    "elsewhere": ("", '<meta http-equiv="refresh" content="0; url=/good.html">'),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("site")
    (folder / "style.css").write_text(STYLE, encoding="utf-8")
    for name, (main, head) in PAGES.items():
        html = CLEAN.replace("{main}", main).replace("{head}", head)
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
    return Site(folder, "")


@pytest.fixture(scope="module")
def found(site: Site) -> dict[str, list[Finding]]:
    with served(site.folder) as host:
        here = Site(site.folder, host)
        pages = [page for page in here.pages if page.address != "/hanging.html"]
        return dict(look(here, pages, jobs=2, modules=MODULES))


def messages(findings: list[Finding], rule: str = "console") -> str:
    return "\n".join(one.message for one in findings if one.rule == rule)


def test_a_good_page_has_no_findings_and_one_that_leads_on_is_not_looked_at(
    found: dict[str, list[Finding]],
) -> None:
    assert found["/good.html"] == []
    assert found["/elsewhere.html"] == []


def test_a_fault_is_told_once_in_the_first_view_that_has_it(found: dict[str, list[Finding]]) -> None:
    pale = [one for one in found["/pale.html"] if one.rule == "axe:color-contrast"]
    assert [(one.selector, one.view) for one in pale] == [("#it", "1280 px")]


def test_what_a_page_asks_of_others_or_in_vain_is_found(found: dict[str, list[Finding]]) -> None:
    told = messages(found["/asking.html"])
    assert "asks another host for https://bees.example/bee.png" in told
    assert "/gone.png answers 404" in told


def test_what_the_browser_says_is_found(found: dict[str, list[Finding]]) -> None:
    assert "No honey" in messages(found["/failing.html"])
    assert "a script fails: No bees" in messages(found["/failing.html"])
    assert "Content Security Policy" in messages(found["/forbidden.html"])


def test_a_page_that_hangs_is_found(site: Site) -> None:
    with served(site.folder) as host:
        here = Site(site.folder, host)
        pages = [here.by_address["/hanging.html"]]
        ((address, findings),) = look(here, pages, jobs=1, modules=MODULES, patience=5)
    assert address == "/hanging.html"
    assert "could not be looked at: the browser had not finished after 5 seconds" in messages(findings)


def test_a_picture_shows_the_element_in_its_view(
    site: Site, found: dict[str, list[Finding]], tmp_path: Path
) -> None:
    pale = next(one for one in found["/pale.html"] if one.selector == "#it")
    lost = Finding("console", "/pale.html", "message", "hint.")
    # A process has one playwright, and here that is the tests'.
    with served(site.folder) as host, ProcessPoolExecutor(1, get_context("spawn")) as process:
        taken = process.submit(take, Site(site.folder, host), [pale, lost], tmp_path).result()
    assert list(taken) == [pale]
    width, height = struct.unpack(">II", taken[pale].read_bytes()[16:24])
    assert 320 <= width <= 1280
    assert 160 <= height <= 800
