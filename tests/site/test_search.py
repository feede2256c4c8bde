"""The search as a reader meets it: by keyboard, by ear, on a phone, in Welsh, and without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page as Window
from playwright.sync_api import expect

from cyhoeddi.audit.target import served
from cyhoeddi.language import Language
from cyhoeddi.lexicon import language_of
from cyhoeddi.words import in_language
from tests.site.built import Site
from tests.site.conftest import WIDTHS, Open
from tests.site.test_accessibility import AXE, RUN, TAGS

ADDRESSES = {"en": "/en/search/", "cy": "/cy/chwilio/"}
FOUND = {"en": "care", "cy": "plant"}
"""A word of the sample site in each language."""
MORE = re.compile("Show more results|Dangos rhagor o ganlyniadau")
FIRST_SEARCH = 250_000
"""Bytes that a first search with ten results may fetch."""

Ask = Callable[..., Window]


@pytest.fixture
def ask(open_window: Open) -> Ask:
    """Open the results page of a language with a query, and wait until it has been answered."""

    def ask(language: str, query: str, width: int = 1280, more: str = "") -> Window:
        window = open_window(width)
        window.goto(f"{ADDRESSES[language]}?q={query}{more}")
        answered(window)
        return window

    return ask


def answered(window: Window) -> None:
    expect(window.locator("#search_status")).not_to_be_empty()
    expect(window.locator("#search_status")).not_to_have_text("Searching")
    expect(window.locator("#search_status")).not_to_have_text("Wrthi'n chwilio")


def addresses(window: Window) -> set[str]:
    """Give the addresses of all results, those that only a button shows included."""
    more = window.get_by_role("button", name=MORE)
    while more.count() and more.first.is_visible():
        shown = window.locator("#search_results h3").count()
        more.first.click()
        expect(window.locator("#search_results h3")).not_to_have_count(shown)
    return {str(link.get_attribute("href")) for link in window.locator("#search_results h3 a").all()}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_box_in_the_header_leads_to_results_by_keyboard(
    open_window: Open, language: str, width: int
) -> None:
    window = open_window(width)
    window.goto(f"/{language}/")
    window.locator("#search_box").focus()
    window.keyboard.type(FOUND[language])
    window.keyboard.press("Enter")
    window.wait_for_url(f"**{ADDRESSES[language]}?q={FOUND[language]}")
    answered(window)
    assert window.locator("#search_results h3 a").count() > 0
    assert window.locator("#search_query").input_value() == FOUND[language]


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_number_of_results_is_announced_and_put_right(ask: Ask, language: str) -> None:
    window = ask(language, FOUND[language])
    status = window.locator("#search_status")
    assert status.get_attribute("role") == "status"
    number = int(str(status.inner_text()).split()[0])
    shown = window.locator("#search_results h3").count()
    assert shown == min(number, 10)


def test_a_search_from_the_page_keeps_the_focus_and_the_address(ask: Ask) -> None:
    window = ask("en", "care")
    window.locator("#search_query").fill("board")
    window.keyboard.press("Enter")
    window.wait_for_url("**?q=board")
    answered(window)
    assert window.evaluate("document.activeElement.id") == "search_query"
    assert window.title().startswith("Search: board")
    window.go_back()
    window.wait_for_url("**?q=care")
    expect(window.locator("#search_query")).to_have_value("care")


def test_a_filter_narrows_without_a_new_page_and_stands_in_the_address(ask: Ask) -> None:
    window = ask("en", "care")
    before = addresses(window)
    window.locator("#search_year").select_option("2023")
    window.wait_for_url("**year=2023*")
    expect(window.locator("#search_results time").first).to_contain_text("2023")
    assert {
        str(one.get_attribute("datetime"))[:4] for one in window.locator("#search_results time").all()
    } == {"2023"}
    assert addresses(window) != before
    again = ask("en", "care", more="&year=2023")
    assert again.locator("#search_year").input_value() == "2023"
    assert addresses(again) == addresses(window)


def test_newest_first_is_in_the_order_of_the_dates(ask: Ask) -> None:
    window = ask("cy", "rhaglen", more="&sort=newest")
    days = [str(one.get_attribute("datetime")) for one in window.locator("#search_results time").all()]
    assert len(days) > 2
    assert days == sorted(days, reverse=True)


def test_what_has_no_date_comes_after_all_that_has_one(ask: Ask) -> None:
    window = ask("en", "care", more="&sort=newest")
    addresses(window)
    dated = [bool(card.locator("time").count()) for card in window.locator("#search_results .card").all()]
    assert dated == sorted(dated, reverse=True)
    assert len(set(dated)) == 2


def test_a_welsh_word_in_a_title_counts_for_more_than_in_a_text(ask: Ask) -> None:
    window = ask("cy", "cofnodion")
    titles = [title.lower() for title in window.locator("#search_results h3").all_inner_texts()]
    assert len(titles) > 2
    assert "cofnodion" in titles[0]
    assert "cofnodion" not in titles[-1]


@pytest.mark.parametrize(("language", "query"), [("en", "care"), ("cy", "plant")])
def test_results_of_every_year_lead_to_their_pages_below_any_address(
    site: Site, open_window: Open, language: str, query: str
) -> None:
    window = open_window(1280)
    with served(site.folder.parent) as host:
        window.goto(f"{host}/{site.folder.name}{ADDRESSES[language]}?q={query}")
        answered(window)
        found = addresses(window)
        years = {
            str(one.get_attribute("datetime"))[:4] for one in window.locator("#search_results time").all()
        }
    assert len(years) > 2
    assert [address for address in found if not address.startswith(f"/{site.folder.name}/{language}/")] == []


def test_more_results_follow_and_take_the_focus(ask: Ask) -> None:
    window = ask("en", "care")
    window.get_by_role("button", name="Show more results").press("Enter")
    expect(window.locator("#search_results h3")).not_to_have_count(10)
    assert window.evaluate("document.activeElement.closest('li').matches(':nth-child(11)')")


@pytest.mark.parametrize("form", ["blant", "phlant", "mhlant", "Plant", "plentyn"])
def test_every_form_of_a_welsh_word_finds_what_the_word_finds(ask: Ask, form: str) -> None:
    window = ask("cy", "plant")
    assert addresses(window) == addresses(ask("cy", form)) != set()


def test_a_welsh_word_does_not_find_another_that_only_begins_alike(ask: Ask) -> None:
    window = ask("cy", "plant")
    marks = {mark.lower().strip(".,:;") for mark in window.locator("#search_results mark").all_inner_texts()}
    assert marks <= {"plant", "blant", "phlant", "mhlant", "plentyn", "blentyn", "phlentyn", "mhlentyn"}


def test_what_a_result_quotes_does_not_begin_with_its_title(ask: Ask) -> None:
    window = ask("cy", "briffio")
    cards = window.locator("#search_results .card").all()
    quoted = [
        (card.locator("h3").inner_text(), card.locator(".card__summary").inner_text()) for card in cards
    ]
    assert len(quoted) > 2
    assert [title for title, text in quoted if not text or text.startswith(title)] == []


def test_an_accent_counts_in_the_publications_of_every_year(ask: Ask) -> None:
    window = ask("cy", "â")
    addresses(window)
    marks = {mark.lower().strip(".,:;") for mark in window.locator("#search_results mark").all_inner_texts()}
    assert "â" in marks
    assert {mark for mark in marks if "a" in mark} == set()


def test_an_english_query_on_the_welsh_site_offers_english_results_marked_as_such(ask: Ask) -> None:
    window = ask("cy", "looked after")
    expect(window.get_by_role("heading", name="Canlyniadau yn Saesneg")).to_be_visible()
    item = window.locator("#search_results li.card").first
    assert item.get_attribute("lang") == "en"
    assert item.locator("a").first.get_attribute("hreflang") == "en"
    assert window.evaluate("document.documentElement.lang") == "cy"


def test_a_welsh_query_on_the_english_site_offers_welsh_results_in_any_form(ask: Ask) -> None:
    window = ask("en", "phlant")
    expect(window.get_by_role("heading", name="Results in Welsh")).to_be_visible()
    assert window.locator("#search_results li.card[lang=cy]").count() > 0


def test_the_other_language_is_searched_when_a_reader_asks(ask: Ask) -> None:
    window = ask("en", "board")
    window.get_by_role("button", name="Search the Welsh pages too").press("Enter")
    expect(window.locator("#search_results div > :focus")).to_have_text(
        re.compile("^(Results in Welsh|0 results in Welsh)$")
    )


@pytest.mark.parametrize(
    ("language", "wrong", "right"), [("cy", "darparwyrr", "darparwyr"), ("en", "provders", "providers")]
)
def test_a_slip_is_offered_as_a_word_of_the_site(ask: Ask, language: str, wrong: str, right: str) -> None:
    window = ask(language, wrong)
    link = window.locator(".find__suggestion")
    expect(link).to_have_text(right)
    link.press("Enter")
    window.wait_for_url(f"**?q={right}")
    answered(window)
    assert window.locator("#search_results h3").count() > 0


def test_a_first_search_is_light_and_nothing_is_fetched_before_it(open_window: Open) -> None:
    window = open_window(1280)
    fetched: list[tuple[str, int]] = []
    window.on("response", lambda one: fetched.append((one.url, len(one.body()))))
    window.goto("/en/search/")
    window.wait_for_load_state("networkidle")
    assert not [url for url, _ in fetched if "/search/en/" in url or "/search/cy/" in url]
    fetched.clear()
    window.locator("#search_query").fill("care")
    window.keyboard.press("Enter")
    answered(window)
    assert 0 < sum(size for _, size in fetched) <= FIRST_SEARCH


@pytest.mark.parametrize("language", ["en", "cy"])
def test_without_javascript_the_page_offers_the_lists_instead(open_window: Open, language: str) -> None:
    window = open_window(320, java_script_enabled=False)
    window.goto(f"{ADDRESSES[language]}?q={FOUND[language]}")
    expect(window.locator("#search_needs_script")).to_be_visible()
    assert window.locator("main select").count() == 0
    assert window.locator(".filters a").count() > 4


def test_if_the_index_cannot_be_fetched_the_page_says_so(open_window: Open) -> None:
    window = open_window(1280)
    window.route("**/search/en/**", lambda route: route.abort())
    window.goto("/en/search/?q=care")
    expect(window.locator("#search_status")).to_have_text(
        "The search could not be loaded. Try again, or use the lists below."
    )


@pytest.mark.parametrize("query", ["<script>alert(1)</script>", "%22", "'", "a" * 500, "[x](y)", "%00", "🎉"])
def test_whatever_is_asked_the_page_answers(open_window: Open, query: str) -> None:
    window = open_window(320)
    faults: list[str] = []
    window.on("pageerror", lambda error: faults.append(str(error)))
    window.goto(f"/cy/chwilio/?q={query}")
    answered(window)
    assert faults == []
    assert "could not be loaded" not in window.locator("#search_status").inner_text()
    assert window.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    ("language", "query"), [("en", "care"), ("cy", "plant"), ("cy", "looked after"), ("en", "zzz")]
)
def test_axe_finds_nothing_on_results(ask: Ask, language: str, query: str, width: int) -> None:
    window = ask(language, query, width)
    window.evaluate(AXE.read_text(encoding="utf-8"))
    result = window.evaluate(RUN, TAGS)
    assert result["passed"] > 10
    assert result["findings"] == []
    assert window.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("query", ["plant", "zzz", "looked after"])
def test_a_page_of_welsh_results_says_nothing_in_english(ask: Ask, query: str) -> None:
    window = ask("cy", query)
    window.evaluate("document.querySelectorAll('main [lang=en]').forEach(one => one.remove())")
    said = window.locator("main").inner_text()
    english, welsh = in_language(Language.EN), in_language(Language.CY)
    ours = {english[key] for key in english if key.startswith("search") and english[key] != welsh[key]}
    assert [words for words in ours if words.partition("{")[0].strip() in said.splitlines()] == []
    blocks = [line for line in said.splitlines() if len(line.split()) > 12]
    assert blocks
    assert [line for line in blocks if language_of(line) is Language.EN] == []
