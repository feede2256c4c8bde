"""Known problems are left out, and told once they are gone."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from cyhoeddi.baseline import RULE, baseline_of, read_baseline, without_known, write_baseline
from cyhoeddi.cli import main
from cyhoeddi.problems import Level, Position, Problem
from tests import project_folder as folder
from tests.report.test_report import EARLIER, PROBLEMS, RENTS

NAME = "known.json"


def moved(problem: Problem, lines: int = 5) -> Problem:
    return replace(problem, position=replace(problem.position, line=problem.position.line + lines))


def written(root: Path, *problems: Problem) -> Path:
    file = root / NAME
    write_baseline(file, baseline_of(problems))
    return file


def test_a_known_problem_is_left_out_wherever_it_has_moved() -> None:
    known = baseline_of([RENTS])
    assert without_known([moved(RENTS), EARLIER], known, NAME) == (EARLIER,)


@pytest.mark.parametrize(
    "other",
    [
        replace(RENTS, message="only in English: £69m"),
        replace(RENTS, rule="money-agree"),
        replace(RENTS, position=Position("briefings/other.yaml", 14, 11)),
    ],
)
def test_another_message_rule_or_file_is_another_problem(other: Problem) -> None:
    assert other in without_known([other, RENTS], baseline_of([RENTS]), NAME)


def test_of_more_alike_than_are_known_the_last_is_new() -> None:
    known = baseline_of([RENTS, RENTS])
    assert without_known([RENTS, moved(RENTS), moved(RENTS, 9)], known, NAME) == (moved(RENTS, 9),)


def test_a_known_problem_that_is_gone_is_a_warning_at_its_line_of_the_file(tmp_path: Path) -> None:
    file = written(tmp_path, EARLIER, RENTS)
    known, faults = read_baseline(file, NAME)
    assert faults == ()
    (problem,) = without_known([EARLIER], known, NAME)
    assert (problem.rule, problem.level) == (RULE, Level.WARNING)
    assert (
        problem.message
        == f"a known problem no longer occurs: {RENTS.position.file}: {RENTS.message} ({RENTS.rule})"
    )
    assert RENTS.rule in file.read_text(encoding="utf-8").splitlines()[problem.position.line - 1]


def test_the_file_is_sorted_with_a_line_for_each_problem(tmp_path: Path) -> None:
    first = written(tmp_path, RENTS, EARLIER, moved(EARLIER)).read_bytes()
    assert written(tmp_path, moved(EARLIER), EARLIER, RENTS).read_bytes() == first
    assert json.loads(first) == {
        "known": [
            {"file": "briefings/rents.yaml", "rule": "numbers-agree", "message": RENTS.message},
            {"file": "briefings/rents.yaml", "rule": "yaml", "message": "a tab", "count": 2},
        ]
    }
    assert len(first.decode().splitlines()) == 4


@given(problems=PROBLEMS)
def test_what_was_written_hides_all_of_it_and_nothing_else(
    problems: list[Problem], tmp_path_factory: pytest.TempPathFactory
) -> None:
    known, faults = read_baseline(written(tmp_path_factory.getbasetemp(), *problems), NAME)
    assert (without_known(problems, known, NAME), faults) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "[" * 9999,
        "\x00",
        '{"known": {"a": 1}}',
        '{"known": [[]]}',
        '{"known": [{"file": 1, "rule": "a", "message": "b"}]}',
        '{"known": [{"file": "a", "rule": "a", "message": "b", "count": "many"}]}',
    ],
)
def test_a_file_of_another_shape_is_a_problem(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    known, (problem,) = read_baseline(tmp_path / NAME, NAME)
    assert (known, problem.rule, problem.level) == ({}, RULE, Level.ERROR)


def test_the_command_writes_the_file_and_then_shows_only_what_is_new(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = folder.write_project(tmp_path)
    folder.replace(root, "briefings/report.yaml", "file: data.csv", "file: dada.csv")
    command = ["-C", str(root), "check", "--now", folder.NOW]
    assert main(command) == 1
    assert main([*command, "--write-baseline", str(root / NAME)]) == 0
    capsys.readouterr()
    assert main([*command, "--baseline", str(root / NAME)]) == 0
    assert capsys.readouterr().out == "No problems found\n"
    folder.replace(root, "briefings/report.yaml", "file: dada.csv", "file: data.csv")
    assert main([*command, "--baseline", str(root / NAME)]) == 0
    assert capsys.readouterr().out.startswith("known.json:2:1: warning: a known problem no longer occurs: ")


def test_a_baseline_that_is_not_there_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = folder.write_project(tmp_path)
    assert main(["-C", str(root), "check", "--now", folder.NOW, "--baseline", str(root / NAME)]) == 1
    assert "known.json:1:1: error: the file cannot be read" in capsys.readouterr().out
