"""Every bilingual text that an author wrote, found by walking the plain data.

The walk needs no valid model, so a file with a wrong date still has its Welsh checked, and one command prints
every problem.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from cyhoeddi.body.parse import Parsed, parse
from cyhoeddi.language import Language
from cyhoeddi.problems import Position
from cyhoeddi.source import Path, Plain, Source

MARKDOWN_KEYS = frozenset({"body", "details", "remit"})
PLAIN_KEYS = frozenset({"title", "slug", "summary", "heading", "note", "reason", "name"})


@dataclass(frozen=True)
class Text:
    """One text in both languages, with the place of each character of each side."""

    path: Path
    """Where it stands in its file, such as ("sections", 0, "heading")."""
    en: str
    cy: str
    source_language: Language
    """The side that was written first; the other is the one to mend."""
    markdown: bool
    """Whether it is Markdown; else it is plain but for marked phrases."""
    may_be_empty: bool
    """Whether a side may be empty: in a draft, or by an exemption."""
    absent: frozenset[Language] = frozenset()
    """The sides whose key is not there at all."""
    misread: frozenset[Language] = frozenset()
    """The sides that hold something else than text, which has its problem already."""
    headings: bool = False
    """Whether it is a hand-written page's, whose Markdown may hold headings and relative links."""
    place: Callable[[Language, int | None], Position] = field(
        default=lambda _language, _offset: Position(""), compare=False, repr=False
    )
    """The position of a character of a side; None is where the side opens, -1 the text's own key."""

    def __getitem__(self, language: Language) -> str:
        """Give the side of *language*."""
        return self.en if language is Language.EN else self.cy

    def __hash__(self) -> int:
        # Of the words alone, since it is asked for by each rule, and texts of the same words are few.
        return hash((self.en, self.cy))

    @cached_property
    def bodies(self) -> Mapping[Language, Parsed]:
        """The Markdown of each side as a tree with its refusals, parsed once for all rules."""
        return {side: parse(self[side], headings=self.headings) for side in Language}

    @property
    def both(self) -> bool:
        """Whether both sides are there to be compared."""
        return bool(self.en.strip() and self.cy.strip())


def walk_texts(source: Source) -> Iterator[Text]:
    """Yield every bilingual text of *source*, in the order of the file."""
    written = source.data.get("source_language")
    first = Language.CY if written == "cy" else Language.EN
    exempt = _exempt_paths(source.data.get("untranslated"))
    for path, value in _walk(source.data, ()):
        sides = {side: value.get(side) for side in Language}
        yield Text(
            path=path,
            en=_text(sides[Language.EN]),
            cy=_text(sides[Language.CY]),
            source_language=first,
            markdown=path[-1] in MARKDOWN_KEYS,
            may_be_empty=_in_draft(source.data, path) or "/".join(map(str, path)) in exempt,
            absent=frozenset(side for side, text in sides.items() if text is None),
            misread=frozenset(side for side, text in sides.items() if not isinstance(text, str | None)),
            place=_places(source, path),
        )


def _in_draft(data: dict[str, Plain], path: Path) -> bool:
    """Tell whether the file, or the workstream that *path* leads into, is a draft."""
    parts: list[Plain] = [data]
    match path, data.get("workstreams"):
        case ("workstreams", int() as index, *_), list() as workstreams:
            parts.append(workstreams[index])
    return any(isinstance(part, dict) and part.get("status") == "draft" for part in parts)


def _walk(data: Plain, path: Path) -> Iterator[tuple[Path, dict[str, Plain]]]:
    if isinstance(data, dict):
        if path and path[-1] in MARKDOWN_KEYS | PLAIN_KEYS:
            yield path, data
            return
        for key, value in data.items():
            yield from _walk(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _walk(value, (*path, index))


def _places(source: Source, path: Path) -> Callable[[Language, int | None], Position]:
    def place(language: Language, offset: int | None) -> Position:
        if offset is not None and offset < 0:
            return source.key_position(path)
        return source.position((*path, str(language)), offset)

    return place


def _exempt_paths(exemptions: Plain | None) -> frozenset[str]:
    if not isinstance(exemptions, list):
        return frozenset()
    paths = (entry.get("path") for entry in exemptions if isinstance(entry, dict))
    return frozenset(path for path in paths if isinstance(path, str))


def _text(side: Plain | None) -> str:
    return side if isinstance(side, str) else ""
