from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.checks import markdown
from tests.project_folder import BODIES, found, problems_of, replace, write_project

MINUTES = "briefings/2023/minutes.yaml"
ENGLISH = "The board met. See [the report](pub:report)."
WELSH = "Cyfarfu'r bwrdd. Gweler [yr adroddiad](pub:report)."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def test_is_named_after_its_file() -> None:
    assert markdown.ID == "markdown"


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("# A heading", "16:9"),
        ("Some words<br>", "16:19"),
        ("See [click here](https://example.org/).", "16:13"),
        ("See [the list](ftp://example.org/).", "16:13"),
        ("See [the page](about.md).", "16:13"),
        ("![](map.png)", "16:9"),
        ("Look at https://example.org/ today", "16:17"),
    ],
)
def test_what_is_refused_in_a_body_stands_at_its_place(root: Path, written: str, place: str) -> None:
    replace(root, MINUTES, ENGLISH, written)
    places = [
        f"{problem.position.line}:{problem.position.column}"
        for problem in problems_of(root)
        if problem.rule == "markdown"
    ]
    assert places == [place]


def test_each_refusal_of_a_text_is_told(root: Path) -> None:
    replace(root, MINUTES, ENGLISH, "<i>One</i>\n\n        # Two\n\n        [here](https://example.org/)")
    lines = [problem.position.line for problem in problems_of(root) if problem.rule == "markdown"]
    assert set(lines) == {16, 18, 20}


def test_details_and_remits_are_bodies_too(root: Path) -> None:
    replace(root, MINUTES, "type: minutes", "type: minutes\ndetails: {en: '# A', cy: '# A'}")
    replace(root, "briefings/series/programme.yaml", "To begin.", "<i>To begin.</i>")
    assert {problem.position.file for problem in problems_of(root) if problem.rule == "markdown"} == {
        MINUTES,
        "briefings/series/programme.yaml",
    }


@pytest.mark.parametrize(
    "title",
    [
        "a * b_c",
        "[a](b)",
        "Cost {n} {a: b}",
        "<b>",
        "At [Senedd Cymru]{lang=cy}",
        "no",
        "on",
    ],
)
def test_a_plain_text_is_printed_as_written(root: Path, title: str) -> None:
    replace(root, MINUTES, "en: Board minutes", f"en: '{title}'")
    assert found(root) == []


@pytest.mark.parametrize(("english", "welsh"), [("# 1", "# 1"), ("1. One", "1. Un")])
def test_a_plain_text_that_opens_like_a_heading_or_a_list_is_neither(
    root: Path, english: str, welsh: str
) -> None:
    replace(root, MINUTES, "en: Board minutes", f"en: '{english}'")
    replace(root, MINUTES, "cy: Cofnodion y bwrdd", f"cy: '{welsh}'")
    assert found(root) == []


@pytest.mark.parametrize("mark", ["{lang=fr}", "{ lang=cy }", "{:lang=cy}", '{lang="cy"}'])
def test_a_mark_of_language_that_marks_nothing_is_refused(root: Path, mark: str) -> None:
    replace(root, MINUTES, "en: Board minutes", f"en: 'At [Senedd Cymru]{mark} today'")
    assert found(root) == [f"{MINUTES}:6:25: error: {_quoted(mark)} marks nothing here (markdown)"]


def _quoted(mark: str) -> str:
    return f'"{mark}"'


def test_a_hand_written_page_may_have_headings_and_no_html(root: Path) -> None:
    for (side, body), heading in zip(BODIES.items(), ("A heading", "Pennawd"), strict=True):
        replace(root, f"docs/{side}/about.md", body, f"## {heading}\n\n{body}")
    assert found(root) == []
    for side, body in BODIES.items():
        replace(root, f"docs/{side}/about.md", body, "Some <b>text</b>.")
    assert {
        (problem.position.file, problem.position.line, problem.position.column)
        for problem in problems_of(root)
    } >= {("docs/cy/about.md", 9, 6), ("docs/en/about.md", 9, 6)}
