from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cyhoeddi.clock import read_clock


@pytest.mark.parametrize(
    ("written", "utc"),
    [
        ("2023-11-14T09:30", "2023-11-14T09:30"),
        ("2023-07-14T09:30", "2023-07-14T08:30"),
        ("2023-07-14T09:30+00:00", "2023-07-14T09:30"),
        ("2023-07-14", "2023-07-13T23:00"),
    ],
)
def test_a_moment_is_in_london_unless_it_says_otherwise(written: str, utc: str) -> None:
    assert read_clock(written) == datetime.fromisoformat(utc).replace(tzinfo=UTC)


@pytest.mark.parametrize("written", ["", "now", "14/11/2023", "2023-02-30T09:30", "2023-11-14T25:00"])
def test_what_names_no_moment_raises(written: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_clock(written)


def test_without_a_moment_it_is_now_in_utc() -> None:
    before = datetime.now(UTC)
    assert before <= read_clock() <= datetime.now(UTC)
    assert read_clock().tzinfo is UTC
