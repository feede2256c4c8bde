"""Everything works with JavaScript off: the same words, and every control a link, a disclosure or a form."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page as Window
from playwright.sync_api import expect

from tests.site.built import Site
from tests.site.conftest import Open


def test_every_page_brings_its_content_without_javascript(site: Site) -> None:
    for page in site.pages:
        (main,) = page.all("main")
        assert main.text.strip(), page.address
        hidden = [one for one in page.elements if "hidden" in one.attributes and "main" in one.inside]
        assert not hidden, page.address


def test_every_kind_of_page_says_the_same_without_javascript(site: Site, open_window: Open) -> None:
    with_it, without = open_window(320), open_window(320, java_script_enabled=False)
    # The results of a search are a script's, and test_search.py holds what stands there without it.
    for page in (one for one in site.examples() if one not in site.kinds["search"]):
        assert _words(without, page.address) == _words(with_it, page.address), page.address
        assert without.locator("main h1").first.is_visible(), page.address


def test_no_control_is_dead_without_javascript(site: Site, open_window: Open) -> None:
    window = open_window(320, java_script_enabled=False)
    for page in site.examples():
        window.goto(page.address)
        dead = window.locator("button:visible:not(form button), [role=button]:visible, a:visible:not([href])")
        assert dead.count() == 0, (page.address, dead.all_inner_texts())
        forms = window.locator("form:visible")
        assert all(form.get_attribute("action") for form in forms.all()), page.address


@pytest.mark.parametrize("address", ["/en/publications/", "/cy/cyhoeddiadau/"])
def test_the_list_is_filtered_without_javascript(open_window: Open, address: str) -> None:
    window = open_window(320, java_script_enabled=False)
    window.goto(address)
    whole = window.locator("main").inner_text()
    group = window.locator("main details").first
    if not group.evaluate("details => details.open"):
        group.locator("summary").click()
    link = group.locator("a:visible").last
    target = str(link.evaluate("link => link.href"))
    assert target.partition(address)[2], target
    link.click()
    window.wait_for_url(target)
    expect(window.locator("main h1")).to_be_visible()
    assert window.locator("main").inner_text() != whole


def test_a_page_is_shared_without_javascript(site: Site, open_window: Open) -> None:
    window = open_window(320, java_script_enabled=False)
    for page in site.examples():
        window.goto(page.address)
        mail = window.locator("details a[href^='mailto:']")
        if mail.count():
            mail.first.locator("xpath=ancestor::details[1]/summary").click()
            assert mail.first.is_visible(), page.address
            assert site.absolute(page.address) in mail.first.evaluate("one => decodeURIComponent(one.href)")


def _words(window: Window, address: str) -> str:
    window.goto(address)
    return window.locator("main").first.inner_text()
