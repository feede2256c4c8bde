"""What the repository itself publishes has no error in it, drafts and embargoed texts included.

That holds of whatever an owner puts into briefings/, now and at each moment at which an embargo ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from cyhoeddi.checks import OF_TIME
from cyhoeddi.clock import read_clock
from cyhoeddi.examine import check_project
from cyhoeddi.pipeline import due
from cyhoeddi.problems import Level
from cyhoeddi.report import render_text
from tests.conftest import PROJECT


def moments() -> Iterator[datetime]:
    """Yield this moment, and those at which the public site changes by itself."""
    moment: datetime | None = read_clock()
    while moment is not None:
        yield moment
        moment = due(PROJECT, moment)


def test_the_check_of_the_repository_finds_no_error() -> None:
    for now in moments():
        # What only time breaks is for the owner of a site to see, and is no fault of a commit.
        found = [one for one in check_project(PROJECT, now) if one.rule not in OF_TIME]
        errors = [one for one in found if one.level is Level.ERROR]
        assert not errors, f"{now:%Y-%m-%d %H:%M}\n{render_text(errors)}"
