from __future__ import annotations

import json
from pathlib import Path

import pytest

from cyhoeddi.checks import statement_dates
from tests.project_folder import found, problems_of, write_project
from tests.statement.stated import FACTS, ISSUE, SIGNED, result, write_stated

AT = "accessibility.yaml"
OLD = "nobody has reviewed the accessibility statement for a year"
SOON = "the accessibility statement has to be reviewed by 2025-05-21"


def test_is_named_after_its_file() -> None:
    assert statement_dates.ID == "statement-dates"


@pytest.mark.parametrize(
    ("now", "wanted"),
    [
        ("2024-05-20T00:00", []),
        ("2025-04-21T23:59", []),
        ("2025-04-22T00:00", [f"{AT}:3:11: warning: {SOON} (statement-dates)"]),
        ("2025-05-21T23:59", [f"{AT}:3:11: warning: {SOON} (statement-dates)"]),
        ("2025-05-22T00:00", [f"{AT}:3:11: error: {OLD} (statement-dates)"]),
        ("2030-01-01T00:00", [f"{AT}:3:11: error: {OLD} (statement-dates)"]),
    ],
)
def test_a_statement_is_reviewed_within_a_year(tmp_path: Path, now: str, wanted: list[str]) -> None:
    assert found(write_stated(tmp_path), now) == wanted


def test_no_date_lies_in_the_future(tmp_path: Path) -> None:
    root = write_stated(tmp_path, FACTS + ISSUE + SIGNED)
    dates = [one for one in found(root, "2024-01-09T12:00") if one.endswith("(statement-dates)")]
    assert dates == [
        f"{AT}:2:11: error: 2024-01-10 is in the future (statement-dates)",
        f"{AT}:3:11: error: 2024-05-20 is in the future (statement-dates)",
        f"{AT}:6:12: error: 2024-02-03 is in the future (statement-dates)",
        *(f"{AT}:{12 + 4 * n}:11: error: 2024-05-01 is in the future (statement-dates)" for n in range(5)),
    ]


def test_no_audit_was_made_in_the_future(tmp_path: Path) -> None:
    root = write_stated(tmp_path, audit=result(date="2024-06-02"))
    message = "the last audit was made on 2024-06-02, which is in the future"
    assert found(root, "2024-06-01T23:30") == [f"audit.json:1:1: error: {message} (statement-dates)"]
    assert problems_of(root, "2024-06-01T23:30")[0].hint.endswith(
        "audit the site again and record the result."
    )
    assert found(root, "2024-06-02T00:00") == []


def test_today_is_that_of_london(tmp_path: Path) -> None:
    # Half past midnight in London on the day of the review; the evening before by UTC.
    assert found(write_stated(tmp_path), "2024-05-20T00:30") == []


def test_a_check_or_an_audit_of_more_than_a_year_ago_is_told(tmp_path: Path) -> None:
    facts = FACTS.replace("reviewed: 2024-05-20", "reviewed: 2025-05-20")
    root = write_stated(tmp_path, facts + SIGNED[: SIGNED.index("  - check: screen")], result())
    assert found(root, "2025-06-01T12:00") == [
        f'{AT}:7:11: warning: the check "keyboard" was made more than a year ago (statement-dates)',
        "audit.json:1:1: warning: the last audit was made more than a year ago (statement-dates)",
    ]


def test_a_day_that_has_passed_for_putting_something_right_is_told(tmp_path: Path) -> None:
    root = write_stated(tmp_path, FACTS + ISSUE)
    message = "the day by which this was to be put right has passed"
    assert found(root, "2024-09-30T12:00") == []
    assert found(root, "2024-10-01T12:00") == [f"{AT}:7:12: warning: {message} (statement-dates)"]


def test_a_hand_written_statement_is_not_judged(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    (root / "audit.json").write_text(json.dumps(result()), encoding="utf-8")
    assert found(root, "2040-01-01T12:00") == []
