"""The two sides of a body have the same blocks: paragraphs, lists with their items, tables and so on.

pass:  both sides: a paragraph, then a list of three items
fail:  English: a list of three items; Welsh: a list of two
fail:  a footnote, an image or a link on one side only
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cyhoeddi.body import blocks as b
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
    # Abbreviations are left out: a language may need fewer of them.
    pairs = ((first.blocks, second.blocks), (first.footnotes, second.footnotes))
    for there, here in pairs:
        difference = _compare(there, here, 0)
        if difference is not None:
            message, at_source, at_mended = difference
            other = text.place(text.source_language, at_source)
            place = f"{other.file}:{other.line}:{other.column}"
            hint = f"Compare with {place}, and give both sides the same structure."
            yield Problem(text.place(mended, at_mended), ID, message, hint)
            return


_Difference = tuple[str, int, int]
"""What differs, and the offsets on the source side and on the side to mend."""


def _compare(there: Sequence[b.Node], here: Sequence[b.Node], above: int) -> _Difference | None:
    """Compare siblings; *above* is the offset to use where nothing stands on the side to mend."""
    for index, block in enumerate(there):
        before = here[index - 1].offset if index else above
        if index >= len(here):
            return f"{_name(block)} is missing here", block.offset, before
        other = here[index]
        if _key(block) == _key(other):
            inner = _compare(_parts(block), _parts(other), other.offset) or _compare_inlines(block, other)
            if inner is not None:
                return inner
        elif _is_left_out(there[index:], here[index:]):
            return f"{_name(block)} is missing here", block.offset, before
        elif _is_left_out(here[index:], there[index:]):
            return _extra(other, there[index - 1].offset if index else 0)
        else:
            message = f"{_name(other)} stands here, and {_name(block)} in the other language"
            return message, block.offset, other.offset
    if len(here) > len(there):
        return _extra(here[len(there)], there[-1].offset if there else 0)
    return None


def _is_left_out(long: Sequence[b.Node], short: Sequence[b.Node]) -> bool:
    """Tell whether the first block of *long* is missing in *short*, which goes on with one after it."""
    more = len(long) - len(short)
    return more > 0 and _key(short[0]) in map(_key, long[1 : more + 1])


def _extra(block: b.Node, at_source: int) -> _Difference:
    return f"{_name(block)} stands here that the other language does not have", at_source, block.offset


def _compare_inlines(block: b.Node, other: b.Node) -> _Difference | None:
    for kind in _COUNTED:
        there, here = (sum(isinstance(node, kind) for node in _inlines(one)) for one in (block, other))
        if there != here:
            message = f"{_COUNTED[kind]} here: {here}; in the other language: {there}"
            return message, block.offset, other.offset
    return None


def _inlines(block: b.Node) -> Iterator[b.Node]:
    """Yield the inlines of *block* itself, not those of the blocks within it."""
    for node in b.within(block):
        if not isinstance(node, tuple(NAMES)):
            yield node
            yield from _inlines(node)


def _parts(block: b.Node) -> list[b.Node]:
    """Give the blocks, rows, cells and items within *block*."""
    return [node for node in b.within(block) if isinstance(node, tuple(NAMES))]


def _key(block: b.Node) -> tuple[type[b.Node], object]:
    """Give what must be equal for two blocks to be alike, their contents apart."""
    return type(block), _shape(block)


def _shape(block: b.Node) -> object:
    match block:
        case b.Heading(level=level):
            return level
        case b.OrderedList(start=start, loose=loose):
            return start, loose
        case b.Table(caption=caption):
            return bool(caption)
        case b.Callout(kind=kind, title=title):
            return kind, bool(title)
    return None


def _name(block: b.Node) -> str:
    match block:
        case b.Heading(level=level):
            return f"a heading of level {level}"
        case b.OrderedList(start=start, loose=loose):
            return f"{'a list of numbered paragraphs' if loose else 'a numbered list'} from {start}"
        case b.Table(caption=caption):
            return "a table with a caption" if caption else "a table without a caption"
        case b.Callout(kind=kind, title=title):
            return f"a call-out ({kind}) {'with' if title else 'without'} a title"
    return NAMES[type(block)]
