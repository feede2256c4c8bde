"""Footnote labels are the author's, section by section; on a page of many sections they must differ."""

from __future__ import annotations

from cyhoeddi.body.blocks import Footnote, FootnoteReference, walk
from cyhoeddi.body.parse import parse


def relabel_footnotes(text: str, prefix: str) -> str:
    """*text* with every footnote's label, in marks and notes, preceded by *prefix* and a hyphen."""
    pieces, end = [], 0
    marked = (node for node in walk(parse(text).body) if isinstance(node, FootnoteReference | Footnote))
    for offset in sorted(node.offset for node in marked):
        pieces.append(text[end : offset + len("[^")])
        pieces.append(f"{prefix}-")
        end = offset + len("[^")
    return "".join(pieces) + text[end:]
