"""What a translator sent back for one unit, and what may be taken from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from cyhoeddi.language import Language
from cyhoeddi.lexicon import evidence
from cyhoeddi.memory.record import words_hash
from cyhoeddi.problems import Level, Position, Problem
from cyhoeddi.source.text import UNSEEN
from cyhoeddi.terms import Terms
from cyhoeddi.translate.content import Code, Content, Kind, codes, numbered, plain, same_codes, tidy
from cyhoeddi.translate.units import Progress, Unit
from cyhoeddi.translate.wording import Form, read_content, why_not, with_phrases, wordings, written

RULE = "translate"
NAMES = {Language.EN: "English", Language.CY: "Welsh"}

_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:['’][^\W\d_]+)*(?!\w)")
_LEAST_WORDS = 4
"""In fewer words, names alone could be what speaks."""


@dataclass(frozen=True)
class Mark:
    """A code in an answer; the program knows by its number what it stands for."""

    id: str
    nesting: int
    """1 opens, -1 closes, 0 stands alone."""


@dataclass(frozen=True)
class Answer:
    """What a file holds for one unit."""

    key: str
    position: Position
    target: str | tuple[str | Mark, ...]
    """Markdown as its author would write it, or words and marks."""
    cells: tuple[str, str] | None = None
    """The English and the Welsh of a table's row, one of which the translator started from."""
    words: str | None = None
    """The words that the translator started from, without codes."""
    hash: str | None = None
    """The hash of the unit when it was exported."""
    to: Language | None = None
    """The language that the file claims to translate into."""
    unfinished: str = ""
    """The state by which the translator says that it is not finished."""

    def problem(self, message: str, hint: str, level: Level = Level.ERROR) -> Problem:
        """Give a problem of this answer."""
        return Problem(self.position, RULE, f"{message}: {self.key}", hint, level)

    def is_about(self, unit: Unit, to: Language) -> bool:
        """Tell whether *unit*, which is written in *to*, still says what the translator started from."""
        if self.cells is not None:
            cell = self.cells[list(Language).index(to.other)]
            return _hash_of_cell(cell, unit.form, unit.key.startswith("page/")) == unit.hash
        if self.words is not None and words_hash(self.words) != words_hash(plain(unit.source)):
            return False
        return self.hash in (None, unit.hash)

    def side(self, to: Language) -> str | tuple[str | Mark, ...]:
        """Give what was written in *to*."""
        return self.target if self.cells is None else self.cells[list(Language).index(to)]


@dataclass(frozen=True)
class Judge:
    """Decides what of an answer can be written."""

    terms: Terms

    def judge(self, answer: Answer, unit: Unit, to: Language, *, pages: bool) -> Content | Problem | None:
        """Give the content to write, the reason why there is none, or None if nothing changes."""
        raw = answer.side(to)
        content = _content(raw, unit, pages=pages)
        if isinstance(content, str):
            return answer.problem(content, "Put every mark back as it stands in the source text.")
        if not content:
            return _empty(answer, unit, to)
        if content == unit.target and written(content, hide_alts=True) == written(
            unit.target, hide_alts=True
        ):
            return _unchanged(answer, unit, to)
        if answer.unfinished:
            message = f'the translation is marked as not finished ("{answer.unfinished}")'
            return answer.problem(message, "Finish it, or mark it as translated, and import the file again.")
        if UNSEEN.search(written(content)):
            message = "the translation holds an invisible character that no text may hold"
            return answer.problem(message, "Type the words again; it often comes with pasted text.")
        if not any(same_codes(content, one) for one in _models(unit)):
            message = f"the marks differ from those of the source ({_difference(content, unit)})"
            return answer.problem(message, "Put every mark back as it stands in the source text.")
        if unit.form is not Form.WORDS and not isinstance(raw, str):
            content = numbered(with_phrases(content), unit.source)
        words = _WORD.findall(_own_words(content))
        found = evidence(words, to, self.terms.has)
        if found.foreign > found.own and min(found.foreign, len(words)) >= _LEAST_WORDS:
            message = f"the text is in {NAMES[to.other]}, and should be in {NAMES[to]}"
            return answer.problem(message, f"Write it in {NAMES[to]}.")
        if next(wordings(content, unit.form, pages=pages), None) is None:
            reason = why_not(content, unit.form, pages=pages)
            message = "this text cannot be written at its place" + (f" ({reason})" if reason else "")
            return answer.problem(message, "Look for marks within marks, quotes in a title or a stray sign.")
        return content


@lru_cache(maxsize=4096)
def _hash_of_cell(cell: str, form: Form, pages: bool) -> str:
    return words_hash(written(read_content(cell.strip(), form, pages=pages), hide_alts=True))


def _content(raw: str | Sequence[str | Mark], unit: Unit, *, pages: bool) -> Content | str:
    if isinstance(raw, str):
        return numbered(read_content(raw.strip(), unit.form, pages=pages), unit.source)
    return _tree(raw, unit)


def _tree(raw: Sequence[str | Mark], unit: Unit) -> Content | str:
    """Build the content from words and marks, or say what is wrong with them."""
    known = {code.id: code for content in (unit.source, unit.target) for code in codes(content)}
    open_codes: list[Code] = []
    levels: list[list[str | Code]] = [[]]
    for one in raw:
        if isinstance(one, str):
            levels[-1].append(one)
            continue
        code = known.get(one.id)
        if code is None or (code.inner is None) is not (one.nesting == 0):
            return f"the mark {one.id} is not in the source"
        if one.nesting > 0:
            open_codes.append(code)
            levels.append([])
        elif one.nesting == 0:
            levels[-1].append(code)
        else:
            if not open_codes or open_codes[-1].id != one.id:
                return f"the mark {one.id} closes where it is not the last that was opened"
            inner = tidy(("", *levels.pop()))
            levels[-1].append(replace(open_codes.pop(), inner=inner))
    if open_codes:
        return f"the mark {open_codes[-1].id} is not closed"
    return tidy(levels[0])


def _models(unit: Unit) -> tuple[Content, ...]:
    """Give what the codes may be: the source's, the translation's so far, or the first with its addresses."""
    there = {code.id: code.data for code in codes(unit.target)}
    return unit.source, unit.target or unit.source, _with_data(unit.source, there)


def _with_data(content: Content, data: dict[str, str]) -> Content:
    return tuple(
        one
        if isinstance(one, str)
        else replace(
            one,
            data=data.get(one.id, one.data),
            inner=None if one.inner is None else _with_data(one.inner, data),
        )
        for one in content
    )


def _difference(content: Content, unit: Unit) -> str:
    own, due = ({code.id: code.kind for code in codes(one)} for one in (content, unit.source))
    missing = [f"{kind} {number} is missing" for number, kind in due.items() if number not in own]
    added = [f"{kind} {number} is added" for number, kind in own.items() if number not in due]
    return ", ".join([*missing, *added]) or "one stands twice, or its address is another"


def _own_words(content: Content) -> str:
    """Give the words but those that are marked as being in another language."""
    return "".join(
        one if isinstance(one, str) else "" if one.kind is Kind.PHRASE else _own_words(one.inner or ())
        for one in content
    )


def _empty(answer: Answer, unit: Unit, to: Language) -> Problem:
    what = "is not translated yet" if not unit.target else f"the {NAMES[to]} is empty"
    return answer.problem(
        what if unit.target else "this unit " + what, f"Write it in {NAMES[to]} and import the file again."
    )


def _unchanged(answer: Answer, unit: Unit, to: Language) -> Problem | None:
    if unit.progress is not Progress.STALE:
        return None
    message = f"the {NAMES[to]} is as it was before the {NAMES[to.other]} changed"
    hint = 'Translate what changed. If nothing need follow, run "cyhoeddi accept PATH --minor REASON".'
    return answer.problem(message, hint, Level.WARNING)
