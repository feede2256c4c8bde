from __future__ import annotations

import pytest

from cyhoeddi.audit.browser import disclosures
from tests.audit.browser.conftest import Open

DETAILS = """<details><summary id="more">More</summary>
<ul><li><a href="/one/">One</a></li><li><a href="/two/">Two</a></li></ul></details>"""

BUTTON = """<p><button type="button" id="more" aria-expanded="false" aria-controls="rest">More</button></p>
<p id="rest" hidden>The rest.</p>"""


def wired(code: str) -> str:
    return f"""<script>addEventListener('DOMContentLoaded', () => {{
const more = document.getElementById('more'), rest = document.getElementById('rest'); {code} }})</script>"""


OPENS = "more.onclick = () => { rest.hidden = !rest.hidden; more.ariaExpanded = String(!rest.hidden); };"


@pytest.mark.parametrize(
    ("main", "code", "message"),
    [
        (DETAILS, "more.onkeydown = (e) => { if (e.key === 'Enter') e.preventDefault(); }", "open by Enter"),
        (DETAILS, "more.onkeyup = (e) => { if (e.key === ' ') e.preventDefault(); }", "open by Space"),
        (
            DETAILS,
            "more.onclick = (e) => { if (more.parentElement.open) e.preventDefault(); }",
            "close by Enter",
        ),
        (BUTTON, "", "open by Enter"),
        (BUTTON, "more.onmousedown = () => { rest.hidden = false; }", "open by Enter"),
        (
            BUTTON,
            "more.onclick = () => { more.ariaExpanded = String(more.ariaExpanded !== 'true'); }",
            "does not follow",
        ),
    ],
)
def test_a_disclosure_that_does_not_follow_the_keys_is_found(
    main: str, code: str, message: str, open_page: Open
) -> None:
    (one,) = disclosures.probe(open_page(main, head=wired(code)))
    assert (one.rule, one.selector, one.criterion) == ("disclosures", "#more", "2.1.1")
    assert message in one.message


def test_a_link_inside_that_does_not_lead_on_is_found(open_page: Open) -> None:
    code = "document.querySelector('details li:last-child a').onclick = (event) => event.preventDefault()"
    (one,) = disclosures.probe(open_page(DETAILS, head=wired(code)))
    assert '"Two" does not lead on by Enter' in one.message


@pytest.mark.parametrize(
    ("main", "code"),
    [(DETAILS, ""), (DETAILS.replace("<details>", "<details open>"), ""), (BUTTON, OPENS)],
)
def test_what_opens_and_closes_is_not_found_and_left_as_it_was(main: str, code: str, open_page: Open) -> None:
    window = open_page(main, head=wired(code))
    before = window.page.url, window.page.content()
    assert list(disclosures.probe(window)) == []
    assert (window.page.url, window.page.content()) == before
