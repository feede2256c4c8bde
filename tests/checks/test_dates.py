from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.checks import dates
from tests.project_folder import found, replace, write_project

MINUTES = "briefings/2023/minutes.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def test_is_named_after_its_file() -> None:
    assert dates.ID == "dates"


def test_a_publication_needs_the_day_of_its_first_publication(root: Path) -> None:
    replace(root, MINUTES, "first_published: 2023-11-14\n", "")
    assert found(root) == [f'{MINUTES}:1:1: error: "first_published" is missing (dates)']


def test_a_draft_needs_none(root: Path) -> None:
    replace(root, MINUTES, "first_published: 2023-11-14\n", "status: draft\n")
    assert found(root) == []


@pytest.mark.parametrize(
    ("lines", "place", "message"),
    [
        ("first_published: 2024-06-02", "4:18", "2024-06-02 is in the future, and there is no publish_at"),
        (
            "first_published: 2024-07-02\npublish_at: 2024-07-01T09:30",
            "4:18",
            "2024-07-02 is later than publish_at, when readers will see it",
        ),
        (
            "first_published: 2024-05-02\npublish_at: 2024-05-01T09:30",
            "4:18",
            "2024-05-02 is later than publish_at, when readers will see it",
        ),
        (
            "first_published: 2023-11-14\nlast_updated: 2023-11-13",
            "5:15",
            "2023-11-13 is before first_published, 2023-11-14",
        ),
        (
            "first_published: 2023-11-14\nstatus: draft\nlast_updated: 2023-11-13",
            "6:15",
            "2023-11-13 is before first_published, 2023-11-14",
        ),
        (
            "first_published: 2023-11-14\nchanges:\n"
            "  - {date: 2024-01-01, note: {en: A, cy: A}}\n  - {date: 2024-01-02, note: {en: B, cy: B}}",
            "7:12",
            "the history is not in order",
        ),
    ],
)
def test_refuses_a_day_that_cannot_be_right_at_its_value(
    root: Path, lines: str, place: str, message: str
) -> None:
    replace(root, MINUTES, "first_published: 2023-11-14", lines)
    assert found(root) == [f"{MINUTES}:{place}: error: {message} (dates)"]


@pytest.mark.parametrize(
    "lines",
    [
        "first_published: 2024-06-01",
        "first_published: 2024-07-01\npublish_at: 2024-07-01T09:30",
        "first_published: 2024-06-20\npublish_at: 2024-07-01T09:30",
        "first_published: 2024-07-01\nstatus: draft",
        "first_published: 2023-11-14\nlast_updated: 2023-11-14",
        "first_published: 2024-02-29",
        "first_published: 2023-11-14\nchanges:\n"
        "  - {date: 2024-01-02, note: {en: A, cy: A}}\n  - {date: 2024-01-02, note: {en: B, cy: B}}",
    ],
)
def test_allows(root: Path, lines: str) -> None:
    replace(root, MINUTES, "first_published: 2023-11-14", lines)
    assert found(root) == []


@pytest.mark.parametrize(
    ("lines", "place", "message"),
    [
        ("last_updated: 2030-01-01", "5:15", "2030-01-01 is in the future"),
        ("changes: [{date: 2030-01-01, note: {en: A, cy: A}}]", "5:18", "2030-01-01 is in the future"),
        (
            "changes: [{date: 2020-01-01, note: {en: A, cy: A}}]",
            "5:18",
            "2020-01-01 is before first_published, 2023-11-14",
        ),
    ],
)
def test_only_warns_of_a_day_that_is_unlikely(root: Path, lines: str, place: str, message: str) -> None:
    replace(root, MINUTES, "first_published: 2023-11-14", f"first_published: 2023-11-14\n{lines}")
    assert found(root) == [f"{MINUTES}:{place}: warning: {message} (dates)"]


def test_the_day_is_that_of_london(root: Path) -> None:
    replace(root, MINUTES, "2023-11-14", "2024-06-02")
    assert found(root, "2024-06-02T00:30") == []
    assert len(found(root, "2024-06-01T23:59")) == 1
