from __future__ import annotations

import pytest

from cyhoeddi.audit.browser import target_size
from tests.audit.browser.conftest import Open

SMALL = "<style>button { width: 20px; height: 20px; padding: 0; border: 0; margin: 0 %s }</style>"
BUTTONS = (
    '<p><button type="button" aria-label="A">a</button><button type="button" aria-label="B">b</button></p>'
)


def test_small_targets_side_by_side_are_found(open_page: Open) -> None:
    found = list(target_size.probe(open_page(BUTTONS, head=SMALL % "1px")))
    assert [one.message for one in found] == [
        'button "A" is 20 by 20 pixels and close to another',
        'button "B" is 20 by 20 pixels and close to another',
    ]
    assert {one.criterion for one in found} == {"2.5.8"}


@pytest.mark.parametrize(
    ("main", "head"),
    [
        (BUTTONS, SMALL % "2px"),
        (BUTTONS, "<style>button { width: 24px; height: 24px; padding: 0; border: 0 }</style>"),
        ('<p>See <a href="/a/">a</a> and <a href="/b/">b</a> for more on hives.</p>', ""),
        ('<p><label><input type="checkbox"> Yes</label> <label><input type="checkbox"> No</label></p>', ""),
    ],
    ids=["with room around them", "large enough", "in a sentence", "the browser's own"],
)
def test_targets_that_wcag_lets_are_not_found(main: str, head: str, open_page: Open) -> None:
    assert list(target_size.probe(open_page(main, head=head))) == []
