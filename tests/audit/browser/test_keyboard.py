from __future__ import annotations

import pytest

from cyhoeddi.audit.browser import keyboard, skip_link
from cyhoeddi.audit.browser.window import Window
from tests.audit.browser.conftest import Open

LINKS = '<p><a id="one" href="/one/">One</a></p><p><a id="two" href="/two/">Two</a></p>'


def style(css: str) -> str:
    return f"<style>{css}</style>"


def script(code: str) -> str:
    return f"<script>addEventListener('DOMContentLoaded', () => {{ {code} }})</script>"


RADIOS = """<p><label><input type="radio" name="r"> A</label>
<label><input type="radio" name="r"> B</label></p>"""

ROUND = """const two = document.getElementById('two');
two.addEventListener('keydown', (event) => { if (event.key === 'Tab') event.preventDefault(); });"""

BACK = """const one = document.getElementById('one'), two = document.getElementById('two');
two.addEventListener('blur', () => setTimeout(() => one.focus()));"""

LATE = """const two = document.getElementById('two'); let times = 0;
two.onblur = () => { times += 1; if (times === 2) two.style.borderTop = '9px solid'; };"""
"""Draws something, once, after the walk and while the focus is being looked for."""

FAULTS: dict[str, tuple[str, str, str]] = {
    "a key that is taken away": ("keyboard-trap", "#two", script(ROUND)),
    "no sign of the focus": ("focus-visible", "#two", style("#two:focus-visible { outline: none }")),
    "no sign of the focus, and something else that changes meanwhile": (
        "focus-visible",
        "#two",
        style("#two:focus-visible { outline: none }") + script(LATE),
    ),
    "no sign of the focus but a neighbour's line that is covered": (
        "focus-visible",
        "#two",
        style(
            "#one { border-bottom: 2px solid #000 } p { margin: 0; height: 24px } #two { position: relative }"
        )
        + style("#two { padding-top: 9px } #two:focus-visible { outline: none; background: #fff }"),
    ),
    "an outline nobody sees": (
        "focus-visible",
        "#two",
        style("#two:focus { outline-color: transparent }"),
    ),
    "an outline that is too pale": (
        "focus-visible",
        "#two",
        style("#two:focus { outline-color: #ccc }"),
    ),
    "a link that is transparent": ("focus-hidden", "#two", style("#two { opacity: 0 }")),
    "a link off the screen": ("focus-hidden", "#two", style("#two { position: absolute; left: -999em }")),
    "a link cut to a pixel": (
        "focus-hidden",
        "#two",
        style("#two { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0) }"),
    ),
    "a link that is not said": (
        "focus-hidden",
        "#two",
        script("document.getElementById('two').parentElement.ariaHidden = 'true'"),
    ),
    "a banner over it": (
        "focus-obscured",
        "#two",
        style("body::after { content: ''; position: fixed; inset: 0; background: #eee }"),
    ),
    "an order of its own": ("keyboard-order", "#two", script("document.getElementById('two').tabIndex = 1")),
    "an order turned round": (
        "keyboard-order",
        "#two",
        style("main { display: flex; flex-direction: column-reverse }"),
    ),
    "a control that is passed over": (
        "keyboard-order",
        "#one",
        script("document.getElementById('one').onfocus = () => document.getElementById('two').focus()"),
    ),
}


def found(window: Window, key: keyboard.Key = "Tab") -> set[tuple[str, str]]:
    return {(one.rule, one.selector) for one in keyboard.probe(window, key)}


@pytest.mark.parametrize("name", FAULTS)
def test_a_walk_finds_the_fault(name: str, open_page: Open) -> None:
    rule, selector, head = FAULTS[name]
    assert (rule, selector) in found(open_page(LINKS, head=head))


@pytest.mark.parametrize(
    ("main", "css"),
    [
        (LINKS, ""),
        (LINKS, "main a:focus-visible { outline: none } p:focus-within { outline: 3px solid #000 }"),
        (LINKS, "main a:focus-visible { outline: none; color: #fff; background: #000 }"),
        (LINKS, "header { position: sticky; top: 0; background: #fff } html { scroll-padding-top: 200px }"),
        (RADIOS, ""),
        ('<p><label>Day <input type="date"></label></p>' + LINKS, ""),
        ("<details><summary>More</summary><p><a href='/three/'>Three</a></p></details>", ""),
        (
            '<p><label><input type="checkbox" class="own"> Yes</label></p>',
            ".own { opacity: 0; position: absolute } label:focus-within { outline: 3px solid #000 }",
        ),
    ],
)
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_a_walk_finds_nothing_on_a_good_page(main: str, css: str, key: keyboard.Key, open_page: Open) -> None:
    assert found(open_page(main, head=style(css)), key) == set()


def test_who_is_sent_back_is_in_a_trap(open_page: Open) -> None:
    window = open_page(f'{LINKS}<p><a href="/three/">Three</a></p>', head=script(BACK))
    rules = {one.rule: one for one in keyboard.probe(window, "Tab")}
    assert rules["keyboard-trap"].criterion == "2.1.2"
    assert "does not lead out" in rules["keyboard-trap"].message


def test_the_focus_shows_too_faintly_by_another_criterion_than_not_at_all(open_page: Open) -> None:
    for css, criterion in ("outline: none", "2.4.7"), ("outline-color: #ccc", "1.4.11"):
        head = style(f"#two:focus-visible {{ {css} }}")
        (one,) = keyboard.probe(open_page(LINKS, head=head), "Tab")
        assert one.criterion == criterion
        assert one.view == "1280 px, in focus"
        assert one.box is not None


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("skip.remove()", "no link to the main content"),
        ("skip.hash = '#nowhere'", "an id that the page does not have"),
        ("document.querySelector('footer').id = 'end'; skip.hash = '#end'", "not lead to"),
        ("skip.style.opacity = 0", "cannot be seen"),
        ("skip.onclick = (event) => event.preventDefault()", "does not take the focus along"),
    ],
)
def test_a_skip_link_that_does_not_serve_is_found(change: str, message: str, open_page: Open) -> None:
    (one,) = skip_link.probe(
        open_page(head=script(f"const skip = document.querySelector('.skip'); {change}"))
    )
    assert one.rule == "skip-link"
    assert message in one.message


def test_a_skip_link_that_serves_is_not_found(open_page: Open) -> None:
    assert list(skip_link.probe(open_page(LINKS))) == []
