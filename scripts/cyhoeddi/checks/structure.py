"""The two sides of a body have the same blocks: paragraphs, lists with their items, tables, call-outs and so on.

pass:  both sides: a paragraph, then a list of three items
fail:  English: a list of three items; Welsh: a list of two
fail:  a footnote, an image or a link on one side only
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cyhoeddi.body import blocks as b
from cyhoeddi.body.parse import parse
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
    b.Image: "an image",
    b.Link: "a link",
    b.FootnoteReference: "a footnote mark",
}
_COUNTED = (b.Image, b.Link, b.FootnoteReference)
"""Inlines that must be there as often on both sides; their order may follow each language."""


def check(text: Text) -> Iterator[Problem]:
    """Yield a problem at the smallest block in which the sides first differ."""
    if not text.markdown or not text.both:
        return
    bodies = {side: parse(text[side], headings=text.headings).body for side in Language}
    mended = text.source_language.other
    first, second = bodies[text.source_language], bodies[mended]
    # Abbreviations are left out: a language may need fewer of them.
    pairs = ((first.blocks, second.blocks), (first.footnotes, second.footnotes))
    for there, here in pairs:
        difference = _compare(there, here, 0)
        if difference is not None:
            message, at_source, at_mended = difference
            other = text.place(text.source_language, at_source)
            hint = f"Compare with {other.file}:{other.line}:{other.column}, and give both sides the same structure."
            yield Problem(text.place(mended, at_mended), ID, message, hint)
            return


_Difference = tuple[str, int, int]
"""What differs, and the offsets on the source side and on the side to mend."""


def _compare(there: Sequence[b.Node], here: Sequence[b.Node], above: int) -> _Difference | None:
    """Compare siblings; *above* is the offset to use where nothing stands on the side to mend."""
    for index, block in enumerate(there):
        before = here[index - 1].offset if index and here else above
        if index >= len(here):
            return f"{NAMES[type(block)]} is missing here", block.offset, before
        other = here[index]
        if type(block) is not type(other) or _shape(block) != _shape(other):
            return (
                f"{_name(other)} stands here, and {_name(block)} in the other language",
                block.offset,
                other.offset,
            )
        inner = _compare(_parts(block), _parts(other), other.offset) or _compare_inlines(block, other)
        if inner is not None:
            return inner
    if len(here) > len(there):
        extra = here[len(there)]
        end = there[-1].offset if there else 0
        return f"{NAMES[type(extra)]} stands here that the other language does not have", end, extra.offset
    return None


def _compare_inlines(block: b.Node, other: b.Node) -> _Difference | None:
    for kind in _COUNTED:
        there, here = (sum(isinstance(node, kind) for node in _inlines(one)) for one in (block, other))
        if there != here:
            message = f"{here} of {NAMES[kind].removeprefix('a ').removeprefix('an ')} here, {there} in the other language"
            return message, block.offset, other.offset
    return None


def _inlines(block: b.Node) -> Iterator[b.Node]:
    """Yield the inlines of *block* itself, not those of the blocks within it."""
    for node in b.within(block):
        if not isinstance(node, tuple(NAMES)) or isinstance(node, _COUNTED):
            yield node
            yield from _inlines(node)


def _parts(block: b.Node) -> list[b.Node]:
    """Give the blocks, rows, cells and items within *block*."""
    return [
        node for node in b.within(block) if isinstance(node, tuple(NAMES)) and not isinstance(node, _COUNTED)
    ]


def _shape(block: b.Node) -> object:
    """Give what must be equal for two blocks of one kind to be alike."""
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
            return f"{'numbered paragraphs' if loose else 'a numbered list'} from {start}"
        case b.Table(caption=caption):
            return "a table with a caption" if caption else "a table without a caption"
        case b.Callout(kind=kind, title=title):
            return f"a call-out ({kind}) {'with' if title else 'without'} a title"
    return NAMES[type(block)]
