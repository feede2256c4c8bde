"""What the repository itself publishes has nothing wrong in it, drafts and embargoed texts included."""

from __future__ import annotations

import pytest

from cyhoeddi.clock import read_clock
from cyhoeddi.pipeline import check_project
from cyhoeddi.report import render_text
from tests.conftest import PROJECT


@pytest.mark.parametrize("now", ["2026-11-21T12:00", "2027-06-01T12:00", None])
def test_the_check_of_the_repository_finds_nothing(now: str | None) -> None:
    assert render_text(check_project(PROJECT, read_clock(now))) == "No problems found\n"
