"""What is said of a run: its ratios, whether they got worse, its goals and its report."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from bench.goals import MIB, goals
from bench.measured import OURS, Measured, Run, Step
from bench.peers import PEERS
from bench.ratios import ratios_of, read_ratios, without, worse, write_ratios
from bench.report import render_report
from tests.conftest import PROJECT

FACTS = {"cores": 2, "python": "3.11", "system": "Linux"}


def measured(publications: int, seconds: float = 1, memory: int = 100 * MIB) -> Measured:
    """Give what a run finds in which ours takes so long for each step, and the others ten seconds."""
    builders = {OURS: seconds} | {peer.name: 10 for peer in PEERS}
    runs = {(name, step): [Run(each, memory)] * 3 for name, each in builders.items() for step in Step}
    return Measured(publications, 4 * publications, 3, runs, dict.fromkeys(builders, 1000 * publications))


def whole(seconds: float) -> Sequence[Measured]:
    return [measured(number, seconds * number / 5000) for number in (100, 1000, 5000)]


def test_ratios_are_shares_of_the_others_time() -> None:
    ratios = ratios_of(measured(100, 2))
    assert ratios["from nothing / Hugo"] == ratios["after an edit / Eleventy"] == 0.2
    assert ratios["check from nothing / Hugo from nothing"] == 0.2
    assert ratios["memory / Hugo"] == ratios["size / Hugo"] == 1


@pytest.mark.parametrize(("seconds", "complaints"), [(2, 0), (2.5, 0), (2.51, 1), (1, 0)])
def test_a_ratio_may_be_worse_by_a_quarter_and_no_more(seconds: float, complaints: int) -> None:
    expected = {"100": {"from nothing / Hugo": 0.2}}
    now = {"100": {"from nothing / Hugo": seconds / 10, "nothing to do / Hugo": 9}}
    assert len(list(worse(expected, now))) == complaints


def test_a_ratio_that_is_missing_is_complained_of_but_not_another_number_of_publications() -> None:
    expected = {"100": {"from nothing / Hugo": 0.2}, "1000": {"from nothing / Hugo": 0.2}}
    (complaint,) = worse(expected, {"100": {}})
    assert complaint.startswith("100 publications, from nothing / Hugo")


def test_of_peers_that_were_not_asked_nothing_is_missing() -> None:
    expected = {"100": {"from nothing / Hugo": 0.2, "from nothing / Eleventy": 0.5}}
    assert without(expected, ["Eleventy"]) == {"100": {"from nothing / Hugo": 0.2}}
    assert without(expected, []) == expected


def test_ratios_are_kept_by_number_and_others_stay(tmp_path: Path) -> None:
    file = tmp_path / "ratios.json"
    assert read_ratios(file) == {}
    write_ratios({"1000": {"size / Hugo": 1}, "100": {"size / Hugo": 2}}, file)
    write_ratios({"100": {"size / Hugo": 3}}, file)
    assert list(read_ratios(file).items()) == [("100", {"size / Hugo": 3}), ("1000", {"size / Hugo": 1})]


def test_every_goal_is_met_by_a_quick_run_and_not_by_a_slow_one() -> None:
    assert {goal.met(whole(0.25)) for goal in goals()} == {True}
    missed = [goal.name for goal in goals() if not goal.met(whole(60))]
    assert len(missed) == sum("exponent" not in goal.name and goal.name != "Memory" for goal in goals())


def test_a_small_run_says_that_goals_were_not_measured() -> None:
    assert {goal.met([measured(50)]) for goal in goals()} == {None}


def test_growth_is_measured_against_pages() -> None:
    squares = [measured(number, (number / 100) ** 2, number**2) for number in (100, 1000)]
    missed = {goal.name for goal in goals() if goal.met(squares) is False and "exponent" in goal.name}
    assert missed == {"Time by pages, exponent", "Memory by pages, exponent"}


def test_the_report_names_everyone_and_every_row_has_all_its_columns() -> None:
    report = render_report(whole(1), PEERS, FACTS)
    assert all(f"**{peer.name}" in report for peer in PEERS)
    assert "every byte was the same" in report
    assert max(len(line) for line in report.splitlines() if not line.startswith("|")) <= 110
    for part in report.split("\n\n"):
        lines = [line for line in part.splitlines() if line.startswith("|")]
        assert len({line.count("|") for line in lines}) <= 1


def test_the_report_says_so_if_a_build_after_an_edit_is_another() -> None:
    one = measured(100)
    other = Measured(100, 400, 3, one.runs, one.sizes, ("index.html",))
    assert "1 file differed" in render_report([other], PEERS, FACTS)


def test_ci_compares_a_number_of_publications_whose_ratios_are_known() -> None:
    workflow = yaml.safe_load((PROJECT / ".github/workflows/site.yml").read_text(encoding="utf-8"))
    command = shlex.split(workflow["jobs"]["bench"]["steps"][-1]["run"])
    assert command[:3] == [".venv/bin/python", "-m", "bench"]
    numbers = [word for word in command[3:] if re.fullmatch(r"\d{3,}", word)]
    assert numbers
    assert set(numbers) <= read_ratios().keys()
    assert "--record" not in command
