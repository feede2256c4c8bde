from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.audit.static import duplicate_ids
from tests.audit.static.small import said_of

TWICE = "<p id=tool>a</p><p id=tool>b</p>"


@pytest.mark.parametrize(
    "pointing", ["<a href=#tool>x</a>", "<label for=tool>x</label>", "<b aria-describedby='other tool'>x</b>"]
)
def test_finds_an_id_that_stands_twice_and_is_pointed_to(tmp_path: Path, pointing: str) -> None:
    found = said_of(duplicate_ids.check, tmp_path, TWICE + pointing)
    assert found == ['The id "tool" stands on the page 2 times, and something points to it']


@pytest.mark.parametrize(
    "main", [TWICE, "<p id=tool>a</p><a href=#tool>x</a>", "<p id>a</p><p id>b</p><a href=#>x</a>"]
)
def test_lets_ids_that_mislead_nobody_pass(tmp_path: Path, main: str) -> None:
    assert said_of(duplicate_ids.check, tmp_path, main) == []
