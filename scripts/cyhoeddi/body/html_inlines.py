"""Inlines as HTML: every text escaped, every address encoded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from urllib.parse import quote

from cyhoeddi.body.blocks import (
    Abbreviation,
    Emphasis,
    FootnoteReference,
    Image,
    Inline,
    Link,
    Phrase,
    Strong,
    Text,
)

_LOOSE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


class Footnotes:
    """Numbers the footnotes of a page in the order in which its text first refers to them."""

    def __init__(self, labels: Iterable[str]) -> None:
        self._labels = frozenset(labels)
        self.marks: dict[str, int] = {}
        """How often each footnote is referred to; the order is that of the numbers."""

    def mark(self, label: str) -> tuple[int, str] | None:
        """The footnote's number and the id of this mark, or nothing if there is no such footnote."""
        if label not in self._labels:
            return None
        times = self.marks[label] = self.marks.get(label, 0) + 1
        number = list(self.marks).index(label) + 1 if times > 1 else len(self.marks)
        return number, mark_id(number, times)


def mark_id(number: int, times: int) -> str:
    """The id of a footnote's mark; the underscore keeps it apart from the ids of headings."""
    return f"fnref_{number}" if times == 1 else f"fnref_{number}_{times}"


class InlineWriter:
    """Writes the inlines of one page, in the order of its text."""

    def __init__(
        self,
        words: Mapping[str, str],
        href: Callable[[str], str],
        footnotes: Footnotes,
        abbreviations: Sequence[Abbreviation] = (),
    ) -> None:
        self._words, self._href, self._footnotes = words, href, footnotes
        self._expansions = {known.short: known.expansion for known in reversed(abbreviations)}
        shorts = "|".join(re.escape(short) for short in sorted(self._expansions, key=len, reverse=True))
        self._shorts = re.compile(rf"(?<!\w)(?:{shorts})(?!\w)") if shorts else None

    def write(self, inlines: Iterable[Inline], *, expand: bool = True) -> str:
        """HTML of *inlines*; *expand* says whether an abbreviation may be explained among them."""
        return "".join([self._one(inline, expand) for inline in inlines])

    def _one(self, inline: Inline, expand: bool) -> str:
        match inline:
            case Text(text=text):
                return self._text(text) if expand else escape(text, quote=False)
            case Strong(inlines=inner):
                return f"<strong>{self.write(inner, expand=expand)}</strong>"
            case Emphasis(inlines=inner):
                return f"<em>{self.write(inner, expand=expand)}</em>"
            case Link(target=target, inlines=inner):
                return f'<a href="{self._address(target)}">{self.write(inner, expand=False)}</a>'
            case Image(target=target, alt=alt):
                return f'<img src="{self._address(target)}" alt="{escape(alt)}" loading="lazy">'
            case Phrase(language=language, inlines=inner):
                return f'<span lang="{escape(language)}">{self.write(inner, expand=False)}</span>'
            case FootnoteReference(label=label):
                return self._mark(label)

    def _text(self, text: str) -> str:
        """The text, with the first occurrence of each abbreviation explained."""
        # Most texts have no short form that is still to be explained, which is quick to see.
        if not self._shorts or not any(short in text for short in self._expansions):
            return escape(text, quote=False)
        done, end = [], 0
        for found in self._shorts.finditer(text):
            expansion = self._expansions.get(found.group())
            if expansion is not None:
                del self._expansions[found.group()]
                done.append(escape(text[end : found.start()], quote=False))
                done.append(f'<abbr title="{escape(expansion)}">{escape(found.group())}</abbr>')
                end = found.end()
        return "".join(done) + escape(text[end:], quote=False)

    def _address(self, target: str) -> str:
        address = quote(self._href(target), safe="%/:?#@!$&'()*+,;=-._~")
        return escape(_LOOSE_PERCENT.sub("%25", address))

    def _mark(self, label: str) -> str:
        mark = self._footnotes.mark(label)
        if not mark:
            return escape(f"[^{label}]")
        number, name = mark
        said = escape(self._words["footnote_reference"].format(number=number))
        return f'<sup><a id="{name}" href="#fn_{number}" aria-label="{said}">{number}</a></sup>'
