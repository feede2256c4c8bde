"""The running text of a document as plain data for the template: blocks, inlines, footnotes, abbreviations.

A text is a list of parts: a string is words as written, a mapping has a `kind` and what belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import Any, TypeAlias

from cyhoeddi.body import blocks as b
from cyhoeddi.words import Words

Part: TypeAlias = "str | dict[str, Any]"


class Flow:
    """Makes the parts of one document, in the order of its text: each abbreviation is explained once."""

    def __init__(self, words: Words, expansions: Mapping[str, str], address: Callable[[str], str]) -> None:
        self._words, self._address = words, address
        self._expansions = dict(expansions)
        shorts = "|".join(re.escape(short) for short in sorted(expansions, key=len, reverse=True))
        self._shorts = re.compile(rf"(?<!\w)(?:{shorts})(?!\w)") if shorts else None
        self._notes: Mapping[str, b.Footnote] = {}
        self._scope = ""
        self._marked: set[str] = set()

    def body(self, body: b.Body, scope: str) -> list[Part]:
        """Give the parts of *body*; *scope* keeps the names of its footnotes apart from those of others."""
        self._notes = {note.label: note for note in reversed(body.footnotes)}
        self._scope = scope
        return self.blocks(body.blocks)

    def blocks(self, blocks: Iterable[b.Block], *, tight: bool = False) -> list[Part]:
        """Give the parts of *blocks*; in a *tight* list item, a paragraph is words alone."""
        return [self._block(block, tight) for block in blocks]

    def inlines(self, inlines: Iterable[b.Inline], *, expand: bool = True) -> list[Part]:
        """Give the parts of *inlines*; *expand* says whether an abbreviation may be explained among them."""
        parts: list[Part] = []
        for is_text, group in groupby(inlines, lambda inline: isinstance(inline, b.Text)):
            if is_text:
                # As one text: what explains an abbreviation may stand on the line before it.
                text = b.plain_text(group).replace("\n", " ")
                parts.append(self._explained(text) if expand else text)
            else:
                parts += [self._inline(inline, expand) for inline in group]
        return parts

    def _block(self, block: b.Block, tight: bool) -> Part:
        match block:
            case b.Paragraph(inlines=(b.Image() as image,)):
                return {**self._image(image), "kind": "picture"}
            case b.Paragraph(inlines=inlines):
                return {"kind": "words" if tight else "paragraph", "inlines": self.inlines(inlines)}
            case b.BulletList(items=items):
                return {"kind": "bullets", "tight": _is_tight(items), "items": self._items(items)}
            case b.OrderedList(start=start, loose=loose, items=items):
                return {
                    "kind": "numbers",
                    "start": start,
                    "tight": not loose,
                    "items": self._items(items, apart=loose),
                }
            case b.Quote(blocks=inner):
                return {"kind": "quote", "blocks": self.blocks(inner)}
            case b.Foreign(language=language, blocks=inner):
                return {"kind": "foreign", "language": language, "blocks": self.blocks(inner)}
            case b.Callout():
                return self._callout(block)
            case b.Table():
                return self._table(block)
        raise TypeError(f"an author's body holds no {type(block).__name__}")

    def _items(self, items: Iterable[b.ListItem], *, apart: bool = False) -> list[list[Part]]:
        return [self.blocks(item.blocks, tight=not apart and _is_tight((item,))) for item in items]

    def _callout(self, callout: b.Callout) -> Part:
        # In print nothing but words can say what kind of box it is.
        kind = self._words[callout.kind]
        is_warning = callout.kind == "warning"
        title = f"{kind}: {callout.title}" if is_warning and callout.title else callout.title or kind
        return {
            "kind": "callout",
            "warning": is_warning,
            "title": title,
            "blocks": self.blocks(callout.blocks),
        }

    def _table(self, table: b.Table) -> Part:
        return {
            "kind": "table",
            "caption": self.inlines(table.caption) or None,
            "sides": list(table.alignments),
            "header": [self.inlines(cell.inlines) for cell in table.header.cells],
            "rows": [[{"inlines": self.inlines(cell.inlines)} for cell in row.cells] for row in table.rows],
        }

    def _inline(self, inline: b.Inline, expand: bool) -> Part:
        match inline:
            case b.Strong(inlines=inner):
                return {"kind": "strong", "inlines": self.inlines(inner, expand=expand)}
            case b.Emphasis(inlines=inner):
                return {"kind": "emphasis", "inlines": self.inlines(inner, expand=expand)}
            case b.Link(target=target, inlines=inner):
                return linked(self._address(target), self.inlines(inner, expand=False))
            case b.Image():
                return self._image(inline)
            case b.Phrase(language=language, inlines=inner):
                return {"kind": "phrase", "language": language, "inlines": self.inlines(inner, expand=False)}
            case b.FootnoteReference(label=label):
                return self._footnote(label)
        raise TypeError(f"no part of a text: {type(inline).__name__}")

    def _image(self, image: b.Image) -> dict[str, Any]:
        return {"kind": "image", "file": image.target, "alt": image.alt}

    def _footnote(self, label: str) -> Part:
        note, name = self._notes.get(label), f"note-{self._scope}{label}"
        if note is None:
            return f"[^{label}]"
        if name in self._marked:
            return {"kind": "footnote-again", "name": name}
        self._marked.add(name)
        # The words begin right after the number, whatever follows them.
        blocks = [*self.blocks(note.blocks[:1], tight=True), *self.blocks(note.blocks[1:])]
        return {"kind": "footnote", "name": name, "blocks": blocks}

    def _explained(self, text: str) -> str:
        """Give *text* with the first use of each abbreviation followed by what it stands for."""
        done, end = [], 0
        for found in self._shorts.finditer(text) if self._shorts else ():
            expansion = self._expansions.pop(found.group(), None)
            if expansion is not None and not _is_explained(text, found, expansion):
                done.append(f"{text[end : found.end()]} ({expansion})")
                end = found.end()
        return "".join(done) + text[end:]


def linked(address: str, inlines: list[Part]) -> dict[str, Any]:
    """Give the part that leads to *address*."""
    return {"kind": "link", "address": address, "inlines": inlines}


def _is_tight(items: Iterable[b.ListItem]) -> bool:
    return all(sum(isinstance(inner, b.Paragraph) for inner in item.blocks) == 1 for item in items)


def _is_explained(text: str, found: re.Match[str], expansion: str) -> bool:
    """Tell whether the author explains the abbreviation beside it: "Care Inspectorate Wales (CIW)"."""
    before, after = text[: found.start()].casefold(), text[found.end() :].casefold()
    long = expansion.casefold()
    return before.endswith(f"{long} (") or after.startswith(f" ({long})")
