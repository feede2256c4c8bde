from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.problems import Level, Position, Problem
from cyhoeddi.report import FORMATS, render_github, render_json, render_junit, render_sarif, render_text

RENTS = Problem(
    Position("briefings/rents.yaml", 14, 11),
    "numbers-agree",
    "only in English: £68m; only in Welsh: £86m",
    "Find the figure's own source.",
)
EARLIER = Problem(Position("briefings/rents.yaml", 3, 2), "yaml", "a tab", "Use spaces.", Level.WARNING)
OTHER = Problem(Position("briefings/care.yaml"), "yaml", "100%:\r\nbad", "Mend it, now.", Level.NOTE)

PROBLEMS = st.lists(
    st.builds(
        Problem,
        st.builds(Position, st.text(), st.integers(1, 99), st.integers(1, 99)),
        st.just("yaml"),
        st.text(),
        st.text(),
        st.sampled_from(Level),
    ),
    max_size=4,
)


def test_text_gives_place_level_message_rule_and_hint_in_order() -> None:
    assert render_text([RENTS, EARLIER]) == (
        "briefings/rents.yaml:3:2: warning: a tab (yaml)\n"
        "    hint: Use spaces.\n"
        "briefings/rents.yaml:14:11: error: only in English: £68m; only in Welsh: £86m (numbers-agree)\n"
        "    hint: Find the figure's own source.\n"
        "1 error, 1 warning in 1 file\n"
    )


def test_text_counts_levels_and_files() -> None:
    assert render_text([RENTS, RENTS, EARLIER, OTHER]).endswith("\n2 errors, 1 warning, 1 note in 2 files\n")


def test_text_says_that_there_is_no_problem() -> None:
    assert render_text([]) == "No problems found\n"


@given(PROBLEMS)
def test_text_keeps_two_printable_lines_for_each_problem(problems: list[Problem]) -> None:
    lines = render_text(problems).split("\n")
    assert len(lines) == 2 * len(problems) + 2
    assert all(line.isprintable() for line in lines)


def test_github_commands_are_escaped() -> None:
    odd = Problem(Position("a,b:c.yaml", 2, 3), "yaml", "50%", "Mend it.", Level.WARNING)
    assert render_github([odd, OTHER]) == (
        "::warning file=a%2Cb%3Ac.yaml,line=2,col=3,title=yaml::50%25%0AMend it.\n"
        "::notice file=briefings/care.yaml,line=1,col=1,title=yaml::100%25:%0D%0Abad%0AMend it, now.\n"
    )


@given(PROBLEMS)
def test_github_gets_one_line_for_each_problem(problems: list[Problem]) -> None:
    lines = render_github(problems).split("\n")
    assert len(lines) == len(problems) + 1
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines[:-1])


@given(PROBLEMS)
def test_json_holds_everything(problems: list[Problem]) -> None:
    whole = json.loads(render_json(problems))
    read = [
        Problem(
            Position(each["file"], each["line"], each["column"]),
            each["rule"],
            each["message"],
            each["hint"],
            Level(each["level"]),
        )
        for each in whole["problems"]
    ]
    assert read == sorted(problems)
    assert sum(whole["counts"].values()) == len(problems)


def test_each_format_has_its_name() -> None:
    assert {
        "text": render_text,
        "github": render_github,
        "json": render_json,
        "junit": render_junit,
        "sarif": render_sarif,
    } == FORMATS
