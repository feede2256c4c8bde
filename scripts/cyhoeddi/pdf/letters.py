"""The letters that a PDF can show: those of the fonts shipped here, and no others.

A letter that is missing would be an empty box in print and silence when read aloud, so it is a problem at its
place in the YAML.

pass:  "Tŷ, dŵr, £68m, 20 °C"
fail:  "Done ✓"
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from cyhoeddi.body import blocks as b
from cyhoeddi.body.parse import parse, parse_phrases
from cyhoeddi.language import Language
from cyhoeddi.pdf.typeset import FONTS
from cyhoeddi.problems import Position, Problem
from cyhoeddi.texts import Text

RULE = "pdf-letters"

# What stands in a PDF; the update history, say, does not.
_PRINTED = frozenset({"title", "summary", "sections", "withdrawn"})
# They print nothing themselves; and a hyphen that keeps words together prints as a hyphen.
_NEED_NO_SHAPE = frozenset("\n\t\u00ad\u200b\u200c\u200d\u200e\u200f\u2011\u2060\ufe0e\ufe0f")


def check(texts: Iterable[Text], language: Language) -> Iterator[Problem]:
    """Yield a problem for each letter of *texts* in *language* that no PDF can show, once a text."""
    for text in texts:
        if text.path[0] not in _PRINTED:
            continue
        told: set[str] = set()
        side = shown_side(text, language)
        for offset, words in _words(text, side):
            for index, letter in enumerate(words):
                if letter not in told and not is_shown(letter):
                    told.add(letter)
                    yield _problem(text.place(side, offset + index), language, letter)


def shown_side(text: Text, language: Language) -> Language:
    """Give the side of *text* that readers of *language* see: of an exempted text, the only one there is."""
    return language if text[language].strip() else language.other


def is_shown(letter: str) -> bool:
    """Tell whether every font has *letter*, or what it is put together from."""
    if letter in letters() or letter in _NEED_NO_SHAPE:
        return True
    parts = unicodedata.normalize("NFD", letter)
    return len(parts) > 1 and all(part in letters() for part in parts)


@cache
def letters() -> frozenset[str]:
    """Give the letters that all of the fonts have."""
    return frozenset.intersection(*(read_letters(font) for font in sorted(FONTS.glob("*.ttf"))))


def read_letters(font: Path) -> frozenset[str]:
    """Read which letters the TrueType file *font* has shapes for (its cmap of format 4)."""
    data = font.read_bytes()
    tables = {
        data[at : at + 4]: struct.unpack_from(">8xL", data, at)[0] for at in range(12, 12 + _tables(data), 16)
    }
    start = tables[b"cmap"]
    for number in range(struct.unpack_from(">H", data, start + 2)[0]):
        (offset,) = struct.unpack_from(">L", data, start + 8 + 8 * number)
        if struct.unpack_from(">H", data, start + offset)[0] == 4:
            return frozenset(_format_4(data, start + offset))
    raise ValueError(f"{font.name} has no table of letters of format 4")


def _tables(data: bytes) -> int:
    return 16 * int(struct.unpack_from(">H", data, 4)[0])


def _format_4(data: bytes, start: int) -> Iterator[str]:
    """Yield the letters of the ranges of a table of format 4; see OpenType, "cmap"."""
    count = struct.unpack_from(">H", data, start + 6)[0] // 2
    at = start + 14
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{count}H", data, at + place)
        for place in (0, *(2 + 2 * count * n for n in (1, 2, 3)))
    )
    shapes = at + 2 + 6 * count
    for number, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(first, last + 1):
            shape = code
            if offset:
                place = shapes + 2 * number + offset + 2 * (code - first)
                (shape,) = struct.unpack_from(">H", data, place)
            if (shape + delta) % 65536 and (shape or not offset):
                yield chr(code)


def _words(text: Text, language: Language) -> Iterator[tuple[int, str]]:
    """Yield the words that are printed of *text*, each with its offset."""
    side = text[language]
    if not text.markdown:
        for inline in parse_phrases(side):
            yield from (
                (node.offset, node.text) for node in (inline, *b.within(inline)) if isinstance(node, b.Text)
            )
        return
    for node in b.walk(parse(side).body):
        match node:
            case b.Text(text=words):
                yield node.offset, words
            case b.Callout(title=words) | b.Abbreviation(expansion=words) if words:
                yield max(side.find(words, node.offset), node.offset), words


def _problem(place: Position, language: Language, letter: str) -> Problem:
    name = unicodedata.name(letter, "a letter without a name").lower()
    side = "Welsh" if language is Language.CY else "English"
    message = f'the {side} PDF cannot show "{letter}" (U+{ord(letter):04X}, {name})'
    hint = "Write it in words, or with letters and signs that every font has."
    return Problem(place, RULE, message, hint)
