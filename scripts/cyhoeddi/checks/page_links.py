"""The links of the hand-written pages lead to pages and headings that are there.

This is a part of the rule on names; it is no rule by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath

from cyhoeddi.body.blocks import Heading, Link, walk
from cyhoeddi.body.parse import parse
from cyhoeddi.checks.facts import Fact, Told, page_unit, place_of
from cyhoeddi.handwritten import Page
from cyhoeddi.language import Language
from cyhoeddi.problems import Position
from cyhoeddi.project import Project
from cyhoeddi.statement import NAME as STATEMENT
from cyhoeddi.texts import Text

_RELATIVE = re.compile(r"(?![a-z][a-z0-9+.-]*:|/|#|\?)[^?#]+", re.IGNORECASE)
_PAGE = re.compile(r"(?:\./)?([^/]+)\.md")
_ON_EVERY_PAGE = ("top", "main")

_LINK = "link"
_HEADING = "heading"

_Mistake = tuple[str, str]
"""What is wrong, and what to do."""


def facts_of_page(text: Text) -> Iterator[Fact]:
    """Yield the links and the headings of a *text* of a hand-written page."""
    for language in Language if text.markdown else ():
        for node in walk(text.bodies[language].body):
            if isinstance(node, Link) and "](" in text[language]:
                yield Fact(text.path, language, node.offset, (_LINK, node.target))
            elif isinstance(node, Heading):
                yield Fact(text.path, language, node.offset, (_HEADING, node.id))


def wrong_links(project: Project, told: Told) -> Iterator[tuple[Position, str, str]]:
    """Yield where a hand-written page links to what is not there, what is wrong, and what to do."""
    pages = {one.name: one for one in project.all_pages}
    names = {*pages, STATEMENT} if project.statement else set(pages)
    # A page with a mistake of its own is there, though it could not be read.
    names |= {PurePosixPath(problem.position.file).stem for problem in project.problems}
    for page in project.pages:
        unit = page_unit(page.name)
        for fact in told.get(unit, ()):
            kind, target = fact.words
            if kind != _LINK:
                continue
            named = _PAGE.fullmatch(target.partition("#")[0])
            mistake = _link(target, named, names)
            there = pages.get(named[1]) if named else page
            if mistake is None and there is not None:
                mistake = _place_on_page(there, fact.side, target, told)
            if mistake is not None:
                yield place_of(project, unit, fact), *mistake


def _link(target: str, named: re.Match[str] | None, names: set[str]) -> _Mistake | None:
    """Give what is wrong with a link to *target*, where *named* is the page that it names, if it does."""
    if target.startswith("pub:"):
        message = "a hand-written page cannot link to a publication, which may come and go"
        return message, "Link to the list of publications, or put the text into a publication."
    if named is not None and named[1] not in names:
        close = get_close_matches(named[1], names, n=1)
        hint = f'Did you mean "{close[0]}.md"?' if close else "Name a file that stands beside this one."
        return f"there is no page {named[1]}.md", hint
    if named is None and _RELATIVE.match(target):
        hint = "Name the file of the page, as in contact.md, or write the whole address with https://."
        return f'"{target}" is not the file of a page', hint
    return None


def _place_on_page(page: Page, language: Language, target: str, told: Told) -> _Mistake | None:
    """Give what is wrong if *target*, such as `contact.md#post`, names no heading of *page*."""
    address, _, place = target.partition("#")
    if not place or not (address == "" or _PAGE.fullmatch(address)):
        return None
    headings = _headings(page, language, told)
    if place in (*headings, *_ON_EVERY_PAGE):
        return None
    hint = f"Use one of its headings: {', '.join(headings)}." if headings else "Take # and the name away."
    return f'there is no heading "{place}" on {page.name}.md', hint


def _headings(page: Page, language: Language, told: Told) -> list[str]:
    found = told.get(page_unit(page.name))
    if found is not None:
        return [fact.words[1] for fact in found if fact.side is language and fact.words[0] == _HEADING]
    # The accessibility statement is a page of no file of its own.
    blocks = parse(page[language].body, headings=True).body.blocks
    return [block.id for block in blocks if isinstance(block, Heading)]
