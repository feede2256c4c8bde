"""A page for each file that shows both languages side by side, block by block, and their problems."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path

import jinja2
from markupsafe import Markup, escape

from cyhoeddi.language import Language
from cyhoeddi.memory import Standing, State, chosen
from cyhoeddi.problems import Problem
from cyhoeddi.project import Project
from cyhoeddi.texts import Text
from cyhoeddi.translate.content import Code, Content, Kind
from cyhoeddi.translate.segments import Segment, segments, shape
from cyhoeddi.translate.wording import Form, read_content
from cyhoeddi.words import in_language

FOLDER = "review"

_TEMPLATE = Path(__file__).with_name("review.html")


@dataclass(frozen=True)
class Row:
    """One block in both languages."""

    role: str
    sides: Mapping[Language, Markup | None]
    """What each side says, as HTML; None where it says nothing."""
    is_stale: bool
    lines: Mapping[str, tuple[int, int]]
    """The first and the last line of each side, by file."""
    problems: list[Problem] = field(default_factory=list)


def render_reviews(
    project: Project, problems: Iterable[Problem], paths: Sequence[str] = ()
) -> Mapping[str, str]:
    """Give the page of each file that *paths* name, or of all, by the name of the page below review/."""
    owners: dict[str, list[Standing]] = defaultdict(list)
    for standing in project.standings:
        if chosen(standing, paths):
            owners["/".join(standing.held.key.split("/")[:2])].append(standing)
    places: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        places[problem.position.file].append(problem)
    return {
        f"{owner.removeprefix('publication/')}.html": _page(standings, places)
        for owner, standings in owners.items()
    }


def write_reviews(root: Path, pages: Mapping[str, str]) -> tuple[Path, ...]:
    """Write the *pages* below review/ of the project folder *root*, and give their paths."""
    for name, text in pages.items():
        file = root / FOLDER / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return tuple(root / FOLDER / name for name in pages)


def _page(standings: Sequence[Standing], problems: Mapping[str, Sequence[Problem]]) -> str:
    rows = [row for standing in standings for row in _rows(standing)]
    files = dict.fromkeys(standings[0].held.text.place(side, 0).file for side in Language)
    elsewhere = [one for file in files for one in problems.get(file, ()) if not _put(one, rows)]
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    template = environment.from_string(_TEMPLATE.read_text(encoding="utf-8"))
    return template.render(
        words={side: in_language(side) for side in Language},
        languages=list(Language),
        title=rows[0].sides,
        files=list(files),
        rows=rows,
        elsewhere=elsewhere,
    )


def _put(problem: Problem, rows: Sequence[Row]) -> bool:
    """Put *problem* beside the block on whose lines it stands, or else the last that begins before it."""
    at = problem.position
    before: Row | None = None
    for row in rows:
        first, last = row.lines.get(at.file, (at.line + 1, 0))
        if first <= at.line <= last:
            row.problems.append(problem)
            return True
        if first <= at.line:
            before = row
    if before is not None:
        before.problems.append(problem)
    return before is not None


def _rows(standing: Standing) -> Iterator[Row]:
    text = standing.held.text
    is_stale = standing.state is State.STALE
    if not text.markdown:
        sides = {side: read_content(text[side], Form.PLAIN) for side in Language}
        lines = _lines(text, dict.fromkeys(Language, (-1, None)))
        yield Row(str(text.path[-1]), {side: _html(one) for side, one in sides.items()}, is_stale, lines)
        return
    english, welsh = (segments(text[side], headings=text.headings) for side in Language)
    for pair in _paired(english, welsh):
        blocks = dict(zip(Language, pair, strict=True))
        role = next(one.role for one in pair if one)
        spans = {side: (one.start, one.end) for side, one in blocks.items() if one}
        html = {side: _html(one.content) if one else None for side, one in blocks.items()}
        yield Row(role, html, is_stale, _lines(text, spans))


_Pair = tuple[Segment | None, Segment | None]


def _paired(english: Sequence[Segment], welsh: Sequence[Segment]) -> Iterator[_Pair]:
    """Yield the blocks that belong together: of bodies that are not alike, those at the same place."""
    if shape(english) != shape(welsh):
        yield from zip_longest(english, welsh)
        return
    others = {one.path: one for one in welsh}
    for one in english:
        yield one, others.pop(one.path, None)
    yield from ((None, one) for one in others.values())


def _lines(text: Text, spans: Mapping[Language, tuple[int, int | None]]) -> Mapping[str, tuple[int, int]]:
    """Give the lines of each file that *spans* take; where both sides are in one, from first to last.

    A span to None ends with its side, and one from -1 begins with the text's own key.
    """
    found: dict[str, tuple[int, int]] = {}
    for side, (start, end) in spans.items():
        first = text.place(side, start)
        last = text.place(side, max(start, (len(text[side]) if end is None else end) - 1, 0))
        known = found.get(first.file, (first.line, last.line))
        found[first.file] = (min(known[0], first.line), max(known[1], last.line))
    return found


def _html(content: Content) -> Markup | None:
    return Markup("").join(_piece(one) for one in content) if content else None


def _piece(piece: str | Code) -> Markup:
    if isinstance(piece, str):
        return escape(piece)
    inner = _html(piece.inner or ()) or Markup("")
    match piece.kind:
        case Kind.STRONG:
            return Markup("<strong>{}</strong>").format(inner)
        case Kind.EMPHASIS:
            return Markup("<em>{}</em>").format(inner)
        case Kind.LINK:
            return Markup('<span class="link">{}</span> <small>({})</small>').format(inner, piece.data)
        case Kind.PHRASE:
            return Markup('<span lang="{}">{}</span>').format(piece.data, inner)
        case Kind.FOOTNOTE:
            return Markup("<sup>[{}]</sup>").format(piece.data)
        case Kind.IMAGE:
            return Markup('<span class="image">{}</span> <small>({})</small>').format(piece.words, piece.data)
