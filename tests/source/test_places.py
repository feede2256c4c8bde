from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.source import building, parse_source

ESCAPE = re.compile(r"\\(?:x..|u....|U.{8}|.)")
WORDS = st.text("abô-:#.,'\"\\é🏴", min_size=1, max_size=6)


def assert_every_character_has_its_place(written: str, escapes: str | None = None) -> None:
    source, problems = parse_source(written.encode(), "a.yaml")
    assert problems == ()
    assert source is not None
    value = source.data["a"]
    assert isinstance(value, str)
    positions = [source.position(("a",), offset) for offset in range(len(value) + 1)]
    assert positions == sorted(set(positions)), "places go forward, one for each character"
    lines = re.split("\r\n|\r|\n", written)
    for character, at in zip(value, positions, strict=False):
        rest = lines[at.line - 1][at.column - 1 :]
        if escapes == '"' and (escape := ESCAPE.match(rest)):
            assert yaml.safe_load(f'"{escape.group()}"') == character
        elif not rest.strip(" \t") and character in " \n":
            continue  # a line's end, as itself or folded to a space
        else:
            assert rest.startswith(character)


@pytest.fixture(params=["fast", "pure"], autouse=True, scope="module")
def either_parser(request: pytest.FixtureRequest) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "pure":
            patch.setattr(building, "_PARSER", yaml.SafeLoader)
        yield


@pytest.mark.parametrize(
    "written",
    [
        "a: one two\n   three\n\n\n   four\nb: c\n",
        "a: one two # comment\n",
        "a: |\n  one\n   two\n\n  three\n\n\nb: c\n",
        "a: |- # a comment: with #\n\n\n  one\n  two \n\nb: c\n",
        "a: |2+\n    one\n   two\n  three\n\n\nb: c\n",
        "a: |2\n\n  \n     \n    one",
        "a: >\n  one\n  two\n\n\n  three\n    four\n\n    five\n  six\nb: c\n",
        "a: >1-\n   one\n two\n three  \n\n",
        "a: >+\n\n\n  one\n\n\n",
        "a: |\n  one\n# comment\nb: c\n",
        "a: |2\n     \n   \n",
        "a: >2\n  \tone\n  two\n",
        "a: ''\n",
        "a:\n  'one''s two\n\n   three '\n",
    ],
)
def test_every_character_of_a_text_has_its_place(written: str) -> None:
    assert_every_character_has_its_place(written)
    assert_every_character_has_its_place(written.replace("\n", "\r\n"))


@pytest.mark.parametrize(
    "written",
    [
        'a: "one \\"two\\" \\\\ \\x41\\u0175\\U0001F3F4 \\t\\n\\_"\n'.replace("\\_", "\\ "),
        'a: "one \\\n    two \\\n\n\n   \\ three\n   four\n\n   five\\n\n   six "\n',
        'a: "\n  one\n"\n',
    ],
)
def test_every_character_in_double_quotes_has_its_place(written: str) -> None:
    assert_every_character_has_its_place(written, '"')


def test_an_offset_past_the_end_is_the_end() -> None:
    source, _ = parse_source(b'a: "bc"\nd: |\n  ef\n  gh\nk: lm\n', "a.yaml")
    assert source is not None
    ends = [source.position((key,), 99) for key in ("a", "d", "k")]
    assert [(end.line, end.column) for end in ends] == [(1, 7), (5, 1), (5, 6)]


@given(
    st.sampled_from("|>"),
    st.sampled_from(["", "-", "+"]),
    st.booleans(),
    st.integers(1, 4),
    st.lists(
        st.tuples(st.sampled_from(["", " ", "   "]), st.lists(WORDS, max_size=3)), min_size=1, max_size=8
    ),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["", " # comment | >"]),
)
def test_every_character_of_any_block_has_its_place(
    style: str,
    chomping: str,
    states_indent: bool,
    indent: int,
    lines: list[tuple[str, list[str]]],
    line_break: str,
    comment: str,
) -> None:
    if not states_indent:
        lines = [("", ["first"]), *lines]
    header = f"a: {style}{indent if states_indent else ''}{chomping}{comment}"
    block = [" " * indent + inset + " ".join(words) for inset, words in lines]
    assert_every_character_has_its_place(line_break.join([header, *block, "b: c", ""]))


@given(
    st.sampled_from(["", "'", '"']),
    st.lists(
        st.tuples(st.sampled_from([" ", "  ", "\n ", " \n   ", "\n\n  ", "\n \n\n "]), WORDS), max_size=8
    ),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_every_character_of_any_flowing_text_has_its_place(
    style: str, words: list[tuple[str, str]], line_break: str
) -> None:
    def write(word: str) -> str:
        if style == '"':
            return word.replace("\\", "\\\\").replace('"', '\\"').replace("é", "\\xe9")
        return word.replace("'", "''") if style == "'" else re.sub(r"[^\w]", "x", word)

    text = "z" + "".join(blanks + write(word) for blanks, word in words)
    written = f"a: {style}{text}{style}\nb: c\n".replace("\n", line_break)
    assert_every_character_has_its_place(written, style)
