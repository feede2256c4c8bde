"""TMX 1.4b: the pairs that were accepted, block by block, as a memory for the translators' own tools."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from cyhoeddi.language import Language
from cyhoeddi.memory import Record
from cyhoeddi.texts import MARKDOWN_KEYS
from cyhoeddi.translate.content import Code, Content, Kind, numbered
from cyhoeddi.translate.markup import document, element, words
from cyhoeddi.translate.units import pair_segments
from cyhoeddi.translate.wording import Form, has_words, read_content

Pair = tuple[str, Content, Content]
"""A key, the English and the Welsh."""


def write_tmx(records: Iterable[Record], source: Language = Language.EN) -> bytes:
    """Give the pairs of *records* as TMX; *source* is the language from which most are translated."""
    header = element(
        "header",
        {
            "creationtool": "cyhoeddi",
            "creationtoolversion": "1",
            "segtype": "block",
            "o-tmf": "translations.lock",
            "adminlang": "en",
            "srclang": source,
            "datatype": "x-markdown",
        },
    )
    units = [_unit(*pair) for pair in accepted_pairs(records)]
    body = element("body", {}, "\n", *units)
    return document(element("tmx", {"version": "1.4"}, "\n", header, "\n", body, "\n"))


def accepted_pairs(records: Iterable[Record]) -> Iterator[Pair]:
    """Yield each block of *records* that has words in both languages, with a key of its own."""
    for record in records:
        sides = record.sides()
        if sides is None:
            continue
        key = f"{record.key}/{record.en[:6]}{record.cy[:6]}"
        parts = record.key.split("/")
        page = parts[0] == "page"
        if parts[-1] not in MARKDOWN_KEYS and not (page and parts[2:3] == ["body"]):
            english, welsh = (read_content(side, Form.PLAIN) for side in sides)
            if has_words(english) and has_words(welsh):
                yield key, english, welsh
            continue
        for one, two in pair_segments(*sides, headings=page):
            if has_words(one.content) and has_words(two.content):
                yield f"{key}/{one.path}", one.content, two.content


def _unit(key: str, english: Content, welsh: Content) -> str:
    english = numbered(english)
    sides = zip(Language, (english, numbered(welsh, english)), strict=True)
    variants = [element("tuv", {"xml:lang": side}, element("seg", {}, _inline(text))) for side, text in sides]
    return element("tu", {"tuid": key}, "\n", *(f"{one}\n" for one in variants)) + "\n"


def _inline(content: Content) -> str:
    # <bpt> and <ept> are matched within their segment, and so numbered within it.
    return _pieces(content, count(1))


def _pieces(content: Content, numbers: Iterator[int]) -> str:
    return "".join(words(one) if isinstance(one, str) else _code(one, numbers) for one in content)


def _code(code: Code, numbers: Iterator[int]) -> str:
    if code.inner is None:
        mark = f"[^{code.data}]" if code.kind is Kind.FOOTNOTE else f"![]({code.data})"
        return element("ph", {"x": code.id, "type": str(code.kind)}, words(mark))
    number = str(next(numbers))
    opening, closing = _MARKS.get(code.kind, ("[", f"]({code.data})"))
    if code.kind is Kind.PHRASE:
        closing = f"]{{lang={code.data}}}"
    start = element("bpt", {"i": number, "x": code.id, "type": str(code.kind)}, words(opening))
    return start + _pieces(code.inner, numbers) + element("ept", {"i": number}, words(closing))


_MARKS = {Kind.STRONG: ("**", "**"), Kind.EMPHASIS: ("*", "*")}
