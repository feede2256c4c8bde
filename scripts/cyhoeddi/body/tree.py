"""The blocks of a body, from markdown-it's tokens, each at its place in the source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from markdown_it.token import Token

from cyhoeddi.body.anchor import anchor
from cyhoeddi.body.blocks import (
    Abbreviation,
    Block,
    Body,
    BulletList,
    Callout,
    Footnote,
    Foreign,
    Heading,
    Inline,
    ListItem,
    OrderedList,
    Paragraph,
    Quote,
    Text,
    plain_text,
)
from cyhoeddi.body.content import lines, piece
from cyhoeddi.body.grammar import block_tokens
from cyhoeddi.body.inline_tree import read_inlines
from cyhoeddi.body.parts import Kind, parts, read_plain
from cyhoeddi.body.refusal import REFUSED, Refusal
from cyhoeddi.body.table_tree import read_table

_DEEPEST = 12
"""In markdown-it's levels: a list and its item are two."""

_ID = re.compile(r"[ \t]*\{#([a-z0-9][a-z0-9-]*)\}$")
_CALLOUT = re.compile(r'[ \t]*([^\s"]*)(?:[ \t]+"([^"]*)")?[ \t]*')
_CALLOUTS = ("note", "warning")


def read_body(text: str, *, headings: bool) -> tuple[Body, list[Refusal]]:
    """The tree of *text*, and what is refused in it as far as one block can tell."""
    reader = _BlockReader(text, headings)
    return reader.body(), reader.refusals


class _BlockReader:
    """Reads one text; its lists grow as it does."""

    def __init__(self, text: str, headings: bool) -> None:
        self.text, self.pages = text, headings
        self.refusals: list[Refusal] = []
        self.inlines = partial(read_inlines, refusals=self.refusals, pages=headings)
        self.footnotes: list[Footnote] = []
        self.abbreviations: list[Abbreviation] = []
        self.level = 1

    def body(self) -> Body:
        """The whole tree."""
        found: list[Block] = []
        for part in parts(self.text):
            if part.kind is Kind.OTHER:
                found += self.blocks(iter(block_tokens(self.text, part.start, part.end)), "")
            else:
                found.append(read_plain(self.text, part, self.inlines, self.refusals))
        return Body(tuple(found), tuple(self.footnotes), tuple(self.abbreviations))

    def blocks(self, tokens: Iterator[Token], end: str) -> tuple[Block, ...]:
        """The blocks up to the token that closes what is around them."""
        found: list[Block] = []
        caption: Paragraph | None = None
        for token in tokens:
            if token.type == end:
                break
            if caption and token.type != "table":
                self.refuse(caption.offset, "caption")
                found.append(caption)
                caption = None
            if token.type == "caption":
                caption = self.caption(token)
            elif token.type == "table":
                title = caption.inlines if caption else ()
                found.append(read_table(self.text, token.meta["table"], title, self.inlines, self.refusals))
                caption = None
            else:
                found.extend(_READERS[token.type](self, token, tokens))
        if caption:
            self.refuse(caption.offset, "caption")
            found.append(caption)
        return tuple(found)

    def caption(self, token: Token) -> Paragraph:
        offset = token.meta["offset"]
        word, words = token.meta["groups"]
        if word != "Table":
            self.refuse(offset, "caption-welsh")
        if not words.strip():
            self.refuse(offset, "caption-empty")
        start = self.text.index(words, offset + len(word) + 1)
        return Paragraph(self.inlines(piece(words.rstrip(), start)), offset=offset)

    def paragraph(self, token: Token, tokens: Iterator[Token]) -> Iterator[Block]:
        inline = next(tokens)
        next(tokens)
        yield Paragraph(self.inlines(lines(self.text, inline.meta["lines"])), offset=token.meta["offset"])

    def heading(self, token: Token, tokens: Iterator[Token]) -> Iterator[Block]:
        inline, offset = next(tokens), token.meta["offset"]
        next(tokens)
        level = len(token.markup)
        if token.markup[0] != "#":
            inlines = self.inlines(lines(self.text, inline.meta["lines"]))
            self.refuse(offset, "setext")
            yield Paragraph(inlines, offset=offset)
            return
        named = _ID.search(inline.content) if self.pages and "{#" in inline.content else None
        words = inline.content[: named.start()] if named else inline.content
        inlines = self.inlines(piece(words, self.text.index(words, offset + level)))
        if not self.pages or token.level:
            self.refuse(offset, "heading-nested" if self.pages else "heading")
            yield Paragraph(inlines, offset=offset)
            return
        self.judge_heading(offset, level, inlines)
        name = named.group(1) if named else anchor(plain_text(inlines))
        yield Heading(max(level, 2), name, inlines, offset=offset)

    def judge_heading(self, offset: int, level: int, inlines: tuple[Inline, ...]) -> None:
        if not plain_text(inlines).strip():
            self.refuse(offset, "heading-text")
        if level == 1:
            self.refuse(offset, "top")
        elif level > self.level + 1:
            self.refuse(offset, "skip")
        self.level = max(level, 2)

    def bullets(self, token: Token, tokens: Iterator[Token]) -> Iterator[Block]:
        if not self.too_deep(token, tokens):
            items = tuple(item for item, _, _ in self.items(tokens, "bullet_list_close"))
            yield BulletList(items, offset=token.meta["offset"])

    def numbers(self, token: Token, tokens: Iterator[Token]) -> Iterator[Block]:
        if self.too_deep(token, tokens):
            return
        read = list(self.items(tokens, "ordered_list_close"))
        start = int(token.attrs.get("start", 1))
        given = [number for _, number, _ in read]
        wrong = [item for place, (item, number, _) in enumerate(read) if number != start + place]
        if wrong and set(given) != {1}:
            self.refuse(wrong[0].offset, "number")
        # A single paragraph that goes on from an earlier section has no neighbour to be set apart from.
        loose = any(apart for _, _, apart in read) or (len(read) == 1 and start > 1)
        yield OrderedList(start, loose, tuple(item for item, _, _ in read), offset=token.meta["offset"])

    def items(self, tokens: Iterator[Token], end: str) -> Iterator[tuple[ListItem, int, bool]]:
        """Each item with its number as written, and whether its paragraphs are set apart."""
        for token in tokens:
            if token.type == end:
                return
            own = list(_upto(tokens, "list_item_close", token.level))
            apart = any(
                t.type == "paragraph_open" and t.level == token.level + 1 and not t.hidden for t in own
            )
            item = ListItem(self.blocks(iter(own), ""), offset=token.meta["offset"])
            if not item.blocks:
                self.refuse(item.offset, "item")
            yield item, int(token.info or 0), apart

    def quote(self, token: Token, tokens: Iterator[Token]) -> Iterator[Block]:
        if not self.too_deep(token, tokens):
            yield Quote(self.blocks(tokens, "blockquote_close"), offset=token.meta["offset"])

    def callout(self, token: Token, tokens: Iterator[Token]) -> Iterator[Block]:
        if self.too_deep(token, tokens):
            return
        offset = token.meta["offset"]
        inner = self.blocks(tokens, "callout_close")
        found = _CALLOUT.fullmatch(token.info)
        kind, title = (found.group(1), found.group(2) or "") if found else ("", "")
        if self.pages and kind == "language" and title in ("en", "cy"):
            yield Foreign(title, inner, offset=offset)
            return
        if kind not in _CALLOUTS:
            self.refuse(offset, "callout-kind")
        if not inner:
            self.refuse(offset, "callout-empty")
        yield Callout(kind if kind in _CALLOUTS else "note", title.strip(), inner, offset=offset)

    def footnote(self, token: Token, tokens: Iterator[Token]) -> Iterator[Block]:
        if not self.too_deep(token, tokens):
            offset = token.meta["offset"]
            inner = self.blocks(tokens, "footnote_reference_close")
            if not inner:
                self.refuse(offset, "footnote-empty")
            self.footnotes.append(Footnote(token.meta["label"], inner, offset=offset))
        yield from ()

    def abbreviation(self, token: Token, _: Iterator[Token]) -> Iterator[Block]:
        short, expansion = (words.strip() for words in token.meta["groups"])
        if not short or not expansion:
            self.refuse(token.meta["offset"], "abbreviation")
        else:
            self.abbreviations.append(Abbreviation(short, expansion, offset=token.meta["offset"]))
        yield from ()

    def refused(self, token: Token, _: Iterator[Token]) -> Iterator[Block]:
        """What is not allowed stays as a paragraph of its own lines, so that nothing is lost unseen."""
        name = {"code_block": "indented", "hr": "rule", "html_block": "html"}.get(token.type, token.type)
        offset: int = token.meta["offset"]
        self.refuse(offset, name)
        words = lines(self.text, [offset]).text
        yield Paragraph((Text(words, offset=offset),), offset=offset)

    def too_deep(self, token: Token, tokens: Iterator[Token]) -> bool:
        """Whether *token* opens what is nested too deeply; then it is refused and passed over."""
        if token.level <= _DEEPEST:
            return False
        self.refuse(token.meta["offset"], "deep")
        for _ in _upto(tokens, token.type.replace("_open", "_close"), token.level):
            pass
        return True

    def refuse(self, offset: int, name: str) -> None:
        self.refusals.append(Refusal(offset, *REFUSED[name]))


def _upto(tokens: Iterator[Token], end: str, level: int) -> Iterator[Token]:
    for token in tokens:
        if token.type == end and token.level == level:
            return
        yield token


_READERS: dict[str, Callable[[_BlockReader, Token, Iterator[Token]], Iterator[Block]]] = {
    "paragraph_open": _BlockReader.paragraph,
    "heading_open": _BlockReader.heading,
    "bullet_list_open": _BlockReader.bullets,
    "ordered_list_open": _BlockReader.numbers,
    "blockquote_open": _BlockReader.quote,
    "callout_open": _BlockReader.callout,
    "footnote_reference_open": _BlockReader.footnote,
    "abbreviation": _BlockReader.abbreviation,
    "reference": _BlockReader.refused,
    "code_block": _BlockReader.refused,
    "fence": _BlockReader.refused,
    "hr": _BlockReader.refused,
    "html_block": _BlockReader.refused,
}
