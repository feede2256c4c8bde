"""The inlines of one block, from markdown-it's tokens, each at its place in the source."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from cyhoeddi.body import links
from cyhoeddi.body.blocks import (
    Emphasis,
    FootnoteReference,
    Image,
    Inline,
    Link,
    Phrase,
    Strong,
    Text,
    plain_text,
)
from cyhoeddi.body.content import Content
from cyhoeddi.body.grammar import markdown
from cyhoeddi.body.refusal import REFUSED, Refusal, Wording
from cyhoeddi.body.words import are_words, read_words
from cyhoeddi.language import Language

_DEEPEST = 8
_DEEPEST_BRACKETS = 20
_LONGEST_LINK = 2_000
_ADDRESS = re.compile(r"\]\(\s*<?")
_LINES = re.compile(r"\n|[^\n]+")
_BRACKET = re.compile(r"[\[\]]")


ReadInlines = Callable[[Content], tuple[Inline, ...]]


@dataclass(slots=True)
class _Frame:
    """A construct that is open, and what it holds so far."""

    kind: str = ""
    at: int = 0
    detail: str = ""
    inlines: list[Inline] = field(default_factory=list)


def read_inlines(block: Content, refusals: list[Refusal], *, pages: bool) -> tuple[Inline, ...]:
    """The inlines of *block*; what is refused is added to *refusals* and stays in the tree as plain text."""
    if are_words(block.text):
        return read_words(block, refusals)
    reader = _Reader(block, refusals, pages)
    if _brackets_too_deep(block.text):
        reader.refuse(0, REFUSED["deep"])
        return (Text(block.text.partition("\n")[0], offset=block.offset(0)),)
    for token in markdown().inline.parse(block.text, markdown(), {}, []):
        reader.take(token)
    while len(reader.frames) > 1:
        reader.close()
    reader.find_bare_addresses()
    return tuple(reader.frames[0].inlines)


def _brackets_too_deep(text: str) -> bool:
    """Whether so many brackets are open at once that looking for their ends would take long."""
    depth = 0
    for bracket in _BRACKET.findall(text):
        depth = depth + 1 if bracket == "[" else max(depth - 1, 0)
        if depth > _DEEPEST_BRACKETS:
            return True
    return False


class _Reader:
    def __init__(self, block: Content, refusals: list[Refusal], pages: bool) -> None:
        self.block, self.refusals, self.pages = block, refusals, pages
        self.frames = [_Frame()]
        self.last: Text | None = None
        self.running: dict[int, str] = {}
        self.run = (-1, 0)
        self.in_link = False

    def take(self, token: Token) -> None:
        at: int = token.meta["at"]
        # Each mark of a row such as *** is a token that starts where the row does; count them.
        if token.type in _MARKS:
            self.run = (at, self.run[1] + 1) if self.run[0] == at else (at, 0)
        else:
            self.run = (-1, 0)
        if token.type in _KINDS:
            self.open(token, at)
        elif token.nesting < 0:
            self.close()
        elif token.type == "text":
            self.text(token.content, at + (self.run[1] if token.content in ("*", "_") else 0))
        elif token.type == "softbreak":
            self.text("\n", at)
        elif token.type == "text_special" and token.info == "escape":
            self.text(token.content, at + 2 - len(token.content))
        elif token.type == "footnote":
            self.footnote(token, at)
        elif token.type == "image":
            self.image(token, at)
        elif token.type == "hardbreak":
            self.hard_break(at)
        else:
            self.refused(token, at)

    def open(self, token: Token, at: int) -> None:
        kind = _KINDS[token.type]
        if len(self.frames) > _DEEPEST:
            if not any(frame.kind == "deep" for frame in self.frames):
                self.refuse(at, REFUSED["deep"])
            self.frames.append(_Frame("deep", inlines=self.frames[-1].inlines))
            return
        start = {"strong": at + self.run[1] - 1, "emphasis": at + self.run[1], "link": at - 1}.get(kind, at)
        detail = str(token.attrs.get("href", "")) if kind == "link" else token.info
        if token.attrs.get("title"):
            self.refuse(start, REFUSED["title"])
        self.frames.append(_Frame(kind, start, detail))
        self.in_link = self.in_link or kind == "link"

    def close(self) -> None:
        frame = self.frames.pop()
        offset = self.block.offset(frame.at)
        if frame.kind == "deep":
            return
        inlines, into = tuple(frame.inlines), self.frames[-1].inlines
        if frame.kind == "strong":
            into.append(Strong(inlines, offset=offset))
        elif frame.kind == "emphasis":
            into.append(Emphasis(inlines, offset=offset))
        elif frame.kind == "link":
            self.in_link = False
            self.link(frame, inlines)
        else:
            self.phrase(frame, inlines)

    def link(self, frame: _Frame, inlines: tuple[Inline, ...]) -> None:
        """A link that may not lead where it does is no link: nothing dangerous can come of the tree."""
        wrong = links.link_target(frame.detail, pages=self.pages) or self.altered(frame.detail, frame.at)
        offset = self.block.offset(frame.at)
        self.judge(offset, wrong)
        self.judge(offset, links.link_words(plain_text(inlines)))
        self.frames[-1].inlines.extend(inlines if wrong else (Link(frame.detail, inlines, offset=offset),))

    def altered(self, target: str, at: int) -> Wording | None:
        """Whether the address is written with escapes: whoever edits the text must find it as it is."""
        openings = _ADDRESS.finditer(self.block.text, at, at + _LONGEST_LINK)
        as_it_is = any(self.block.text.startswith(target, opening.end()) for opening in openings)
        return None if as_it_is else REFUSED["altered"]

    def phrase(self, frame: _Frame, inlines: tuple[Inline, ...]) -> None:
        into, offset = self.frames[-1].inlines, self.block.offset(frame.at)
        if not plain_text(inlines).strip():
            self.judge(offset, REFUSED["phrase"])
        if frame.detail in list(Language):
            into.append(Phrase(frame.detail, inlines, offset=offset))
        else:
            self.judge(offset, REFUSED["attributes"])
            into.extend(inlines)

    def text(self, words: str, at: int) -> None:
        """Add words that stand in the source as they are, to those before if nothing lies between."""
        if not words:
            return
        offset, inlines = self.block.offset(at), self.frames[-1].inlines
        before = self.last
        if before and inlines and before is inlines[-1] and _joins(before, words, offset):
            inlines.pop()
            words, offset = before.text + words, before.offset
        self.last = Text(words, offset=offset)
        inlines.append(self.last)
        if not self.in_link:
            self.running[offset] = words

    def footnote(self, token: Token, at: int) -> None:
        offset = self.block.offset(at)
        if self.in_link:
            self.judge(offset, REFUSED["footnote-in-link"])
        else:
            self.frames[-1].inlines.append(FootnoteReference(token.content, offset=offset))

    def image(self, token: Token, at: int) -> None:
        target, alt = str(token.attrs.get("src", "")), _alternative(token.children or ())
        wrong = links.image(target, alt, pages=self.pages) or self.altered(target, at)
        self.judge(self.block.offset(at), wrong)
        if token.attrs.get("title"):
            self.refuse(at, REFUSED["title"])
        if not wrong:
            self.frames[-1].inlines.append(Image(target, alt, offset=self.block.offset(at)))

    def hard_break(self, at: int) -> None:
        self.refuse(len(self.block.text[:at].rstrip(" ")), REFUSED["break"])
        self.text("\n", self.block.text.index("\n", at))

    def refused(self, token: Token, at: int) -> None:
        name = {"code_inline": "code", "text_special": "entity"}.get(token.type, token.type)
        self.refuse(at, REFUSED[name])
        words = token.markup if name == "entity" else token.content
        start, end = at, at + len(words)
        if name == "code":
            start = at + len(token.markup)
            end = self.block.text.index(token.markup, start)
        # Not among the running words: one refusal is enough for an address in <...>.
        for line in _LINES.findall(self.block.text[start:end]):
            self.frames[-1].inlines.append(Text(line, offset=self.block.offset(start)))
            start += len(line)

    def find_bare_addresses(self) -> None:
        for offset, words in self.running.items():
            for start in links.bare_addresses(words):
                self.judge(offset + start, REFUSED["bare"])

    def refuse(self, at: int, wording: Wording) -> None:
        self.judge(self.block.offset(at), wording)

    def judge(self, offset: int, wording: Wording | None) -> None:
        if wording:
            self.refusals.append(Refusal(offset, *wording))


_MARKS = ("text", "strong_open", "strong_close", "em_open", "em_close")
_KINDS = {"strong_open": "strong", "em_open": "emphasis", "link_open": "link", "phrase_open": "phrase"}


def _alternative(tokens: Sequence[Token]) -> str:
    """The words of an image's brackets, without their marks."""
    words = (
        "\n" if "break" in token.type else token.content or _alternative(token.children or ())
        for token in tokens
    )
    return "".join(words)


def _joins(before: Text, words: str, offset: int) -> bool:
    return before.text != "\n" != words and before.offset + len(before.text) == offset
