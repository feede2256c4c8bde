"""accessibility.yaml is read as every other file: each mistake at its place, and parity on its texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.cli import main
from cyhoeddi.memory import accept_texts, write_memory
from cyhoeddi.statement import read_statement
from cyhoeddi.translate.selection import select
from tests.project_folder import found, problems_of, project_of, write, write_project
from tests.statement.stated import FACTS, ISSUE, SIGNED, write_stated

AT = "accessibility.yaml"


def test_the_least_statement_has_no_problems(tmp_path: Path) -> None:
    assert found(write_stated(tmp_path)) == []


def test_a_whole_statement_has_no_problems(tmp_path: Path) -> None:
    assert found(write_stated(tmp_path, FACTS + ISSUE + SIGNED)) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("prepared: 2024-01-10\n", "", '1:1: error: "prepared" is missing (format)'),
        ("reply_within: 5", "reply_within: soon", '1:15: error: "soon" is not a whole number from 1 to 1000'),
        ("reviewed: 2024-05-20", "reviewed: 20/05/2024", '3:11: error: "20/05/2024" is not a date'),
        ("issues:", "isues:", '4:1: error: "isues" is not a key of the format'),
        (
            '"1.3.1"',
            '"1.3.7"',
            '5:16: error: "1.3.7" is not a success criterion of WCAG 2.2 at level A or AA',
        ),
        ('"1.3.1"', "1.4.6", '5:16: error: "1.4.6" is not a success criterion of WCAG 2.2 at level A or AA'),
        ("Some tables", "Some 3 tables", "8:52: error: only in English: 3 (numbers-agree)"),
        ("cy: Nid oes penawdau ar rai tablau", "cy: ''", "8:50: error: the Welsh is empty (both-languages)"),
        ("cy: Nid oes penawdau ar rai tablau", "cy: Some tables have no headings", "8:"),
    ],
)
def test_a_mistake_has_its_place(tmp_path: Path, old: str, new: str, problem: str) -> None:
    text = FACTS + ISSUE
    assert text.count(old) == 1
    problems = found(write_stated(tmp_path, text.replace(old, new)))
    assert problems[0].startswith(f"{AT}:{problem}"), problems


def test_nobody_is_told_to_make_a_draft_of_it(tmp_path: Path) -> None:
    issue = ISSUE.replace("cy: Nid oes penawdau ar rai tablau", "cy: ''")
    (problem,) = problems_of(write_stated(tmp_path, FACTS + issue))
    assert problem.hint == "Write the Welsh text."


def test_the_hint_guesses_what_was_meant(tmp_path: Path) -> None:
    root = write_stated(tmp_path, FACTS + SIGNED.replace("check: zoom", "check: zom"))
    _, (problem,) = read_statement(root)
    assert problem.message == '"zom" is not known here'
    assert problem.hint.startswith('Did you mean "zoom"? Use one of: keyboard, ')


@pytest.mark.parametrize("text", ["- a list\n", "a: b: c\n", "\ta: b\n", "", "note: &a {en: *a}\n"])
def test_broken_yaml_is_one_mistake_and_the_page_not_called_missing(tmp_path: Path, text: str) -> None:
    problems = found(write_stated(tmp_path, text))
    assert problems
    assert all(problem.startswith(f"{AT}:") for problem in problems), problems


def test_settings_that_cannot_be_read_do_not_make_the_statement_missing(tmp_path: Path) -> None:
    root = write_stated(tmp_path)
    write(
        root,
        "docs/en/about.md",
        "---\ntitle: About\ndescription: About.\nslug: about\n---\n\n[A](accessibility.md)\n",
    )
    write(root, "mkdocs.yml", "site_name: [\n")
    assert not [one for one in found(root) if "(site-pages)" in one or "(names-known)" in one]


def test_other_pages_may_link_to_the_statement_and_its_headings(tmp_path: Path) -> None:
    root = write_stated(tmp_path)
    front = "---\ntitle: {}\ndescription: {}.\nslug: {}\n---\n\n"
    link = "[{}](accessibility.md#{}).\n"
    write(
        root,
        "docs/en/about.md",
        front.format("About", "About", "about") + link.format("Whom", "enforcement-procedure"),
    )
    write(
        root,
        "docs/cy/about.md",
        front.format("Amdanom ni", "Amdanom ni", "am") + link.format("Pwy", "enforcement-procedure"),
    )
    assert found(root) == [
        'docs/cy/about.md:7:1: error: there is no heading "enforcement-procedure" on accessibility.md'
        " (names-known)"
    ]


def test_without_the_file_the_statement_is_a_hand_written_page(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    assert read_statement(root) == (None, ())
    assert found(root) == []


def test_its_texts_are_remembered_and_one_that_falls_behind_is_found(tmp_path: Path) -> None:
    root = write_stated(tmp_path, FACTS + ISSUE)
    project = project_of(root)
    keys = [one.held.key for one in project.standings]
    assert "statement/accessibility/issues/*/note" in keys
    write_memory(root, accept_texts(project.standings, project.memory))
    assert found(root) == []
    write(root, AT, (FACTS + ISSUE).replace("Some tables have", "Many tables have"))
    assert [one.partition(": error: ")[2] for one in found(root)] == [
        "the English of issues/0/note changed, and the Welsh did not (stale)"
    ]


def test_its_texts_go_to_translators_and_come_back(tmp_path: Path) -> None:
    root = write_stated(tmp_path, FACTS + ISSUE.replace("cy: Nid oes penawdau ar rai tablau", "cy: ''"))
    key = "statement/accessibility/issues/0/note/cy"
    (row,) = [unit for batch in select(project_of(root)) for unit in batch.entries]
    assert row.unit.key == key
    answers = f"key,English,Cymraeg\n{key},Some tables have no headings,Nid oes penawdau ar rai tablau\n"
    write(root, "answers.csv", answers)
    main(["-C", str(root), "translate", "import", str(root / "answers.csv")])
    assert "cy: 'Nid oes penawdau ar rai tablau'}" in (root / AT).read_text(encoding="utf-8")
