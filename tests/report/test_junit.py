from __future__ import annotations

from xml.etree import ElementTree as Xml

from hypothesis import given

from cyhoeddi.problems import Level, Problem
from cyhoeddi.report import render_junit
from tests.report.test_report import EARLIER, OTHER, PROBLEMS, RENTS


def read(text: str) -> Xml.Element:
    return Xml.fromstring(text.encode())  # noqa: S314  # our own


def test_an_error_is_a_failure_with_its_place_message_and_hint() -> None:
    (case,) = read(render_junit([RENTS])).iter("testcase")
    assert case.attrib == {
        "classname": "briefings/rents.yaml",
        "name": "numbers-agree 14:11",
        "file": "briefings/rents.yaml",
        "line": "14",
    }
    (failure,) = case
    assert failure.attrib == {"type": "numbers-agree", "message": RENTS.message}
    assert failure.text == f"briefings/rents.yaml:14:11: error: {RENTS.message}\n{RENTS.hint}"


def test_warnings_and_notes_are_told_and_do_not_fail() -> None:
    whole = read(render_junit([EARLIER, OTHER]))
    assert whole.attrib == {"tests": "2", "failures": "0", "errors": "0"}
    assert [[child.tag for child in case] for case in whole.iter("testcase")] == [["system-out"]] * 2


def test_each_file_is_a_suite_with_its_own_counts() -> None:
    suites = read(render_junit([RENTS, EARLIER, OTHER])).findall("testsuite")
    assert [(suite.get("name"), suite.get("tests"), suite.get("failures")) for suite in suites] == [
        ("briefings/care.yaml", "1", "0"),
        ("briefings/rents.yaml", "2", "1"),
    ]


def test_without_problems_there_is_one_case_that_passes() -> None:
    (case,) = read(render_junit([])).iter("testcase")
    assert (case.get("name"), list(case)) == ("No problems found", [])


@given(PROBLEMS)
def test_whatever_authors_wrote_it_is_xml_with_a_failure_for_each_error(problems: list[Problem]) -> None:
    whole = read(render_junit(problems))
    errors = sum(problem.level is Level.ERROR for problem in problems)
    assert len(list(whole.iter("failure"))) == errors
    assert whole.get("failures") == str(errors)
