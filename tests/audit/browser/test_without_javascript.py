from __future__ import annotations

import pytest

from cyhoeddi.audit.browser import without_javascript
from cyhoeddi.audit.finding import Finding
from tests.audit.browser.conftest import Open

WORDS = '<p id="it">Words <a href="/a/">and a link</a></p>'


def compared(main: str, code: str, open_page: Open) -> list[Finding]:
    head = f"<script>addEventListener('DOMContentLoaded', () => {{ {code} }})</script>"
    given = without_javascript.given(open_page(main, head=head, view="320 px"))
    return list(without_javascript.compare(given, open_page(main, head=head, view="320 px", scripts=False)))


@pytest.mark.parametrize(
    ("main", "code", "message"),
    [
        (
            '<p id="it"></p>',
            "document.getElementById('it').textContent = 'Filled in'",
            "“Filled in” is only there",
        ),
        (
            '<p id="it" hidden>Shown</p>',
            "document.getElementById('it').hidden = false",
            "“Shown” is only there",
        ),
        (
            '<p><a id="it" href="/old/">On</a></p>',
            "document.getElementById('it').href = '/new/'",
            "/new/ is only there with JavaScript",
        ),
        (
            '<p><img id="it" alt="A bee"></p>',
            "document.getElementById('it').src = '/bee.png'",
            "bee.png is only there",
        ),
        ('<p><button type="button" id="it">More</button></p>', "", "does nothing without JavaScript"),
        (
            '<p><span role="button" tabindex="0" id="it">More</span></p>',
            "",
            "does nothing without JavaScript",
        ),
    ],
)
def test_what_only_scripts_give_is_found(main: str, code: str, message: str, open_page: Open) -> None:
    (one,) = compared(main, code, open_page)
    assert (one.rule, one.selector, one.view) == ("without-javascript", "#it", "320 px, no JavaScript")
    assert message in one.message


@pytest.mark.parametrize(
    ("main", "code"),
    [
        (WORDS, ""),
        ("<noscript><p>No script</p></noscript>" + WORDS, ""),
        ('<form action="/find/"><p><label>Find <input name="q"></label> <button>Go</button></p></form>', ""),
        (
            '<p hidden><button type="button" id="it">More</button></p>',
            "document.getElementById('it').hidden = true",
        ),
        ("<details><summary>More</summary><p>Words</p></details>", ""),
    ],
)
def test_what_works_without_scripts_is_not_found(main: str, code: str, open_page: Open) -> None:
    assert compared(main, code, open_page) == []
