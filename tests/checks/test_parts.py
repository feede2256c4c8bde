from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.checks import parts
from tests.project_folder import MINUTES as TEXT
from tests.project_folder import found, problems_of, replace, write, write_project

MINUTES = "briefings/2023/minutes.yaml"
SERIES = "briefings/series/programme.yaml"
WITHDRAWN = "withdrawn: {date: 2024-01-02, reason: {en: Old., cy: Hen.}}"
HEAD = TEXT[: TEXT.index("sections:")]


def section(depth: int, rest: str = "body: {en: A., cy: B.}", heading: str = "A") -> str:
    """Give a section that stands *depth* levels deep, from 1, as lines."""
    before = "  " * (2 * depth - 1)
    return f"{before}- heading: {{en: {heading}, cy: {heading}}}\n{before}  {rest}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def test_is_named_after_its_file() -> None:
    assert parts.ID == "parts"


@pytest.mark.parametrize(
    ("rest", "place"),
    [("", "1:1"), ("sections: []\n", "11:11"), ("attachments: []\n", "11:14"), ("status: draft\n", "1:1")],
)
def test_there_is_something_to_read(root: Path, rest: str, place: str) -> None:
    write(root, MINUTES, HEAD + rest)
    message = "there is nothing to read: no sections and no attachments"
    assert found(root) == [f"{MINUTES}:{place}: error: {message} (parts)"]


def test_a_withdrawn_publication_says_when_and_why(root: Path) -> None:
    replace(root, MINUTES, "type: minutes", "type: minutes\nstatus: withdrawn")
    assert found(root) == [f'{MINUTES}:1:1: error: "withdrawn" is missing (parts)']
    replace(root, MINUTES, "type: minutes", f"type: minutes\n{WITHDRAWN}")
    assert found(root) == []


@pytest.mark.parametrize("status", ["status: published\n", "status: draft\n", ""])
def test_only_a_withdrawn_publication_does(root: Path, status: str) -> None:
    replace(root, MINUTES, "type: minutes", f"type: minutes\n{status}{WITHDRAWN}")
    message = "this group is for a withdrawn publication only"
    line = 3 if status else 2
    assert found(root) == [f"{MINUTES}:{line}:1: error: {message} (parts)"]


def test_a_status_that_cannot_be_read_is_the_only_problem(root: Path) -> None:
    replace(root, MINUTES, "type: minutes", f"type: minutes\nstatus: withdrawnn\n{WITHDRAWN}")
    assert found(root) == [f'{MINUTES}:2:9: error: "withdrawnn" is not known here (format)']


def test_workstreams_call_for_a_series(root: Path) -> None:
    replace(root, MINUTES, "series: programme\n", "")
    message = "there are workstreams, but no series"
    assert found(root) == [f"{MINUTES}:2:14: error: {message} (parts)"]


@pytest.mark.parametrize("rest", ["id: a", "sections: []"])
def test_a_section_holds_something(root: Path, rest: str) -> None:
    write(root, MINUTES, f"{HEAD}sections:\n{section(1, rest)}")
    assert found(root) == [f"{MINUTES}:12:5: error: the section is empty (parts)"]


def test_a_body_of_the_wrong_shape_is_one_problem(root: Path) -> None:
    write(root, MINUTES, f"{HEAD}sections:\n{section(1, 'body: Words')}")
    assert found(root) == [f'{MINUTES}:13:11: error: "body" must be a group of lines (format)']


def test_a_section_may_hold_sub_sections_only_three_levels_in_all(root: Path) -> None:
    three = section(1, "sections:") + section(2, "sections:") + section(3)
    write(root, MINUTES, f"{HEAD}sections:\n{three}")
    assert found(root) == []


def test_a_fourth_level_is_refused_where_it_begins(root: Path) -> None:
    four = "".join(section(depth, "sections:") for depth in (1, 2, 3)) + section(4)
    write(root, MINUTES, f"{HEAD}sections:\n{four}")
    assert found(root) == [f"{MINUTES}:18:17: error: sections go down 3 levels at most (parts)"]


def test_an_id_stands_for_one_section(root: Path) -> None:
    twice = section(1, "id: a\n    body: {en: A., cy: B.}") + section(1, "sections:")
    write(root, MINUTES, f"{HEAD}sections:\n{twice}{section(2, 'id: a')}        body: {{en: A., cy: B.}}\n")
    (problem,) = problems_of(root)
    assert (problem.position.line, problem.position.column) == (18, 13)
    assert problem.message == 'the id "a" is used twice'
    assert problem.hint == "The first is on line 13. Give each an id of its own."


def test_an_id_stands_for_one_workstream(root: Path) -> None:
    text = (root / SERIES).read_text(encoding="utf-8")
    item = text[text.index("  - id: one") :]
    write(root, SERIES, text + item.replace("Workstream 1", "Second").replace("Ffrwd waith 1", "Ail"))
    assert found(root) == [f'{SERIES}:12:9: error: the id "one" is used twice (parts)']


def test_the_sections_of_a_series_are_held_to_the_same(root: Path) -> None:
    write(root, SERIES, (root / SERIES).read_text(encoding="utf-8") + f"sections:\n{section(1, 'id: a')}")
    assert found(root) == [f"{SERIES}:13:5: error: the section is empty (parts)"]
