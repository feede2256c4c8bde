"""A Markdown body → its segments: each paragraph, heading, cell, caption, title and so on, with its place.

A segment's path names its block by kind and number, as `list2/1/p1` for the first item of a list that is the
second block. Two bodies with the same paths have the same shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from cyhoeddi.body import blocks as b
from cyhoeddi.body.content import lines
from cyhoeddi.body.grammar import markdown
from cyhoeddi.body.parse import parse
from cyhoeddi.body.refusal import REFUSED
from cyhoeddi.translate.content import Content, content_of
from cyhoeddi.translate.wording import Form

ABBREVIATION = "abbreviation"

_CAPTION = re.compile(r"(?:Table|Tabl):[ \t]+")
_TITLE = re.compile(r'!!![^"\n]*"')
_SHORT = re.compile(r"\*\[([^\[\]]*)\]:[ \t]*")
_HASHES = re.compile(r"#+[ \t]+")
_AFTER_HEADING = re.compile(r"(?:[ \t]+#+)?[ \t]*(?:\{#[a-z0-9-]+\})?[ \t]*$")
_BAR = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True)
class Segment:
    """What is translated as one, and where it stands in its body."""

    path: str
    role: str
    """What it is: paragraph, item, heading, cell, caption, quote, callout, callout_title, footnote,
    short, words."""
    content: Content
    start: int
    end: int
    form: Form
    margin: str = ""
    """What stands before each of its further lines."""
    width: int | None = None
    """The length of its longest line, if it has several."""


def segments(body: str, *, headings: bool = False) -> tuple[Segment, ...]:
    """Give the segments of *body* in the order of the text; *headings* is for hand-written pages."""
    found = _Reader(body).body(parse(body, headings=headings).body)
    return tuple(sorted(found, key=lambda one: one.start))


def is_sound(body: str, *, headings: bool = False) -> bool:
    """Tell whether nothing stands in *body* that may not, so that others can translate it."""
    # A footnote of a page may be written in another section of it.
    elsewhere = {REFUSED["missing"], REFUSED["unused"]} if headings else set()
    return all((one.message, one.hint) in elsewhere for one in parse(body, headings=headings).refusals)


def shape(found: Sequence[Segment]) -> frozenset[str]:
    """Give what must be equal for two bodies to be alike; languages may differ in abbreviations."""
    return frozenset(one.path for one in found if not one.path.startswith(ABBREVIATION))


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        tokens: list[Token] = []
        markdown().block.parse(text, markdown(), {}, tokens)
        starts = [token.meta["lines"] for token in tokens if token.type == "inline" and "lines" in token.meta]
        self.lines: Mapping[int, Sequence[int]] = {lines[0]: lines for lines in starts}

    def body(self, body: b.Body) -> Iterator[Segment]:
        yield from self.blocks(body.blocks, "", "paragraph")
        for number, note in enumerate(body.footnotes, start=1):
            yield from self.blocks(note.blocks, f"footnote{number}/", "footnote")
        for number, entry in enumerate(body.abbreviations, start=1):
            found = _SHORT.match(self.text, entry.offset)
            if found:
                path = f"{ABBREVIATION}{number}"
                yield Segment(f"{path}/short", "short", (entry.short,), *_trimmed(found, 1), Form.WORDS)
                end = found.end() + len(self.line(found.end()))
                yield Segment(f"{path}/words", "words", (entry.expansion,), found.end(), end, Form.WORDS)

    def blocks(self, blocks: Sequence[b.Block], prefix: str, role: str) -> Iterator[Segment]:
        for number, block in enumerate(blocks, start=1):
            match block:
                case b.Paragraph():
                    yield self.paragraph(block, f"{prefix}p{number}", role)
                case b.Heading():
                    yield self.heading(block, f"{prefix}h{block.level}-{number}")
                case b.BulletList(items=items) | b.OrderedList(items=items):
                    kind = "list" if isinstance(block, b.BulletList) else "numbered"
                    for place, item in enumerate(items, start=1):
                        yield from self.blocks(item.blocks, f"{prefix}{kind}{number}/{place}/", "item")
                case b.Table():
                    yield from self.table(block, f"{prefix}table{number}")
                case b.Quote(blocks=inner):
                    yield from self.blocks(inner, f"{prefix}quote{number}/", "quote")
                case b.Callout():
                    yield from self.callout(block, f"{prefix}{block.kind}{number}")

    def paragraph(self, block: b.Paragraph, path: str, role: str) -> Segment:
        # What is refused and no Markdown of ours is a paragraph of one line.
        starts = self.lines.get(block.offset, (block.offset,))
        end = starts[-1] + len(lines(self.text, starts[-1:]).text)
        margin, width = "", None
        if len(starts) > 1:
            margin = self.text[self.text.rindex("\n", 0, starts[1]) + 1 : starts[1]]
            written = self.text[self.text.rfind("\n", 0, starts[0]) + 1 : end]
            width = max(map(len, written.split("\n")))
        return Segment(path, role, content_of(block.inlines), block.offset, end, Form.BLOCK, margin, width)

    def heading(self, block: b.Heading, path: str) -> Segment:
        line = self.line(block.offset)
        opening = _HASHES.match(line)
        start = opening.end() if opening else 0
        closing = _AFTER_HEADING.search(line, start)
        end = closing.start() if closing else len(line)
        content = content_of(block.inlines)
        return Segment(path, "heading", content, block.offset + start, block.offset + end, Form.LINE)

    def table(self, table: b.Table, path: str) -> Iterator[Segment]:
        if table.caption:
            start = self.text.rfind("\n", 0, table.caption[0].offset) + 1
            opening = _CAPTION.search(self.text, start)
            at = opening.end() if opening else table.caption[0].offset
            end = at + len(self.line(at))
            yield Segment(f"{path}/caption", "caption", content_of(table.caption), at, end, Form.LINE)
        for row, cells in enumerate((table.header, *table.rows), start=1):
            for column, cell in enumerate(cells.cells, start=1):
                line = self.line(cell.offset)
                bar = _BAR.search(line)
                end = cell.offset + len((line[: bar.start()] if bar else line).rstrip())
                content = content_of(cell.inlines)
                yield Segment(f"{path}/{row}/{column}", "cell", content, cell.offset, end, Form.LINE)

    def callout(self, callout: b.Callout, path: str) -> Iterator[Segment]:
        opening = _TITLE.match(self.text, callout.offset)
        if opening and callout.title:
            start, end = opening.end(), self.text.index('"', opening.end())
            yield Segment(f"{path}/title", "callout_title", (callout.title,), start, end, Form.WORDS)
        yield from self.blocks(callout.blocks, f"{path}/", "callout")

    def line(self, start: int) -> str:
        """Give the rest of the line from *start*, without blanks at its end."""
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else None].rstrip()


def _trimmed(found: re.Match[str], group: int) -> tuple[int, int]:
    words = found[group]
    start = found.start(group) + len(words) - len(words.lstrip())
    return start, start + len(words.strip())
