from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.problems import Position
from cyhoeddi.source import Source, parse_source
from cyhoeddi.source.text import UNSEEN

ALLOWED = st.characters(codec="utf-8").filter(lambda c: not UNSEEN.match(c))
TEXTS = st.text(ALLOWED, max_size=30) | st.text("ab \n\t:#-'\"\\|>&*!%@`{}[],?~é", max_size=40)
DATA = st.dictionaries(
    TEXTS,
    st.recursive(
        TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3)
    ),
    min_size=1,
    max_size=4,
)
STYLES = st.sampled_from([None, "'", '"', "|", ">"])


class PlainDumper(yaml.SafeDumper):
    def ignore_aliases(self, _: Any) -> bool:
        return True


def read(written: str | bytes) -> Source:
    source, problems = parse_source(written if isinstance(written, bytes) else written.encode(), "a.yaml")
    assert problems == ()
    assert source is not None
    return source


def place(at: Position) -> tuple[int, int]:
    assert at.file == "a.yaml"
    return at.line, at.column


@pytest.mark.parametrize(
    "word", ["no", "on", "yes", "null", "~", "12", "1.5", "2023-11-14", "True", "0x1f", "<<"]
)
def test_a_plain_word_is_text_as_written(word: str) -> None:
    assert read(f"a: {word}\n{word}: b\n").data == {"a": word, word: "b"}


def test_only_plain_true_and_false_are_truth_values() -> None:
    data = read("a: true\nb: false\nc: 'true'\nd: \"false\"\ntrue: e\n").data
    assert data == {"a": True, "b": False, "c": "true", "d": "false", "true": "e"}


def test_an_empty_value_is_empty_text() -> None:
    data = read("a:\nb: ''\nc:\n  -\nd: {en: , cy: y}\n").data
    assert data == {"a": "", "b": "", "c": [""], "d": {"en": "", "cy": "y"}}


def test_a_byte_order_mark_and_windows_line_ends_are_accepted() -> None:
    source = read(b"\xef\xbb\xbfa: b\r\nc: |\r\n  d\r\n  e\r\n")
    assert source.data == {"a": "b", "c": "d\ne\n"}
    assert place(source.key_position(("a",))) == (1, 1)
    assert place(source.position(("c",), 2)) == (4, 3)


def test_a_version_line_and_document_marks_are_accepted() -> None:
    assert read("%YAML 1.2\n---\na: b\n...\n").data == {"a": "b"}


@given(DATA, STYLES, st.booleans(), st.integers(8, 60), st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_dumped_data_comes_back_as_it_was(
    data: dict[str, Any], style: str | None, flow: bool, width: int, unicode: bool, line_break: str
) -> None:
    written = yaml.dump(
        data,
        Dumper=PlainDumper,
        default_style=style,
        default_flow_style=flow,
        width=width,
        allow_unicode=unicode,
        line_break=line_break,
    )
    # PyYAML loses a blank now and then in writing, so its own reader (for text only) is the measure.
    assert read(written).data == yaml.load(written, Loader=yaml.BaseLoader)  # noqa: S506


def test_a_value_opens_at_its_quote_or_mark_or_first_key() -> None:
    source = read("a: 'b'\nc: |\n  d\ne:\n  f: g\nh:\n- i\n")
    assert place(source.position(("a",))) == (1, 4)
    assert place(source.position(("c",))) == (2, 4)
    assert place(source.position(("e",))) == (5, 3)
    assert place(source.position(("h",))) == (7, 1)
    assert place(source.position(("h", 0))) == (7, 3)


def test_a_key_stands_where_it_is_written_and_an_item_where_it_opens() -> None:
    source = read("# first\na:\n  - en: b\n    cy: c\n  - d\n")
    assert place(source.key_position(())) == (2, 1)
    assert place(source.key_position(("a", 0))) == (3, 5)
    assert place(source.key_position(("a", 0, "cy"))) == (4, 5)
    assert place(source.key_position(("a", 1))) == (5, 5)


def test_what_is_not_there_stands_at_the_nearest_key_above() -> None:
    source = read("a: b\nc:\n  d:\n    e: f\n")
    assert place(source.position(("c", "d", "x", "y"), 3)) == (3, 3)
    assert place(source.key_position(("c", "x"))) == (2, 1)
    assert place(source.position(("x",))) == (1, 1)


def test_a_truth_value_and_an_empty_value_have_characters_places_too() -> None:
    source = read("a: true\nb:\n")
    assert place(source.position(("a",), 2)) == (1, 6)
    assert place(source.position(("b",), 0)) == (2, 3)
