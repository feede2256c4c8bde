"""Text to tree: `parse` for bodies and pages, `parse_phrases` for plain texts.

Neither ever raises, and both take time in proportion to the text: what is nested too deeply or far too long
is refused, not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from cyhoeddi.body.anchor import unique
from cyhoeddi.body.blocks import Body, FootnoteReference, Heading, Inline, Paragraph, Phrase, Text, walk
from cyhoeddi.body.other_marks import find_other_marks
from cyhoeddi.body.refusal import REFUSED, Refusal
from cyhoeddi.body.tree import read_body

_LONGEST = 200_000
"""Characters of one body: some seventy printed pages."""
_MOST_LINES = 5_000

_ODD = {"\0": "\ufffd", "\r": " ", "\f": " ", "\v": " "}
"""Characters that markdown-it would take out or trim; one for one, so that every offset stays."""

_PHRASE = re.compile(r"\[([^\[\]]{1,300})\]\{lang=(en|cy)\}")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A body and what is refused in it, in the order of the text."""

    body: Body
    refusals: tuple[Refusal, ...]


def parse(text: str, *, headings: bool = False) -> Parsed:
    """The tree of *text*, and what may not stand in it; *headings* is for whole pages.

    A page may have headings (`## Title {#id}`) and addresses within the site, and be of any length.
    """
    if not headings and (len(text) > _LONGEST or text.count("\n") > _MOST_LINES):
        return Parsed(Body((Paragraph((Text(text),)),)), (Refusal(0, *REFUSED["long"]),))
    for odd, plain in _ODD.items():
        text = text.replace(odd, plain)
    body, refusals = read_body(text, headings=headings)
    refusals += find_other_marks(text, body)
    if "[^" in text:
        refusals += _footnotes(body)
    return Parsed(_with_unique_ids(body) if headings else body, tuple(sorted(set(refusals))))


def parse_phrases(text: str) -> tuple[Inline, ...]:
    """The phrases of a plain text; all but `[words]{lang=cy}` is literal."""
    if not may_hold_phrases(text):
        return (Text(text),) if text else ()
    found: list[Inline] = []
    end = 0
    for phrase in _PHRASE.finditer(text):
        if phrase.start() > end:
            found.append(Text(text[end : phrase.start()], offset=end))
        words = Text(phrase.group(1), offset=phrase.start(1))
        found.append(Phrase(phrase.group(2), (words,), offset=phrase.start()))
        end = phrase.end()
    if end < len(text):
        found.append(Text(text[end:], offset=end))
    return tuple(found)


def may_hold_phrases(text: str) -> bool:
    """Whether a plain text may be more than its words; to ask so first is quicker, as hardly any text is."""
    return "]{lang=" in text


def _footnotes(body: Body) -> Iterator[Refusal]:
    """Marks without a note, notes without a mark, and notes written twice."""
    marks = [node for node in walk(body) if isinstance(node, FootnoteReference)]
    used, written = {mark.label for mark in marks}, set[str]()
    for note in body.footnotes:
        if note.label in written:
            yield Refusal(note.offset, *REFUSED["twice"])
        elif note.label not in used:
            yield Refusal(note.offset, *REFUSED["unused"])
        written.add(note.label)
    for mark in marks:
        if mark.label not in written:
            yield Refusal(mark.offset, *REFUSED["missing"])


def _with_unique_ids(body: Body) -> Body:
    names = unique(block.id for block in body.blocks if isinstance(block, Heading))
    blocks = (_named(block, next(names)) if isinstance(block, Heading) else block for block in body.blocks)
    return replace(body, blocks=tuple(blocks))


def _named(heading: Heading, name: str) -> Heading:
    return heading if heading.id == name else replace(heading, id=name)
