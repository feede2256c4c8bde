"""What translators are given: units of one block each, with both sides, a state and a key that does not move.

The key names the side that is to be written, as `publication/<id>/sections/<id>/body/cy/list2/1/p1`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from cyhoeddi.language import Language
from cyhoeddi.memory import Held, Standing, State
from cyhoeddi.memory.record import words_hash
from cyhoeddi.translate.content import Code, Content, Kind, codes, numbered, with_alts
from cyhoeddi.translate.segments import ABBREVIATION, Segment, is_sound, segments, shape
from cyhoeddi.translate.wording import Form, has_words, read_content, written

ALT = "alt"
"""The role of an image's alternative text."""


class Progress(StrEnum):
    """How far the translation of a unit is."""

    UNTRANSLATED = "untranslated"
    """The side is empty."""
    STALE = "stale"
    """The other side changed since both were accepted."""
    TRANSLATED = "translated"
    """Both sides are there."""
    ACCEPTED = "accepted"
    """Both sides are there as they were accepted."""


@dataclass(frozen=True)
class Unit:
    """One block, to be translated as one."""

    key: str
    role: str
    """What it is, as `Segment.role`; of a plain text its key; of an image `alt`."""
    path: str
    """Its segment's path in the body; "" for a plain text."""
    form: Form
    source: Content
    target: Content
    """Empty where there is no translation."""
    progress: Progress

    @cached_property
    def hash(self) -> str:
        """What tells whether the source has changed."""
        return words_hash(written(self.source, hide_alts=True))


@dataclass(frozen=True)
class Block:
    """A segment of the source, its translation so far, and its units: its words, then its images."""

    segment: Segment
    target: Content | None
    """The translation as it stands, or None if there is none."""
    units: tuple[Unit, ...]

    def content(self, answers: Mapping[str, Content]) -> Content | None:
        """Give the translation with *answers*, by key; None if a part of it is missing."""
        source = numbered(self.segment.content)
        words = self.target or (None if has_words(source) else source)
        alts: list[str] = []
        for unit in self.units:
            answer = answers.get(unit.key, unit.target)
            if not answer:
                return None
            if unit.role == ALT:
                alts.append(written(answer))
            else:
                words = answer
        images = (code.id for code in _images(source))
        return with_alts(words, dict(zip(images, alts, strict=True))) if words is not None else None


@dataclass(frozen=True)
class Work:
    """A text with the side that is to be written."""

    held: Held
    to: Language
    template: str
    """The text into which the blocks are put: the side as it is if it has the shape of the other."""
    aligned: bool
    """Whether the template is the side itself; else every block has to be written."""
    blocks: tuple[Block, ...]

    @property
    def units(self) -> tuple[Unit, ...]:
        """All units, in the order of the text."""
        return tuple(unit for block in self.blocks for unit in block.units)

    @property
    def due(self) -> tuple[Unit, ...]:
        """The units that wait for a translator; of a text that has to be written anew, all."""
        waiting = tuple(one for one in self.units if one.progress in (Progress.STALE, Progress.UNTRANSLATED))
        return waiting if self.aligned and waiting else self.units

    @cached_property
    def places(self) -> Mapping[str, Segment]:
        """The segments of the template, by path."""
        found = segments(self.template, headings=self.held.text.headings)
        return {segment.path: segment for segment in found}


def work_on(standing: Standing, to: Language, key: str) -> Work | None:
    """Give the work on the side *to* of a text, whose units' keys begin with *key*.

    None if there is nothing to translate from, or Markdown that has to be mended first.
    """
    text = standing.held.text
    source, target = text[to.other], text[to]
    if not source.strip() or text.misread:
        return None
    if not text.markdown:
        content = read_content(source, Form.PLAIN)
        there = read_content(target, Form.PLAIN)
        segment = Segment("", str(text.path[-1]), content, 0, len(source), Form.PLAIN)
        block = _block(segment, there or None, key, _progress(standing, bool(there)))
        return Work(standing.held, to, target, True, (block,))
    if not is_sound(source, headings=text.headings):
        return None
    here, others = (segments(side, headings=text.headings) for side in (source, target))
    aligned = shape(others) == shape(here)
    pairs = _pairs(here, others) if aligned else None
    known = _accepted(standing, to)
    blocks = []
    for one in here:
        if pairs is not None and one.path not in pairs:
            continue
        translated = known.get(one.content) if pairs is None else pairs[one.path].content
        is_known = one.content in known
        progress = Progress.ACCEPTED if is_known else _progress(standing, bool(translated))
        if not translated and has_words(one.content):
            progress = Progress.UNTRANSLATED
        blocks.append(_block(one, translated, key, progress))
    return Work(standing.held, to, target if aligned else source, aligned, tuple(blocks))


def _block(segment: Segment, target: Content | None, key: str, progress: Progress) -> Block:
    source = numbered(segment.content)
    translated = numbered(target, source) if target else ()
    path = f"{key}/{segment.path}".rstrip("/")
    units = []
    if has_words(source):
        units.append(Unit(path, segment.role, segment.path, segment.form, source, translated, progress))
    there = {code.id: code for code in _images(translated)}
    for number, code in enumerate(_images(source), start=1):
        alt = there[code.id].words if code.id in there else ""
        name = f"{path}/image{number}"
        how_far = progress if alt else Progress.UNTRANSLATED
        units.append(Unit(name, ALT, segment.path, Form.WORDS, (code.words,), (alt,) if alt else (), how_far))
    return Block(segment, translated or None, tuple(units))


def _images(content: Content) -> Iterator[Code]:
    return (code for code in codes(content) if code.kind is Kind.IMAGE)


def _pairs(here: Sequence[Segment], there: Sequence[Segment]) -> Mapping[str, Segment]:
    """Give the other side's segments by path; abbreviations only if both have as many."""
    found = {segment.path: segment for segment in there}
    if len(here) == len(there):
        return found
    return {path: segment for path, segment in found.items() if not path.startswith(ABBREVIATION)}


def _accepted(standing: Standing, to: Language) -> Mapping[Content, Content]:
    """Give the translations that were accepted of each block of a text that has changed since."""
    sides = standing.record.sides() if standing.record and standing.state is not State.AGREED else None
    pairs = pair_segments(*sides, headings=standing.held.text.headings) if sides else ()
    both = ((pair if to is Language.CY else pair[::-1]) for pair in pairs)
    return {source.content: target.content for source, target in both}


def pair_segments(english: str, welsh: str, *, headings: bool) -> Iterator[tuple[Segment, Segment]]:
    """Yield the segments of two bodies that belong together; none if the bodies are not alike."""
    first, second = segments(english, headings=headings), segments(welsh, headings=headings)
    if shape(first) == shape(second):
        others = _pairs(first, second)
        yield from ((one, others[one.path]) for one in first if one.path in others)


def _progress(standing: Standing, there: bool) -> Progress:
    if not there:
        return Progress.UNTRANSLATED
    if standing.state is State.STALE:
        return Progress.STALE
    return Progress.ACCEPTED if standing.state is State.AGREED else Progress.TRANSLATED
