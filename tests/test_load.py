"""Each mistake of shape is a problem at its place, in words for people who write briefings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cyhoeddi.clock import read_clock
from cyhoeddi.load import load_part
from cyhoeddi.model import Publication, Series
from cyhoeddi.problems import Problem
from cyhoeddi.project import Project, read_project
from cyhoeddi.salvage import salvage
from cyhoeddi.source import parse_source
from tests.project_folder import (
    NOW,
    every_problem,
    files,
    found,
    problems_of,
    project_of,
    replace,
    write,
    write_project,
)

MINUTES = "briefings/2023/minutes.yaml"

WRONG = [
    # what stands in the file, what is written instead, the place, the message
    ("type: minutes", "type: minuets", "1:7", '"minuets" is not known here'),
    ("type: minutes", "type: [minutes]", "1:7", '"type" must be text, and is a list'),
    ("type: minutes\n", "", "1:1", '"type" is missing'),
    ("type: minutes", "type:", "1:6", '"type" is empty'),
    ("type: minutes", "type: minutes\ncontcat: {}", "2:1", '"contcat" is not a key of the format'),
    ("type: minutes", "type: minutes\nid: other", "2:1", '"id" is not a key of the format'),
    ("type: minutes", "type: minutes\nstatus: publishd", "2:9", '"publishd" is not known here'),
    ("2023-11-14", "2023-02-30", "4:18", '"2023-02-30" is not a day of the calendar'),
    ("2023-11-14", "14/11/2023", "4:18", '"14/11/2023" is not a date'),
    ("2023-11-14", "true", "4:18", "true is not a date"),
    ("2023-11-14", "[2023]", "4:18", "a list is not a date"),
    ("2023-11-14", "{y: 2023}", "4:18", "a group of lines is not a date"),
    ("type: minutes", "type: minutes\npublish_at: 2023-11-14", "2:13", '"2023-11-14" is not a date and time'),
    (
        "type: minutes",
        "type: minutes\npublish_at: 2023-11-14 09:30",
        "2:13",
        '"2023-11-14 09:30" is not a date and time',
    ),
    (
        "type: minutes",
        "type: minutes\npublish_at: 2023-11-14T25:30",
        "2:13",
        '"2023-11-14T25:30" is not a day and time of the calendar',
    ),
    ("type: minutes", "type: minutes\npublish_at: true", "2:13", "true is not a date and time"),
    (
        "title:\n  en: Board minutes\n  cy: Cofnodion y bwrdd",
        "title: true",
        "5:8",
        '"title" must be a group of lines',
    ),
    (
        "title:\n  en: Board minutes\n  cy: Cofnodion y bwrdd",
        "title: Words",
        "5:8",
        '"title" must be a group of lines',
    ),
    ("title:\n  en: Board minutes\n  cy: Cofnodion y bwrdd\n", "", "1:1", '"title" is missing'),
    ("en: Board minutes", "en: true", "6:7", '"en" must be text, and is true'),
    (
        "en: Board minutes",
        f"en: {'x' * 121}",
        "6:7",
        "too long: 121 characters, and at most 120 are allowed",
    ),
    (
        "en: What the board said.",
        f"en: {'x' * 301}",
        "9:7",
        "too long: 301 characters, and at most 300 are allowed",
    ),
    ("  cy: Cofnodion y bwrdd", "  cy: Cofnodion\n  wl: Cofnodion", "8:3", '"wl" is not a key of the format'),
    ("[one]", "one", "3:14", '"workstreams" must be a list'),
    ("[one]", "[One]", "3:15", '"One" cannot be used here'),
    ("[one]", "[[one]]", "3:15", 'item 1 of "workstreams" must be text, and is a list'),
    (
        "  - heading: {en: Background, cy: Cefndir}\n    id",
        "  - id",
        "12:5",
        '"heading" is missing',
    ),
    ("    id: background", "    id: Back ground", "13:9", '"Back ground" cannot be used here'),
    ("    id: background", "    boddy: {}", "13:5", '"boddy" is not a key of the format'),
    ("type: minutes", "type: minutes\nsource_language: fr", "2:18", '"fr" is not known here'),
    ("type: minutes", "type: minutes\nslug: {en: Board, cy: bwrdd}", "2:12", '"Board" cannot be used here'),
    ("type: minutes", "type: minutes\nredirects: {en: [a b]}", "2:18", '"a b" cannot be used here'),
    ("type: minutes", "type: minutes\nredirects: {fr: [a]}", "2:13", '"fr" is not a key of the format'),
    (
        "type: minutes",
        "type: minutes\ncontact: {name: {en: A, cy: B}, email: nobody}",
        "2:40",
        '"nobody" cannot be used here',
    ),
    (
        "type: minutes",
        "type: minutes\ncontact: {name: {en: A, cy: B}, telephone: ask us}",
        "2:44",
        '"ask us" cannot be used here',
    ),
    ("type: minutes", "type: minutes\ncontact: {email: a@b.org}", "2:1", '"name" is missing'),
    (
        "type: minutes",
        "type: minutes\nchanges:\n  - note: {en: A, cy: B}",
        "3:5",
        '"date" is missing',
    ),
    (
        "type: minutes",
        "type: minutes\nattachments:\n  - title: {en: A, cy: B}\n    file: ../x.csv",
        "4:11",
        '"../x.csv" cannot be used here',
    ),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def test_the_project_of_the_tests_has_nothing_wrong(root: Path) -> None:
    assert found(root) == []


@pytest.mark.parametrize(("old", "new", "place", "message"), WRONG)
def test_a_mistake_of_shape_stands_at_its_place_and_brings_no_other(
    root: Path, old: str, new: str, place: str, message: str
) -> None:
    replace(root, MINUTES, old, new)
    assert found(root) == [f"{MINUTES}:{place}: error: {message} (format)"]


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("type: minutes", "type: minuets", 'Did you mean "minutes"? Use one of: '),
        ("type: minutes", "tpye: minutes", 'Did you mean "type"?'),
        ("type: minutes", "type: minutes\nauthor: Me", "The keys that can stand here are: attachments, "),
        ("title:", "titles:", 'Did you mean "title"?'),
        ("    id: background", "    boddy: {}", 'Did you mean "body"?'),
        (
            "title:\n  en: Board minutes\n  cy: Cofnodion y bwrdd",
            "title: Words",
            "Write it in both languages",
        ),
        ("en: Board minutes", "en: true", "Write it in quotes."),
        ("2023-11-14", "14/11/2023", "Write year, month and day, as 2023-11-14."),
        (
            "type: minutes",
            "type: minutes\nattachments:\n  - title: {en: A, cy: B}",
            "Write the name of a file",
        ),
        (
            "type: minutes",
            "type: minutes\nwithdrawn: gone",
            "Write on lines of their own below it what belongs to it: date, reason, replaced_by.",
        ),
    ],
)
def test_a_hint_says_what_to_do(root: Path, old: str, new: str, hint: str) -> None:
    replace(root, MINUTES, old, new)
    assert any(problem.hint.startswith(hint) for problem in problems_of(root))


def test_a_message_repeats_no_long_value(root: Path) -> None:
    replace(root, MINUTES, "2023-11-14", "2" * 500)
    assert found(root) == [f'{MINUTES}:4:18: error: "{"2" * 60}..." is not a date (format)']


def test_five_mistakes_of_five_kinds_are_five_problems(root: Path) -> None:
    replace(root, MINUTES, "type: minutes\nseries: programme", "type: minuets\nseries: programm")
    replace(root, MINUTES, "2023-11-14", "2023-02-30\nauthor: Me")
    replace(root, MINUTES, "cy: Cofnodion y bwrdd", 'cy: ""')
    assert found(root) == [
        f'{MINUTES}:1:7: error: "minuets" is not known here (format)',
        f'{MINUTES}:2:9: error: "programm" is not the id of anything here (names-known)',
        f'{MINUTES}:4:18: error: "2023-02-30" is not a day of the calendar (format)',
        f'{MINUTES}:5:1: error: "author" is not a key of the format (format)',
        f"{MINUTES}:8:7: error: the Welsh is empty (both-languages)",
    ]


def test_both_keys_that_are_missing_at_the_start_of_a_file_are_told(root: Path) -> None:
    replace(root, MINUTES, "first_published: 2023-11-14\n", "")
    replace(root, MINUTES, "type: minutes\n", "")
    assert found(root) == [
        f'{MINUTES}:1:1: error: "first_published" is missing (dates)',
        f'{MINUTES}:1:1: error: "type" is missing (format)',
    ]


def test_a_name_of_a_file_that_cannot_be_read_is_no_second_problem(root: Path) -> None:
    write(root, "briefings/report.yaml", "title: [\n")
    assert {line.split(":")[0] for line in found(root)} == {"briefings/report.yaml"}


def test_a_misshapen_file_still_stands_for_its_publication(root: Path) -> None:
    replace(root, "briefings/report.yaml", "type: report", "type: reprot")
    assert {line.split(":")[0] for line in found(root)} == {"briefings/report.yaml"}
    assert [one.id for one in project_of(root).publications] == ["report", "minutes"]


@pytest.mark.parametrize("shape", [Publication, Series])
def test_what_is_right_is_left_as_it_is_by_salvage(shape: type[Publication | Series]) -> None:
    name = MINUTES if shape is Publication else "briefings/series/programme.yaml"
    source, _ = parse_source(_text(name), name)
    assert source is not None
    known = {"id": "a", "file": name}
    assert (salvage(source.data, shape, known), ()) == load_part(source, shape, known)


def _text(name: str) -> bytes:
    return files()[name].encode()


KEYS = st.sampled_from([*Publication.model_fields, *Series.model_fields, "en", "cy", "date", "path", "x"])
WORDS = st.sampled_from(
    [
        "",
        "a",
        "draft",
        "withdrawn",
        "en",
        "cy",
        "report",
        "2023-11-14",
        "2023-11-14T09:30",
        "attachments/0/file",
    ]
)
DATA = st.recursive(
    WORDS | st.booleans() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=25,
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_project(tmp_path_factory.mktemp("project"))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.dictionaries(KEYS, DATA, max_size=10), place=st.sampled_from(["x", "series/x"]))
def test_any_data_gives_problems_or_a_model_and_never_raises(
    shared: Path, data: dict[str, object], place: str
) -> None:
    name = f"briefings/{place}.yaml"
    write(shared, name, json.dumps(data))
    project = read_project(shared, read_clock(NOW))
    problems = list(every_problem(project))
    (shared / name).unlink()
    entry = next((one for one in project.entries if one.source.file == name), None)
    assert problems_in(problems, name) or (entry is not None and entry.part is not None)
    assert not problems_outside(problems, project)


def problems_in(problems: list[Problem], name: str) -> bool:
    return any(problem.position.file == name for problem in problems)


def problems_outside(problems: list[Problem], project: Project) -> list[Problem]:
    return [problem for problem in problems if not (project.root / problem.position.file).parent.is_dir()]
