"""A body as accessible HTML, without inline style and with every text escaped.

Tables scroll by keyboard at narrow widths, call-outs are notes, footnotes lead there and back. Words for
readers come from the caller: `footnotes`, `footnote_reference` ({number}), `back_to_reference` ({number}),
`warning` and `table` ({number}). The style sheet needs a class `visually-hidden`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape

from cyhoeddi.body.blocks import (
    Block,
    Body,
    BulletList,
    Callout,
    Footnote,
    Foreign,
    Heading,
    OrderedList,
    Paragraph,
    Quote,
    Row,
    Table,
    plain_text,
)
from cyhoeddi.body.html_inlines import Footnotes, InlineWriter, mark_id
from cyhoeddi.body.parse import may_hold_phrases, parse_phrases


def render_html(body: Body, *, words: Mapping[str, str], href: Callable[[str], str]) -> str:
    """HTML of *body*, its footnotes last; *href* gives the address for each target of a link or image."""
    notes = {note.label: note for note in reversed(body.footnotes)}
    footnotes = Footnotes(notes)
    writer = _Writer(words, InlineWriter(words, href, footnotes, body.abbreviations))
    text = writer.blocks(body.blocks)
    return text + writer.footnotes(notes, footnotes)


def render_phrases(text: str) -> str:
    """HTML of a plain text in which phrases may be marked with their language."""
    if not may_hold_phrases(text):
        return escape(text, quote=False)
    return InlineWriter({}, str, Footnotes(())).write(parse_phrases(text))


def plain_phrases(text: str) -> str:
    """The words of such a text alone, unescaped."""
    return plain_text(parse_phrases(text)) if may_hold_phrases(text) else text


class _Writer:
    def __init__(self, words: Mapping[str, str], inlines: InlineWriter) -> None:
        self._words, self._inlines = words, inlines
        self._tables = 0

    def blocks(self, blocks: Iterable[Block], *, tight: bool = False) -> str:
        return "".join([self._one(block, tight) for block in blocks])

    def _one(self, block: Block, tight: bool) -> str:
        match block:
            case Paragraph(inlines=inlines):
                text = self._inlines.write(inlines)
                return f"{text}\n" if tight else f"<p>{text}</p>\n"
            case Heading(level=level, id=name, inlines=inlines):
                text = self._inlines.write(inlines, expand=False)
                return f'<h{level} id="{escape(name)}">{text}</h{level}>\n'
            case BulletList():
                return f"<ul>\n{self._items(block)}</ul>\n"
            case OrderedList(start=start, loose=loose):
                number = f' start="{start}"' if start != 1 else ""
                kind = ' class="numbered-paragraphs"' if loose else ""
                return f"<ol{number}{kind}>\n{self._items(block)}</ol>\n"
            case Quote(blocks=inner):
                return f"<blockquote>\n{self.blocks(inner)}</blockquote>\n"
            case Callout():
                return self._callout(block)
            case Foreign(language=language, blocks=inner):
                return f'<div lang="{language}">\n{self.blocks(inner)}</div>\n'
            case Table():
                return self._table(block)

    def _items(self, block: BulletList | OrderedList) -> str:
        apart = isinstance(block, OrderedList) and block.loose
        items = []
        for item in block.items:
            tight = not apart and sum(isinstance(inner, Paragraph) for inner in item.blocks) == 1
            items.append(f"<li>{self.blocks(item.blocks, tight=tight).rstrip()}</li>\n")
        return "".join(items)

    def _callout(self, block: Callout) -> str:
        title = escape(block.title)
        if block.kind == "warning":
            warning = escape(self._words["warning"])
            title = f'<span class="visually-hidden">{warning}: </span>{title}' if title else warning
        heading = f'<p class="callout__title">{title}</p>\n' if title else ""
        text = heading + self.blocks(block.blocks)
        return f'<div class="callout callout--{block.kind}" role="note">\n{text}</div>\n'

    def _table(self, table: Table) -> str:
        self._tables += 1
        name, caption = escape(self._words["table"].format(number=self._tables)), ""
        label = f'aria-label="{name}"'
        if table.caption:
            label = f'aria-labelledby="table_{self._tables}"'
            caption = f'<caption id="table_{self._tables}">{self._inlines.write(table.caption)}</caption>\n'
        kinds = [f' class="{side}"' if side in ("center", "right") else "" for side in table.alignments]
        head = self._row(table.header, kinds, ["col"] * len(kinds))
        scopes = ["row", *[""] * (len(kinds) - 1)]
        rows = "".join([self._row(row, kinds, scopes) for row in table.rows])
        inner = f"{caption}<thead>\n{head}</thead>\n" + (f"<tbody>\n{rows}</tbody>\n" if rows else "")
        return f'<div class="table" role="region" tabindex="0" {label}>\n<table>\n{inner}</table>\n</div>\n'

    def _row(self, row: Row, kinds: Iterable[str], scopes: Iterable[str]) -> str:
        cells = []
        for cell, kind, scope in zip(row.cells, kinds, scopes, strict=True):
            text = self._inlines.write(cell.inlines)
            # An empty cell names nothing: as a header it would be read out as one without a name.
            if scope and plain_text(cell.inlines).strip():
                cells.append(f'<th scope="{scope}"{kind}>{text}</th>')
            else:
                cells.append(f"<td{kind}>{text}</td>")
        return f"<tr>{''.join(cells)}</tr>\n"

    def footnotes(self, notes: Mapping[str, Footnote], footnotes: Footnotes) -> str:
        """The section of the notes referred to; a note may itself lead to further ones."""
        texts: list[str] = []
        while len(texts) < len(footnotes.marks):
            texts.append(self.blocks(notes[list(footnotes.marks)[len(texts)]].blocks).rstrip())
        if not texts:
            return ""
        items = "".join(
            f'<li id="fn_{number}">{text}\n<p class="footnotes__back">{self._back(number, times)}</p></li>\n'
            for number, (text, times) in enumerate(zip(texts, footnotes.marks.values(), strict=True), start=1)
        )
        heading = f'<h2 id="footnotes_heading">{escape(self._words["footnotes"])}</h2>'
        opening = '<section class="footnotes" aria-labelledby="footnotes_heading">'
        return f"{opening}\n{heading}\n<ol>\n{items}</ol>\n</section>\n"

    def _back(self, number: int, times: int) -> str:
        links = []
        for time in range(1, times + 1):
            of = str(number) if time == 1 else f"{number} ({time})"
            said = escape(self._words["back_to_reference"].format(number=of))
            seen = "↑" if time == 1 else f"↑ {time}"
            links.append(
                f'<a href="#{mark_id(number, time)}"><span aria-hidden="true">{seen}</span>'
                f'<span class="visually-hidden">{said}</span></a>'
            )
        return " ".join(links)
