"""What is read without the grammar, or without asking all its rules, to be quick, is read as they would."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.body import grammar, inline_tree, tree
from cyhoeddi.body.by_mark import BlockRules
from cyhoeddi.body.grammar import markdown
from cyhoeddi.body.parse import parse
from cyhoeddi.body.parts import Kind, Part, parts

STARTS = (
    *("", "- ", "* ", "+ ", "-  ", "*  ", "-\t", "1. ", "2) ", "> ", ">", "  ", "   ", "    ", "\t", "## "),
    *("!!! note\n    ", "[^a]: ", "*[AB]: ", "[x]: ", "Table: ", "Tabl:", "Table", "| ", "```", "~~~ "),
    *("**", "*", "_", "***", "__ ", "[", "![", "[ ] ", "(", "\\", "=", "---", "|-|-|", ": ", "-- |", "<b>"),
    *("<!-- ", "[^a[b]: ", "# "),
)  # fmt: skip
WORDS = (
    *("words", "", "a", "Two words ", "a  ", "a\\", "1.", "| a | b", "|-|-|", "b -->", "AB", "://a www.b.cy"),
    *("**b**", "*b*", "_b_", "[b](https://a.org)", "[b](</en/>)", "[b]{lang=cy}", "[^a]", "![b](c.png)"),
    *("<https://a.org>", "`b`", "b &amp; c", "{#b}", "~~b~~", "===", "---", "___", "* * *", "\u00a0", "\r"),
    *("[[TOC]]", "]:", "a {x}", "(a){x}", "\\*a", "a  \nb", "a\\\nb", "a \nb", "a\n  b", "a\n=", "a\n\n  b"),
    *("| a | b |\n|---|:-:|\n| 1 | 2 |", "| a |\n|-|\n| 1 \\| 2", "|a|b\n|-|-|-|", "| |\n| --- |\n|\n- a"),
)  # fmt: skip
START, WORD = st.sampled_from(STARTS), st.sampled_from(WORDS)
LINE = st.one_of(WORD, st.tuples(START, WORD).map("".join), st.tuples(START, START, WORD).map("".join))
END = st.sampled_from(("\n", "\n", "\n\n", "\n\n", "\n \n", "\r\n", " \n", ""))
TEXTS = st.lists(st.tuples(LINE, END).map("".join), max_size=12).map("".join)

UNMARKED = BlockRules([(name, "", rule, ends) for name, _, rule, ends in grammar._BLOCKS])
SLOW = {
    "parts": (tree, "parts", lambda text: [Part(Kind.OTHER, 0, len(text))]),
    "words": (inline_tree, "are_words", lambda _: False),
    "marks of rules": (markdown().block, "ruler", UNMARKED),
}


def read(text: str, headings: bool) -> str:
    """All of it, with every place: nodes that only stand elsewhere would be equal."""
    return repr(parse(text, headings=headings))


def read_slowly(text: str, headings: bool, without: str) -> str:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(*SLOW[without])
        return read(text, headings)


@pytest.mark.parametrize("without", SLOW)
@given(TEXTS, st.booleans())
def test_any_text_is_read_as_it_is_without_what_makes_it_quick(
    without: str, text: str, headings: bool
) -> None:
    assert read(text, headings) == read_slowly(text, headings, without)


@pytest.mark.parametrize("without", SLOW)
def test_any_start_of_a_text_is_read_as_it_is_without_what_makes_it_quick(without: str) -> None:
    for start, words in product(STARTS, WORDS):
        text = f"{start}{words}\n\nThe end."
        assert read(text, True) == read_slowly(text, True, without)


def kinds(text: str) -> list[tuple[Kind, str]]:
    return [(part.kind, text[part.start : part.end]) for part in parts(text)]


def test_usual_texts_need_the_grammar_for_what_is_unusual_alone() -> None:
    text = "\nSome **words**,\nand [b](</en/>).\n\n- one\n- two\n  lines\n\n| a |\n|---|\n\n## Costs\n\nEnd\n"
    assert kinds(text) == [
        (Kind.TEXT, "Some **words**,\nand [b](</en/>)."),
        (Kind.LIST, "- one\n- two\n  lines"),
        (Kind.TABLE, "| a |\n|---|"),
        (Kind.OTHER, "## Costs"),
        (Kind.TEXT, "End"),
    ]


@pytest.mark.parametrize(
    "text", ["- a\n\n  b", "- a\n\n- b", "* a\n\n*  b", "<!--\n\na\n\n-->", "a\n\n```\n\nb", "a\n\n~~~\n\nb"]
)
def test_what_may_go_on_behind_an_empty_line_is_not_cut_off(text: str) -> None:
    assert kinds(text) == [(Kind.OTHER, text)]
