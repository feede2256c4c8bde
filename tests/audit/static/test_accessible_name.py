from __future__ import annotations

import pytest

from cyhoeddi.audit.page import Page
from cyhoeddi.audit.static.accessible_name import name


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<a id=x>All  <b>the</b>\n tools</a>", "All the tools"),
        ("<a id=x aria-label=Tools>Here</a>", "Tools"),
        (
            "<b id=t hidden>Drills</b><i id=u>saws</i><a id=x aria-labelledby='t u' aria-label=no>no</a>",
            "Drills saws",
        ),
        ("<a id=x><img alt=Home><span hidden>no</span><span aria-hidden=true>no</span></a>", "Home"),
        ("<a id=x title=Home></a>", "Home"),
        ("<input id=x type=submit>", "Submit"),
        ("<input id=x type=button value=Go>", "Go"),
        ("<svg id=x><title>A drill</title><path/></svg>", "A drill"),
        ("<iframe id=x>old browsers</iframe>", ""),
        ("<a id=x>\u200b\ue123</a>", ""),
    ],
)
def test_a_name_is_what_assistive_technology_says(html: str, expected: str) -> None:
    page = Page("/", html)
    node = page.first("#x")
    assert node is not None
    assert name(page, node) == expected
