from __future__ import annotations

import pytest

from cyhoeddi.audit.finding import LONGEST_SNIPPET
from cyhoeddi.audit.page import Page
from cyhoeddi.audit.static.place import selector, snippet

HTML = (
    "<body><main><p>a</p><div><p>b</p><p class='x'>c <em>d</em></p></div><ul id=list><li>e<li>f</ul>"
    f"<p id=1>g</p><p id=two>h</p><p id=two>i</p><p>{'long ' * 200}</p></main>"
)


def test_a_selector_names_one_element_and_the_right_one() -> None:
    page = Page("/", HTML)
    for node in page.all("html, body, body *"):
        found = page.all(selector(node))
        assert found == [node], selector(node)


@pytest.mark.parametrize(
    ("css", "expected"),
    [("li + li", "#list > li:nth-of-type(2)"), ("main", "body > main:nth-of-type(1)"), ("html", "html")],
)
def test_a_selector_is_short(css: str, expected: str) -> None:
    node = Page("/", HTML).first(css)
    assert node is not None
    assert selector(node) == expected


def test_a_snippet_is_the_element_s_html_shortened() -> None:
    page = Page("/", HTML)
    texts = {css: snippet(node) for css in ("main", "p.x", "p:nth-of-type(5)") if (node := page.first(css))}
    assert texts["main"] == "<main>"
    assert texts["p.x"] == '<p class="x">c <em>d</em></p>'
    assert len(texts["p:nth-of-type(5)"]) == LONGEST_SNIPPET
