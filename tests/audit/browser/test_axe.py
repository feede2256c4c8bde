from __future__ import annotations

import pytest

from cyhoeddi.audit.browser import axe, equal_access, state_contrast
from cyhoeddi.audit.browser.views import VIEWS
from cyhoeddi.audit.browser.window import Window
from cyhoeddi.audit.finding import Finding
from cyhoeddi.problems import Level
from tests.audit.browser.conftest import Open

LINK = '<p>Read <a id="it" href="/a/">about bees</a> in the garden.</p>'


def axe_on(window: Window) -> list[Finding]:
    window.borrow(axe.SCRIPT)
    return list(axe.probe(window))


def test_a_good_page_is_good_in_every_view(open_page: Open) -> None:
    window = open_page(LINK)
    window.borrow(axe.SCRIPT)
    window.borrow(equal_access.SCRIPT)
    for view in VIEWS:
        window.show(view)
        assert [*axe.probe(window), *equal_access.probe(window)] == [], view.name


def test_axe_names_rule_criterion_element_and_view(open_page: Open) -> None:
    (one,) = axe_on(open_page('<p id="it" style="color: #777">Pale</p>', view="320 px"))
    assert (one.rule, one.criterion, one.selector, one.view) == (
        "axe:color-contrast",
        "1.4.3",
        "#it",
        "320 px",
    )
    assert "4.47" in one.message
    assert one.snippet == '<p id="it" style="color: #777">Pale</p>'
    assert one.level is Level.ERROR
    assert one.box is not None
    assert one.box.width > 200


def test_best_practices_are_asked_for_and_have_no_criterion(open_page: Open) -> None:
    found = {one.rule: one for one in axe_on(open_page("<h3>Skipped</h3>"))}
    assert found["axe:heading-order"].criterion == ""


def test_what_axe_cannot_tell_is_a_warning(open_page: Open) -> None:
    picture = "linear-gradient(#fff, #eee)"
    (one,) = axe_on(open_page(f'<p id="it" style="background: {picture}">On a gradient</p>'))
    assert one.level is Level.WARNING
    assert one.message.startswith("A person has to decide")


def test_no_rule_with_our_tags_is_off(open_page: Open) -> None:
    small = "<style>button { width: 18px; height: 18px; padding: 0; border: 0; margin: 0 }</style>"
    buttons = '<p><button type="button">a</button><button type="button">b</button></p>'
    assert "axe:target-size" in {one.rule for one in axe_on(open_page(buttons, head=small))}


def test_in_forced_colours_only_words_that_opted_out_have_a_contrast_of_their_own(open_page: Open) -> None:
    style = "color: #777; background: #fff"
    main = (
        f'<p style="{style}">Painted</p><p id="it" style="{style}; forced-color-adjust: none">Not painted</p>'
    )
    window = open_page(main, view="1280 px, forced colours")
    assert [one.selector for one in axe_on(window)] == ["#it"]


def test_equal_access_names_rule_criterion_and_element(open_page: Open) -> None:
    window = open_page('<img id="it" src="data:,">')
    window.borrow(equal_access.SCRIPT)
    (one,) = equal_access.probe(window)
    assert (one.rule, one.criterion, one.selector) == ("equal-access:img_alt_valid", "1.1.1", "#it")
    assert one.level is Level.ERROR


def test_a_failed_recommendation_is_a_warning(open_page: Open) -> None:
    aside = "<aside aria-label='Tools'><p>Tools</p></aside>"
    script = f"document.querySelector('main').insertAdjacentHTML('afterend', `{aside}`)"
    window = open_page(head=f"<script>addEventListener('DOMContentLoaded', () => {script})</script>")
    window.borrow(equal_access.SCRIPT)
    assert [(one.rule, one.level) for one in equal_access.probe(window)] == [
        ("equal-access:aria_complementary_label_visible", Level.WARNING)
    ]


STATES = {
    "under the pointer": "#it:hover { color: #999 }",
    "pressed": "#it:active { color: #999 }",
    "in focus": "#it:focus { color: #999 }",
    "visited": "#it:visited { color: #999 }",
}


@pytest.mark.parametrize("state", STATES)
def test_words_that_are_pale_in_a_state_alone_are_found(state: str, open_page: Open) -> None:
    window = open_page(LINK, head=f"<style>{STATES[state]}</style>")
    assert axe_on(window) == []
    found = list(state_contrast.probe(window))
    # What is pressed has the pointer on it as well.
    assert f"1280 px, {state}" in {one.view for one in found}
    assert {(one.rule, one.selector, one.criterion) for one in found} == {("state-contrast", "#it", "1.4.3")}


@pytest.mark.parametrize(
    "css",
    [
        "p:hover a { color: #999 }",
        "@media screen { p:focus-within > #it { color: #999 } }",
        "p { &:hover { color: #999 } }",
        "h1:hover, a:not(.x):focus-visible { color: #999 }",
        ".skip:focus { color: #999 }",
    ],
)
def test_the_state_may_be_that_of_what_is_around(css: str, open_page: Open) -> None:
    window = open_page(LINK, head=f"<style>{css}</style>")
    axe_on(window)
    assert list(state_contrast.probe(window))


def test_what_is_pale_at_rest_is_not_told_of_every_state(open_page: Open) -> None:
    window = open_page(LINK, head="<style>#it { color: #999 }</style>")
    assert axe_on(window)
    assert list(state_contrast.probe(window)) == []


def test_the_style_sheets_are_left_as_they_were(open_page: Open) -> None:
    window = open_page(LINK)
    rules = "[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText)"
    before = window.page.evaluate(rules)
    axe_on(window)
    assert list(state_contrast.probe(window)) == []
    assert window.page.evaluate(rules) == before
