"""No site is called fully compliant unless tools and people have looked at all of it and found nothing."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from cyhoeddi.statement import Digests
from cyhoeddi.statement.verdict import MANY, YEAR, Reason, Status, Verdict, next_verdict, verdict_of
from cyhoeddi.words.statement import criteria
from tests.statement.stated import (
    AUDITED,
    BURDEN,
    FACTS,
    ISSUE,
    SIGNED,
    TODAY,
    fault,
    result,
    statement_of,
    write_stated,
)

AXE = {"name": "axe-core", "version": "4.14.0", "run": True}
OF_LEVEL_A = [number for number, one in criteria().items() if one.level == "A"]


def verdict(
    root: Path,
    facts: str,
    audit: dict[str, Any] | None,
    made: Digests | None = AUDITED,
    today: date = TODAY,
) -> Verdict:
    statement = statement_of(write_stated(root, facts, audit))
    assert statement.facts is not None
    return verdict_of(statement.facts, statement.result, made, today)


def test_a_site_is_fully_compliant_if_nobody_and_nothing_found_a_fault(tmp_path: Path) -> None:
    assert verdict(tmp_path, FACTS + SIGNED, result()) == Verdict(Status.FULL)


def test_a_site_that_was_not_audited_is_untested_whatever_people_know(tmp_path: Path) -> None:
    assert verdict(tmp_path, FACTS + SIGNED + ISSUE, None) == Verdict(Status.UNTESTED)


@pytest.mark.parametrize(
    ("facts", "audit", "reason"),
    [
        (SIGNED, result(fault()), Reason.FINDINGS),
        (SIGNED, result(fault("")), Reason.FINDINGS),
        (SIGNED, result(fault(known="Mended in spring", expires="2024-09-01")), Reason.FINDINGS),
        (SIGNED + ISSUE, result(), Reason.ISSUES),
        (SIGNED + BURDEN, result(), Reason.BURDENS),
        (SIGNED, result(complete=False), Reason.INCOMPLETE),
        (SIGNED, result(pages={"all": 0, "in_browser": 0}), Reason.INCOMPLETE),
        (SIGNED, result(pages={"all": 1200, "in_browser": 0}), Reason.INCOMPLETE),
        (SIGNED, result(tools=[]), Reason.INCOMPLETE),
        (SIGNED, result(tools=[AXE, {**AXE, "run": False}]), Reason.INCOMPLETE),
        (SIGNED, result(date="2023-05-02"), Reason.OLD),
        (SIGNED, result(date="2024-06-02"), Reason.OLD),
        (SIGNED.replace("2024-05-01", "2023-05-01", 1), result(), Reason.BY_HAND),
        (SIGNED.replace("2024-05-01", "2024-06-02", 1), result(), Reason.BY_HAND),
        ("", result(), Reason.BY_HAND),
        (SIGNED.replace("passed", "problems", 1), result(), Reason.BY_HAND),
        (
            SIGNED + "  - {check: print, name: {en: A, cy: A}, date: 2024-05-01, result: problems}\n",
            result(),
            Reason.BY_HAND,
        ),
    ],
)
def test_each_thing_alone_makes_it_partially_compliant(
    tmp_path: Path, facts: str, audit: dict[str, Any], reason: Reason
) -> None:
    assert verdict(tmp_path, FACTS + facts, audit) == Verdict(Status.PARTIAL, (reason,))


def test_many_unmet_requirements_of_level_a_make_it_not_compliant(tmp_path: Path) -> None:
    few, many = ([fault(number) for number in OF_LEVEL_A[:count]] for count in (MANY - 1, MANY))
    assert verdict(tmp_path / "few", FACTS + SIGNED, result(*few)).status is Status.PARTIAL
    found = verdict(tmp_path / "many", FACTS + SIGNED, result(*many))
    assert found == Verdict(Status.NONE, (Reason.MANY, Reason.FINDINGS))


def test_one_requirement_is_counted_once_and_what_people_know_counts_too(tmp_path: Path) -> None:
    same = [fault(OF_LEVEL_A[0]) for _ in range(MANY)]
    assert verdict(tmp_path / "same", FACTS + SIGNED, result(*same)).status is Status.PARTIAL
    others = [number for number in OF_LEVEL_A if number != "1.3.1"][: MANY - 1]
    found = verdict(tmp_path / "known", FACTS + SIGNED + ISSUE, result(*map(fault, others)))
    assert found.status is Status.NONE


def test_a_new_design_is_not_called_fully_compliant_but_new_content_may_be(tmp_path: Path) -> None:
    new_design = AUDITED.model_copy(update={"design": "e" * 64})
    new_content = AUDITED.model_copy(update={"content": "e" * 64})
    facts = FACTS + SIGNED
    assert verdict(tmp_path / "1", facts, result(), new_design) == Verdict(Status.PARTIAL, (Reason.DESIGN,))
    assert verdict(tmp_path / "2", facts, result(), new_content) == Verdict(Status.FULL)


def test_where_the_design_is_not_known_nothing_is_called_fully_compliant(tmp_path: Path) -> None:
    found = verdict(tmp_path, FACTS + SIGNED, result(), None)
    assert found == Verdict(Status.PARTIAL, (Reason.UNKNOWN,))


def test_tests_hold_good_for_a_year_from_their_own_day_on(tmp_path: Path) -> None:
    checks = SIGNED.replace("2024-05-01", "2024-05-02")
    day = date(2024, 5, 2)
    told = {
        today: verdict(tmp_path / str(today), FACTS + checks, result(), today=today)
        for today in (day - timedelta(1), day, day + YEAR, day + YEAR + timedelta(1))
    }
    stale = Verdict(Status.PARTIAL, (Reason.OLD, Reason.BY_HAND))
    assert list(told.values()) == [stale, Verdict(Status.FULL), Verdict(Status.FULL), stale]


def test_a_fault_that_people_found_counts_however_old_it_is(tmp_path: Path) -> None:
    old = "  - {check: print, name: {en: A, cy: A}, date: 2020-05-01, result: problems}\n"
    found = verdict(tmp_path, FACTS + SIGNED + old, result())
    assert found == Verdict(Status.PARTIAL, (Reason.BY_HAND,))


def turns(root: Path, facts: str, audit: dict[str, Any] | None, today: date = TODAY) -> list[date]:
    """Give each day after *today* on which the verdict changes by itself."""
    statement = statement_of(write_stated(root, facts, audit))
    assert statement.facts is not None
    found: list[date] = []
    while day := next_verdict(statement.facts, statement.result, found[-1] if found else today):
        found.append(day)
    return found


OVER = YEAR + timedelta(1)


def test_the_verdict_changes_on_the_day_after_the_year_of_each_test_it_stands_on(tmp_path: Path) -> None:
    found = turns(tmp_path, FACTS + SIGNED, result())
    assert found == [date(2024, 5, 1) + OVER, date(2024, 5, 2) + OVER]


def test_the_verdict_changes_at_no_other_time(tmp_path: Path) -> None:
    days = turns(tmp_path, FACTS + SIGNED, result())
    statement = statement_of(tmp_path)
    assert statement.facts is not None
    told = [
        verdict_of(statement.facts, statement.result, AUDITED, TODAY + timedelta(n)) for n in range(3 * 366)
    ]
    changed = [TODAY + timedelta(n) for n in range(1, len(told)) if told[n] != told[n - 1]]
    assert changed == days


@pytest.mark.parametrize(
    ("facts", "audit"),
    [
        (FACTS + SIGNED, None),
        (FACTS, result(date="2020-05-02")),
        (FACTS + SIGNED.replace("passed", "problems", 1), result(date="2020-05-02")),
    ],
)
def test_a_verdict_that_no_day_makes_worse_stays(
    tmp_path: Path, facts: str, audit: dict[str, Any] | None
) -> None:
    assert turns(tmp_path, facts, audit) == []


def test_a_test_with_a_date_in_the_future_speaks_from_that_day_on(tmp_path: Path) -> None:
    ahead = date(2024, 7, 1)
    found = turns(tmp_path / "near", FACTS, result(date=ahead.isoformat()))
    assert found == [ahead, ahead + OVER]
    assert turns(tmp_path / "far", FACTS, result(date="9999-12-31")) == [date.max]
