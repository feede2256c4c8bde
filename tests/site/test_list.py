"""The list of publications with its script: a filter is chosen without a new page, and nothing is lost."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Route, expect
from playwright.sync_api import Page as Window

from cyhoeddi.language import Language
from cyhoeddi.words import in_language
from tests.site.built import Site
from tests.site.conftest import WIDTHS, Open
from tests.site.test_accessibility import AXE, RUN, TAGS

LISTS = {"en": "/en/publications/", "cy": "/cy/cyhoeddiadau/"}
SAME = "window.isTheSame = true"
IS_SAME = "window.isTheSame === true"
LISTEN = """() => {
  window.heard = [];
  const status = document.querySelector(".list__count");
  const listener = new MutationObserver(() => heard.push(status.textContent));
  listener.observe(status, { childList: true, subtree: true });
}"""
LINKS = "[...document.body.querySelectorAll('a[href], form[action]')].map(one => one.href ?? one.action)"
"""Where everything on the page leads to."""


@pytest.fixture
def listed(open_window: Open) -> Window:
    """The English list, marked so that another page would be known."""
    return opened(open_window, "en")


def opened(open_window: Open, language: str, width: int = 1280) -> Window:
    window = open_window(width)
    window.goto(LISTS[language])
    window.evaluate(SAME)
    return window


def option(window: Window, facet: int = 0, place: int = 1) -> Locator:
    """Open a filter and give one of its links; the first is for all."""
    filter_ = window.locator(".filter").nth(facet)
    if not filter_.evaluate("details => details.open"):
        filter_.locator("summary").press("Enter")
    return filter_.locator("a").nth(place)


def choose(window: Window, facet: int = 0, place: int = 1) -> str:
    """Choose by keyboard, wait until it has been answered, and give the address."""
    link = option(window, facet, place)
    address = urlsplit(str(link.evaluate("link => link.href"))).path
    link.press("Enter")
    arrived(window, address)
    return address


def arrived(window: Window, address: str) -> None:
    window.wait_for_url(f"**{address}")
    expect(window.locator(".list__count")).not_to_be_empty()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_choice_by_keyboard_becomes_the_plain_page_without_leaving_this_one(
    open_window: Open, language: str, width: int
) -> None:
    window = opened(open_window, language, width)
    before = window.locator(".list__results").inner_text()
    address = choose(window)
    assert window.evaluate(IS_SAME)
    assert window.locator(".list__results").inner_text() != before
    assert window.evaluate("document.activeElement.getAttribute('aria-current')") == "true"
    plain = open_window(width)
    plain.goto(address)
    assert window.title() == plain.title()
    assert window.locator("body").inner_text() == plain.locator("body").inner_text()
    assert window.evaluate(LINKS) == plain.evaluate(LINKS)
    current = "[...document.querySelectorAll('[aria-current]')].map(one => one.href)"
    assert window.evaluate(current) == plain.evaluate(current)
    heads = "[...document.querySelectorAll('link[rel=canonical], link[rel=alternate]')].map(one => one.href)"
    assert window.evaluate(heads) == plain.evaluate(heads)


@pytest.mark.parametrize("language", list(Language))
def test_the_number_is_announced_in_the_words_of_the_language(open_window: Open, language: Language) -> None:
    window = opened(open_window, language)
    status = window.locator(".list__count")
    assert status.get_attribute("role") == "status"
    window.evaluate(LISTEN)
    words = in_language(language)
    counts = []
    for place in range(1, window.locator(".filter").first.locator("a").count()):
        link = option(window, 0, place)
        counts.append(int(re.findall(r"\d+", link.inner_text())[-1]))
        choose(window, 0, place)
    assert len(counts) > 2
    heard = window.evaluate("heard")
    # Emptied before each, so that the same number twice is said twice.
    assert heard == [text for number in counts for text in ("", words.count("publications", number))]


def test_back_and_forward_go_from_choice_to_choice_and_keep_the_focus(listed: Window) -> None:
    whole = listed.locator(".list__results").inner_text()
    first, second = choose(listed, 0, 1), choose(listed, 0, 2)
    assert first != second
    focused = "document.activeElement.textContent"
    assert listed.evaluate(focused) == option(listed, 0, 2).inner_text()
    listed.go_back()
    arrived(listed, first)
    expect(option(listed, 0, 1)).to_have_attribute("aria-current", "true")
    assert listed.evaluate(focused) == option(listed, 0, 2).inner_text()
    listed.go_back()
    arrived(listed, LISTS["en"])
    expect(listed.locator(".list__results")).to_have_text(re.compile(re.escape(whole.split("\n")[0])))
    listed.go_forward()
    arrived(listed, first)
    assert listed.evaluate(IS_SAME)


def test_a_second_filter_narrows_the_first_where_both_go_together(listed: Window) -> None:
    by_type = choose(listed, 0, 1)
    both = choose(listed, listed.locator(".filter").count() - 1, 1)
    assert both.startswith(by_type)
    assert listed.locator(".filter[open]").count() == 2
    assert listed.evaluate(IS_SAME)


def test_a_year_leads_on_to_its_months_and_back_again(listed: Window) -> None:
    filters = listed.locator(".filter")
    before = filters.count()
    choose(listed, before - 1, 1)
    expect(filters).to_have_count(before + 1)
    choose(listed, before, 1)
    listed.go_back()
    listed.go_back()
    expect(filters).to_have_count(before)
    # The link that had the focus is gone: the focus is still among the filters.
    assert listed.evaluate("document.activeElement.closest('.filters') !== null")
    assert listed.evaluate(IS_SAME)


def test_what_is_elsewhere_on_the_page_leads_where_it_led(site: Site, listed: Window) -> None:
    choose(listed, listed.locator(".filter").count() - 1, 1)
    own = urlsplit(listed.url)
    links = {urlsplit(str(link)) for link in listed.evaluate(LINKS)}
    inside = {link.path for link in links if link.netloc == own.netloc}
    assert len(inside) > 10
    assert [path for path in inside if site.by_address.get(path) is None] == []


def test_the_share_panel_still_closes_with_escape(listed: Window) -> None:
    choose(listed)
    panel = listed.locator("details.share")
    panel.locator("summary").press("Enter")
    assert panel.evaluate("panel => panel.open")
    listed.keyboard.press("Escape")
    assert not panel.evaluate("panel => panel.open")


@pytest.mark.parametrize("status", [None, 500, 200])
def test_if_the_list_cannot_be_fetched_the_link_is_followed(listed: Window, status: int | None) -> None:
    link = option(listed)
    address = str(link.evaluate("link => link.href"))

    def refuse(route: Route) -> None:
        if route.request.resource_type != "fetch":
            route.fallback()
        elif status is None:
            route.abort()
        else:
            route.fulfill(status=status, content_type="text/html", body="<p>Another page</p>")

    listed.route(address, refuse)
    link.press("Enter")
    listed.wait_for_url(address)
    expect(listed.locator("h1")).to_contain_text("Publications:")
    listed.wait_for_load_state()
    assert not listed.evaluate(IS_SAME)


def test_the_last_choice_counts_if_an_earlier_one_is_slow(listed: Window) -> None:
    slow, quick = option(listed, 0, 1), option(listed, 0, 2)
    address = str(slow.evaluate("link => link.href"))
    waiting: list[Route] = []
    listed.route(address, lambda route: waiting.append(route))
    slow.press("Enter")
    last = choose(listed, 0, 2)
    waiting[0].continue_()
    listed.wait_for_timeout(300)
    assert urlsplit(listed.url).path == last
    expect(quick).to_have_attribute("aria-current", "true")


def test_a_choice_in_a_new_tab_is_left_to_the_browser(listed: Window) -> None:
    with listed.context.expect_page() as opening:
        option(listed).click(modifiers=["ControlOrMeta"])
    assert "/publications/type/" in opening.value.url
    assert urlsplit(listed.url).path == LISTS["en"]


def test_nothing_is_asked_for_in_vain(listed: Window) -> None:
    missing: list[str] = []
    listed.on("response", lambda response: missing.append(response.url) if response.status >= 400 else None)
    for place in (1, 2):
        choose(listed, 0, place)
    listed.go_back()
    listed.wait_for_load_state("networkidle")
    assert missing == []


def test_where_the_browser_does_not_tell_of_navigation_links_are_followed(open_window: Open) -> None:
    window = open_window(1280)
    window.add_init_script("delete window.navigation")
    window.goto(LISTS["en"])
    assert window.evaluate("window.navigation === undefined")
    window.evaluate(SAME)
    link = option(window)
    address = str(link.evaluate("link => link.href"))
    link.press("Enter")
    window.wait_for_url(address)
    window.wait_for_load_state()
    assert not window.evaluate(IS_SAME)


def test_a_link_within_the_page_asks_for_nothing(listed: Window) -> None:
    choose(listed)
    asked: list[str] = []
    listed.on("request", lambda request: asked.append(request.resource_type))
    listed.locator(".skip-link").press("Enter")
    listed.wait_for_url("**#main")
    listed.go_back()
    listed.wait_for_timeout(200)
    assert "fetch" not in asked
    assert "document" not in asked


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["en", "cy"])
def test_axe_finds_nothing_after_a_choice(open_window: Open, language: str, width: int) -> None:
    window = opened(open_window, language, width)
    choose(window)
    window.evaluate(AXE.read_text(encoding="utf-8"))
    result = window.evaluate(RUN, TAGS)
    assert result["passed"] > 10
    assert result["findings"] == []
    assert window.evaluate("document.documentElement.scrollWidth") <= width
