"""A text put together from its template and the answers for its blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cyhoeddi.language import Language
from cyhoeddi.memory import Held
from cyhoeddi.problems import Problem
from cyhoeddi.translate.answers import NAMES, Answer
from cyhoeddi.translate.content import Content
from cyhoeddi.translate.scalar import Edit, apply_edits
from cyhoeddi.translate.segments import segments
from cyhoeddi.translate.units import Block, Work
from cyhoeddi.translate.wording import Form, wordings, written

Given = Mapping[str, tuple[Answer, Content]]
"""The answers that were judged right, with what they say, by the key of their unit."""


@dataclass(frozen=True)
class Change:
    """One side of a text, written anew."""

    held: Held
    to: Language
    text: str
    answers: tuple[Answer, ...]
    """What it was made from."""

    @property
    def file(self) -> str:
        """The file that holds the side."""
        return self.held.text.place(self.to, 0).file

    def refused(self, message: str, hint: str) -> Iterator[Problem]:
        """Yield a problem for each answer."""
        return (answer.problem(message, hint) for answer in self.answers)


def compose(work: Work, given: Given) -> Change | tuple[Problem, ...]:
    """Give the side of *work* with the answers *given*, or why it cannot be written."""
    answers = tuple(answer for answer, _ in given.values())
    contents = {key: content for key, (_, content) in given.items()}
    edits: list[Edit] = []
    intended: dict[str, Content] = {}
    missing = 0
    for block in work.blocks:
        if work.aligned and not any(unit.key in contents for unit in block.units):
            continue
        content = block.content(contents)
        if content is None:
            missing += sum(not contents.get(unit.key, unit.target) for unit in block.units)
        elif content:
            intended[block.segment.path] = content
            edits += _edit(work, block, content)
    if missing:
        message = f"other parts of this text are not translated yet ({missing})"
        hint = f"The {NAMES[work.to]} is written when all its parts are there: translate them too."
        return tuple(answer.problem(message, hint) for answer in answers)
    text = _plain(work, intended) if not work.held.text.markdown else apply_edits(work.template, edits)
    if work.held.text.markdown and (wrong := _unlike(work, text, intended)):
        message = "together with its neighbours this text would mean something else"
        hint = "Look for a stray sign at its start or end, such as a dash, a number or a bracket."
        own = {unit.key for block in work.blocks if block.segment.path in wrong for unit in block.units}
        chosen = [answer for key, (answer, _) in given.items() if key in own]
        return tuple(answer.problem(message, hint) for answer in chosen or answers)
    return Change(work.held, work.to, text, answers)


def _edit(work: Work, block: Block, content: Content) -> Iterator[Edit]:
    place = work.places.get(block.segment.path)
    if place is not None:
        pages = work.held.text.headings
        found = wordings(content, place.form, width=place.width, margin=place.margin, pages=pages)
        yield Edit(place.start, place.end, next(found, written(content)))


def _plain(work: Work, intended: Mapping[str, Content]) -> str:
    """Give a plain text, with the line end that it has now."""
    ending = "\n" if work.template.endswith("\n") else ""
    return next(wordings(intended[""], Form.PLAIN), "") + ending


def _unlike(work: Work, text: str, intended: Mapping[str, Content]) -> frozenset[str]:
    """Give the paths of the blocks that do not read back from *text* as they are meant."""
    found = {one.path: one.content for one in segments(text, headings=work.held.text.headings)}
    if found.keys() != work.places.keys():
        return frozenset(intended)
    before = {path: segment.content for path, segment in work.places.items()}
    return frozenset(
        path for path in found if written(found[path]) != written(intended.get(path, before[path]))
    )
