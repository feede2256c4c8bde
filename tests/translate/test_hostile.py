"""Files from strangers: refused quickly, with a problem, and never with more than that."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.translate.formats import MOST_BYTES, read_answers
from cyhoeddi.translate.take_in import take_in
from tests.project_folder import project_of, write_project
from tests.translate.exchange import project_with, send, story

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]><xliff>&j;</xliff>"
)
HEAD = '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (BOMB.encode(), "the file has a DOCTYPE"),
        (b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><xliff/>', "the file has a DOCTYPE"),
        (
            b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xliff>&e;</xliff>',
            "the file has a DOCTYPE",
        ),
        (b'<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:1/"> %p;]><xliff/>', "the file has a DOCTYPE"),
        (BOMB.encode("utf-16"), "the file has a DOCTYPE"),
        (f"{HEAD}&e;</xliff>".encode(), "the file is not XML"),
        (f"{HEAD}<file>".encode(), "the file is not XML"),
        (b"<xliff>\xff</xliff>", "the file is not XML"),
        (b'<?xml version="1.0" encoding="no-such"?><xliff/>', "the file"),
        (b'<?xml version="1.0" encoding="idna"?><xliff/>', "the file"),
        (b"", "the file is not XML"),
        (b"PK\x03\x04", "the file is not XML"),
        (b"<html/>", "the file is neither XLIFF 1.2 nor XLIFF 2.1"),
        (("<a>" * 100_000).encode(), "the file has more elements"),
        (f"{HEAD}{'<g/>' * 250_000}</xliff>".encode(), "the file has more elements"),
        (b" " * (MOST_BYTES + 1), "the file is larger than 32 MiB"),
    ],
)
def test_hostile_xml_is_refused_at_once(data: bytes, message: str) -> None:
    start = time.process_time()
    answers, (problem,) = read_answers(data, "a.xlf")
    assert answers == ()
    assert problem.message.startswith(message)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("key,English,Cymraeg\na,b,c\n".encode("utf-16"), "the table is not in UTF-8"),
        ("key,English,Cymraeg\na,b,tŷ\n".encode("cp1252", "replace") + b"\x92", "the table is not in UTF-8"),
        (b"key,English\n", "the table has no column Cymraeg"),
        (b"", "the table has no column"),
        (b"key,English,Cymraeg\na,b\n", "this row has not as many cells"),
        (b'key,English,Cymraeg\na,"b,c\n', "this is no table"),
        (b"key,English,Cymraeg\na,b," + b"x" * 200_000, "this is no table"),
        (b"key,English,Cymraeg\n" + b"a,b,c\n" * 20_001, "too many rows"),
        (b"key,English,Cymraeg\na,b\x00,c\n", None),
    ],
)
def test_a_hostile_table_is_refused_at_once(data: bytes, message: str | None) -> None:
    start = time.process_time()
    answers, problems = read_answers(data, "a.csv")
    if message is None:
        assert len(answers) + len(problems) == 1
    else:
        assert answers == ()
        assert [problem.message.startswith(message) for problem in problems] == [True]
    assert time.process_time() - start < 5


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_table_that_a_spreadsheet_wrote_in_its_own_way_is_read(delimiter: str) -> None:
    rows = [["state", "key", "Cymraeg", "English"], ["x", "a/b/cy", "'=1+1", "one"]]
    data = "\r\n".join(delimiter.join(row) for row in rows).encode()
    ((answer,), problems) = read_answers(data, "a.csv")
    assert problems == ()
    assert (answer.key, answer.cells, answer.position.line) == ("a/b/cy", ("one", "=1+1"), 2)


@given(st.binary(max_size=300), st.sampled_from(["a.csv", "a.xlf", "a", "a.TXT"]))
def test_no_bytes_make_it_fail(data: bytes, name: str) -> None:
    answers, problems = read_answers(data, name)
    assert all(problem.position.file == name for problem in problems)
    assert all(answer.position.file == name for answer in answers)


TAGS = st.sampled_from(
    [
        "<g id='1'>",
        "</g>",
        "<x id='2'/>",
        "<mrk>",
        "</mrk>",
        "words",
        "<bx/>",
        "<ex rid='1'/>",
        "<sub>",
        "</sub>",
    ]
)


@given(st.lists(TAGS, max_size=8).map("".join))
def test_no_codes_make_it_fail(tmp_path_factory: pytest.TempPathFactory, inside: str) -> None:
    root = tmp_path_factory.getbasetemp() / "hostile"
    project = project_of(root if root.exists() else write_project(root))
    key = "publication/minutes/sections/background/body/cy/p1"
    unit = f'<trans-unit id="{key}"><source>x</source><target>{inside}</target></trans-unit>'
    languages = 'source-language="en" target-language="cy"'
    answers, problems = read_answers(
        f"{HEAD}<file {languages}><body>{unit}</body></file></xliff>".encode(), "a.xlf"
    )
    taken = take_in(project, answers)
    assert taken.files == {}
    assert len(problems) + len(taken.problems) == 1


def test_an_export_cannot_run_as_a_formula(tmp_path: Path) -> None:
    project = project_with(tmp_path, story("=1+1", "@SUM(A1)").replace("A story", "-2+3 \\\\ cmd"))
    for data in send(project, "csv", everything=True).values():
        for row in data.decode("utf-8-sig").splitlines():
            assert not any(cell.startswith(tuple("=+-@")) for cell in row.strip('"').split('","'))
