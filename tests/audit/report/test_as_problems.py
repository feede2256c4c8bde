"""An outcome as problems: each stands where it can be mended, and every format can tell it."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from cyhoeddi.audit.finding import Finding
from cyhoeddi.audit.outcome import Outcome
from cyhoeddi.audit.report import as_problems
from cyhoeddi.audit.tools import Tool
from cyhoeddi.problems import Level, Position
from cyhoeddi.report import FORMATS
from tests.audit.report import outcomes

PAGE = '<!DOCTYPE html>\n<html lang="cy">\n<body>\n  <p class="a"\n    id="b">Ŵyr</p>\n</body>\n</html>\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project folder with a built site of one page, three lines into which stands a paragraph."""
    file = tmp_path / "site" / "cy" / "index.html"
    file.parent.mkdir(parents=True)
    file.write_text(PAGE, encoding="utf-8")
    return tmp_path


def position(root: Path, snippet: str, address: str = "/cy/", target: str = "") -> Position:
    finding = Finding("tables", address, "Wrong", "Mend it.", snippet=snippet)
    outcome = outcomes.outcome(target or root / "site", faults=outcomes.faults(finding))
    return as_problems(outcome, root)[0].position


def test_nothing_wrong_is_no_problem() -> None:
    assert as_problems(outcomes.outcome(), Path()) == ()


def test_a_fault_is_one_problem_with_its_criterion_and_its_pages() -> None:
    found = {one.rule: one for one in as_problems(outcomes.full(), Path())}
    assert len(found) == 5
    assert found["axe:color-contrast"].message == (
        "Elements must meet minimum color contrast ratio thresholds (WCAG 1.4.3, contrast (minimum)), "
        "on 13 pages: /cy/tudalen-1/, /cy/tudalen-10/, /cy/tudalen-11/ and 10 more"
    )
    assert found["nu:duplicate-id"].message == "Duplicate ID “a”, on /en/"
    assert (found["pdfua"] if "pdfua" in found else found["audit-tools"]).level is Level.WARNING


def test_a_fault_found_several_times_on_a_page_says_how_often() -> None:
    twice = [
        Finding("tables", "/a/", "Wrong", "Mend it.", selector=f"table:nth-of-type({n})") for n in (1, 2)
    ]
    outcome = outcomes.outcome(faults=outcomes.faults(*twice))
    assert [one.message for one in as_problems(outcome, Path())] == ["Wrong, 2 times on /a/"]


def test_what_an_author_wrote_stands_in_the_authors_file() -> None:
    problem = next(one for one in as_problems(outcomes.full(), Path()) if one.rule == "page-language")
    assert problem.position == Position("briefings/a.yaml", 12, 5)


@pytest.mark.parametrize(
    ("snippet", "line", "column"),
    [
        ('<p class="a" id="b">Ŵyr</p>', 4, 3),
        ('<p class="a" id="b"…', 4, 3),
        ("Ŵyr", 5, 12),
        ("<table>", 1, 1),
        ("", 1, 1),
    ],
)
def test_what_a_template_made_stands_in_the_built_page(
    root: Path, snippet: str, line: int, column: int
) -> None:
    assert position(root, snippet) == Position("site/cy/index.html", line, column)


def test_what_is_no_longer_there_or_was_never_a_folder_stands_at_its_address(root: Path) -> None:
    assert position(root, "x", "/en/gone.pdf") == Position("en/gone.pdf")
    assert position(root, "x", "/", "http://127.0.0.1:8000/") == Position("index.html")


def test_a_site_elsewhere_is_named_in_full(root: Path, tmp_path: Path) -> None:
    finding = Finding("tables", "/cy/", "Wrong", "Mend it.")
    outcome = outcomes.outcome(root / "site", faults=outcomes.faults(finding))
    (problem,) = as_problems(outcome, tmp_path / "another")
    assert problem.position == Position((root / "site/cy/index.html").resolve().as_posix())


@pytest.mark.parametrize("insists", [False, True])
@pytest.mark.parametrize(
    "faults", [(), outcomes.faults(outcomes.LANGUAGE), outcomes.faults(outcomes.INVALID)]
)
@pytest.mark.parametrize("tools", [outcomes.INSTALLED, (Tool("outloud"),)])
def test_there_is_an_error_among_them_if_and_only_if_the_audit_did_not_pass(
    insists: bool, faults: tuple[object, ...], tools: tuple[Tool, ...]
) -> None:
    outcome: Outcome = outcomes.outcome(faults=faults, tools=tools, insists=insists)
    levels = {one.level for one in as_problems(outcome, Path())}
    assert (Level.ERROR in levels) is not outcome.passed


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_every_fault(name: str) -> None:
    text = FORMATS[name](as_problems(outcomes.full(), Path()))
    for rule in ("axe:color-contrast", "nu:duplicate-id", "page-language", "audit-tools"):
        assert rule.replace(":", "%3A" if name == "github" else ":") in text
    if name in ("json", "sarif"):
        json.loads(text)
    if name == "junit":
        Xml.fromstring(text)  # noqa: S314 (our own)
