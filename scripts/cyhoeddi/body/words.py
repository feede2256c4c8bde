"""Running text without a mark, as most is: to find its lines needs no grammar."""

from __future__ import annotations

from cyhoeddi.body import links
from cyhoeddi.body.blocks import Inline, Text
from cyhoeddi.body.content import Content
from cyhoeddi.body.refusal import REFUSED, Refusal


def are_words(text: str) -> bool:
    """Whether *text* is words alone: it has no sign that a rule of the grammar starts with.

    The ! of an image stands before a [. One sign after another is found far more quickly than any of a set.
    """
    return not (
        "[" in text
        or "*" in text
        or "_" in text
        or "<" in text
        or "&" in text
        or "\\" in text
        or "`" in text
        or "{" in text
        or ("\n" in text and "  \n" in text)
    )


def read_words(block: Content, refusals: list[Refusal]) -> tuple[Inline, ...]:
    """The inlines of *block*, which are words alone; addresses among them are added to *refusals*."""
    if not block.text:
        return ()
    refusals += [Refusal(block.offset(at), *REFUSED["bare"]) for at in links.bare_addresses(block.text)]
    if len(block.offsets) == 1:
        return (Text(block.text, offset=block.offsets[0]),)
    found: list[Inline] = []
    *further, (last, start) = zip(block.text.split("\n"), block.offsets, strict=True)
    for line, offset in further:
        found.append(Text(line.removesuffix(" "), offset=offset))
        found.append(Text("\n", offset=offset + len(line)))
    found.append(Text(last, offset=start))
    return tuple(found)
