"""Problems as JUnit's XML, which build servers show among the results of tests."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from xml.etree import ElementTree as Xml

from cyhoeddi.problems import Level, Problem

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""


def render_junit(problems: Iterable[Problem]) -> str:
    """Give a suite for each file, with a failure for each error; a warning or note is a case that passes.

    Without problems there is one case that passes, as many build servers take an empty report for a mistake.
    """
    ordered = sorted(problems)
    whole = Xml.Element("testsuites", _counts(ordered))
    for file, members in groupby(ordered, key=lambda problem: problem.position.file):
        listed = list(members)
        suite = Xml.SubElement(whole, "testsuite", {"name": _clean(file), **_counts(listed)})
        for problem in listed:
            _add_case(suite, problem)
    if not ordered:
        suite = Xml.SubElement(whole, "testsuite", {"name": "cyhoeddi", **_counts([])})
        Xml.SubElement(suite, "testcase", {"classname": "cyhoeddi", "name": "No problems found"})
    Xml.indent(whole)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{Xml.tostring(whole, encoding="unicode")}\n'


def _counts(problems: list[Problem]) -> dict[str, str]:
    errors = sum(problem.level is Level.ERROR for problem in problems)
    return {"tests": str(len(problems) or 1), "failures": str(errors), "errors": "0"}


def _add_case(suite: Xml.Element, problem: Problem) -> None:
    at = problem.position
    name = f"{problem.rule} {at.line}:{at.column}"
    facts = {"classname": _clean(at.file), "name": name, "file": _clean(at.file), "line": str(at.line)}
    case = Xml.SubElement(suite, "testcase", facts)
    words = _clean(f"{at.file}:{at.line}:{at.column}: {problem.level}: {problem.message}\n{problem.hint}")
    if problem.level is Level.ERROR:
        message = {"type": problem.rule, "message": _clean(problem.message)}
        Xml.SubElement(case, "failure", message).text = words
    else:
        Xml.SubElement(case, "system-out").text = words


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
