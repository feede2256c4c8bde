"""Every node stands where its offset says, in any text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.body.blocks import (
    Emphasis,
    FootnoteReference,
    Heading,
    Image,
    Link,
    ListItem,
    Node,
    Phrase,
    Quote,
    Strong,
    Text,
    walk,
)
from cyhoeddi.body.parse import parse, parse_phrases

PIECES = (
    *("a", "b ", " ", "  ", "\n", "\n\n", "    ", "\t", "- ", "1. ", "2) ", "> ", "# ", "## H {#h}", "---"),
    *("*", "**", "_", "***", "[", "]", "(", ")", "](", "![", "[^a]", "[^a]: ", "{lang=cy}", "\\", "|", "\\|"),
    *("|a|b|\n|-|-|\n|", "Table: ", "Tabl: ", "!!! note\n", '!!! warning "T"\n    ', "{x}"),
    *("`", "```", "<a\nb>", "*[AB]: c", "AB", "[x]: y", "<b>"),
    *("&amp;", "<https://a.org>", "https://a.org", "(https://a.org)", "(pub:a)", "javascript:"),
    *("ŵ", "\r\n", "\0", "\f"),
    *("\u00a0", "\u2003", "\u2028", "𝒳", "<script>", "'", '"'),
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
STARTS: dict[type[Node], tuple[str, ...]] = {
    Strong: ("**", "__"),
    Emphasis: ("*", "_"),
    Link: ("[",),
    Image: ("![",),
    Phrase: ("[",),
    FootnoteReference: ("[^",),
    Quote: (">",),
    Heading: ("#",),
    ListItem: ("-", "*", "+", *"0123456789"),
}


@given(TEXTS, st.booleans())
def test_every_node_starts_with_its_own_mark(text: str, headings: bool) -> None:
    for node in walk(parse(text, headings=headings).body):
        assert 0 <= node.offset <= len(text)
        if type(node) in STARTS:
            assert text.startswith(STARTS[type(node)], node.offset), node


@given(TEXTS, st.booleans())
def test_words_are_a_slice_of_the_text(text: str, headings: bool) -> None:
    plain = text.replace("\0", "\ufffd").replace("\r", " ").replace("\f", " ").replace("\v", " ")
    for node in walk(parse(text, headings=headings).body):
        if isinstance(node, Text):
            assert plain[node.offset : node.offset + len(node.text)] == node.text


@given(TEXTS, st.booleans())
def test_refusals_lie_within_the_text_and_in_its_order(text: str, headings: bool) -> None:
    offsets = [refusal.offset for refusal in parse(text, headings=headings).refusals]
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(text) for offset in offsets)


@given(TEXTS)
def test_plain_texts_keep_their_places_too(text: str) -> None:
    for inline in parse_phrases(text):
        words = inline.inlines[0] if isinstance(inline, Phrase) else inline
        assert isinstance(words, Text)
        assert text[words.offset : words.offset + len(words.text)] == words.text


def test_places_are_exact_in_nested_blocks() -> None:
    text = (
        "> - one [^a] and\n>   [two words](https://a.org)\n\n"
        "| a | [b]{lang=cy} \\| ![Map](m.png) |\n|--|--|\n| x | y |\n\n[^a]: z"
    )
    found = {type(node): text[node.offset :][:4] for node in walk(parse(text).body)}
    assert found[FootnoteReference] == "[^a]"
    assert found[Link] == "[two"
    assert found[Phrase] == "[b]{"
    assert found[Image] == "![Ma"
