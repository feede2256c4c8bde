from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.known import NONE_KNOWN, KnownFaults, outdated, part, read_known
from cyhoeddi.problems import Level, Position

TODAY = date(2026, 11, 22)
FILE = """\
known:
  - rule: axe:color-contrast
    page: /*/archive/*
    reason: The old pages are redrawn in the spring
    expires: 2027-01-31
  - rule: title
    reason: Wanted
    expires: 2026-11-21
"""


def finding(rule: str, address: str = "/en/") -> Finding:
    return Finding(rule, address, "message", "Hint.")


def read(folder: Path, text: str) -> tuple[KnownFaults, list[tuple[int, str]]]:
    file = folder / "known-faults.yaml"
    file.write_text(text, encoding="utf-8")
    known, problems = read_known(file, file.name)
    assert {problem.position.file for problem in problems} <= {file.name}
    return known, [(problem.position.line, problem.message) for problem in problems]


def test_a_fault_is_known_on_its_pages_until_its_last_day(tmp_path: Path) -> None:
    known, problems = read(tmp_path, FILE)
    assert problems == []
    old, new = finding("axe:color-contrast", "/en/archive/a/"), finding("axe:color-contrast", "/en/a/")
    counting, holding = part([old, new], known, TODAY)
    assert counting == [new]
    assert [(one.reason, found) for one, found in holding] == [
        ("The old pages are redrawn in the spring", [old])
    ]
    assert part([old], known, date(2027, 1, 31))[0] == []
    assert part([old], known, date(2027, 2, 1))[0] == [old]


def test_a_fault_past_its_day_counts_again_and_says_so(tmp_path: Path) -> None:
    known, _ = read(tmp_path, FILE)
    found = [finding("title"), finding("axe:color-contrast", "/cy/archive/b/")]
    assert part(found, known, TODAY)[0] == found[:1]
    (problem,) = outdated(known, found, TODAY, whole=True)
    assert problem.position == Position("known-faults.yaml", 6, 5)
    assert problem.message == "title was known until 2026-11-21 only, and counts again"
    assert problem.level is Level.WARNING


def test_a_fault_that_occurs_no_more_is_a_warning_if_everything_was_looked_at(tmp_path: Path) -> None:
    known, _ = read(tmp_path, FILE.replace("2026-11-21", "2028-01-01"))
    told = [problem.message for problem in outdated(known, [finding("title")], TODAY, whole=True)]
    assert told == ["a known fault no longer occurs: axe:color-contrast on /*/archive/*"]
    assert list(outdated(known, [], TODAY, whole=False)) == []


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("known:\n  - {rule: title, expires: 2027-01-31}\n", 2, "reason"),
        ("known:\n  - {rule: title, reason: ' ', expires: 2027-01-31}\n", 2, "reason"),
        ("known:\n  - {rule: title, reason: x}\n", 2, "expires"),
        ("known:\n  - {rule: title, reason: x, expires: soon}\n", 2, "not a date"),
        ("known:\n  - {rule: title, reason: x, expires: 2027-01-31, pages: /a/}\n", 2, "pages"),
        ("knwon: []\n", 1, "knwon"),
        ("known:\n  - rule: title\n    rule: title\n", 3, "second time"),
    ],
)
def test_a_mistake_in_the_file_is_a_problem_at_its_line(
    tmp_path: Path, text: str, line: int, said: str
) -> None:
    known, problems = read(tmp_path, text)
    assert known == NONE_KNOWN
    assert any(at == line and said in message for at, message in problems), problems


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    known, problems = read_known(tmp_path / "none.yaml", "none.yaml")
    assert known == NONE_KNOWN
    assert problems
