"""Content → one line of Markdown that reads back as the same content, and back.

Words are first written as they are. Only if they would then mean something else, such as a line that would
begin a list, are signs put out of force with a backslash.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator
from enum import StrEnum

from cyhoeddi.body import blocks as b
from cyhoeddi.body.content import piece
from cyhoeddi.body.inline_tree import read_inlines
from cyhoeddi.body.parse import parse, parse_phrases
from cyhoeddi.body.refusal import REFUSED, Refusal
from cyhoeddi.source.text import UNSEEN
from cyhoeddi.translate.content import Code, Content, Kind, content_of, plain, tidy

HIDDEN_ALT = "…"
"""What stands for an image's alternative text, which is translated by itself."""


class Form(StrEnum):
    """How the words of a unit are written."""

    BLOCK = "block"
    """Markdown that is a paragraph."""
    LINE = "line"
    """Markdown within a line, as a heading, a cell or a caption."""
    WORDS = "words"
    """Words without Markdown, within a line of it: a call-out's title, an abbreviation, alternative text."""
    PLAIN = "plain"
    """A plain text, in which only phrases are marked."""


def read_content(text: str, form: Form, *, pages: bool = False) -> Content:
    """Give the content of *text*, which is as authors write it; *pages* is for hand-written pages."""
    if form is Form.WORDS:
        return tidy((text,))
    if form is Form.PLAIN:
        return content_of(parse_phrases(text))
    return content_of(read_inlines(piece(" ".join(text.split("\n")), 0), [], pages=pages))


def cell_of(content: Content, form: Form, *, pages: bool = False) -> str:
    """Give *content* as Markdown for a table, without alternative texts; it reads back as the same."""
    text = written(content, hide_alts=True)
    if form in (Form.WORDS, Form.PLAIN) or read_content(text, form, pages=pages) == content:
        return text
    return _markdown(content, _escaped, "*", hide_alts=True)


def why_not(content: Content, form: Form, *, pages: bool = False) -> str:
    """Say why *content* cannot be written, if that is known."""
    if form in (Form.WORDS, Form.PLAIN):
        return "it has a quotation mark" if '"' in written(content) else ""
    refusals = _refused(written(content), form, pages)
    return refusals[0].message if refusals else ""


def with_phrases(content: Content) -> Content:
    """Give *content* with each `[words]{lang=cy}` that was typed as text made a phrase."""
    pieces: list[str | Code] = []
    for one in content:
        if isinstance(one, str):
            pieces += _phrases(one)
        else:
            inner = None if one.inner is None else with_phrases(one.inner)
            pieces.append(Code(one.kind, one.data, inner, one.words, one.id))
    return tidy(("", *pieces))


def written(content: Content, *, hide_alts: bool = False) -> str:
    """Give *content* as its author would write it, for people to read; it may not read back."""
    return _markdown(content, lambda words: words, "*", hide_alts)


def wordings(
    content: Content, form: Form, *, width: int | None = None, margin: str = "", pages: bool = False
) -> Iterator[str]:
    """Yield ways to write *content* that read back as the same, the plainest first.

    With a *width*, a block may be on several lines, the further ones behind *margin*.
    """
    if not content or UNSEEN.search(written(content)):
        return
    if form in (Form.WORDS, Form.PLAIN):
        text = written(content)
        if (form is Form.PLAIN or '"' not in text) and read_content(text, form) == content:
            yield text
        return
    for escape in (lambda words: words, _escaped):
        for emphasis in "*_":
            text = _markdown(content, escape, emphasis, hide_alts=False)
            for line in (text, _LEADING.sub(r"\1\\\2", text)):
                for lines in _wrapped(line, width - len(margin) if width and form is Form.BLOCK else None):
                    if _reads_back("\n".join(lines), content, form, pages):
                        yield f"\n{margin}".join(lines)


_LEADING = re.compile(r"^(\d*)([^\w\s\\])")
_SPECIAL = re.compile(r"[\\`*_\[\]{}<>&|!#:.+~=^-]")
_ELSEWHERE = (REFUSED["missing"], REFUSED["unused"])
_NEEDS_ANGLES = re.compile(r"[\s()<>]")


def _escaped(words: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", words)


def _phrases(words: str) -> Content:
    found = parse_phrases(words)
    return tuple(
        one.text if isinstance(one, b.Text) else Code(Kind.PHRASE, one.language, content_of(one.inlines))
        for one in found
        if isinstance(one, b.Text | b.Phrase)
    )


def _wrapped(line: str, width: int | None) -> Iterator[list[str]]:
    if width is not None:
        # A long address is never cut, nor a word at its hyphen.
        yield textwrap.wrap(
            line, max(width, 20), break_long_words=False, break_on_hyphens=False, expand_tabs=False
        ) or [line]
    yield [line]


def _reads_back(text: str, content: Content, form: Form, pages: bool) -> bool:
    if _refused(text, form, pages):
        return False
    if form is Form.LINE:
        return not re.search(r"(?<!\\)\|", text) and _same(read_content(text, form, pages=pages), content)
    match parse(text, headings=pages).body:
        case b.Body(blocks=(b.Paragraph(inlines=inlines),), footnotes=(), abbreviations=()):
            return _same(content_of(inlines), content)
    return False


def _refused(text: str, form: Form, pages: bool) -> tuple[Refusal, ...]:
    """Give what may not stand in *text*; whether its footnotes are written is not for one block to say."""
    # Behind a word nothing of a line opens a block.
    parsed = parse(f"x {text}" if form is Form.LINE else text, headings=pages)
    return tuple(one for one in parsed.refusals if (one.message, one.hint) not in _ELSEWHERE)


def _same(one: Content, other: Content) -> bool:
    return one == other and written(one) == written(other)


def _markdown(content: Content, escape: Callable[[str], str], emphasis: str, hide_alts: bool) -> str:
    return "".join(
        escape(one) if isinstance(one, str) else _code(one, escape, emphasis, hide_alts) for one in content
    )


def _code(code: Code, escape: Callable[[str], str], emphasis: str, hide_alts: bool) -> str:
    inner = _markdown(code.inner or (), escape, emphasis, hide_alts)
    target = f"<{code.data}>" if _NEEDS_ANGLES.search(code.data) else code.data
    match code.kind:
        case Kind.STRONG:
            return f"**{inner}**"
        case Kind.EMPHASIS:
            return f"{emphasis}{inner}{emphasis}"
        case Kind.LINK:
            return f"[{inner}]({target})"
        case Kind.PHRASE:
            return f"[{inner}]{{lang={code.data}}}"
        case Kind.FOOTNOTE:
            return f"[^{code.data}]"
        case Kind.IMAGE:
            return f"![{HIDDEN_ALT if hide_alts else escape(code.words)}]({target})"


def has_words(content: Content) -> bool:
    """Tell whether there is anything to translate: a letter or a figure."""
    return any(character.isalnum() for character in plain(content))
