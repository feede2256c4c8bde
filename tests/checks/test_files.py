from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.checks import files
from tests.project_folder import BODIES, found, problems_of, replace, write, write_project

REPORT = "briefings/report.yaml"
MINUTES = "briefings/2023/minutes.yaml"
FOLDER = "briefings/files/report"
PLAIN_SVG = '<svg xmlns="http://www.w3.org/2000/svg"><rect fill="url(#a)" width="1"/></svg>'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def test_is_named_after_its_file() -> None:
    assert files.ID == "files"


def test_a_file_that_is_not_there_is_named_once_where_it_is_named(root: Path) -> None:
    replace(root, REPORT, "file: data.csv", "file: numbers.csv")
    assert found(root) == [f"{REPORT}:7:11: error: {FOLDER}/numbers.csv is not there (files)"]


def test_each_side_is_looked_at_in_its_place(root: Path) -> None:
    replace(root, REPORT, "file: data.csv", "file: {en: dato.csv, cy: ffigurau.ods}")
    assert [(problem.position.column, problem.hint) for problem in problems_of(root)] == [
        (16, 'Did you mean "data.csv"?'),
        (30, f"Put the file at {FOLDER}/ffigurau.ods."),
    ]


@pytest.mark.parametrize("name", ["data.doc", "data.html", "data.exe", "data", "data.csv.zip"])
def test_a_kind_that_readers_cannot_open_is_refused(root: Path, name: str) -> None:
    write(root, f"{FOLDER}/{name}", "x")
    replace(root, REPORT, "file: data.csv", f"file: {name}")
    assert found(root) == [f'{REPORT}:7:11: error: "{name}" is not of a kind allowed here (files)']


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b"a,b"),
        ("a.CSV", b"a,b"),
        ("a.pdf", b"%PDF-1.7"),
        ("a.ods", b"PK\3\4"),
        ("a.docx", b"PK\3\4"),
        ("a.png", b"\x89PNG\r\n"),
        ("a.jpeg", b"\xff\xd8\xff\xe0"),
        ("a.svg", PLAIN_SVG.encode()),
    ],
)
def test_the_kinds_of_the_format_are_taken(root: Path, name: str, content: bytes) -> None:
    write(root, f"{FOLDER}/{name}", content)
    replace(root, REPORT, "file: data.csv", f"file: {name}")
    assert found(root) == []


def test_a_file_that_is_not_what_its_name_says_is_only_warned_of(root: Path) -> None:
    write(root, f"{FOLDER}/a.pdf", "Hello")
    replace(root, REPORT, "file: data.csv", "file: a.pdf")
    message = f"{FOLDER}/a.pdf is not what its name says: a file of the kind PDF"
    assert found(root) == [f"{REPORT}:7:11: warning: {message} (files)"]


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<a onclick="x()"/>',
        "<foreignObject/>",
        '<image href="https://example.org/a.png"/>',
        '<a xmlns:x="http://www.w3.org/1999/xlink" x:href="javascript:x()"/>',
        '<use href="other.svg#a"/>',
        "<style>@import 'a.css';</style>",
        '<rect style="fill: url(https://example.org/)"/>',
        '<animate attributeName="href" to="#a"/>',
        "<not closed",
    ],
)
def test_a_picture_that_acts_or_fetches_is_refused_where_it_is_named(root: Path, inside: str) -> None:
    write(root, f"{FOLDER}/a.svg", PLAIN_SVG.replace("</svg>", f"{inside}</svg>"))
    replace(root, REPORT, "file: data.csv", "file: a.svg")
    (problem,) = problems_of(root)
    assert (problem.position.file, problem.position.line, problem.position.column) == (REPORT, 7, 11)
    assert problem.message.startswith(f"{FOLDER}/a.svg holds ")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_no_encoding_hides_a_script(root: Path, encoding: str) -> None:
    write(root, f"{FOLDER}/a.svg", "<svg><script/></svg>".encode(encoding))
    replace(root, REPORT, "file: data.csv", "file: a.svg")
    assert [problem.rule for problem in problems_of(root)] == ["files"]


def test_an_entity_cannot_fill_the_memory(root: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "x"}">' for n in range(20))
    write(root, f"{FOLDER}/a.svg", f"<!DOCTYPE svg [{entities}]><svg>&e19;</svg>")
    replace(root, REPORT, "file: data.csv", "file: a.svg")
    assert found(root) == [f"{REPORT}:7:11: error: {FOLDER}/a.svg holds an XML entity (files)"]


def test_an_image_is_looked_for_where_the_text_names_it(root: Path) -> None:
    for old, alt in ((" See ", "A map of Wales"), (" Gweler ", "Map o Gymru")):
        replace(root, MINUTES, old, f" ![{alt}](map.png){old}")
    place = "briefings/files/minutes/map.png"
    assert found(root) == [
        f"{MINUTES}:16:24: error: {place} is not there (files)",
        f"{MINUTES}:18:26: error: {place} is not there (files)",
    ]
    write(root, place, b"\x89PNG")
    assert found(root) == []


def test_a_document_is_no_image(root: Path) -> None:
    for old, alt in ((" See ", "A map of Wales"), (" Gweler ", "Map o Gymru")):
        replace(root, MINUTES, old, f" ![{alt}](map.pdf){old}")
    assert {problem.message for problem in problems_of(root)} == {'"map.pdf" is not of a kind allowed here'}


def test_a_hand_written_page_holds_no_images(root: Path) -> None:
    for side, alt in (("en", "A map of Wales"), ("cy", "Map o Gymru")):
        replace(root, f"docs/{side}/about.md", BODIES[side], f"{BODIES[side]} ![{alt}](map.png)")
    message = "a hand-written page cannot hold images"
    assert found(root) == [
        f"docs/cy/about.md:7:9: error: {message} (files)",
        f"docs/en/about.md:7:7: error: {message} (files)",
    ]
