"""The hand-written pages of docs/en and docs/cy: a page is a pair of files of one name."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from cyhoeddi.language import Language
from cyhoeddi.load import load_part
from cyhoeddi.model import Bilingual
from cyhoeddi.problems import Position, Problem
from cyhoeddi.source import Source, parse_source
from cyhoeddi.texts import Text

RULE = "page"
HOME = "index"

_FRONT_MATTER = re.compile(
    rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n(.*?)^---[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE
)


class FrontMatter(BaseModel):
    """What stands between the --- lines at the top of a hand-written page."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    description: str
    slug: str


@dataclass(frozen=True)
class Side:
    """One language's file of a hand-written page."""

    source: Source
    front: FrontMatter
    body: str
    first_line: int
    """The line of the file on which the body starts."""

    def place(self, offset: int) -> Position:
        """Give the place of a character of the body."""
        before = self.body[:offset]
        return Position(
            self.source.file, self.first_line + before.count("\n"), offset - (before.rfind("\n") + 1) + 1
        )


@dataclass(frozen=True)
class Page:
    """A hand-written page in both languages."""

    name: str
    """The name of its files, without .md."""
    en: Side
    cy: Side

    def __getitem__(self, language: Language) -> Side:
        """Give the side of *language*."""
        return self.en if language is Language.EN else self.cy

    @property
    def title(self) -> Bilingual:
        """The title in both languages."""
        return Bilingual(en=self.en.front.title, cy=self.cy.front.title)

    @property
    def slug(self) -> Bilingual:
        """The last part of the address in both languages."""
        return Bilingual(en=self.en.front.slug, cy=self.cy.front.slug)

    def texts(self) -> tuple[Text, ...]:
        """Give its title, description and body as bilingual texts with their places."""
        title = self._text("title", Language.EN, lambda side: side.front.title)
        description = self._text("description", Language.EN, lambda side: side.front.description)
        return title, description, self._text("body", Language.EN, lambda side: side.body)

    def _text(self, key: str, written_first: Language, of: Callable[[Side], str]) -> Text:
        def place(language: Language, offset: int) -> Position:
            side = self[language]
            if offset < 0:
                return Position(side.source.file)
            return side.place(offset) if key == "body" else side.source.position((key,), offset)

        return Text(
            path=(self.name, key),
            en=of(self.en),
            cy=of(self.cy),
            source_language=written_first,
            markdown=key == "body",
            may_be_empty=False,
            headings=key == "body",
            place=place,
        )


def read_pages(root: Path) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Read the hand-written pages of the project folder *root*; one that lacks a side is a problem."""
    pages: list[Page] = []
    problems: list[Problem] = []
    names = {
        language: {file.stem for file in (root / "docs" / language).glob("*.md")} for language in Language
    }
    for name in sorted(names[Language.EN] | names[Language.CY]):
        sides: dict[Language, Side] = {}
        for language in Language:
            if name not in names[language]:
                problems.append(_missing_side(name, language))
                continue
            side, mistakes = _read_side(root, f"docs/{language}/{name}.md")
            problems.extend(mistakes)
            if side is not None:
                sides[language] = side
        if len(sides) == len(Language):
            pages.append(Page(name, sides[Language.EN], sides[Language.CY]))
    return tuple(pages), tuple(problems)


def _read_side(root: Path, name: str) -> tuple[Side | None, tuple[Problem, ...]]:
    raw = (root / name).read_bytes()
    match = _FRONT_MATTER.match(raw)
    if match is None:
        message = "the page does not open with its title, description and slug"
        hint = "Start the file with a line ---, then title:, description: and slug:, then a line ---."
        return None, (Problem(Position(name), RULE, message, hint),)
    # The opening --- is YAML's own start of a document, so the lines keep their numbers.
    source, problems = parse_source(raw[: match.end(1)], name)
    if source is None:
        return None, problems
    front, mistakes = load_part(source, FrontMatter)
    try:
        body = raw[match.end() :].decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw[: match.end() + error.start].count(b"\n") + 1
        message, hint = "the text is not in UTF-8", "Save the file again with the encoding UTF-8."
        return None, (Problem(Position(name, line), RULE, message, hint),)
    if front is None:
        return None, (*problems, *mistakes)
    return Side(source, front, body, raw[: match.end()].count(b"\n") + 1), (*problems, *mistakes)


def _missing_side(name: str, language: Language) -> Problem:
    there, missing = f"docs/{language.other}/{name}.md", f"docs/{language}/{name}.md"
    hint = f"Write {missing}, or take {there} away too."
    return Problem(Position(there), RULE, "the page has no counterpart in the other language", hint)
