from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote

from hypothesis import given

from cyhoeddi.problems import Position, Problem
from cyhoeddi.report import render_sarif
from cyhoeddi.rules import all_rules
from tests.report.test_report import EARLIER, OTHER, PROBLEMS, RENTS


def run_of(problems: list[Problem]) -> dict[str, Any]:
    """Give the one run of the log."""
    log = json.loads(render_sarif(problems))
    assert log.keys() == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_every_rule_is_there_once_with_its_help_from_the_docstring() -> None:
    driver = run_of([])["tool"]["driver"]
    assert driver["name"] == "cyhoeddi"
    rules = {rule["id"]: rule for rule in driver["rules"]}
    assert list(rules) == list(all_rules())
    assert len(rules) == len(driver["rules"])
    for rule in rules.values():
        assert rule["shortDescription"]["text"]
        assert rule["help"]["text"].startswith(rule["shortDescription"]["text"])
        assert rule["defaultConfiguration"]["level"] in {"error", "warning"}
    assert 'fail:  "£68m" and "£86 miliwn"' in rules["money-agree"]["help"]["text"]
    assert rules["glossary"]["defaultConfiguration"]["level"] == "warning"


def test_a_problem_is_a_result_at_its_line_and_column() -> None:
    run = run_of([RENTS])
    (result,) = run["results"]
    assert result["ruleId"] == "numbers-agree"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "numbers-agree"
    assert result["level"] == "error"
    assert result["message"] == {"text": f"{RENTS.message}. {RENTS.hint}"}
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "briefings/rents.yaml"},
                "region": {"startLine": 14, "startColumn": 11},
            }
        }
    ]
    assert run["columnKind"] == "unicodeCodePoints"


def test_warnings_and_notes_keep_their_level() -> None:
    assert [result["level"] for result in run_of([EARLIER, OTHER])["results"]] == ["note", "warning"]


def test_a_problem_that_moved_has_the_same_fingerprint_and_another_has_its_own() -> None:
    moved = Problem(Position(RENTS.position.file, 99), RENTS.rule, RENTS.message, RENTS.hint)
    first, second, other = (
        run_of([problem])["results"][0]["partialFingerprints"] for problem in (RENTS, moved, EARLIER)
    )
    assert first == second != other


def test_a_rule_that_has_no_entry_is_told_all_the_same() -> None:
    (result,) = run_of([Problem(Position("a.yaml"), "no-such-rule", "x", "Y.")])["results"]
    assert (result["ruleId"], "ruleIndex" in result) == ("no-such-rule", False)


@given(PROBLEMS)
def test_addresses_of_files_are_relative_and_escaped(problems: list[Problem]) -> None:
    results = run_of(problems)["results"]
    uris = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results]
    assert all(uri.isascii() and ":" not in uri and " " not in uri for uri in uris)
    assert [unquote(uri) for uri in uris] == [problem.position.file for problem in sorted(problems)]
