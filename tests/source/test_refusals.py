from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from cyhoeddi.problems import Problem
from cyhoeddi.source import building, parse_source, read_source

REFUSED = [
    # Encoding: the first bad byte.
    (b"\xff\xfet\0i\0", 1, 1, "UTF-16"),
    (b"\xfe\xff\0t\0i", 1, 1, "UTF-16"),
    ("title: môr".encode("utf-16-le"), 1, 2, "zero byte"),
    (b"type: briefing\r\ntitle: m\xf4r\r\n", 2, 9, '"ô"'),
    (b"\xef\xbb\xbftitle: \xc3\xb4 m\x81r\n", 1, 11, "81"),
    (b"a: b\nc: \x07d\n", 2, 4, "U+0007"),
    ("a: b\u2028c\n", 1, 5, "U+2028"),
    ("a: b\u202ec\n", 1, 5, "U+202E"),
    ("a: b\n\ufeffc: d\n", 2, 1, "U+FEFF"),
    ('a: "b\\0c"\n', 1, 6, "zero byte"),
    ('a:\n  - "b c\n    d\\x07"\n', 3, 6, "U+0007"),
    # The whole.
    ("", 1, 1, "empty"),
    ("\n \n", 1, 1, "empty"),
    ("# only\n# this\n", 1, 1, "only comments"),
    ("---\n", 1, 1, "empty"),
    ("# first\n- a\n- b\n", 2, 1, "a list"),
    ("type\n", 1, 1, "a text"),
    ("title:Foo\n", 1, 1, "a text"),
    ("a: b\n---\nc: d\n", 2, 1, "second document"),
    ("a: b\n" * 250_000, 1, 1, "1 MiB"),
    # What YAML can do and the format does not allow.
    ("a: b\nc: &x d\n", 2, 4, "anchor"),
    ("a: *b\n", 1, 4, "alias"),
    ("a: !!str b\n", 1, 4, "tag"),
    ("a: !!! note\n", 1, 4, "tag"),
    ("%TAG ! foo:\n---\na: b\n", 1, 1, "%TAG"),
    ("a: b\nc: d\na: e\n", 3, 1, "second time"),
    ("a:\n  - {en: b, cy: c, en: d}\n", 2, 20, "second time"),
    ("? [a]\n: b\n", 1, 3, "where a key is expected"),
    ("a: " + "[" * 100_000, 1, 23, "20 levels"),
    ("[" * 100_000, 1, 21, "20 levels"),
    ("- " * 100_000, 1, 41, "20 levels"),
    # Tabs.
    ("title:\n\ten: foo\n", 2, 1, "tab"),
    ("title:\n  en: foo\n\tcy: x\n", 3, 1, "tab"),
    ("a: |\n  foo\n\tbar\n", 3, 1, "tab"),
    # Quotes and brackets: where they open.
    ('a: b\ntitle: "foo\nb: bar\n', 2, 8, "not closed"),
    ("a: 'foo\nb: bar\n", 1, 4, "not closed"),
    ('a:\n  en: "foo\n  cy: "bar"\n', 2, 7, "closes on line 3"),
    ("a: 'it's fine'\nb: bar\n", 1, 4, "closes on line 1"),
    ('a: "C:\\dir"\n', 1, 4, "backslash"),
    ("a: b\nc: [b, c\nd: e\n", 2, 4, "[ that opens here"),
    ("a: {en: b\n", 1, 4, "{ that opens here"),
    ("a: [text](pub:x) and more\n", 1, 4, "bracket that opens here"),
    # Colons and dashes.
    ("type: b\ntitle: Foo: bar\n", 2, 11, "second colon"),
    ("type: b\ntitle:Foo\nslug: x\n", 2, 1, 'colon of "title"'),
    ("title:\n  en:Foo\n  cy: x\n", 2, 3, 'colon of "en"'),
    ("title: {en:Foo, cy: Bar}\n", 1, 9, '"en:Foo"'),
    ("type: b\ntitle\nslug: x\n", 2, 1, "no key"),
    ("a: b\n: c\n", 2, 1, "no key before"),
    ("a: - b\n", 1, 4, "list"),
    ("a:\n  - b\n  -c\n", 3, 3, "dash"),
    # First characters.
    ("a: %foo\n", 1, 4, "begin with %"),
    ("a: @foo\n", 1, 4, "begin with @"),
    ("a: `foo`\n", 1, 4, "begin with `"),
    ("a: **foo** bar\n", 1, 4, "begin with *"),
    ("a: & bar\n", 1, 4, "begin with &"),
    ("a: ]b\n", 1, 4, "begin with ]"),
    ("a: > 5\n", 1, 4, "follow >"),
    # Indentation: where the keys, items or text open that the line should have lined up with.
    ("a:\n  b: c\n   d: e\n", 3, 5, "further in"),
    ("x: y\na:\n    b: c\n  d: e\n", 1, 1, "line 4 does not line up"),
    ("a:\n  - b\n  c: d\n", 2, 3, "line 3 does not line up"),
    ("a:\n  b: |\n      foo\n    bar\n", 2, 6, "line 4"),
]


@pytest.fixture(params=["fast", "pure"])
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "pure":
        monkeypatch.setattr(building, "_PARSER", yaml.SafeLoader)
    return str(request.param)


def problem_of(written: str | bytes) -> Problem:
    source, problems = parse_source(written if isinstance(written, bytes) else written.encode(), "a.yaml")
    assert source is None
    return problems[0]


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(("written", "line", "column", "word"), REFUSED, ids=range(len(REFUSED)))
def test_refuses_at_the_place_where_the_construct_opens(
    written: str | bytes, line: int, column: int, word: str
) -> None:
    problem = problem_of(written)
    assert (problem.position.file, problem.position.line, problem.position.column) == ("a.yaml", line, column)
    assert word in problem.message
    assert problem.rule == "yaml"
    assert problem.hint.endswith(".")


def test_names_the_line_of_the_first_key_in_the_hint() -> None:
    assert "line 2" in problem_of("# x\na: b\nc: d\na: e\n").hint


def test_tells_of_every_refusal_that_it_can_pass_over() -> None:
    _, problems = parse_source(b"a: &x b\na: *x\nc: !t d\n", "a.yaml")
    assert [problem.position.line for problem in problems] == [1, 2, 2, 3]


def test_tells_of_a_file_that_is_not_there(tmp_path: Path) -> None:
    source, problems = read_source(tmp_path / "none.yaml", "none.yaml")
    assert source is None
    assert "cannot be read" in problems[0].message


@pytest.mark.parametrize(
    "written",
    [
        "a: b\n" * 200_000,
        "{" + "a," * 500_000 + "}",
        "".join(f"k{number}:\n" for number in range(90_000)),
        "a: " + "[a, " * 200_000,
        "".join(" " * depth + "a:\n" for depth in range(1_400)),
        "a: &a [x, x]\n"
        + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)),
        "a: " + "b " * 500_000,
        'a: "b\n' + "c: d\n" * 200_000,
        "\r" * 1_000_000,
    ],
    ids=["same keys", "flow", "keys", "nested", "indented", "laughs", "long line", "open quote", "line ends"],
)
def test_answers_hostile_files_quickly(written: str) -> None:
    started = time.process_time()
    source, problems = parse_source(written.encode(), "a.yaml")
    assert time.process_time() - started < 1
    assert (source is None) == bool(problems)


@given(st.binary(max_size=200) | st.text(st.characters(codec="utf-8"), max_size=200).map(str.encode))
@example(b"a: \xed\xa0\x80")
@example(b"\xef\xbb\xbf\xef\xbb\xbf")
@example(b'"\\ud800": a')
def test_any_bytes_give_a_source_or_a_problem(written: bytes) -> None:
    source, problems = parse_source(written, "a.yaml")
    assert (source is None) == bool(problems)


@given(st.text(alphabet="ab:-?[]{},&*!|>'\"%@`#~ \t\n\\0\r", max_size=60))
def test_any_marks_give_a_source_or_a_problem_within_the_file(written: str) -> None:
    source, problems = parse_source(written.encode(), "a.yaml")
    assert (source is None) == bool(problems)
    lines = written.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        assert problem.position.column <= len(lines[problem.position.line - 1]) + 1
