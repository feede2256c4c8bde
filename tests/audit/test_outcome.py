from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.group import Fault
from cyhoeddi.audit.outcome import LeftOut, Outcome
from cyhoeddi.audit.tools import PARTS, Tool
from cyhoeddi.language import Language
from cyhoeddi.problems import Level, Position, Problem
from cyhoeddi.statement import result

CLEAN = Outcome(
    target="site",
    date=date(2026, 11, 22),
    faults=(),
    known=(),
    tools=(Tool("java", "17"), Tool("vnu-jar", "26")),
    pages_static=1200,
    pages_browser=34,
    views=("1280 px", "320 px"),
    pdfs=1,
    left_out=(),
)
FINDINGS = tuple(
    Finding("names", address, "A link has no name", "Name it.") for address in ("/a/", "/a/", "/b/")
)
FAULT = Fault("names", "2.4.4", "A link has no name", "Name it.", Level.ERROR, FINDINGS)
KNOWN = replace(FAULT, reason="In the spring", expires=date(2027, 1, 31))
MISSING = Tool("outloud")


def problem(level: Level) -> Problem:
    return Problem(Position("known-faults.yaml"), "known-faults", "message", "Hint.", level)


@pytest.mark.parametrize(
    ("outcome", "passed"),
    [
        (CLEAN, True),
        (replace(CLEAN, faults=(FAULT,)), False),
        (replace(CLEAN, faults=(replace(FAULT, level=Level.WARNING),)), True),
        (replace(CLEAN, known=(KNOWN,)), True),
        (replace(CLEAN, tools=(MISSING,)), True),
        (replace(CLEAN, tools=(MISSING,), insists=True), False),
        (replace(CLEAN, insists=True), True),
        (replace(CLEAN, left_out=(LeftOut("of_sample", 9),), insists=True), True),
        (replace(CLEAN, problems=(problem(Level.WARNING),)), True),
        (replace(CLEAN, problems=(problem(Level.ERROR),)), False),
    ],
)
def test_the_verdict_follows_from_what_counts(outcome: Outcome, passed: bool) -> None:
    assert outcome.passed is passed
    last = list(outcome.sentences())[-1]
    assert last.startswith("The site passed." if passed else "The site did not pass: ")


def test_the_end_says_what_was_looked_at_and_what_was_not() -> None:
    left_out = (LeftOut("unfit", 1), LeftOut("of_sample", 9))
    outcome = replace(
        CLEAN, faults=(FAULT,), known=(KNOWN,), tools=(MISSING,), insists=True, left_out=left_out
    )
    assert list(outcome.sentences()) == [
        "Looked at: 1200 pages; 34 of them in the browser, in 2 views each; 1 PDF.",
        "Left out: 1 file has an address that no folder can hold.",
        "Left out: 9 pages were not opened in the browser; --all opens every page.",
        "Not run: outloud, which is not installed. Install it with: pip install outloud",
        "Known until 2027-01-31: names on 2 pages: In the spring",
        "The site did not pass: 1 fault and tools that did not run, which CI insists on.",
    ]


def test_what_was_left_out_is_told_in_both_languages() -> None:
    parts = [LeftOut(f"part_{name}") for name in PARTS]
    english, welsh = ([one.told(language) for one in parts] for language in Language)
    assert len({*english, *welsh}) == 2 * len(parts)
    counted = ("queries", "unfit", "beyond", "of_sample", "without_browser")
    assert all(
        LeftOut(key, number).told(side) for key in counted for number in range(1, 8) for side in Language
    )
    assert LeftOut("of_sample", 1).told(Language.EN).startswith("1 page was not opened")
    assert LeftOut("without_browser", 6).told(Language.CY).startswith("Ni agorwyd 6 thudalen mewn porwr")


def test_an_audit_is_complete_when_nothing_was_left_out_and_every_tool_ran() -> None:
    assert CLEAN.is_complete
    assert not replace(CLEAN, left_out=(LeftOut("part_pdf"),)).is_complete
    assert not replace(CLEAN, tools=(MISSING,)).is_complete


def test_the_summary_is_plain_data_with_open_and_known_faults() -> None:
    summary = replace(CLEAN, faults=(FAULT,), known=(KNOWN,), tools=(Tool("java", "17"), MISSING)).summary()
    assert json.loads(json.dumps(summary)) == {
        "version": 1,
        "date": "2026-11-22",
        "pages": {"all": 1200, "in_browser": 34},
        "pdfs": 1,
        "complete": False,
        "tools": [
            {"name": "java", "version": "17", "run": True},
            {"name": "outloud", "version": "", "run": False},
        ],
        "findings": [
            {
                "rule": "names",
                "criterion": "2.4.4",
                "message": "A link has no name",
                "pages": ["/a/", "/b/"],
                "known": known,
                "expires": expires,
            }
            for known, expires in ((None, None), ("In the spring", "2027-01-31"))
        ],
    }


def test_the_statement_can_read_the_summary() -> None:
    outcome = replace(CLEAN, faults=(FAULT,), known=(KNOWN,), tools=(MISSING,))
    told = result.Result.model_fields.keys() - {"audited"}
    assert outcome.summary().keys() == told
    for shape, part in ((result.Fault, "findings"), (result.Tool, "tools")):
        for one in outcome.summary()[part]:
            assert shape.model_validate_json(json.dumps(one)).model_dump(mode="json") == one
