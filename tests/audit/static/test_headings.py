from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.audit.static import headings
from tests.audit.static.small import page, said_of, told


@pytest.mark.parametrize(
    ("main", "message"),
    [
        ("<h2>Drills</h2>", "The page has no h1"),
        ("<h1>Tools</h1><h1>Drills</h1>", "The page has 2 headings of the first level"),
        ("<h1>Tools</h1><h3>Drills</h3>", "The heading is an h3, after an h1"),
        ("<h1>Tools</h1><h2>A</h2><h4>B</h4><h5>C</h5>", "The heading is an h4, after an h2"),
        ('<h1>Tools</h1><div role="heading" aria-level="4">A</div>', "The heading is an h4, after an h1"),
        ("<h1>Tools</h1><h2> </h2>", "A heading is empty"),
        ("<h1>Tools</h1><h2><span aria-hidden=true>#</span></h2>", "A heading is empty"),
    ],
)
def test_finds_headings_out_of_order(tmp_path: Path, main: str, message: str) -> None:
    assert said_of(headings.check, tmp_path, main) == [message]


@pytest.mark.parametrize(
    ("before", "main"),
    [
        ("", "<h1>Tools</h1><h2>A</h2><h3>B</h3><h2>C</h2><h3>D</h3><h4>E</h4><h2>F</h2>"),
        ("<nav><h2>Menu</h2></nav>", "<h1>Tools</h1><h2>A</h2>"),
        ("", "<h1><img src=a.png alt=Tools></h1><h2 aria-label=Drills></h2>"),
        ("", "<h1>Tools</h1><h1 hidden>Old</h1><template><h4>x</h4></template>"),
    ],
)
def test_lets_headings_in_order_pass(tmp_path: Path, before: str, main: str) -> None:
    assert said_of(headings.check, tmp_path, main, before=before) == []


def test_a_redirect_needs_none(tmp_path: Path) -> None:
    html = page("/gone.html", head='<meta http-equiv="refresh" content="0;url=/">', main="<p>Moved</p>")
    assert told(headings.check, tmp_path, {"/gone.html": html}) == []
