"""The rules of parity, measured: a floor under what they find, and how the bench judges it."""

from __future__ import annotations

import pytest

from bench.parity.entries import Entry, load_entries, read_samples
from bench.parity.fault import Fault, Place
from bench.parity.gate import findings
from bench.parity.measure import Verdict, complaints, measure, rate, rules_of, table_by_fault, table_by_rule
from bench.parity.plant import PLANTERS, planted
from cyhoeddi.checks import ACCEPTABLE
from cyhoeddi.language import Language
from cyhoeddi.problems import Level
from tests.conftest import PROJECT

ENTRIES = load_entries()
FLOOR = 0.98
CLEAN = Entry("example", "body", "One.\n\nIt cost £5.\n", "Un.\n\nCostiodd £5.\n", Language.EN)
WRONG = CLEAN.with_text(Language.CY, "Un.\n\nCostiodd £6.\n")


def fault(rule: str, line: int, accepted: Entry = CLEAN, name: str = "money-amount-changed") -> Fault:
    place = Place(Language.CY, line, line)
    return Fault(name, (rule,), accepted, WRONG, Language.CY, 3, (place,), ())


def test_no_error_is_found_in_the_clean_texts() -> None:
    assert complaints(ENTRIES, Level.ERROR) == []


def test_few_warnings_are_given_for_the_clean_texts() -> None:
    assert len(complaints(ENTRIES, Level.WARNING)) < len(ENTRIES) / 5


@pytest.mark.parametrize(("seed", "half"), [("a floor", 0), ("another", 1)])
def test_nearly_all_faults_are_found_by_the_right_rule_at_the_right_line(seed: str, half: int) -> None:
    results = measure(planted(ENTRIES[half::2], seed, 120))
    missed = [(one.fault.name, one.fault.original.id) for one in results if one.verdict is not Verdict.FOUND]
    assert len({one.fault.name for one in results}) > 0.9 * len(PLANTERS)
    assert rate(results) >= FLOOR, missed


def test_every_rule_that_a_fault_names_is_a_rule() -> None:
    named = {rule for one in planted(ENTRIES[::6], "rules", 60) for rule in rules_of(one)}
    assert named
    assert named <= ACCEPTABLE.keys()


def test_only_a_right_rule_at_a_right_line_counts_as_found() -> None:
    faults = [fault("money-agree", 3), fault("money-agree", 1), fault("dates-agree", 3)]
    assert [one.verdict for one in measure(faults)] == [Verdict.FOUND, Verdict.ELSEWHERE, Verdict.ELSEWHERE]


def test_a_stale_text_is_measured_against_what_was_accepted() -> None:
    found = [one for one in findings(WRONG, CLEAN) if one.rule == "stale"]
    assert [(one.side, one.line) for one in found] == [(Language.EN, 3)]
    assert not any(one.rule == "stale" for one in findings(WRONG))


def test_the_tables_count_each_kind_and_all() -> None:
    results = measure([fault("money-agree", 3), fault("money-agree", 1)])
    assert table_by_fault(results).splitlines()[2:] == [
        "| money-amount-changed | 2 | 1 | 1 | 0 | 0 | 50.0 |",
        "| **All** | 2 | 1 | 1 | 0 | 0 | 50.0 |",
    ]
    assert table_by_rule(results).splitlines()[2:] == ["| money-agree | 2 | 1 | 0 | 1 |"]


def test_the_samples_are_clean_too_without_the_words_of_the_project() -> None:
    samples = read_samples(PROJECT / "briefings")
    assert {entry.kind for entry in samples} == {"title", "summary", "heading", "attachment", "body"}
    assert complaints(samples, Level.ERROR) == []
