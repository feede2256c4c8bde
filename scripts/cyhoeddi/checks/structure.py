"""The two sides of a body have the same blocks: paragraphs, lists with their items, tables and so on.

Which of several blocks is missing is told from their figures, names and lengths; where these do not tell
which item of a list or row of a table, the problem stands at the list or table.

pass:  both sides: a paragraph, then a list of three items
fail:  English: a list of three items; Welsh: a list of two
fail:  a footnote, an image or a link on one side only
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cyhoeddi.body import blocks as b
from cyhoeddi.checks.siblings import paired
from cyhoeddi.language import Language
from cyhoeddi.problems import Problem
from cyhoeddi.texts import Text

ID = "structure"

NAMES: dict[type[b.Node], str] = {
    b.Paragraph: "a paragraph",
    b.Heading: "a heading",
    b.BulletList: "a bullet list",
    b.OrderedList: "a numbered list",
    b.ListItem: "a list item",
    b.Table: "a table",
    b.Row: "a table row",
    b.Cell: "a table cell",
    b.Quote: "a quotation",
    b.Callout: "a call-out",
    b.Footnote: "a footnote",
    b.Abbreviation: "an abbreviation",
}
_WITHOUT_INLINES: frozenset[type[b.Node]] = frozenset((b.Text, *NAMES))
"""What has none of its own to be counted; most inlines are texts."""
_COUNTED: dict[type[b.Node], str] = {
    b.Image: "images",
    b.Link: "links",
    b.FootnoteReference: "footnote marks",
}
"""Inlines that must be there as often on both sides; their order may follow each language."""


def check(text: Text) -> Iterator[Problem]:
    """Yield a problem at the smallest block in which the sides first differ."""
    if not text.markdown or not text.both:
        return
    mended = text.source_language.other
    first, second = text.bodies[text.source_language].body, text.bodies[mended].body
    sides = _Sides(text.source_language, mended)
    # Abbreviations are left out: a language may need fewer of them.
    difference = sides.siblings(first.blocks, second.blocks) or sides.siblings(
        first.footnotes, second.footnotes
    )
    if difference is not None:
        message, at_source, at_mended = difference
        other = text.place(text.source_language, at_source)
        place = f"{other.file}:{other.line}:{other.column}"
        hint = f"Compare with {place}, and give both sides the same structure."
        yield Problem(text.place(mended, at_mended), ID, message, hint)


_Difference = tuple[str, int, int]
"""What differs, and the offsets on the source side and on the side to mend."""


@dataclass(frozen=True, slots=True)
class _Sides:
    """The languages of the blocks that are compared: of those written first, and of those to mend."""

    there: Language
    here: Language

    def siblings(
        self, there: Sequence[b.Node], here: Sequence[b.Node], around: tuple[int, int] | None = None
    ) -> _Difference | None:
        """Give the first sibling that one side lacks, or else the first difference within two of them.

        *around* tells where that stands which holds them: the place where one is missing, be it the first
        or be it that their words do not tell which.
        """
        # Nearly always both sides have the same, and nothing needs to be told apart.
        if [_key(one) for one in there] == [_key(other) for other in here]:
            found = (self.pair(one, other) for one, other in zip(there, here, strict=True))
            return next(filter(None, found), None)
        pairs, is_sure = paired(there, here, _key, (self.there, self.here))
        before = around or (0, 0)
        for one, other in pairs:
            if one is not None and other is not None:
                if _key(one) != _key(other):
                    message = f"{_name(other)} stands here, and {_name(one)} in the other language"
                    return message, _start(one), _start(other)
                before = _start(one), _start(other)
            elif one is not None:
                message = f"{_name(one)} is missing"
                if around and not is_sure:
                    return f"{message} from these", *around
                return f"{message} here", _start(one), before[1]
            elif other is not None:
                extra = "that the other language does not have"
                if around and not is_sure:
                    return f"{_name(other)} stands among these {extra}", *around
                return f"{_name(other)} stands here {extra}", before[0], _start(other)
        found = (self.pair(one, other) for one, other in pairs if one is not None and other is not None)
        return next(filter(None, found), None)

    def pair(self, there: b.Node, here: b.Node) -> _Difference | None:
        """Give the first difference within two blocks of a kind."""
        if _is_words(there) and _is_words(here):
            return None
        if isinstance(there, b.Table) and isinstance(here, b.Table):
            heads = there.header.offset, here.header.offset
            return self.pair(there.header, here.header) or self.siblings(there.rows, here.rows, heads)
        around = there.offset, here.offset
        parts = _parts(there), _parts(here)
        within = self.siblings(*parts, around) if parts[0] or parts[1] else None
        return within or _compare_inlines(there, here)


def _start(block: b.Node) -> int:
    """Give where *block* starts: a table at its caption."""
    return block.caption[0].offset if isinstance(block, b.Table) and block.caption else block.offset


def _compare_inlines(block: b.Node, other: b.Node) -> _Difference | None:
    there, here = _inlines(block), _inlines(other)
    for kind, name in _COUNTED.items() if there or here else ():
        if there.count(kind) != here.count(kind):
            message = f"{name} here: {here.count(kind)}; in the other language: {there.count(kind)}"
            return message, block.offset, other.offset
    return None


def _inlines(block: b.Node) -> list[type[b.Node]]:
    """Give the kinds of the inlines of *block* itself but texts, not those of the blocks within it."""
    found: list[type[b.Node]] = []
    waiting = [block]
    while waiting:
        for node in b.within(waiting.pop()):
            if type(node) not in _WITHOUT_INLINES:
                found.append(type(node))
                waiting.append(node)
    return found


def _parts(block: b.Node) -> list[b.Node]:
    """Give the blocks, rows, cells and items within *block*."""
    return [node for node in b.within(block) if type(node) in NAMES]


def _is_words(block: b.Node) -> bool:
    """Tell whether *block* is words alone, as most are: nothing within it can differ."""
    return isinstance(block, b.Paragraph | b.Cell) and {b.Text}.issuperset(map(type, block.inlines))


def _key(block: b.Node) -> tuple[type[b.Node], object]:
    """Give what must be equal for two blocks to be alike, their contents apart."""
    kind = type(block)
    shape = _SHAPES.get(kind)
    return kind, shape and shape(block)


def _is_picture(block: b.Paragraph) -> bool:
    """Tell whether a paragraph holds images and no words."""
    return b.Image in map(type, block.inlines) and all(
        isinstance(one, b.Image) or (isinstance(one, b.Text) and not one.text.strip())
        for one in block.inlines
    )


_SHAPES: dict[type[b.Node], Callable[[Any], object]] = {
    b.Paragraph: _is_picture,
    b.Heading: lambda heading: heading.level,
    b.OrderedList: lambda numbered: (numbered.start, numbered.loose),
    b.Table: lambda table: bool(table.caption),
    b.Callout: lambda callout: (callout.kind, bool(callout.title)),
}
"""What else must be equal, by the kind of the block."""


def _name(block: b.Node) -> str:
    match block:
        case b.Paragraph() if _is_picture(block):
            return "an image"
        case b.Heading(level=level):
            return f"a heading of level {level}"
        case b.OrderedList(start=start, loose=loose):
            return f"{'a list of numbered paragraphs' if loose else 'a numbered list'} from {start}"
        case b.Table(caption=caption):
            return "a table with a caption" if caption else "a table without a caption"
        case b.Callout(kind=kind, title=title):
            return f"a call-out ({kind}) {'with' if title else 'without'} a title"
    return NAMES[type(block)]
