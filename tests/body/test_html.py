"""The HTML is pure, escaped and the same as the words of the text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from cyhoeddi.body.html import plain_phrases, render_html, render_phrases
from cyhoeddi.body.parse import parse

WORDS = {
    "footnotes": "<Footnotes>",
    "footnote_reference": "Footnote {number}",
    "back_to_reference": "Back to reference {number}",
    "warning": "Warning",
    "table": "Table {number}",
}
PIECES = (
    *("<script>", "</p>", "javascript:alert(1)", "[a b](", "![c d](", ")", '"', "'", " onload=x"),
    *("*[AB]: <b>\n", "AB"),
    *("[^a]", "\n\n[^a]: n\n\n", "\n\n", "| <i> | b |\n|--|--|\n| c | d |\n\n", "Table: <u>\n"),
    *("{lang=cy}", "[a]", "https://a.org/<"),
    *('\n\n!!! warning "<T>"\n    x\n\n', "## <h>\n\n", "- ", "3. ", "> ", "**", "&lt;", "&#60;"),
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
TAGS = {
    *(
        "a",
        "abbr",
        "blockquote",
        "caption",
        "div",
        "em",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "img",
        "li",
        "ol",
        "p",
    ),
    *("p", "section", "span", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"),
}


class Outline(HTMLParser):
    """Checks that tags are ours and closed in order, and gathers ids and addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        assert not {name for name, _ in attrs} & {"style", "onload", "onclick"}
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag != "img":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@given(TEXTS, st.booleans())
def test_any_text_gives_closed_and_harmless_html(text: str, headings: bool) -> None:
    body = parse(text, headings=headings).body
    html = render_html(body, words=WORDS, href=str)
    outline = Outline()
    outline.feed(html)
    outline.close()
    assert outline.open == []
    assert len(set(outline.ids)) == len(outline.ids)
    assert not any(address.lower().startswith(("javascript:", "data:")) for address in outline.addresses)
    assert {address[1:] for address in outline.addresses if re.match("#fn", address)} <= set(outline.ids)
    assert html == render_html(body, words=WORDS, href=str)


@given(st.text())
def test_a_plain_text_without_phrases_is_printed_as_written(text: str) -> None:
    if "{lang=" not in text:
        assert plain_phrases(text) == text


def test_a_phrase_in_a_plain_text_gets_its_language() -> None:
    assert render_phrases("[Senedd & co]{lang=cy} *met*") == '<span lang="cy">Senedd &amp; co</span> *met*'
    assert plain_phrases("[Senedd & co]{lang=cy} *met*") == "Senedd & co *met*"


def test_addresses_are_given_by_the_caller_and_encoded() -> None:
    body = parse("[The môr report](https://a.org/môr|100%) ![Map](map.png)").body
    html = render_html(body, words=WORDS, href=lambda target: target.replace("map.png", "/en/x/map.png"))
    assert 'href="https://a.org/m%C3%B4r%7C100%25"' in html
    assert 'src="/en/x/map.png"' in html
