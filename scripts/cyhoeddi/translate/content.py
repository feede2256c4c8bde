"""The words of one unit with their Markdown as codes, which a translator may move but not change.

Strong words, emphasis, links and phrases are codes that hold words; footnote marks and images stand alone.
An image's alternative text is no part of the words round it: it is a unit of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from cyhoeddi.body import blocks as b


class Kind(StrEnum):
    """What a code stands for."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    LINK = "link"
    PHRASE = "phrase"
    FOOTNOTE = "footnote"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Code:
    """A piece of Markdown that is not for translation."""

    kind: Kind
    data: str = ""
    """The address, the language, the footnote's label or the image's file."""
    inner: tuple[Piece, ...] | None = None
    """The words within, or None for a code that stands alone."""
    words: str = field(default="", compare=False)
    """An image's alternative text."""
    id: str = field(default="", compare=False)
    """Its number in the unit, the same in both languages."""

    @property
    def means(self) -> tuple[Kind, str]:
        """What must be the same for two codes to be one."""
        return self.kind, self.data


Piece = str | Code
Content = tuple[Piece, ...]

_BREAK = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")


def content_of(inlines: Iterable[b.Inline]) -> Content:
    """Give the words and codes of parsed *inlines*, on one line."""
    return tidy(_piece(inline) for inline in inlines)


def tidy(pieces: Iterable[Piece]) -> Content:
    """Join words that stand side by side; line ends become spaces, and blanks at both ends go."""
    joined: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and joined and isinstance(joined[-1], str):
            joined[-1] += piece
        else:
            joined.append(piece)
    spaced = [_BREAK.sub(" ", piece) if isinstance(piece, str) else piece for piece in joined]
    for end, strip in ((0, str.lstrip), (-1, str.rstrip)):
        if spaced and isinstance(piece := spaced[end], str):
            spaced[end] = strip(piece)
    return tuple(piece for piece in spaced if piece != "")


def codes(content: Content) -> Iterator[Code]:
    """Yield every code of *content*, each before those within it."""
    for piece in content:
        if isinstance(piece, Code):
            yield piece
            yield from codes(piece.inner or ())


def plain(content: Content) -> str:
    """Give the words alone."""
    return "".join(piece if isinstance(piece, str) else plain(piece.inner or ()) for piece in content)


def numbered(content: Content, like: Content = ()) -> Content:
    """Give *content* with numbers on its codes: those of the same codes in *like*, else new ones."""
    return _with_ids(content, _ids(tuple(codes(content)), tuple(codes(like))))


def with_alts(content: Content, alts: Mapping[str, str]) -> Content:
    """Give *content* with the alternative texts of its images taken from *alts*, by their numbers."""
    return tuple(
        piece
        if isinstance(piece, str)
        else replace(
            piece,
            inner=None if piece.inner is None else with_alts(piece.inner, alts),
            words=alts.get(piece.id, piece.words),
        )
        for piece in content
    )


def same_codes(content: Content, other: Content) -> bool:
    """Tell whether both have the same codes, in any order.

    Phrases do not count: they mark words of the other language, of which a translation has fewer or more.
    """
    return _needed(content) == _needed(other)


def _needed(content: Content) -> Counter[tuple[Kind, str]]:
    return Counter(code.means for code in codes(content) if code.kind is not Kind.PHRASE)


def _piece(inline: b.Inline) -> Piece:
    match inline:
        case b.Text(text=text):
            return text
        case b.Strong(inlines=inner):
            return Code(Kind.STRONG, "", _within(inner))
        case b.Emphasis(inlines=inner):
            return Code(Kind.EMPHASIS, "", _within(inner))
        case b.Link(target=target, inlines=inner):
            return Code(Kind.LINK, target, _within(inner))
        case b.Phrase(language=language, inlines=inner):
            return Code(Kind.PHRASE, language, _within(inner))
        case b.FootnoteReference(label=label):
            return Code(Kind.FOOTNOTE, label)
        case b.Image(target=target, alt=alt):
            return Code(Kind.IMAGE, target, None, _BREAK.sub(" ", alt).strip())


def _within(inlines: Iterable[b.Inline]) -> Content:
    """Give the pieces within a code: as `tidy`, but blanks at its ends stay where they are."""
    around = tidy(("|", *(_piece(inline) for inline in inlines), "|"))
    trimmed: list[Piece] = list(around)
    trimmed[0] = str(trimmed[0])[1:]
    trimmed[-1] = str(trimmed[-1])[:-1]
    return tuple(piece for piece in trimmed if piece != "")


def _with_ids(content: Content, ids: Iterator[str]) -> Content:
    pieces: list[Piece] = []
    for piece in content:
        if isinstance(piece, Code):
            number = next(ids)
            inner = None if piece.inner is None else _with_ids(piece.inner, ids)
            piece = replace(piece, id=number, inner=inner)
        pieces.append(piece)
    return tuple(pieces)


def _ids(own: tuple[Code, ...], like: tuple[Code, ...]) -> Iterator[str]:
    free = list(like)
    found: dict[int, str] = {}
    # The same code first; then one of its kind, as a link to the same page in the other language is.
    for alike in (lambda one, two: one.means == two.means, lambda one, two: one.kind is two.kind):
        for number, code in enumerate(own):
            match = None if number in found else next((one for one in free if alike(one, code)), None)
            if match is not None:
                free.remove(match)
                found[number] = match.id
    last = max((int(code.id) for code in like), default=0)
    for number in range(len(own)):
        if number not in found:
            last += 1
        yield found.get(number) or str(last)
