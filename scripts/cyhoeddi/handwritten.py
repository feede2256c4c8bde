"""The hand-written pages of docs/en and docs/cy: a page is a pair of files of one name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from cyhoeddi.language import Language
from cyhoeddi.load import load_part
from cyhoeddi.model import Bilingual
from cyhoeddi.problems import Level, Position, Problem
from cyhoeddi.source import Source, parse_source
from cyhoeddi.source.text import decode_text
from cyhoeddi.texts import Text

RULE = "page"
HOME = "index"
GENERATED = "generated"
"""The folder that is written, not read."""

_FRONT_MATTER = re.compile(r"\A---[ \t]*(?:\r\n|\n)(.*?)^---[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


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
        title = self._text("title", lambda side: side.front.title)
        description = self._text("description", lambda side: side.front.description)
        return title, description, self._text("body", lambda side: side.body)

    def _text(self, key: str, of: Callable[[Side], str]) -> Text:
        def place(language: Language, offset: int | None) -> Position:
            side = self[language]
            if offset is not None and offset < 0:
                return Position(side.source.file)
            return side.place(offset or 0) if key == "body" else side.source.position((key,), offset)

        return Text(
            path=(self.name, key),
            en=of(self.en),
            cy=of(self.cy),
            source_language=Language.EN,
            markdown=key == "body",
            may_be_empty=key == "body" and self.name == HOME and not (of(self.en) + of(self.cy)).strip(),
            headings=True,
            place=place,
        )


def read_pages(root: Path) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Read the hand-written pages of the project folder *root*; one that lacks a side is a problem."""
    pages: list[Page] = []
    problems: list[Problem] = []
    names: dict[Language, set[str]] = {}
    for language in Language:
        folder = root / "docs" / language
        names[language] = {file.stem for file in folder.glob("*.md")}
        problems += _misplaced(root, folder)
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
    text = decode_text((root / name).read_bytes(), name)
    if isinstance(text, Problem):
        return None, (text,)
    if not _NAME.fullmatch(Path(name).stem):
        hint = (
            "Rename both files: small letters without accents, digits and single hyphens, as in contact.md."
        )
        return None, (Problem(Position(name), RULE, "this cannot be the name of a page", hint),)
    match = _FRONT_MATTER.match(text.content)
    if match is None or not match[1].strip():
        message = "the page does not open with its title, description and slug"
        hint = "Start the file with a line ---, then title:, description: and slug:, then a line ---."
        return None, (Problem(Position(name), RULE, message, hint),)
    # The opening --- is YAML's own start of a document, so the lines keep their numbers.
    source, problems = parse_source(text.content[: match.end(1)].encode(), name)
    if source is None:
        return None, problems
    front, mistakes = load_part(source, FrontMatter)
    if front is None:
        # The page goes on with its file's name for what is wrong, so that the rest of it is looked at too.
        right = {key: text for key, text in source.data.items() if isinstance(text, str)}
        keys = FrontMatter.model_fields
        front = FrontMatter.model_validate({key: right.get(key, Path(name).stem) for key in keys})
    body = text.content[match.end() :].replace("\r\n", "\n")
    return Side(source, front, body, text.position(match.end()).line), mistakes


def _misplaced(root: Path, folder: Path) -> Iterator[Problem]:
    """Yield a warning for each page in a folder of its own, which no reader would see."""
    inner = [one for one in folder.glob("*/") if one.is_dir() and one.name != GENERATED]
    for file in sorted(file for one in inner for file in one.rglob("*.md")):
        name = file.relative_to(root).as_posix()
        hint = f"Move it up, beside {folder.relative_to(root).as_posix()}/{HOME}.md."
        message = "a page in a folder of its own is not published"
        yield Problem(Position(name), RULE, message, hint, Level.WARNING)


def _missing_side(name: str, language: Language) -> Problem:
    there, missing = f"docs/{language.other}/{name}.md", f"docs/{language}/{name}.md"
    hint = f"Write {missing}, or take {there} away too."
    return Problem(Position(there), RULE, "the page has no counterpart in the other language", hint)
