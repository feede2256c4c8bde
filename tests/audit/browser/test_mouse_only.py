from __future__ import annotations

import pytest

from cyhoeddi.audit.browser import mouse_only
from tests.audit.browser.conftest import Open

WORDS = '<div id="it">What does honey cost?</div><p id="answer" hidden>Nothing.</p>'
LIST = '<ul><li id="it" style="cursor: pointer">Honey</li></ul><p id="answer" hidden>Nothing.</p>'
CARD = '<div id="it"><p>Honey</p><a href="/honey/">All about honey</a></div><p id="answer" hidden></p>'
CHOICE = """<div role="listbox" tabindex="0" aria-label="Honey">
<div role="option" id="it" aria-selected="false">Heather</div></div><p id="answer" hidden></p>"""
LABEL = '<p><label id="it" style="cursor: pointer"><input type="checkbox"> Honey</label></p>'

TOGGLE = "document.getElementById('answer').hidden = !document.getElementById('answer').hidden"
HEARD = f"document.getElementById('it').addEventListener('click', () => {{ {TOGGLE} }})"
DELEGATED = f"""document.addEventListener('click', (event) => {{
if (event.target.closest('#it') && !event.target.closest('a')) {{ {TOGGLE} }} }})"""
LATER = f"document.getElementById('it').onmousedown = () => setTimeout(() => {{ {TOGGLE} }}, 10)"
LEADS = "document.getElementById('it').onclick = () => { location.href = '/honey/' }"
COUNTED = """let clicks = 0; for (const it of [window, document, document.body, document.getElementById('it'),
document.querySelector('main')]) it.addEventListener('click', () => { clicks += 1; })"""
RESTLESS = """setInterval(() => { document.getElementById('answer').textContent += '.'; }, 10)"""


def script(code: str) -> str:
    return f"<script>addEventListener('DOMContentLoaded', () => {{ {code} }})</script>"


@pytest.mark.parametrize(
    ("main", "code"),
    [
        (WORDS, HEARD),
        (WORDS, LATER),
        (WORDS, LEADS),
        (WORDS.replace("<div ", '<div style="cursor: pointer" '), DELEGATED),
        (LIST, DELEGATED),
        (f'<div role="region" tabindex="0" aria-label="Honey">{WORDS}</div>', HEARD),
        ('<p id="it"><img alt="Honey" src="data:,"></p><p id="answer" hidden></p>', HEARD),
    ],
)
def test_what_only_a_mouse_can_use_is_found_and_left_as_it_was(main: str, code: str, open_page: Open) -> None:
    window = open_page(main, head=script(code))
    before = window.page.url, window.page.content()
    (one,) = mouse_only.probe(window)
    assert (one.rule, one.selector, one.criterion) == ("disclosures", "#it", "2.1.1")
    assert "answers a click, but no key reaches it" in one.message
    assert (window.page.url, window.page.content()) == before


@pytest.mark.parametrize(
    ("main", "code"),
    [
        (WORDS, ""),
        (WORDS, COUNTED),
        (WORDS.replace("<div ", '<div style="cursor: pointer" '), RESTLESS),
        (WORDS.replace("<div ", '<div tabindex="0" role="button" '), HEARD),
        (WORDS.replace("What does honey cost?", ""), HEARD),
        (WORDS.replace("<div ", "<div hidden "), HEARD),
        (CARD, HEARD),
        (CHOICE, HEARD),
        (LABEL, ""),
        (f"<details><summary>More</summary>{WORDS}</details>", HEARD),
    ],
    ids=[
        *("words alone", "clicks that are counted", "a page that changes by itself", "a button", "no words"),
        *("what is hidden", "a card with a link", "a part of a control", "a label", "what is closed"),
    ],
)
def test_what_a_keyboard_can_use_or_nobody_is_not_found(main: str, code: str, open_page: Open) -> None:
    assert list(mouse_only.probe(open_page(main, head=script(code)))) == []


def test_of_many_that_are_alike_all_are_found(open_page: Open) -> None:
    items = "".join(f'<li class="own" style="cursor: pointer">Honey {number}</li>' for number in range(40))
    code = "document.body.onclick = (event) => event.target.classList.toggle('open')"
    found = list(mouse_only.probe(open_page(f"<ul>{items}</ul>", head=script(code))))
    assert len(found) == 40
