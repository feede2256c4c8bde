"""What the golden cases do not show: no text breaks the parser or keeps it long."""

from __future__ import annotations

import time

import pytest

from cyhoeddi.body.blocks import Paragraph, Text, plain_text, walk
from cyhoeddi.body.parse import parse, parse_phrases

SIZE = 50_000
ROWS = (
    *(
        "[",
        "]",
        "*",
        ">",
        "![",
        "`",
        "|",
        "<",
        "&",
        "\\",
        "_a*",
        "**a",
        "[a](b",
        "[^a] ",
        "<!--",
        "- ",
        "1. ",
    ),
    *("[]", "a**b_c ", "www.", "]{", "~~a", "a~", "|\n", " {:"),
)
HOSTILE = {
    **{mark: mark * (SIZE // len(mark)) for mark in ROWS},
    "brackets": "[" * (SIZE // 2) + "]" * (SIZE // 2),
    "stars": "*" * (SIZE // 2) + "a" + "*" * (SIZE // 2),
    "spread": "[a" * (SIZE // 4) + "]" * (SIZE // 4),
    "images": "![" * 1000 + "a" + "](b.png)" * 1000,
    "call-outs": "".join("    " * depth + "!!! note\n" for depth in range(200)),
    "quotes": "> " * 2000 + "a",
    "lines": "a\n" * SIZE,
    "a mebibyte": "x" * 2**20,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_quick(name: str) -> None:
    parse("warm")
    start = time.process_time()
    parse(HOSTILE[name])
    assert time.process_time() - start < 5, "a tenth of that on a quiet machine; minutes if it were quadratic"


def test_a_text_that_is_far_too_long_is_refused_and_kept() -> None:
    parsed = parse("word " * 50_000)
    assert [refusal.message for refusal in parsed.refusals] == ["this text is too long"]
    assert parsed.body.blocks == (Paragraph((Text("word " * 50_000),)),)


def test_every_refusal_says_what_to_do() -> None:
    parsed = parse("# a\n\n`b` <b> [here](x) ![](y)\n\n| | |\n|-|-|\n\n!!! x\n\n[^1]: z\n\n***")
    assert len(parsed.refusals) > 8
    assert all(refusal.hint.endswith((".", "!")) for refusal in parsed.refusals)
    assert not any(refusal.message.endswith(".") for refusal in parsed.refusals)


def test_windows_line_ends_keep_every_place() -> None:
    text = "One\r\n\r\n`two`\r\n"
    assert [text[refusal.offset] for refusal in parse(text).refusals] == ["`"]


def test_the_words_of_inlines_leave_marks_out() -> None:
    (paragraph,) = parse("A **b [c d](pub:x)**[^1] ![e f](g.png)\n\n[^1]: h").body.blocks
    assert isinstance(paragraph, Paragraph)
    assert plain_text(paragraph.inlines) == "A b c d e f"


def test_a_walk_visits_parents_before_children_and_notes_last() -> None:
    kinds = [type(node).__name__ for node in walk(parse("- **a**[^1]\n\n[^1]: b").body)]
    assert kinds == [
        *("BulletList", "ListItem", "Paragraph", "Strong", "Text", "FootnoteReference"),
        *("Footnote", "Paragraph", "Text"),
    ]


def test_a_plain_text_knows_phrases_and_nothing_else() -> None:
    assert parse_phrases("**a** [b](c)") == (Text("**a** [b](c)"),)
