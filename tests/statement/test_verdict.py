"""No site is called fully compliant unless tools and people have looked at all of it and found nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cyhoeddi.statement import Digests
from cyhoeddi.statement.verdict import MANY, Reason, Status, Verdict, verdict_of
from cyhoeddi.words.statement import criteria
from tests.statement.stated import (
    AUDITED,
    BURDEN,
    FACTS,
    ISSUE,
    SIGNED,
    fault,
    result,
    statement_of,
    write_stated,
)

OF_LEVEL_A = [number for number, one in criteria().items() if one.level == "A"]


def verdict(root: Path, facts: str, audit: dict[str, Any] | None, made: Digests | None = AUDITED) -> Verdict:
    statement = statement_of(write_stated(root, facts, audit))
    assert statement.facts is not None
    return verdict_of(statement.facts, statement.result, made)


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
    assert verdict(tmp_path / "3", facts, result(), None) == Verdict(Status.FULL)
